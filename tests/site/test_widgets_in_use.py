"""Every kind of widget, used many times: what was done is taken back, nonsense is survived, nothing is left behind.

One page of each kind is used for all of it.
"""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Browser, CDPSession, expect
from widgets_on_pages import KINDS, Control, Place, Visit, controls

IN_WIDGET = Path(__file__).with_name("in-widget.mjs").read_text(encoding="utf-8")
SVG = "{http://www.w3.org/2000/svg}"
PROJECTOR = {"width": 1920, "height": 1080}
# The thirtieth part of the height can be read from a distance of six times the height.
LEGIBLE = 1080 / 45
MANY = 110  # more than can be taken back
MORE = 40
WITHOUT = "reference/notation/"  # a page that has no widget
MOST = 25_000  # bytes, compressed
WEIGHTS = """() => performance.getEntriesByType("resource")
    .filter(({ name }) => /[.](js|css)$/.test(name)).map(({ name, encodedBodySize }) => [name, encodedBodySize])"""
PAUSE = 1100  # milliseconds, after which a key begins a new step
each_kind = pytest.mark.parametrize("place", KINDS, ids=str, scope="module")


@pytest.fixture(scope="module")
def used(browser: Browser, base: str, place: Place) -> Iterator[Visit]:
    """A page of the kind, for all tests of it: each begins where the widget begins."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="dark", accept_downloads=True)
    page = context.new_page()
    seen = Visit(page, place)
    page.goto(f"{base}{place.address}")
    seen.run()
    page.evaluate(IN_WIDGET)
    yield seen
    context.close()


@pytest.fixture
def seen(used: Visit) -> Iterator[Visit]:
    used.widget.get_by_role("button", name="Start again").click()
    used.complaints.clear()
    yield used
    assert used.complaints == []


@pytest.fixture(scope="module")
def strange(browser: Browser, base: str, place: Place) -> Iterator[Visit]:
    """The same for who has enlarged the page to 400 %, with colours of their own, and wants nothing to move."""
    context = browser.new_context(
        viewport={"width": 320, "height": 256}, forced_colors="active", reduced_motion="reduce", color_scheme="dark"
    )
    visit = Visit(context.new_page(), place)
    visit.page.goto(f"{base}{place.address}")
    visit.run()
    yield visit
    context.close()


def call(seen: Visit, expression: str) -> Any:
    return seen.widget.evaluate(f"widget => inWidget.{expression}")


def press(seen: Visit, name: str) -> None:
    seen.widget.get_by_role("button", name=name, exact=True).click()


@each_kind
def test_whatever_is_done_is_taken_back_and_done_again(seen: Visit) -> None:
    found = call(seen, "thereAndBack(widget, 60)")
    there = found["there"]
    assert len(there) > 10, "random use changes the state"
    assert found["back"][-len(there) + 1 :] == there[-2::-1]
    assert found["again"][-len(there) + 1 :] == there[1:]


@each_kind
def test_a_run_of_keys_is_one_step(seen: Visit) -> None:
    untouched = seen.result()
    seen.change()
    changed = seen.result()
    press(seen, "Undo")
    assert seen.result() == untouched
    press(seen, "Redo")
    assert seen.result() == changed
    press(seen, "Start again")
    assert seen.result() == untouched
    press(seen, "Undo")
    assert seen.result() == changed


@each_kind
def test_keys_take_back_while_the_focus_is_inside(seen: Visit) -> None:
    untouched = seen.result()
    control = seen.change()
    if control.locator.evaluate("e => e.matches('textarea, input:not([type=range], [type=radio], [type=checkbox])')"):
        control.locator.blur()  # there the keys are the browser's
        seen.widget.get_by_role("button", name="Undo").focus()
    changed, press_key = seen.result(), seen.page.keyboard.press
    for keys, result in [("Control+z", untouched), ("Control+Shift+Z", changed), ("Control+z", untouched)]:
        press_key(keys)
        assert seen.result() == result
    press_key("Control+y")
    assert seen.result() == changed
    seen.page.evaluate("document.activeElement.blur()")
    press_key("Control+z")
    assert seen.result() == changed


@pytest.mark.parametrize("place", [place for place in KINDS if place.tag == "xb-bars"], ids=str, scope="module")
def test_keys_after_a_pause_are_another_step(seen: Visit) -> None:
    slider, results = Control(seen.sliders.first, "ArrowRight"), [seen.result()]
    for _ in range(2):
        slider.press(5)
        results.append(seen.result())
        seen.page.wait_for_timeout(PAUSE)
    for result in results[-2::-1]:
        press(seen, "Undo")
        assert seen.result() == result


@each_kind
def test_each_state_comes_back_by_its_address(seen: Visit) -> None:
    assert call(seen, "lostOnTheWay(widget, 100)") == []


@each_kind
def test_a_thousand_nonsense_addresses_are_survived(seen: Visit) -> None:
    assert call(seen, "nonsense(widget, 1000)") == []


@each_kind
def test_long_use_leaves_nothing_behind(seen: Visit) -> None:
    session = seen.page.context.new_cdp_session(seen.page)
    session.send("Performance.enable")
    call(seen, f"use(widget, {MANY}, 17)")
    held = [kept(session)]
    for seed in (19, 23, 29):
        call(seen, f"use(widget, {MORE}, {seed})")
        held.append(kept(session))
    session.detach()
    # What is left behind grows every time; what the browser sets up for itself does not.
    for name, most in {"JSEventListeners": 4, "Nodes": 60, "JSHeapUsedSize": 100_000}.items():
        assert min(after[name] - before[name] for before, after in pairwise(held)) <= most, (name, held)


def kept(session: CDPSession) -> dict[str, float]:
    """What the page holds after everything that can go is gone."""
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    return {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}


@pytest.fixture(scope="module")
def usual(browser: Browser, base: str) -> set[str]:
    """What a page loads without a widget."""
    page = browser.new_page()
    page.goto(base + WITHOUT, wait_until="networkidle")
    names = {name for name, _ in page.evaluate(WEIGHTS)}
    page.context.close()
    return names


@each_kind
def test_it_is_light_with_all_that_it_alone_needs(used: Visit, usual: set[str]) -> None:
    if used.widget.locator(".xb-question").count() == 0:
        pytest.skip("a tool is what its page is for")
    used.reload()
    used.page.evaluate(IN_WIDGET)
    weights = {name: size for name, size in used.page.evaluate(WEIGHTS) if name not in usual}
    assert any(f"/{used.place.tag}.js" in name for name in weights)
    assert sum(weights.values()) <= MOST, weights


@each_kind
def test_a_hidden_page_does_no_work(seen: Visit) -> None:
    call(seen, "hide(widget)")
    seen.page.wait_for_timeout(200)  # what was under way
    changes = call(seen, "changesDuring(widget, 300)")
    seen.page.evaluate("inWidget.unhide()")
    assert changes == 0


@each_kind
def test_its_numbers_are_a_table_that_programs_read(seen: Visit) -> None:
    rows = list(csv.reader(StringIO(taken(seen, "CSV").decode())))
    table = seen.widget.evaluate("e => e.table('bits')")
    assert [len(row) for row in rows] == [len(row) for row in [table["head"], *table["rows"]]]
    assert rows[0] == [name.replace("\u00a0", " ") for name in table["head"]]
    assert [cell for row in rows for cell in row if cell[:1] == "−" or cell.endswith(" %")] == []


@each_kind
def test_its_picture_needs_nothing_but_itself(seen: Visit) -> None:
    drawn = ElementTree.fromstring(taken(seen, "SVG"))
    assert drawn.tag == f"{SVG}svg"
    assert {element.tag.partition("}")[0] + "}" for element in drawn.iter()} == {SVG}
    assert [element.tag for element in drawn.iter() if {"class", "style"} & element.attrib.keys()] == []
    words = " ".join(drawn.itertext())
    for part in (seen.widget.get_attribute("aria-label"), seen.result(), "Extra Bits, CC BY 4.0", f"#{seen.place.id}"):
        assert str(part) in words
    places = [float(text.attrib["x"]) for text in drawn.findall(f"{SVG}text")]
    assert 0 <= min(places) <= max(places) <= float(drawn.attrib["width"])


@each_kind
@pytest.mark.parametrize("ground", ["white", "transparent"])
def test_its_pixels_have_the_ground_that_was_asked_for(seen: Visit, ground: str) -> None:
    seen.unfold()
    seen.widget.get_by_role("checkbox", name="without the white ground").set_checked(ground == "transparent")
    with Image.open(BytesIO(taken(seen, "PNG"))) as picture:
        pixels = picture.convert("RGBA")
    corner = pixels.getpixel((2, 2))
    assert corner == ((255, 255, 255, 255) if ground == "white" else (0, 0, 0, 0))
    ink = pixels.getbbox() if ground == "transparent" else Image.eval(pixels.convert("L"), lambda p: 255 - p).getbbox()
    assert ink
    assert ink[2] - ink[0] > pixels.width / 2
    assert ink[3] - ink[1] > pixels.height / 2


def taken(seen: Visit, name: str) -> bytes:
    seen.unfold()
    with seen.page.expect_download() as download:
        press(seen, name)
    assert download.value.suggested_filename == f"{seen.place.id}.{name.lower()}"
    return Path(download.value.path()).read_bytes()


@each_kind
def test_it_fills_a_projector_with_type_for_the_last_row(seen: Visit) -> None:
    before = seen.widget.bounding_box()
    seen.page.set_viewport_size(PROJECTOR)  # type: ignore[arg-type]
    press(seen, "Full screen")
    seen.page.wait_for_function("() => document.fullscreenElement?.style.zoom > 1")
    size = seen.output.evaluate("e => parseFloat(getComputedStyle(e).fontSize) * e.currentCSSZoom")
    assert size >= LEGIBLE
    assert seen.page.evaluate("document.fullscreenElement.scrollWidth <= document.fullscreenElement.clientWidth")
    press(seen, "Full screen")
    seen.page.wait_for_function("() => !document.fullscreenElement")
    seen.page.set_viewport_size({"width": 1280, "height": 800})
    expect(seen.widget).to_have_css("zoom", "1")
    after = seen.widget.bounding_box()
    assert before
    assert after
    assert (after["width"], after["height"]) == (before["width"], before["height"])


@each_kind
def test_at_four_hundred_per_cent_nothing_is_out_of_reach(strange: Visit) -> None:
    strange.unfold()
    assert strange.page.evaluate("document.documentElement.scrollWidth") <= 320
    for control in list(controls(strange.widget))[:12]:
        control.locator.focus()
        assert control.locator.evaluate("""e => {
            const seen = e.matches("[type=radio], [type=checkbox]") ? e.closest("label") : e;
            const { left, top, width, height } = seen.getBoundingClientRect();
            const hit = document.elementFromPoint(left + width / 2, top + height / 2);
            return hit !== null && (seen.contains(hit) || hit.contains(seen));
        }"""), control.locator.evaluate("e => `covered: ${e.outerHTML.slice(0, 200)}`")


@each_kind
def test_in_the_readers_own_colours_its_drawing_moves_and_nothing_else(strange: Visit) -> None:
    figure = strange.widget.locator(".xb-board")
    strange.page.wait_for_function("() => document.getAnimations().length === 0")
    before = figure.screenshot(animations="allow")
    strange.change()
    moving = strange.page.evaluate("document.getAnimations().map(({ effect }) => effect.target.outerHTML.slice(0, 80))")
    assert moving == []
    strange.page.evaluate("document.activeElement.blur()")
    assert figure.screenshot(animations="allow") != before
    assert strange.complaints == []


@each_kind
def test_each_step_of_its_story_is_a_link_on_its_page(seen: Visit) -> None:
    links = seen.page.locator(f"article ol a[href^='#{seen.place.id}?']")
    buttons = seen.widget.locator(".xb-presets button")
    assert links.count() == buttons.count()
    assert links.count() or not seen.place.address.startswith("explore/")
    for link, button in zip(links.all(), buttons.all(), strict=True):
        link.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        assert str(button.text_content()).endswith(str(link.text_content()))
        words = str(link.locator("..").text_content()).partition(": ")[2]
        expect(seen.widget.locator(".xb-preset-words")).to_contain_text(words.strip())
