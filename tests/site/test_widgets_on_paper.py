"""A page on paper shows the still figure of each widget, and of a tool what it answers; nothing is cut off."""

from widgets_on_pages import Opener, Visit, controls, every_kind, every_widget

PAPER = 700, 990  # CSS pixels, what an A4 sheet has between its margins
VISIBLE = """widget => [...widget.children].filter((e) => e.checkVisibility({ visibilityProperty: true }))
    .map((e) => e.className)"""
CUT = """widget => [widget, ...widget.querySelectorAll("*")]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest("svg svg, .xb-unseen"))
    .filter((e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
    .filter((e) => e.clientWidth > 0 && (getComputedStyle(e).overflow !== "visible" || e.matches("pre")))
    .map((e) => e.outerHTML.slice(0, 120))"""


def print_preview(seen: Visit) -> str:
    """What the table of numbers says when the browser begins to print: it waits for nothing."""
    seen.page.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
    seen.page.emulate_media(media="print")
    begin = "widget => { dispatchEvent(new Event('beforeprint')); return widget.querySelector('table').textContent; }"
    return str(seen.widget.evaluate(begin))


def is_tool(seen: Visit) -> bool:
    return seen.widget.locator(".xb-question").count() == 0


@every_widget
def test_prints_its_still_or_its_answers(visit: Opener) -> None:
    seen = visit()
    still = seen.widget.locator(".xb-still")
    assert not still.evaluate("e => e.checkVisibility({ visibilityProperty: true })")
    for control in controls(seen.widget):
        control.press()
    result = seen.result()
    numbers = print_preview(seen)
    if is_tool(seen):
        assert seen.result() == result
        assert seen.output.is_visible()
        assert seen.widget.get_by_role("table").locator("visible=true").all_text_contents() == [numbers]
        assert seen.widget.get_by_role("button").locator("visible=true").count() == 0
    else:
        assert seen.widget.evaluate(VISIBLE) == ["xb-still"]
        for picture in still.locator("img").all():
            assert picture.evaluate("e => e.complete && e.naturalWidth > 0")
        box = seen.widget.bounding_box()
        assert box
        assert box["height"] < PAPER[1]
    assert seen.widget.evaluate(CUT) == []


@every_kind
def test_is_on_the_screen_as_before_after_printing(visit: Opener) -> None:
    seen = visit()
    before = seen.widget.evaluate(VISIBLE), seen.widget.inner_text()
    print_preview(seen)
    assert (seen.widget.evaluate(VISIBLE), seen.widget.inner_text()) != before
    seen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    seen.page.emulate_media(media="screen")
    seen.page.set_viewport_size({"width": 1280, "height": 800})
    assert (seen.widget.evaluate(VISIBLE), seen.widget.inner_text()) == before
