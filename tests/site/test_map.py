"""The concept map, with a script and without one: what a reader says they know is kept, carried along and not lost."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import SITE
from playwright.sync_api import Browser, BrowserContext, Page, expect

MAP = "map/"
ENTROPY, KL, GIBBS = "concepts/entropy/", "concepts/kl-divergence/", "concepts/gibbs-inequality/"
CONCEPTS = json.loads((SITE / MAP / "concepts.json").read_text(encoding="utf-8"))["concepts"]
PAGES = [concept for concept in CONCEPTS if "#" not in concept["address"]]
NEEDS = {concept["address"]: concept["needs"] for concept in CONCEPTS}
TITLES = {concept["address"]: concept["title"] for concept in CONCEPTS}
LIT, DIM = ".concept-map.lit .node.is-lit", ".concept-map.lit .node:not(.is-lit)"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
)

Open = Callable[..., Page]


def before(address: str) -> set[str]:
    """All that a page builds on, by whatever way; sections as their pages, and the page itself."""
    found: set[str] = set()
    waiting = [address]
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += NEEDS[place]
    return {place.partition("#")[0] for place in found}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        permissions=["clipboard-read", "clipboard-write"],
        accept_downloads=True,
        reduced_motion="reduce",
    )
    yield context
    context.close()


@pytest.fixture
def show(context: BrowserContext, base: str) -> Iterator[Open]:
    """Opens a page and waits for what its script adds; the console must stay silent."""
    complaints: list[str] = []

    def open_page(address: str, script: str = "") -> Page:
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if script:
            page.add_init_script(script)
        page.goto(base + address)
        page.locator(".learning").first.wait_for()
        return page

    yield open_page
    assert complaints == []


def knows(page: Page, nth: int = 0) -> None:
    page.get_by_role("button", name="I know this").nth(nth).click()


def way(page: Page) -> Any:
    return page.locator(".learning-way").first


def box(page: Page, address: str) -> Any:
    return page.locator(f'.concept-map [data-concept="{slug(address)}"]')


def slug(address: str) -> str:
    return address.strip("/").split("/")[-1]


def test_every_page_is_a_link_in_the_picture_and_an_entry_below_it(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(base + MAP)
    for concept in PAGES:
        assert box(page, concept["address"]).locator("a").evaluate("a => a.href.baseVal") == f"../{concept['address']}"
        entry = page.locator(f"details.concept[id='{slug(concept['address'])}']")
        assert entry.locator("a").first.get_attribute("href", timeout=1000) == f"../{concept['address']}"
    expect(page.locator(".concept-map")).to_be_visible()
    context.close()


def test_on_a_narrow_screen_the_entries_stand_alone_and_one_is_open_at_a_time(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(base + MAP)
    expect(page.locator(".concept-map")).not_to_be_visible()
    page.locator("#entropy > summary").click()
    page.locator("#kl-divergence > summary").click()
    expect(page.locator("details.concept[open]")).to_have_count(1)
    context.close()


def test_what_has_the_focus_stands_out_with_all_before_and_after_it(show: Open) -> None:
    page = show(MAP)
    after = {concept["address"] for concept in PAGES if KL in before(concept["address"])}
    wanted = {slug(address) for address in before(KL) | after}
    for act in ("focus", "hover"):
        getattr(box(page, KL).locator("a"), act)()
        assert set(page.locator(LIT).evaluate_all("all => all.map((e) => e.dataset.concept)")) == wanted
        assert page.locator(DIM).count() == len(PAGES) - len(wanted)
        page.mouse.move(2, 2)
        page.evaluate("document.activeElement.blur()")
        expect(page.locator(".concept-map.lit")).to_have_count(0)


def test_arrow_keys_walk_along_the_arrows(show: Open) -> None:
    page = show(MAP)
    focused = "document.activeElement.closest('[data-concept]').dataset.concept"
    box(page, GIBBS).locator("a").focus()
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) in {slug(place.partition("#")[0]) for place in NEEDS[GIBBS]}
    at = page.evaluate(focused)
    page.keyboard.press("ArrowDown")
    followers = {slug(c["address"]) for c in PAGES if any(slug(n.partition("#")[0]) == at for n in c["needs"])}
    assert page.evaluate(focused) in followers
    boxes = {slug(c["address"]): box(page, c["address"]).bounding_box() for c in PAGES}
    middle = {name: (b["x"] + b["width"] / 2, b["y"] + b["height"] / 2) for name, b in boxes.items()}
    before_it, (x, y) = page.evaluate(focused), middle[page.evaluate(focused)]
    for key, back, right in (("ArrowLeft", "ArrowRight", False), ("ArrowRight", "ArrowLeft", True)):
        page.keyboard.press(key)
        beside = page.evaluate(focused)
        if beside != before_it:  # there is one on this side
            assert (middle[beside][0] > x) == right
            assert abs(middle[beside][1] - y) < (boxes[beside]["height"] + boxes[before_it]["height"]) / 2
            page.keyboard.press(back)
        assert page.evaluate(focused) == before_it


def test_a_goal_says_how_far_it_is_on_every_page(show: Open) -> None:
    page = show(GIBBS)
    page.get_by_role("button", name="Set as goal").first.click()
    expect(way(page)).to_contain_text(f"Goal: this page, 0 of {len(before(GIBBS))} done")
    page = show(ENTROPY)
    expect(way(page)).to_contain_text(f"Goal: {TITLES[GIBBS]}, 0 of {len(before(GIBBS))} done, about")
    knows(page)
    hidden = len(before(ENTROPY))  # what is known hides what is before it
    expect(way(page)).not_to_contain_text("0 of")
    done = int(way(page).inner_text().split(",")[1].split(" of ")[0])
    assert 1 <= done <= hidden
    for concept in PAGES:
        if concept["address"] in before(GIBBS) - {ENTROPY}:
            page = show(concept["address"])
            knows(page)
    expect(way(page)).to_contain_text("Goal reached: you know")


def test_the_map_shows_what_is_known_the_goal_and_the_way(show: Open) -> None:
    knows(show(ENTROPY))
    show(GIBBS).get_by_role("button", name="Set as goal").first.click()
    page = show(MAP)
    expect(box(page, ENTROPY)).to_have_class("node concept is-known")
    expect(box(page, ENTROPY).locator(".sign")).to_have_text("✓")
    expect(box(page, GIBBS).locator(".sign")).to_have_text("★")
    assert box(page, ENTROPY).locator("a").get_attribute("aria-description") == "known"
    assert "is-on-way" in (box(page, KL).get_attribute("class") or "")
    free = [c for c in PAGES if c["address"] != ENTROPY and all(n.partition("#")[0] == ENTROPY for n in c["needs"])]
    assert page.locator(".section:has(#next) li").count() == len(free)


def test_two_windows_agree_and_back_shows_what_is_known(show: Open) -> None:
    first, second = show(KL), show(MAP)
    knows(first)
    expect(box(second, KL).locator(".sign")).to_have_text("✓")
    first.goto(first.url.replace(KL, ENTROPY))
    knows(first)
    first.go_back()
    expect(first.get_by_role("button", name="I know this").first).to_have_attribute("aria-pressed", "true")


def test_a_link_carries_goal_and_known_pages_and_asks_first(show: Open, browser: Browser, base: str) -> None:
    knows(show(ENTROPY))
    show(GIBBS).get_by_role("button", name="Set as goal").first.click()
    page = show(MAP)
    page.get_by_role("button", name="Copy as a link").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{base}{MAP}#yours?goal=gibbs-inequality&known=entropy"
    other = browser.new_context()
    there = other.new_page()
    there.goto(link)
    offer = there.locator(".learning-offer")
    expect(offer).to_contain_text(f"sets the goal {TITLES[GIBBS]} and says that you know {TITLES[ENTROPY]}")
    assert there.evaluate("localStorage.getItem('learning')") is None
    offer.get_by_role("button", name="Take over").click()
    expect(box(there, ENTROPY).locator(".sign")).to_have_text("✓")
    expect(offer).not_to_be_visible()
    there.wait_for_url(lambda url: "known" not in url)
    other.close()


def test_a_file_carries_it_and_the_newer_mark_counts(show: Open, tmp_path: Path) -> None:
    knows(show(ENTROPY))
    page = show(MAP)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    record = json.loads(saved.read_text(encoding="utf-8"))
    assert record["known"][ENTROPY]["value"] is True
    page.get_by_role("button", name="Forget all").click()
    expect(box(page, ENTROPY).locator(".sign")).to_have_text("")
    page.locator("input[type=file]").set_input_files(saved)
    expect(box(page, ENTROPY).locator(".sign")).to_have_text("✓")
    older = {
        "known": {
            ENTROPY: {"value": False, "at": 1},
            KL: {"value": True, "at": 1},
            "nowhere/": {"value": True, "at": 1},
        }
    }
    saved.write_text(json.dumps(older), encoding="utf-8")
    page.locator("input[type=file]").set_input_files(saved)
    expect(box(page, KL).locator(".sign")).to_have_text("✓")
    expect(box(page, ENTROPY).locator(".sign")).to_have_text("✓")
    saved.write_text("nonsense", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(saved)
    expect(page.get_by_text("holds no such record")).to_be_visible()
    expect(box(page, KL).locator(".sign")).to_have_text("✓")


def test_forgetting_can_be_taken_back(show: Open) -> None:
    knows(show(ENTROPY))
    page = show(MAP)
    page.get_by_role("button", name="Forget all").click()
    page.get_by_role("button", name="Take it back").click()
    expect(box(page, ENTROPY).locator(".sign")).to_have_text("✓")


@pytest.mark.parametrize(
    "nonsense", ["{", "[]", "7", '{"known": 7, "goal": []}', '{"known": {"x": 1}, "goal": {"value": 3}}']
)
def test_a_corrupt_record_is_survived(show: Open, nonsense: str) -> None:
    page = show(ENTROPY, f"localStorage.getItem('learning') ?? localStorage.setItem('learning', {nonsense!r})")
    knows(page)
    expect(page.get_by_role("button", name="I know this").first).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("storage", [FULL, FORBIDDEN], ids=["full", "forbidden"])
def test_without_storage_the_page_says_so_and_remembers_as_long_as_it_is_open(show: Open, storage: str) -> None:
    page = show(ENTROPY, storage)
    knows(page)
    expect(page.get_by_role("button", name="I know this").first).to_have_attribute("aria-pressed", "true")
    expect(way(page)).to_contain_text("This browser keeps nothing")


def test_a_map_that_does_not_come_leaves_the_page_as_it_is(context: BrowserContext, base: str) -> None:
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**/map/concepts.json", lambda route: route.abort())
    for address in (ENTROPY, MAP):
        with page.expect_event("requestfailed"):
            page.goto(base + address)
        page.wait_for_timeout(300)
        assert page.locator(".learning").count() == 0
    assert errors == []


@pytest.mark.parametrize(
    "values", ["goal=nowhere&known=__proto___x_constructor", "goal=%00&known=_", "known=entropy_nowhere"]
)
def test_unknown_names_in_a_link_are_dropped(show: Open, values: str) -> None:
    page = show(f"{MAP}#yours?{values}")
    offer = page.locator(".learning-offer")
    if "entropy" in values:
        expect(offer).to_have_text(
            f"The link that brought you here says that you know {TITLES[ENTROPY]}.Take overLeave it"
        )
    else:
        expect(offer).not_to_be_visible()


def test_finishing_the_questions_offers_to_mark_the_page_and_marks_nothing(show: Open) -> None:
    page = show(ENTROPY)
    for question in page.locator("article details.question").all():
        question.locator("> summary").click()
        question.locator("details > summary").last.click()
    offer = page.locator(".learning-offer")
    expect(offer).to_be_visible()
    assert page.evaluate("localStorage.getItem('learning')") is None
    offer.get_by_role("button", name="I know this").click()
    expect(page.get_by_role("button", name="I know this").first).to_have_attribute("aria-pressed", "true")


def test_what_a_page_needs_is_marked_where_it_is_known(show: Open) -> None:
    needed = next(place for place in NEEDS[KL] if "#" not in place)
    knows(show(needed))
    page = show(KL)
    link = f"a[href='../{needed.removeprefix('concepts/')}']"
    expect(page.locator(f"{link} + .known-mark").first).to_have_text("✓ known")
    expect(page.locator(".known-mark")).to_have_count(1)
