"""Everything can be pointed at: marks are seen and copy addresses, and a link to what is folded opens it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

KL = "concepts/kl-divergence/"
FORBIDDEN_CLIPBOARD = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"
TARGET = 24  # CSS pixels: WCAG 2.5.8
MARKED = ["#definition", "#kl-divergence-definition", "#proof-of-average-evidence", "#myth-excess-over-the-best-code",
          "#question-horses", "#table-coding", "#board"]  # fmt: skip


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("anchor", MARKED)
def test_a_mark_is_seen_without_pointing_and_large_enough_to_hit(without_scripts: Page, base: str, anchor: str) -> None:
    without_scripts.goto(base + KL)
    mark = without_scripts.locator(f".mark[href='{anchor}']")
    expect(mark).to_be_visible()
    expect(mark).to_have_css("opacity", "1")
    box = mark.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= TARGET
    mark.click()
    assert without_scripts.url == base + KL + anchor


@pytest.mark.parametrize("anchor", MARKED)
def test_a_mark_copies_its_address_and_says_so(page: Page, base: str, anchor: str) -> None:
    page.goto(f"{base}{KL}#board?p=1_1_1_1")
    page.locator(f".mark[href='{anchor}']").click()
    expect(page.get_by_role("status").filter(has_text="The address is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == base + KL + anchor
    assert page.evaluate("location.hash") == "#board?p=1_1_1_1"


def test_where_nothing_may_be_copied_the_address_stands_in_the_bar(page: Page, base: str) -> None:
    page.add_init_script(FORBIDDEN_CLIPBOARD)
    page.goto(base + KL)
    page.locator(".mark[href='#definition']").click()
    expect(page.get_by_role("status").filter(has_text="Copy the address from the bar")).to_be_visible()
    assert page.url == f"{base}{KL}#definition"


def test_marks_are_reached_by_keyboard_under_their_names(page: Page, base: str) -> None:
    page.goto(base + KL)
    page.get_by_role("link", name="Link to Definition (Kullback–Leibler divergence)", exact=True).press("Enter")
    assert page.evaluate("navigator.clipboard.readText()") == f"{base}{KL}#kl-divergence-definition"
    expect(page.get_by_role("heading", name="In practice", exact=True)).to_have_count(1)
    expect(page.get_by_role("group", name="Theorem (average evidence)", exact=True)).to_have_count(1)


@pytest.mark.parametrize(
    ("place", "anchor"),
    [(KL, "#question-horses"), (KL, "#proof-of-average-evidence"), ("concepts/asymmetry/", "#figure-two-directions")],
)
def test_a_link_opens_what_is_folded(page: Page, base: str, place: str, anchor: str) -> None:
    page.goto(base + place + anchor)
    folded = page.locator(f"details:is({anchor}, :has({anchor}))")
    expect(folded).to_have_attribute("open", "")
    expect(page.locator(anchor)).to_be_in_viewport()


def test_a_link_opens_what_is_folded_while_a_widget_keeps_its_state_in_the_address(page: Page, base: str) -> None:
    page.goto(f"{base}{KL}#question-horses?board.p=1_1_1_1")
    expect(page.locator("#question-horses")).to_have_attribute("open", "")
    expect(page.locator("#question-horses")).to_be_in_viewport()
    page.evaluate("location.hash = '#proof-of-average-evidence'")
    expect(page.locator("details#proof-of-average-evidence")).to_have_attribute("open", "")
    assert page.evaluate("location.hash") == "#proof-of-average-evidence?board.p=1_1_1_1"


def test_a_link_opens_what_is_folded_each_time_it_is_followed(page: Page, base: str) -> None:
    page.goto(base + KL)
    question = page.locator("#question-horses")
    way = '<a id="way" href="#question-horses">way</a>'
    page.locator("article p:not(.moved)").first.evaluate("(paragraph, way) => { paragraph.innerHTML = way; }", way)
    for _ in range(2):
        expect(question).not_to_have_attribute("open", "")
        page.locator("#way").click()
        expect(question).to_have_attribute("open", "")
        expect(question).to_be_in_viewport()
        question.evaluate("(details) => { details.open = false; }")
    expect(question.locator("details[open]")).to_have_count(0)


def test_an_address_that_nobody_can_read_opens_nothing(page: Page, base: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{base}{KL}#%E0%A4%A")
    expect(page.locator("details[open]")).to_have_count(0)
    assert errors == []
