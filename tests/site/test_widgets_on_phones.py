"""A widget on a phone: a finger may scroll over it, what is dragged and what answers are seen together."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import CDPSession, FloatRect, Locator
from widgets_on_pages import SLIDERS, Opener, Visit, every_kind, every_widget

WIDTH, HEIGHT = 360, 740
HEADER = 48  # CSS pixels, over the top of the page
STEPS = 6
# What a finger can drag: sliders, and drawings that let it scroll the page up and down alone.
DRAGGABLE = """widget => {
    const all = [...widget.querySelectorAll("*")].filter((e) => e.checkVisibility());
    const drags = (e) => e.matches("input[type=range], [role=slider]") || getComputedStyle(e).touchAction === "pan-y";
    const chosen = all.filter(drags);
    chosen.forEach((e, i) => { e.dataset.draggable = i; });
    return chosen.length;
}"""
# Where an element's middle is, and whether it is seen there or something lies over it.
IN_SIGHT = """e => {
    const seen = e.matches("[type=radio], [type=checkbox]") ? e.closest("label") : e;
    const { left, top, width, height } = seen.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (seen.contains(hit) || hit.contains(seen));
}"""


@pytest.fixture
def seen(visit: Opener) -> Visit:
    return visit(width=WIDTH, height=HEIGHT, has_touch=True, is_mobile=True)


class Finger:
    """One finger on the page's glass."""

    def __init__(self, seen: Visit) -> None:
        self.page = seen.page
        self.session: CDPSession = seen.page.context.new_cdp_session(seen.page)

    def swipe(self, x: float, y: float, across: float, down: float) -> None:
        self._touch("touchStart", x, y)
        for step in range(1, STEPS + 1):
            self._touch("touchMove", x + across * step / STEPS, y + down * step / STEPS)
            self.page.wait_for_timeout(16)
        self._touch("touchEnd")
        self.page.wait_for_timeout(100)

    def _touch(self, kind: str, *points: float) -> None:
        at = [{"x": points[0], "y": points[1]}] if points else []
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})


def draggable(seen: Visit) -> Iterator[tuple[Locator, FloatRect]]:
    """Each thing to drag, in the middle of the window, with its box."""
    for i in range(seen.widget.evaluate(DRAGGABLE)):
        found = seen.widget.locator(f"[data-draggable='{i}']")
        found.evaluate("e => e.scrollIntoView({ block: 'center', behavior: 'instant' })")
        seen.page.wait_for_timeout(100)
        box = found.bounding_box()
        assert box
        yield found, box


def shown(seen: Visit) -> tuple[str, list[str]]:
    return seen.result(), [slider.input_value() for slider in seen.widget.locator("input[type=range]").all()]


@every_kind
def test_a_finger_that_scrolls_changes_nothing(seen: Visit) -> None:
    finger = Finger(seen)
    seen.unfold()
    before, address = shown(seen), seen.page.url
    for found, box in draggable(seen):
        for share in [0.15, 0.85]:  # left and right of where a thumb may stand
            scrolled = seen.page.evaluate("scrollY")
            x, y = box["x"] + share * box["width"], box["y"] + box["height"] / 2
            finger.swipe(x, y, across=6, down=-120)
            assert seen.page.evaluate("scrollY") > scrolled, "the page does not scroll"
            assert shown(seen) == before, found.evaluate("e => e.outerHTML.slice(0, 200)")
            seen.page.evaluate("y => scrollTo({ top: y, behavior: 'instant' })", scrolled)
            seen.page.wait_for_timeout(100)
    seen.page.wait_for_timeout(600)
    assert seen.page.url == address


@every_kind
def test_a_finger_that_goes_sideways_or_taps_moves_what_it_touches(seen: Visit) -> None:
    finger = Finger(seen)
    seen.unfold()
    for found, box in draggable(seen):
        before, scrolled = seen.result(), seen.page.evaluate("scrollY")
        y = box["y"] + box["height"] / 2
        finger.swipe(box["x"] + 0.3 * box["width"], y, across=0.35 * box["width"], down=4)
        assert seen.result() != before, found.evaluate("e => e.outerHTML.slice(0, 200)")
        assert seen.page.evaluate("scrollY") == scrolled
        if found.evaluate("e => e.type") == "range":
            before = seen.result()
            finger.swipe(box["x"] + 0.2 * box["width"], y, across=0, down=0)
            assert seen.result() != before, "a tap on the rail"


@every_kind
def test_nothing_keeps_a_finger_from_scrolling(seen: Visit) -> None:
    traps = seen.widget.evaluate("""widget => [...widget.querySelectorAll("*")]
        .filter((e) => /none|pan-x/.test(getComputedStyle(e).touchAction))
        .map((e) => e.outerHTML.slice(0, 120))""")
    assert traps == []


@every_widget
def test_what_is_moved_and_what_answers_are_seen_together(seen: Visit) -> None:
    """Whatever has the focus, it is in sight, and so is some of the figure or of the sentence that answers."""
    seen.unfold()
    inputs = seen.widget.locator(f".xb-board :is({SLIDERS}, input, select, textarea, button):visible")
    for key, begin in {"Tab": inputs.first, "Shift+Tab": inputs.last}.items():
        begin.focus()
        left = inputs.count()
        while left and seen.widget.evaluate("e => e.querySelector('.xb-board').contains(document.activeElement)"):
            found = seen.page.locator(":focus")
            what = found.evaluate("e => e.outerHTML.slice(0, 200)")
            assert found.evaluate(IN_SIGHT), f"covered: {what}"
            answer = seen.widget.locator(".xb-answer").bounding_box()
            assert answer
            assert min(answer["y"] + answer["height"], HEIGHT) - max(answer["y"], HEADER) >= 40, what
            seen.page.keyboard.press(key)
            left -= 1
        assert left < inputs.count() / 2, f"{key} goes through the inputs"


@every_widget
def test_what_stays_in_sight_leaves_room_for_what_is_moved(seen: Visit) -> None:
    answer = seen.widget.locator(".xb-answer").bounding_box()
    assert answer
    assert answer["height"] <= (HEIGHT - HEADER) / 2


@every_widget
def test_what_is_dragged_stays_under_the_finger(seen: Visit) -> None:
    """Sentences grow and shrink while a slider moves; the slider may not jump."""
    for slider in seen.sliders.filter(visible=True).all():
        slider.focus()
        places = set()
        for key in ["Home", "End", *["PageUp"] * 5, *["PageDown"] * 10]:
            seen.page.keyboard.press(key)
            places.add(round(slider.evaluate("e => e.getBoundingClientRect().top")))
        assert len(places) == 1, (slider.evaluate("e => e.outerHTML.slice(0, 200)"), places)


@every_widget
def test_the_formula_of_a_page_stands_on_its_second_screen(seen: Visit) -> None:
    """If the page opens with one: the widget before it may not be higher than a phone."""
    top = seen.page.evaluate("""() => {
        const formula = document.querySelector("article .formula");
        const heading = document.querySelector("article h2");
        if (!formula || heading.compareDocumentPosition(formula) === Node.DOCUMENT_POSITION_FOLLOWING) return 0;
        return formula.getBoundingClientRect().top + scrollY;
    }""")
    assert top < 2 * HEIGHT
