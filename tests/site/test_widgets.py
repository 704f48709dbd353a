"""What every widget on every built page must do, whatever it shows. A new widget needs no mention."""

import re

import pytest
from widgets_on_pages import PLACES, SLIDERS, Control, Opener, Place, every_kind, every_widget

UNITS = ["nats", "bans", "bits"]
TOUCH_TARGET = 44  # CSS pixels
TARGETS = f"button, summary, select, textarea, label:has(input), input[type=number], {SLIDERS}"
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("The operation is insecure.", "SecurityError"); } })"""
FULL_STORAGE = """Storage.prototype.setItem = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError"); }"""
NO_CLIPBOARD = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
# Everything that a screen reader is told to say, from now on.
LISTEN = """widget => {
    window.said = [];
    for (const region of widget.querySelectorAll("[role=status], [aria-live]:not([aria-live=off])")) {
        new MutationObserver(() => window.said.push(region.textContent))
            .observe(region, { childList: true, characterData: true, subtree: true });
    }
}"""


def units_in(text: str) -> set[str]:
    return set(re.findall(r"\w+", text)) & set(UNITS)


def test_there_are_widgets() -> None:
    assert PLACES, "no page of the built site has a widget: scripts/test.py builds it first"


@every_widget
def test_can_be_linked(place: Place) -> None:
    assert place.id, f"give <{place.tag}> on {place.address or 'the home page'} an id: its address is made from it"


@every_widget
def test_shows_a_result_before_anything_is_touched(visit: Opener) -> None:
    seen = visit()
    assert re.search(r"\d", seen.result())
    assert seen.widget.get_by_role("table").count() == 0, "the table waits until it is asked for"
    seen.widget.locator(".xb-numbers summary").click()
    assert re.search(r"\d", seen.widget.get_by_role("table").inner_text())


@every_kind
def test_every_slider_has_a_name_and_moves_by_arrow_keys(visit: Opener) -> None:
    seen = visit()
    names = [slider.evaluate("e => e.labels?.[0]?.textContent ?? e.ariaLabel") for slider in seen.sliders.all()]
    assert all(names)
    assert len(set(names)) == len(names)
    for slider in seen.sliders.all():
        before = seen.result(), slider.get_attribute("aria-valuetext")
        Control(slider, "ArrowRight").press(5)
        assert seen.result() != before[0]
        assert slider.get_attribute("aria-valuetext") not in (before[1], None)


@every_kind
def test_is_announced_once_the_hand_rests(visit: Opener) -> None:
    """Twenty steps of a slider are seen at once, each, and said as one sentence."""
    seen = visit()
    seen.widget.evaluate(LISTEN)
    seen.page.clock.install(time=0)
    seen.page.clock.pause_at(60)
    seen.change().press(20)
    seen.page.clock.run_for(400)
    seen.change()
    seen.page.clock.run_for(600)
    assert seen.page.evaluate("window.said") == []
    seen.page.clock.run_for(200)
    assert seen.page.evaluate("window.said") == [seen.output.text_content()]


@every_kind
def test_says_nothing_unasked(visit: Opener) -> None:
    seen = visit()
    regions = seen.widget.locator("[role=status], [aria-live]:not([aria-live=off])")
    assert [text for text in regions.all_text_contents() if text] == []


@every_widget
def test_its_title_is_a_heading_below_that_of_its_section(visit: Opener) -> None:
    """What tests every page holds the order of all headings against axe."""
    seen = visit()
    title = seen.widget.get_by_role("heading")
    assert title.count() == 1
    assert title.inner_text() == seen.widget.get_attribute("aria-label")


@every_widget
def test_answers_a_prediction(visit: Opener) -> None:
    seen = visit()
    for answer in seen.widget.locator(".xb-answers button").all():
        answer.click()
        assert answer.get_attribute("aria-pressed") == "true"
        assert seen.widget.locator(".xb-question [role=status]").inner_text()


@every_kind
@pytest.mark.parametrize("storage", [NO_STORAGE, FULL_STORAGE], ids=["forbidden", "full"])
def test_works_without_storage(visit: Opener, storage: str) -> None:
    seen = visit(before=storage)
    if seen.units.count():
        seen.choose_unit("nats")
        assert "nats" in seen.result()
    seen.change()


@every_kind
def test_the_unit_is_the_readers_choice_everywhere(visit: Opener) -> None:
    seen = visit()
    if seen.units.count() == 0:
        pytest.skip("this widget counts in one unit")
    for unit in UNITS:
        seen.choose_unit(unit)
        assert units_in(seen.result()) == {unit}
        seen.reload()
        assert units_in(seen.result()) == {unit}


@every_kind
def test_offers_the_text_where_the_clipboard_is_forbidden(visit: Opener) -> None:
    seen = visit(before=NO_CLIPBOARD)
    seen.unfold()
    seen.widget.get_by_role("button", name="Copy link").click()
    box = seen.widget.get_by_role("textbox", name="Text to copy")
    box.wait_for()
    assert box.input_value().startswith("http")


@every_widget
def test_fingers_can_hit_everything(visit: Opener) -> None:
    seen = visit(width=320)
    seen.unfold()
    targets = seen.widget.locator(TARGETS).filter(visible=True).all()
    assert targets
    for target in targets:
        box = target.bounding_box()
        assert box
        assert box["height"] >= TOUCH_TARGET, target.evaluate("e => e.outerHTML")
        assert box["width"] >= TOUCH_TARGET, target.evaluate("e => e.outerHTML")
    seen.widget.locator(".xb-numbers summary").click()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320


@every_kind
@pytest.mark.parametrize("missing", ["{tag}.js", "{tag}.css", "widgets.css", "site.js"])
def test_leaves_its_still_and_no_hole_where_a_file_is_missing(visit: Opener, place: Place, missing: str) -> None:
    seen = visit(run=False)
    seen.page.route(f"**/widgets/{missing.format(tag=place.tag)}", lambda route: route.abort())
    seen.page.reload()
    seen.widget.scroll_into_view_if_needed()
    seen.page.wait_for_load_state("networkidle")
    height = "e => Math.max(...[...e.children].map((child) => child.getBoundingClientRect().bottom))"
    bottom = seen.widget.evaluate(height)
    box = seen.widget.bounding_box()
    assert box
    assert -1 < box["y"] + box["height"] - bottom < 40, "room is kept for what will not come"
    assert seen.widget.locator("img, table").first.is_visible()
    seen.complaints[:] = [said for said in seen.complaints if "ERR_FAILED" not in said]
