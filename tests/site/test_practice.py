"""Questions that check what is answered: by mouse, by keyboard, without a script, and remembered."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import SITE
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

KL, GIBBS, PRACTICE = "concepts/kl-divergence/", "concepts/gibbs-inequality/", "practice/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page whose console must stay silent."""
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []


def opened(page: Page, address: str, name: str) -> Locator:
    """A question of a page, open, with its exercise."""
    page.goto(address)
    question = page.locator(f"#{name}")
    question.scroll_into_view_if_needed()
    page.locator(f"#{name} .exercise").wait_for(state="attached")
    if question.get_attribute("open") is None:
        question.locator("summary").first.click()
    return question


def task(page: str, name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((SITE / f"generated/practice/{page.rstrip('/')}.json").read_text("utf-8"))[name]
    return read


def answer(question: Locator, typed: str) -> Locator:
    question.locator("input[type=text]").fill(typed)
    question.locator("input[type=text]").press("Enter")
    return question.locator(".verdict")


def test_a_number_is_checked_and_a_known_mistake_named(page: Page, base: str) -> None:
    question = opened(page, base + KL, "question-coins")
    told = task(KL, "question-coins")
    expect(question.locator(".exercise")).to_contain_text("bits per toss")
    expect(question.locator(".typed-form")).to_contain_text("±0.0005")
    hint = question.locator("details", has_text="Hint").first
    expect(hint).not_to_have_attribute("open", "")
    wrong = next(diagnosis for diagnosis in told["diagnoses"] if not diagnosis["right"])
    expect(answer(question, str(wrong["value"]))).to_contain_text("You averaged under the belief")
    expect(hint).to_have_attribute("open", "")
    expect(answer(question, "0.2 + x")).to_contain_text("Read up to “0.2 +”")
    expect(answer(question, "1 - log2(3)/2")).to_have_text("Right.")
    expect(question.locator("summary").first).to_contain_text("solved")
    page.reload()
    page.locator("#question-coins").scroll_into_view_if_needed()  # wherever it lands, a question is marked as it nears
    expect(page.locator("#question-coins summary").first).to_contain_text("solved")


def test_hints_come_one_at_a_time(page: Page, base: str) -> None:
    question = opened(page, base + KL, "question-coins")
    second = question.locator("summary", has_text="Second hint")
    expect(second).to_be_hidden()
    answer(question, "12345")
    expect(second).to_be_visible()
    expect(second.locator("..")).not_to_have_attribute("open", "")
    answer(question, "12345")
    expect(second.locator("..")).to_have_attribute("open", "")
    expect(question.locator(".verdict")).to_contain_text("Weigh both by the truth")


def test_what_cannot_be_read_is_not_remembered(page: Page, base: str) -> None:
    question = opened(page, base + KL, "question-coins")
    expect(answer(question, "0.2 + x")).to_contain_text("Nothing was counted")
    assert page.evaluate("localStorage.getItem('learning')") is None
    expect(answer(question, "3")).to_contain_text("Not yet.")
    record = json.loads(page.evaluate("localStorage.getItem('learning')"))
    assert record["solved"][f"{KL}#question-coins"]["value"] is False


def test_a_variant_has_an_address_and_changes_every_part(page: Page, base: str) -> None:
    question = opened(page, base + KL, "question-coins")
    printed = question.inner_text()
    question.get_by_role("button", name="Other numbers").click()
    expect(question.locator(".variants p")).to_contain_text("Variant 1 of")
    variants = json.loads((SITE / f"generated/practice/{KL}question-coins.json").read_text("utf-8"))
    first = variants["variants"][0]
    expect(page).to_have_url(base + KL + "#question-coins?v=1")
    page.evaluate("document.querySelectorAll('#question-coins details').forEach((part) => { part.open = true; })")
    claims = question.locator("data.claim")
    shown = [claims.nth(int(place.split()[1])).inner_html() for place in variants["places"] if "claim" in place]
    assert shown == [text for place, text in zip(variants["places"], first["text"], strict=True) if "claim" in place]
    expect(answer(question, str(first["task"]["value"]))).to_have_text("Right.")
    question.get_by_role("button", name="The printed numbers").click()
    page.evaluate("document.querySelectorAll('#question-coins > details').forEach((part) => { part.open = false; })")
    expect(question.locator(".variants p")).to_have_text("As printed.")
    assert question.locator("summary").first.inner_text().removesuffix(" ✓ solved") in printed


def test_every_place_that_variants_change_is_on_its_page(page: Page, base: str) -> None:
    """As many checked numbers and lines of code stand in the page as the variants were made for."""
    page.goto(base + PRACTICE)
    for file in sorted((SITE / "generated/practice").rglob("question-*.json")):
        address = file.relative_to(SITE / "generated/practice").with_suffix("").as_posix()
        of_page, name = address.rsplit("/", 1)
        places = json.loads(file.read_text("utf-8"))["places"]
        missing = page.evaluate(
            """async ([address, name, places]) => {
              const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
              const question = page.getElementById(name);
              const claims = question.querySelectorAll("data.claim");
              const codes = question.querySelectorAll("pre > code");
              return places.filter((place) => {
                const [kind, i, j] = place.split(" ");
                if (kind === "claim") return !claims[i];
                return codes[i]?.innerHTML.split("\\n")[j] === undefined;
              });
            }""",
            [f"{base}{of_page.removesuffix('index')}".rstrip("/") + "/", name, places],
        )
        assert missing == [], address


def test_a_choice_replies(page: Page, base: str) -> None:
    question = opened(page, base + KL, "question-horses")
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".verdict")).to_have_text("Choose first.")
    options = question.get_by_role("radio")
    right = [option["right"] for option in task(KL, "question-horses")["options"]].index(True)
    wrong = (right + 1) % options.count()
    options.nth(wrong).check()
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".verdict")).to_contain_text("Not yet.")
    assert len(question.locator(".verdict").inner_text()) > len("Not yet.")
    options.nth(right).check()
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".verdict")).to_contain_text("Right.")


def test_an_order_is_made_by_keyboard(page: Page, base: str) -> None:
    question = opened(page, base + GIBBS, "question-tangent-in-order")
    wanted = task(GIBBS, "question-tangent-in-order")["right"]
    letters = [chr(ord("A") + place) for place in wanted]
    for target, letter in enumerate(letters):
        while True:
            now = question.locator(":scope > ul > li strong").all_inner_texts()
            if now.index(letter) == target:
                break
            button = question.get_by_role("button", name=f"Move line {letter} up")
            button.focus()
            page.keyboard.press("Enter")
            expect(button).to_be_focused()
    expect(question.locator(".exercise .unseen")).to_contain_text("is now number")
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".verdict")).to_have_text("Right.")


def test_lines_are_matched_by_select_lists(page: Page, base: str) -> None:
    question = opened(page, base + GIBBS, "question-which-hypothesis")
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".verdict")).to_contain_text("Choose for each line first.")
    for (_, other), choice in zip(
        task(GIBBS, "question-which-hypothesis")["right"], question.get_by_role("combobox").all(), strict=True
    ):
        choice.select_option(str(other))
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".verdict")).to_have_text("Right.")


def test_where_nothing_can_be_checked_the_reader_says(page: Page, base: str) -> None:
    question = opened(page, base + "uses/rlhf/", "question-why-in-the-reward")
    expect(question.get_by_role("button", name="I had it")).to_be_hidden()
    question.locator("summary", has_text="Answer").click()
    question.get_by_role("button", name="I had it").click()
    expect(question.locator("summary").first).to_contain_text("solved")


def test_ten_questions_come_and_mistakes_come_again(page: Page, base: str) -> None:
    page.goto(base + PRACTICE)
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".session > p").first).to_contain_text("Question 1 of 10")
    first = page.locator(".session details.question").get_attribute("id")
    answer(page.locator(".session details.question"), "12345")
    for _ in range(10):
        page.locator(".session > button").first.click()
        page.wait_for_timeout(50)
    expect(page.locator(".session")).to_contain_text("0 of 10 solved")
    page.get_by_role("button", name="Ten more").click()
    page.locator(".session details.question").wait_for()
    assert page.locator(".session details.question").get_attribute("id") == first


def test_the_list_can_be_narrowed_to_what_is_open(page: Page, base: str) -> None:
    question = opened(page, base + KL, "question-coins")
    answer(question, "1 - log2(3)/2")
    page.goto(base + PRACTICE)
    link = page.locator(f"article a[href$='{KL}#question-coins']")
    expect(link.locator("xpath=following-sibling::*[1]")).to_contain_text("solved")
    page.get_by_text("Not yet solved").click()
    expect(link).to_be_hidden()
    page.get_by_text("All", exact=True).click()
    expect(link).to_be_visible()
    page.goto(base + "map/")
    expect(page.locator("#kl-divergence summary")).to_contain_text("1 of 3 questions solved")


def test_without_a_script_a_question_is_as_it_was(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + KL)
    question = page.locator("#question-horses")
    question.locator("summary").first.click()
    expect(question.locator(":scope > ul > li").first).to_be_visible()
    expect(question.locator("input")).to_have_count(0)
    expect(question.locator("summary", has_text="Answer")).to_be_visible()
    context.close()


def test_twenty_guesses_and_how_far_off_they_were(page: Page, base: str) -> None:
    page.goto(base + PRACTICE + "target/")
    place = page.locator(".target")
    expect(place).to_contain_text("Pair 1 of 20")
    page.locator("#target-guess").fill("0.2 nats")
    page.keyboard.press("Enter")
    expect(place.locator(".verdict")).to_have_text("Guess in bits.")
    true = [float(text) for text in page.locator("#table-pairs td:last-child").all_text_contents()]
    for number, divergence in enumerate(true, start=1):
        expect(place).to_contain_text(f"Pair {number} of 20")
        page.locator("#target-guess").fill(str(divergence + (0.2 if number <= 10 else 0.1)))
        page.keyboard.press("Enter")
        expect(place.locator(".verdict")).to_contain_text("too high")
        page.keyboard.press("Enter")  # the button for the next has the focus
    expect(place).to_contain_text("off by 0.200 bits on average, in the second by 0.100 bits")
    expect(place).to_contain_text("0 of 20 guesses were too low")
