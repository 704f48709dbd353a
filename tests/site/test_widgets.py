"""What every widget on every built page must do, whatever it shows. A new widget needs no mention."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page
from widgets_on_pages import PLACES, SLIDERS, Control, Place, controls

UNITS = ["nats", "bans", "bits"]
TOUCH_TARGET = 44  # CSS pixels
TARGETS = f"button, summary, select, textarea, label:has(input), input[type=number], {SLIDERS}"
NONSENSE = ["", "tea", "-1_2", "1e999_1", "NaN_NaN_NaN", "0_0_0_0", "%00", "<b>"]
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("The operation is insecure.", "SecurityError"); } })"""
FULL_STORAGE = """Storage.prototype.setItem = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError"); }"""
NO_CLIPBOARD = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"


class Visit:
    """A widget on an open page, and what the page's console complained of."""

    def __init__(self, page: Page, place: Place) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.widget = page.locator(f"{place.tag}#{place.id}")
        self.sliders = self.widget.locator(SLIDERS)
        self.units = self.widget.get_by_role("group", name="Unit").get_by_role("radio")
        self.output = self.widget.locator("output")

    def goto(self, address: str) -> None:
        self.page.goto(address)
        if "embed=" not in address:  # alone, it is in view
            self.widget.scroll_into_view_if_needed()
        self.output.wait_for()

    def reload(self) -> None:
        self.goto(self.page.url)

    def result(self) -> str:
        return self.output.inner_text()

    def change(self) -> Control:
        """Change the state by keyboard, with the first control that changes the result."""
        before = self.result()
        for control in controls(self.widget):
            control.press(5 if control.key.startswith("Arrow") else 1)
            if self.result() != before:
                return control
        raise AssertionError("no key on any control of this widget changes its result")

    def copied(self, button: str) -> str:
        self.widget.get_by_role("button", name=button, exact=True).click()
        self.widget.get_by_text("is copied").wait_for()
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def choose_unit(self, unit: str) -> None:
        self.widget.get_by_role("radio", name=unit).check()


Opener = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, base: str, place: Place) -> Iterator[Opener]:
    """Opens the widget's page; whatever a test does there, the console must stay silent."""
    visits: list[Visit] = []

    def open_widget(query: str = "", width: int = 1280, before: str = "") -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
        )
        page = context.new_page()
        if before:
            page.add_init_script(before)
        visits.append(Visit(page, place))
        visits[-1].goto(f"{base}{place.address}{query and '?' + query}")
        return visits[-1]

    yield open_widget
    for seen in visits:
        seen.page.context.close()
    assert [complaint for seen in visits for complaint in seen.complaints] == []


def units_in(text: str) -> set[str]:
    return set(re.findall(r"\w+", text)) & set(UNITS)


every_widget = pytest.mark.parametrize("place", PLACES, ids=str)


def test_there_are_widgets() -> None:
    assert PLACES, "no page of the built site has a widget: scripts/test.py builds it first"


@every_widget
def test_can_be_linked(place: Place) -> None:
    assert place.id, f"give <{place.tag}> on {place.address or 'the home page'} an id: its address is made from it"


@every_widget
def test_shows_a_result_before_anything_is_touched(visit: Opener) -> None:
    seen = visit()
    assert re.search(r"\d", seen.result())
    assert seen.output.get_attribute("aria-live") == "polite"
    assert seen.widget.get_by_role("table").count() == 0, "the table waits until it is asked for"
    seen.widget.locator("summary").click()
    assert re.search(r"\d", seen.widget.get_by_role("table").inner_text())


@every_widget
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


@every_widget
def test_answers_a_prediction(visit: Opener) -> None:
    seen = visit()
    for answer in seen.widget.locator(".xb-question button").all():
        answer.click()
        assert answer.get_attribute("aria-pressed") == "true"
        assert seen.widget.locator(".xb-question [role=status]").inner_text()


@every_widget
def test_state_travels_in_the_copied_link(visit: Opener, place: Place) -> None:
    seen = visit()
    untouched = seen.result()
    seen.change()
    link, result = seen.copied("Copy link"), seen.result()
    assert urlsplit(link).fragment == place.id
    seen.page.goto("about:blank")
    seen.goto(link)
    assert seen.result() == result != untouched


@every_widget
def test_state_is_written_to_the_address_and_taken_back(visit: Opener) -> None:
    seen = visit()
    untouched, address = seen.result(), seen.page.url
    seen.change()
    result = seen.result()
    seen.page.wait_for_url(lambda url: url != address)
    seen.reload()
    assert seen.result() == result
    again = seen.widget.get_by_role("button", name="Start again")
    if again.count():
        again.click()
        assert seen.result() == untouched
        seen.page.wait_for_url(address)


@every_widget
def test_nonsense_in_the_address_gives_the_default(visit: Opener) -> None:
    seen = visit()
    untouched, address = seen.result(), seen.page.url
    seen.change()
    names = [name for name, _ in parse_qsl(urlsplit(seen.copied("Copy link")).query)]
    assert names
    for nonsense in NONSENSE:
        seen.page.goto("about:blank")
        seen.goto(f"{address}?{urlencode(dict.fromkeys(names, nonsense))}")
        assert seen.result() == untouched, nonsense


@every_widget
@pytest.mark.parametrize("storage", [NO_STORAGE, FULL_STORAGE], ids=["forbidden", "full"])
def test_works_without_storage(visit: Opener, storage: str) -> None:
    seen = visit(before=storage)
    if seen.units.count():
        seen.choose_unit("nats")
        assert "nats" in seen.result()
    seen.change()


@every_widget
def test_the_unit_is_the_readers_choice_everywhere(visit: Opener) -> None:
    seen = visit()
    if seen.units.count() == 0:
        pytest.skip("this widget counts in one unit")
    for unit in UNITS:
        seen.choose_unit(unit)
        assert units_in(seen.result()) == {unit}
        seen.reload()
        assert units_in(seen.result()) == {unit}


@every_widget
@pytest.mark.parametrize("width", [320, 800])
def test_is_alone_when_embedded(visit: Opener, place: Place, width: int) -> None:
    seen = visit(urlencode({"embed": place.id or ""}), width)
    strangers = seen.widget.evaluate("""widget => [...document.body.querySelectorAll("*")]
        .filter((e) => !e.contains(widget) && !widget.contains(e) && e.getClientRects().length)
        .map((e) => e.outerHTML.slice(0, 80))""")
    assert strangers == []
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    box = seen.widget.bounding_box()
    assert box
    assert box["x"] == box["y"] == 0


@every_widget
def test_the_embed_code_is_a_frame_of_this_state(visit: Opener) -> None:
    seen = visit()
    seen.change()
    frame = html.fragment_fromstring(seen.copied("Embed"))
    assert frame.tag == "iframe"
    assert frame.get("title")
    result = seen.result()
    seen.goto(frame.get("src") or "")
    assert seen.result() == result


@every_widget
def test_offers_the_text_where_the_clipboard_is_forbidden(visit: Opener) -> None:
    seen = visit(before=NO_CLIPBOARD)
    seen.widget.get_by_role("button", name="Copy link").click()
    box = seen.widget.get_by_role("textbox", name="Text to copy")
    box.wait_for()
    assert box.input_value().startswith("http")


@every_widget
def test_fingers_can_hit_everything(visit: Opener) -> None:
    seen = visit(width=320)
    targets = seen.widget.locator(TARGETS).filter(visible=True).all()
    assert targets
    for target in targets:
        box = target.bounding_box()
        assert box
        assert box["height"] >= TOUCH_TARGET, target.evaluate("e => e.outerHTML")
        assert box["width"] >= TOUCH_TARGET, target.evaluate("e => e.outerHTML")
    seen.widget.locator("summary").click()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320
