"""Numbers that show their work: to a pointer, a finger, the keyboard and a screen reader, with scripts and without."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from visits import AXE

ABOUT, FITTING, LIBRARY = "reference/about/", "uses/maximum-likelihood/", "reference/libraries/pytorch/"
WORK = "kl_divergence([.5, .5], [.9, .1]) = 0.736965594166206"
PHONE: Any = {"width": 320, "height": 740}
# The list of a block stands at its end, that of a table behind it.
OUT_OF_PLACE = """() => {
    const lists = [...document.querySelectorAll(".work-list")];
    const inTable = lists.filter((list) => list.closest("table"));
    const blocks = [...document.querySelectorAll("article :is(p, li, figcaption, summary)")];
    const has = (block, part) => block.querySelector(`:scope > ${part}`);
    const unlisted = blocks.filter((block) => has(block, ".claim") && !has(block, ".work-list"));
    return [...inTable, ...unlisted].map((e) => e.outerHTML.slice(0, 90));
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def switch(page: Page) -> Any:
    return page.get_by_role("checkbox", name="Show the work behind")


def test_a_pointer_sees_the_work_of_one_and_escape_hides_it(page: Page, base: str) -> None:
    page.goto(base + ABOUT)
    number, bar = page.locator(".claim", has_text="0.737").first, page.locator(".work-bar")
    expect(bar).not_to_be_visible()
    number.hover()
    expect(bar).to_have_text(WORK)
    expect(bar).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(bar).not_to_be_visible()


def test_a_pointer_may_go_to_what_it_sees(page: Page, base: str) -> None:
    """WCAG 1.4.13; and the bar goes when the pointer does."""
    page.goto(base + ABOUT)
    bar = page.locator(".work-bar")
    page.locator(".claim").first.hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(300)  # on its way
    bar.hover()
    page.wait_for_timeout(1200)
    expect(bar).to_be_visible()
    page.mouse.move(5, 5)
    expect(bar).not_to_be_visible()


def test_the_bar_stands_at_the_foot_of_the_window_wherever_the_number_is(page: Page, base: str) -> None:
    page.goto(base + FITTING)
    number = page.locator("article > p > .claim, .section > p > .claim").last
    number.scroll_into_view_if_needed()
    number.hover()
    box = page.locator(".work-bar").bounding_box()
    assert box
    assert 740 < box["y"] + box["height"] < 800


def test_a_finger_sees_the_work_of_one_until_it_taps_elsewhere(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(base + ABOUT)
    bar = page.locator(".work-bar")
    page.locator(".claim", has_text="0.737").first.tap()
    page.wait_for_timeout(1200)
    expect(bar).to_have_text(WORK)
    page.get_by_role("heading", level=1).tap()
    expect(bar).not_to_be_visible()
    context.close()


def test_numbers_are_no_stops_of_the_tab_key(page: Page, base: str) -> None:
    page.goto(base + FITTING)
    assert page.locator(".claim").count() >= 80
    assert page.locator(".claim:is([tabindex], a *, button *)").count() == 0


def test_the_keyboard_shows_the_work_of_all_where_they_stand(page: Page, base: str) -> None:
    page.goto(base + FITTING)
    page.wait_for_function("document.querySelector('.work-bar')")
    switch(page).press("Space")
    assert page.evaluate(OUT_OF_PLACE) == []
    assert page.get_by_role("article").get_by_role("listitem").filter(has_text=" = ").count() > 40
    switch(page).press("Space")
    expect(page.locator(".work-list")).to_have_count(0)


def test_the_work_of_a_table_stands_behind_it(page: Page, base: str) -> None:
    page.goto(base + LIBRARY)
    page.wait_for_function("document.querySelector('.work-bar')")
    assert page.locator("td .claim").count() > 0
    switch(page).check()
    assert page.evaluate(OUT_OF_PLACE) == []
    assert page.locator(":is(table, .marked:has(> table)) + .work-list").count() > 0


def test_the_choice_lasts(page: Page, base: str) -> None:
    page.goto(base + ABOUT)
    page.wait_for_function("document.querySelector('.work-bar')")
    switch(page).check()
    page.goto(base + FITTING)
    expect(switch(page)).to_be_checked()
    expect(page.locator(".work-list").first).to_be_visible()
    switch(page).uncheck()
    page.goto(base + ABOUT)
    expect(page.locator(".work-bar")).to_be_attached()
    expect(switch(page)).not_to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shown_it_is_accessible_and_fits_on_a_phone(browser: Browser, base: str, scheme: Any) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    for where in (FITTING, LIBRARY):
        page.goto(base + where)
        page.wait_for_function("document.querySelector('.work-bar')")
        switch(page).check()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.evaluate(AXE)
        found = page.evaluate("axe.run({ include: ['.work-switch', '.work-list'] }, { resultTypes: ['violations'] })")
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []
    context.close()


def test_without_javascript_the_style_sheet_shows_it(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + ABOUT)
    number = page.locator(".claim", has_text="0.737").first
    shown = "(e) => getComputedStyle(e, '::after').content"
    assert number.evaluate(shown) == "none"
    before = number.bounding_box()
    number.hover()
    assert WORK in number.evaluate(shown)
    assert number.bounding_box() == before
    fixed = "(e) => getComputedStyle(e.closest('.section')).contentVisibility"
    assert number.evaluate(fixed) == "visible", "the bar would stand at the foot of the section"
    page.mouse.move(5, 5)
    assert number.evaluate(shown) == "none"
    switch(page).check()
    assert WORK in number.evaluate(shown)
    context.close()


@pytest.mark.parametrize(("width", "display"), [(360, "block"), (1280, "table-row")])
def test_without_javascript_a_number_in_a_card_does_too(browser: Browser, base: str, width: int, display: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(f"{base}uses/rlhf/")
    number = page.locator(".cards tbody tr .claim").first
    number.hover()
    assert number.evaluate("(e) => getComputedStyle(e, '::after').content") != "none"
    row = number.locator("xpath=ancestor::tr")
    assert row.evaluate("(e) => getComputedStyle(e).contentVisibility") == "visible"
    assert row.evaluate("(e) => getComputedStyle(e).display") == display
    context.close()
