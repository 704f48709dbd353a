"""A widget in a frame on another site: alone, as high as it is, in the host's scheme, with the way back to its page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from playwright.sync_api import Frame, Page
from visits import AXE, IN_PAGE
from widgets_on_pages import Opener, Place, Visit, every_kind, every_widget

from preview import serving

LISTENING = """<script>
window.heard = [];
addEventListener("message", ({ data, source }) => {
    window.heard.push(data);
    if (data.subject === "lti.frameResize") document.querySelector("iframe").style.height = `${data.height}px`;
});
</script>"""
FITS = """() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return scrollHeight <= innerHeight && scrollWidth <= innerWidth;
}"""
Host = Callable[..., Iterator[Frame]]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """Puts a widget's embed code into a page of another origin, behind something, and loads it at each width."""
    with serving(tmp_path) as other:

        def embed(seen: Visit, before: str, *widths: int) -> Iterator[Frame]:
            code = seen.copied("Embed")
            head = "<!doctype html><title>Another site</title><link rel=icon href='data:,'>"
            page = f"{head}<body style='margin: 0'>{before}{code}"
            (tmp_path / "index.html").write_text(page, encoding="utf-8")
            for width in widths:
                seen.page.set_viewport_size({"width": width, "height": 900})
                seen.page.goto(other)
                frame = seen.page.frames[-1]
                assert urlsplit(frame.url).netloc != urlsplit(other).netloc
                frame.locator("output").wait_for()
                frame.wait_for_function("() => document.fonts.status === 'loaded'")
                yield frame

        yield embed


def alone(place: Place, more: str = "") -> str:
    return f"#{place.id}?alone=1{more}"


def until(page: Page, expression: str) -> None:
    page.wait_for_function(f"() => {expression}")


@every_kind
@pytest.mark.parametrize("width", [320, 800])
def test_is_alone_with_the_way_back(visit: Opener, place: Place, width: int) -> None:
    seen = visit(alone(place), width)
    strangers = seen.widget.evaluate("""widget => [...document.body.querySelectorAll("*")]
        .filter((e) => !e.contains(widget) && !widget.contains(e) && !e.closest(".xb-source"))
        .filter((e) => e.getClientRects().length)
        .map((e) => e.outerHTML.slice(0, 80))""")
    assert strangers == []
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    box = seen.widget.bounding_box()
    assert box
    assert box["x"] == box["y"] == 0


@every_widget
def test_is_accessible_alone(visit: Opener, place: Place) -> None:
    seen = visit(alone(place), 360)
    seen.unfold()
    seen.page.evaluate(AXE)
    seen.page.evaluate(IN_PAGE)
    problems = seen.page.evaluate("inPage.inaccessible()")
    assert problems == [], "\n".join(problems)


@every_kind
def test_its_source_line_leads_to_the_page_as_it_is_seen(visit: Opener, place: Place) -> None:
    page = visit().page.url
    seen = visit(alone(place))
    link = seen.page.get_by_role("link").locator("visible=true")
    assert link.count() == 1
    assert "Extra Bits" in link.inner_text()
    assert "CC BY 4.0" in link.inner_text()
    assert link.get_attribute("target") == "_blank"
    result = seen.change_and_settle()
    with seen.page.context.expect_page() as opened:
        link.click()
    there = Visit(opened.value, place)
    there.run()
    assert there.page.url.partition("#")[0] == page
    assert there.page.locator("h1").is_visible()
    assert there.result() == result


@every_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_wears_the_scheme_of_the_page_that_holds_it(visit: Opener, place: Place, scheme: str) -> None:
    other = {"light": "dark", "dark": "light"}[scheme]
    seen = visit(alone(place, f"&scheme={scheme}"), color_scheme=other)
    assert seen.widget.evaluate("e => getComputedStyle(e).colorScheme").startswith("dark") == (scheme == "dark")
    seen = visit(alone(place, "&scheme=pink"), color_scheme=scheme)
    assert seen.widget.evaluate("e => getComputedStyle(e).colorScheme").startswith("dark") == (scheme == "dark")


@every_widget
def test_the_frame_is_high_enough_without_a_script_around_it(visit: Opener, host: Host) -> None:
    seen = visit()
    seen.change()
    result = seen.result()
    for frame in host(seen, "", 1280, 700, 360, 320):
        assert frame.locator("output").inner_text() == result
        assert frame.evaluate(FITS), frame.evaluate("[document.documentElement.scrollHeight, innerHeight, innerWidth]")


@every_kind
def test_tells_its_height_to_whoever_holds_it(visit: Opener, place: Place, host: Host) -> None:
    seen = visit()
    (frame,) = host(seen, LISTENING, 800)
    until(seen.page, "window.heard.length >= 2")
    first = seen.page.evaluate("window.heard.at(-1)")
    assert first.keys() == {"type", "id", "height"}
    assert (first["type"], first["id"]) == ("extra-bits:height", place.id)
    assert {"subject": "lti.frameResize", "height": first["height"]} in seen.page.evaluate("window.heard")
    frame.locator(".xb-numbers summary").click()  # the table makes it higher
    until(seen.page, f"window.heard.at(-1).height > {first['height']}")
    until(seen.page, f"document.querySelector('iframe').clientHeight > {first['height']}")
    assert frame.evaluate(FITS)
    frame.locator(".xb-numbers summary").click()
    until(seen.page, f"window.heard.at(-1).height === {first['height']}")


@every_widget
def test_the_embed_code_is_complete(visit: Opener, place: Place) -> None:
    seen = visit()
    frame = html.fragment_fromstring(seen.copied("Embed"))
    assert frame.tag == "iframe"
    assert frame.get("title") == seen.widget.get_attribute("aria-label")
    assert frame.get("loading") == "lazy"
    assert "clipboard-write" in frame.get("allow", "")
    address = urlsplit(frame.get("src", ""))
    assert address.query == ""
    assert address.fragment.startswith(f"{place.id}?")
