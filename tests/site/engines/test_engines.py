"""The main way through the site, the same steps in three engines: Blink, Gecko and WebKit.

What only one of them does wrong shows here; everything else is tested in Chromium alone.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Chromium
from conftest import SITE
from engine import Engine, Kept
from firefox import Firefox
from playwright.sync_api import Browser
from webkit import WebKit
from widgets_on_pages import KINDS, SLIDERS, Place

from browser import program_of
from preview import BELOW, serving

KL, CALCULATOR = "concepts/kl-divergence/", "reference/calculator/"
DESKTOP, PHONE = (1280, 800), (360, 740)
SLIDER, RESULT = "#board-p-0", "#board output"
TWO_LAWS = "0.5 0.9\n0.5 0.1"
D = "0.736966"  # bits, of these two
WITH_STEPS = [place for place in KINDS if place.tag != "xb-calculator"]  # which has a test of its own
LONGEST = 400  # stops of the Tab key
REST = 0.5  # seconds; a widget writes the address a little sooner after the last change
BELOW_HEADER = """(() => {
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
    const { top } = document.querySelector(%r).getBoundingClientRect();
    return top >= header - 1 && top < header + 60;
})()"""
# Where the focus is among all elements, and which part of the page that is.
FOCUSED = """(() => {
    const e = document.activeElement;
    const parts = [".md-skip", "header", ".menu", ".toc", "main", "footer"];
    const place = [...document.querySelectorAll("*")].indexOf(e);
    return [place, parts.find((part) => e.closest(part)) ?? e.outerHTML.slice(0, 90), e.outerHTML.slice(0, 90)];
})()"""


def needed(package: str) -> Path:
    """The program of a package; without it the test is skipped."""
    program = program_of(package)
    if program is None:
        pytest.skip(f"not run: {package} is not installed")
    return program


STARTS: dict[str, Callable[[Browser], Engine]] = {
    "chromium": Chromium,
    "firefox": lambda _: Firefox(needed("firefox-esr")),
    "webkit": lambda _: WebKit(needed("webkit2gtk-driver"), needed("xvfb")),
}


@pytest.fixture(scope="session", params=STARTS)
def started(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Engine]:
    engine = STARTS[request.param](browser)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def home(base: str) -> Iterator[str]:
    """The address of the site a second time, with what keeps the messages in each page."""
    with serving(SITE, BELOW, Kept) as address:
        yield address


@pytest.fixture
def engine(started: Engine) -> Iterator[Engine]:
    """An engine with a desktop's window; whatever a test does there, nothing must be complained of."""
    started.resize(*DESKTOP)
    yield started
    assert started.messages() == []


def wait_for_change(engine: Engine, selector: str, before: str) -> str:
    """What an element says when it no longer says the same."""
    engine.wait_for(f"document.querySelector({selector!r}).innerText.trim() !== {before!r}")
    return engine.text(selector)


def address_at_rest(engine: Engine) -> str:
    """The address when all that a widget writes into it is there."""
    before = ""
    while (now := str(engine.evaluate("location.href"))) != before:
        before = now
        time.sleep(REST)
    return now


def open_board(engine: Engine, home: str) -> str:
    """Go to the widget of a concept page; what it says."""
    engine.open(home + KL)
    engine.evaluate("document.querySelector('#board').scrollIntoView({ behavior: 'instant' })")
    engine.wait_for(f"document.querySelector({RESULT!r})?.innerText")
    return engine.text(RESULT)


def test_the_messages_of_a_page_are_heard(started: Engine, home: str) -> None:
    started.open(home)
    for wrong, heard in {
        "document.body.append(Object.assign(new Image(), { src: 'https://example.org/a.png' }))": "policy img-src",
        "setTimeout(() => { throw new Error('thrown'); })": "thrown",
        "console.error('said')": "said",
        "Promise.reject(new Error('refused'))": "refused",
    }.items():
        started.evaluate(f"void ({wrong})")
        started.wait_for(f"sessionStorage.messages?.includes({heard!r})")
        assert any(heard in message for message in started.messages())


def test_from_home_to_a_page_and_back(engine: Engine, home: str) -> None:
    engine.open(home)
    title = engine.text("h1")
    engine.click("main a[href='concepts/entropy/']")
    engine.wait_for("document.querySelector('h1').innerText.includes('Entropy')")
    engine.back()
    engine.wait_for(f"document.querySelector('h1')?.innerText.trim() === {title!r}")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_link_into_a_page_leads_below_the_header_and_back_to_where_it_was(
    engine: Engine, home: str, size: tuple[int, int]
) -> None:
    engine.resize(*size)
    engine.open(home + KL)
    for target in ("zeros", "definition", "questions"):
        engine.evaluate("scrollTo({ top: 300, behavior: 'instant' })")
        engine.wait_for("scrollY === 300")
        engine.evaluate(f"document.querySelector('article a[href=\"#{target}\"]').click()")
        engine.wait_for(BELOW_HEADER % f"#{target}")
        engine.back()
        engine.wait_for("Math.abs(scrollY - 300) < 60")


def test_a_question_that_is_linked_is_open(engine: Engine, home: str) -> None:
    engine.open(home + KL)
    question = engine.evaluate("document.querySelector('details.question').id")
    engine.open("about:blank")
    engine.open(f"{home}{KL}#{question}")
    engine.wait_for(f"document.getElementById({question!r}).open")
    engine.wait_for(BELOW_HEADER % f"#{question}")


def test_a_slider_follows_the_keys_and_the_address_follows_it(engine: Engine, home: str) -> None:
    untouched = open_board(engine, home)
    engine.evaluate(f"document.querySelector({SLIDER!r}).focus()")
    for _ in range(5):
        engine.press("ArrowRight")
    engine.wait_for("location.hash.startsWith('#board?p=')")
    link, changed = address_at_rest(engine), engine.text(RESULT)
    assert changed != untouched
    engine.open("about:blank")
    engine.open(link)
    engine.wait_for(f"document.querySelector({RESULT!r})?.innerText.trim() === {changed!r}")
    engine.open(home + KL)
    engine.back()
    engine.wait_for(f"document.querySelector({RESULT!r})?.innerText.trim() === {changed!r}")


def test_a_slider_follows_the_mouse(engine: Engine, home: str) -> None:
    untouched = open_board(engine, home)
    engine.click(SLIDER, across=0.8)
    wait_for_change(engine, RESULT, untouched)
    assert 75 <= float(engine.evaluate(f"document.querySelector({SLIDER!r}).value")) <= 85
    engine.wait_for("location.hash.startsWith('#board?p=')")


def test_back_and_the_widget_agree(engine: Engine, home: str) -> None:
    untouched = open_board(engine, home)
    engine.evaluate("document.querySelector('main a[href=\"#definition\"]').click()")
    engine.wait_for("location.hash.startsWith('#definition')")
    engine.click(SLIDER, across=0.8)
    wait_for_change(engine, RESULT, untouched)
    engine.wait_for("location.hash.startsWith('#board?p=')")
    engine.back()
    engine.wait_for(
        f"document.querySelector({RESULT!r}).innerText.trim() === {untouched!r} === !location.hash.includes('p=')"
    )


@pytest.mark.parametrize("place", WITH_STEPS, ids=str)
def test_each_widget_goes_its_steps_and_the_address_says_what_it_shows(engine: Engine, home: str, place: Place) -> None:
    widget = f"{place.tag}#{place.id}"
    output, step = f"{widget} output", f"{widget} [aria-label=Steps] button"
    engine.open(home + place.address)
    engine.evaluate(f"document.querySelector({widget!r}).scrollIntoView({{ behavior: 'instant' }})")
    engine.wait_for(f"document.querySelector({output!r})?.innerText")
    untouched = engine.text(output)
    engine.evaluate(f"document.querySelectorAll({step!r})[2].focus()")
    engine.press("Enter")
    wait_for_change(engine, output, untouched)
    slider = f"[...document.querySelectorAll({f'{widget} :is({SLIDERS})'!r})].find((e) => e.checkVisibility())"
    if engine.evaluate(f"Boolean({slider})"):
        before = address_at_rest(engine)
        engine.evaluate(f"{slider}.focus()")
        for key in 3 * ["ArrowRight"] + 2 * ["ArrowLeft"]:
            engine.press(key)
        engine.wait_for(f"location.href !== {before!r}")
    link, said = address_at_rest(engine), engine.text(output)
    assert f"#{place.id}?" in link
    engine.open("about:blank")
    engine.open(link)
    engine.wait_for(f"document.querySelector({output!r})?.innerText.trim() === {said!r}")


def test_the_calculator_answers_for_two_laws(engine: Engine, home: str) -> None:
    engine.open(home + CALCULATOR)
    engine.click("#calculator-lists")
    engine.press("Control+a")
    engine.type(TWO_LAWS)
    engine.wait_for(f"document.querySelector('#calculator output').innerText.includes({D!r})")
    engine.wait_for("location.hash.includes('lists=')")
    link = address_at_rest(engine)
    engine.open("about:blank")
    engine.open(link)
    engine.wait_for(f"document.querySelector('#calculator output')?.innerText.includes({D!r})")


def test_search_is_typed_chosen_and_followed(engine: Engine, home: str) -> None:
    engine.open(home + KL)
    engine.press("Control+k")
    engine.type("entropy")
    engine.wait_for("document.querySelectorAll('[role=option]').length > 3")
    engine.press("ArrowDown")
    engine.wait_for("document.querySelector('[role=option][aria-selected=true]')")
    chosen = engine.evaluate("document.querySelector('[role=option][aria-selected=true]').href")
    engine.press("Enter")
    engine.wait_for(f"location.href === {chosen!r}")
    engine.wait_for("document.querySelector('h1')?.innerText.includes('Entropy')")


def test_the_tab_key_goes_once_through_a_page(engine: Engine, home: str) -> None:
    engine.open(home + KL)
    parts: list[str] = []
    last = -1
    for _ in range(LONGEST):
        engine.press("Tab")
        place, part, element = engine.evaluate(FOCUSED)
        if place < last and part == "main" and "radio" not in element:
            pytest.fail(f"back at {element}")
        last = place
        parts += [part] if part not in parts[-1:] else []
        if part == "footer":
            break
    assert parts[0] == ".md-skip"
    assert parts[-2:] == ["main", "footer"]
    assert len(parts) == len(set(parts))


def test_the_skip_link_leads_into_the_content(engine: Engine, home: str) -> None:
    engine.open(home + KL)
    engine.press("Tab")
    assert engine.evaluate("document.activeElement.className") == "md-skip"
    engine.press("Enter")
    engine.wait_for(BELOW_HEADER % "h1")
    engine.press("Tab")
    assert engine.evaluate("Boolean(document.activeElement.closest('article'))")


def test_a_figure_opens_large_and_closes(engine: Engine, home: str) -> None:
    engine.open(home + KL)
    engine.evaluate("document.querySelector('#figure-evidence-settles .enlarge').focus()")
    engine.press("Enter")
    engine.wait_for("document.querySelector('dialog[open] :is(img, svg)')?.getBoundingClientRect().width > 600")
    engine.press("Escape")
    engine.wait_for("!document.querySelector('dialog[open]')")
    assert engine.evaluate("document.activeElement.className") == "enlarge"


def test_no_empty_box_scrolls(engine: Engine, home: str) -> None:
    """A scroll bar with nothing to scroll, and in Firefox one more stop of the Tab key."""
    engine.open(home + KL)
    assert (
        engine.evaluate("""[...document.querySelectorAll(".md-sidebar__scrollwrap")]
        .filter((e) => e.scrollHeight > e.clientHeight && e.scrollHeight - e.clientHeight < 12)
        .map((e) => `${e.scrollHeight} of ${e.clientHeight}`)""")
        == []
    )
