"""The search box as a reader uses it: with keys, with a finger, with a screen reader, on a slow phone."""

import json
import re
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from conftest import SITE
from playwright.sync_api import Browser, Page, Route, expect
from visits import AXE, REPORT_POLICY

from search.index import INDEX

KL = "concepts/kl-divergence/"
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
BOTH = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
SLOWER = 6  # a phone, beside this machine
TIME = 300  # milliseconds
PAGES = 80
# How long after each key the list of results changed.
STOPWATCH = """addEventListener("DOMContentLoaded", () => {
    let pressed = 0;
    globalThis.answered = [];
    addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
    const list = document.querySelector("#search-results");
    new MutationObserver(() => answered.push(performance.now() - pressed)).observe(list, { childList: true });
});"""
# The texts are read bit by bit, with a rest of 0 between: let it be longer.
SLOWLY = "const later = setTimeout; globalThis.setTimeout = (f, rest) => later(f, rest === 0 ? 60 : rest);"
STOP = "document.activeElement.closest('.md-search') && document.activeElement.ariaLabel"


class Visit:
    """A page and its search, with what was asked for and complained of."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.box = page.get_by_role("combobox", name="Search")
        self.results = page.get_by_role("option")
        self.said = page.locator(".md-search-result__meta")
        self.told = page.locator(".md-search [role=status]")
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url.removeprefix(base)))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.add_init_script(REPORT_POLICY)

    def has_loaded_search(self) -> bool:
        return any("search-engine" in url or url == INDEX.as_posix() for url in self.asked)

    def search(self, query: str) -> None:
        """Come by the keys, and type."""
        self.page.keyboard.press("Control+k")
        self.page.keyboard.type(query)
        expect(self.results.nth(3)).to_be_attached()


@contextmanager
def visiting(browser: Browser, base: str, viewport: Any, **context: Any) -> Iterator[Visit]:
    """A visit to a page, at the end of which nothing must have been complained of."""
    browsing = browser.new_context(viewport=viewport, **context)
    visit = Visit(browsing.new_page(), base)
    visit.page.goto(base + KL, wait_until="networkidle")
    yield visit
    browsing.close()
    assert visit.complaints == []


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Visit]:
    with visiting(browser, base, DESKTOP) as visit:
        yield visit


@pytest.fixture
def phone(browser: Browser, base: str) -> Iterator[Visit]:
    with visiting(browser, base, PHONE) as visit:
        yield visit


def test_it_loads_when_somebody_types_and_not_before(visit: Visit) -> None:
    visit.box.focus()
    visit.page.keyboard.press("Tab")
    visit.page.wait_for_timeout(300)
    assert not visit.has_loaded_search()
    expect(visit.box).not_to_be_focused()
    visit.page.keyboard.press("Shift+Tab")
    expect(visit.box).to_be_focused()
    visit.page.keyboard.type("jensen")
    expect(visit.results.first).to_be_visible()
    expect(visit.box).to_be_focused()
    assert visit.has_loaded_search()


def test_the_keys_choose_a_result_and_follow_it(visit: Visit) -> None:
    visit.search("cross entropy")
    expect(visit.box).to_have_attribute("aria-expanded", "true")
    for key, place in [("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)]:
        visit.page.keyboard.press(key)
        expect(visit.page.get_by_role("option", selected=True)).to_have_count(1)
        expect(visit.results.nth(place)).to_have_attribute("aria-selected", "true")
        assert visit.box.get_attribute("aria-activedescendant") == visit.results.nth(place).get_attribute("id")
    expect(visit.box).to_be_focused()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(f"{visit.base}concepts/cross-entropy/")
    expect(visit.results.first).not_to_be_visible()


def test_what_is_chosen_stays_when_the_texts_are_known_too(visit: Visit) -> None:
    visit.page.add_init_script(SLOWLY)
    visit.page.reload()
    visit.search("entropy")
    visit.page.keyboard.press("ArrowDown")
    expect(visit.results.first).to_have_attribute("aria-selected", "true")
    visit.page.wait_for_timeout(2500)
    expect(visit.results.first).to_have_attribute("aria-selected", "true")


def test_enter_alone_follows_the_first_result(visit: Visit) -> None:
    visit.box.fill("calculator")
    expect(visit.results.first).to_contain_text("Calculator")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(f"{visit.base}reference/calculator/")


def test_escape_closes_it_and_goes_back(visit: Visit) -> None:
    link = visit.page.get_by_role("article").get_by_role("link").first
    link.focus()
    visit.search("entropy")
    visit.page.keyboard.press("Escape")
    expect(visit.results.first).not_to_be_visible()
    expect(visit.box).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_focused()


def test_escape_leaves_who_came_by_the_mouse_in_the_box(visit: Visit) -> None:
    visit.box.click()
    visit.page.keyboard.type("entropy")
    expect(visit.results.first).to_be_visible()
    visit.page.keyboard.press("Escape")
    expect(visit.results.first).not_to_be_visible()
    expect(visit.box).to_be_focused()
    visit.page.keyboard.press("Escape")
    expect(visit.box).to_have_value("")


@pytest.mark.parametrize("key", ["/", "f", "s", "k"])
def test_no_single_key_opens_it(visit: Visit, key: str) -> None:
    """WCAG 2.1.4: who dictates would open it by a word."""
    visit.page.keyboard.press(key)
    expect(visit.box).not_to_be_focused()


def test_a_click_beside_it_closes_it(visit: Visit) -> None:
    visit.search("gibbs")
    visit.page.mouse.click(300, 500)
    expect(visit.results.first).not_to_be_visible()


def test_open_it_lies_in_front_of_everything(visit: Visit) -> None:
    visit.search("gibbs")
    for part in (".md-logo", ".md-tabs a", "#scheme-switch", "article h1"):
        at = "(e) => { const box = e.getBoundingClientRect(); return document.elementFromPoint(box.x + 2, box.y + 8); }"
        over = visit.page.locator(part).first.evaluate(f"(e) => ({at})(e).closest('.md-search') !== null")
        assert over, part


def test_moving_on_closes_it(visit: Visit) -> None:
    visit.search("gibbs")
    visit.page.keyboard.press("Shift+Tab")
    expect(visit.results.first).not_to_be_visible()


def test_results_are_marked_counted_and_told(visit: Visit) -> None:
    visit.box.fill("pinsker inequality")
    marks = visit.results.first.locator("mark")
    expect(marks.first).to_be_visible()
    marked = {text.lower()[:7] for text in marks.all_inner_texts()}
    assert "pinsker" in marked <= {"pinsker", "inequal"}
    expect(visit.told).to_have_text(re.compile(r"\d+ results?"))


def test_a_section_that_is_found_says_on_which_page_it_stands(visit: Visit) -> None:
    visit.box.fill("pinsker inequality")
    section = visit.page.locator("[role=option][href*='#']").first
    page = section.locator(".search-of").inner_text()
    section.click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(page)


def test_nonsense_is_told(visit: Visit) -> None:
    visit.box.fill("blorptastic")
    expect(visit.said).to_contain_text("Nothing")
    expect(visit.results).to_have_count(0)
    expect(visit.box).to_have_attribute("aria-expanded", "false")


def test_the_cross_clears_it(visit: Visit) -> None:
    visit.search("gibbs")
    clear = visit.page.get_by_role("button", name="Clear")
    clear.click()
    expect(visit.results).to_have_count(0)
    expect(visit.box).to_be_focused()
    expect(clear).not_to_be_visible()


def test_an_endless_query_does_not_hang(visit: Visit) -> None:
    visit.box.fill("relative entropy of " * 500)
    expect(visit.results.first).to_contain_text("KL divergence")


def test_a_phone_has_a_magnifier_that_opens_it_and_an_arrow_back(phone: Visit) -> None:
    magnifier = phone.page.get_by_role("button", name="Search", exact=True)
    magnifier.click()
    expect(phone.box).to_be_focused()
    expect(phone.page.locator(".search-sign")).not_to_be_visible()
    phone.page.keyboard.type("weldon")
    expect(phone.results.first).to_be_in_viewport()
    phone.page.get_by_role("button", name="Close the search").click()
    expect(phone.box).not_to_be_visible()
    expect(magnifier).to_be_focused()


@BOTH
def test_the_tab_key_stops_at_what_is_seen_and_has_a_name(browser: Browser, base: str, viewport: Any) -> None:
    stops = []
    with visiting(browser, base, viewport) as visit:
        visit.search("entropy")
        while stop := visit.page.evaluate(STOP):
            stops.append(stop)
            visit.page.keyboard.press("Tab")
    assert stops == (["Search", "Close the search", "Clear"] if viewport is PHONE else ["Search", "Clear"])


@BOTH
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_it_is_accessible(browser: Browser, base: str, viewport: Any, scheme: Any) -> None:
    with visiting(browser, base, viewport, color_scheme=scheme, reduced_motion="reduce") as visit:
        visit.search("entropy")
        visit.page.keyboard.press("ArrowDown")
        visit.page.wait_for_timeout(600)  # until it is told, too
        visit.page.evaluate(AXE)
        found = visit.page.evaluate("axe.run('.md-header', { resultTypes: ['violations'] })")
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []


def test_without_javascript_it_is_not_there(browser: Browser, base: str) -> None:
    with visiting(browser, base, PHONE, java_script_enabled=False) as visit:
        for viewport in (PHONE, DESKTOP):
            visit.page.set_viewport_size(viewport)  # type: ignore[arg-type]
            expect(visit.page.locator(".search-open, .md-search").filter(visible=True)).to_have_count(0)


def test_a_lost_index_is_told_and_asked_for_again(visit: Visit) -> None:
    visit.page.route(f"**/{INDEX.as_posix()}", lambda route: route.abort(), times=1)
    with visit.page.expect_event("pageerror"):
        visit.box.click()
    expect(visit.said).to_contain_text("could not be loaded")
    assert len(visit.complaints) == 2  # the browser's and our own
    visit.complaints.clear()
    visit.page.keyboard.type("gibbs")
    expect(visit.results.first).to_contain_text("Gibbs")


def test_a_slow_phone_answers_within_a_moment_at_eighty_pages(phone: Visit) -> None:
    page = phone.page
    page.add_init_script(STOPWATCH)
    page.route(f"**/{INDEX.as_posix()}", _answer_for_eighty_pages)
    page.reload(wait_until="networkidle")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.get_by_role("button", name="Search", exact=True).click()
    for letter in "kl divergence of a gausian":
        page.wait_for_timeout(150)
        page.keyboard.press("Space" if letter == " " else letter)
    expect(phone.results.first).to_be_visible()
    answered = page.evaluate("answered")
    assert len(answered) > 20
    assert statistics.median(answered) < TIME, answered


def _answer_for_eighty_pages(route: Route) -> None:
    """An index as large as that of eighty pages: this one, again and again, with a third of the words changed."""
    rows = json.loads((SITE / INDEX).read_text(encoding="utf-8"))
    pages = sum("#" not in row["address"] for row in rows)
    copies = [_copy(row, f"copy{copy}") for copy in range(1, -(-PAGES // pages)) for row in rows]
    route.fulfill(body=json.dumps(rows + copies, ensure_ascii=False), content_type="application/json")


def _copy(row: dict[str, Any], name: str) -> dict[str, Any]:
    def others(text: str) -> str:
        return re.sub(r"[a-z]{5,}", lambda word: word[0] + (name if len(word[0]) % 3 == 0 else ""), text)

    changed = {part: others(row[part]) for part in ("title", "page", "text", "code")}
    return {**row, **changed, "address": f"{name}/{row['address']}"}
