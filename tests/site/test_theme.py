"""The page around the text, used as a reader would: skip link, menu, colour scheme."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from jinja2 import Environment, UndefinedError
from PIL import Image, ImageStat
from playwright.sync_api import Browser, Page, expect

from environment import ROOT

THEME = ROOT / "site_src" / "theme"
KL = "concepts/kl-divergence/"
FORBIDDEN_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("The operation is insecure.", "SecurityError"); } })"""

LONGEST = 400  # stops of the Tab key
# Until the colours have changed, or begun to change anew; in a section that is not laid out no end is told.
SETTLED = """Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.target.checkVisibility({ contentVisibilityAuto: true }))
    .map(({ finished }) => finished))"""
FOCUSED = """() => {
    const e = document.activeElement;
    const part = e.closest("header") ? "header" : e.matches(".md-skip") ? "skip" : "page";
    const { outlineStyle, outlineWidth } = getComputedStyle(e);
    const outline = outlineStyle === "none" ? 0 : parseFloat(outlineWidth);
    return [part, e.getBoundingClientRect().top, outline, e.outerHTML.slice(0, 90)];
}"""
FIRST_IN_ARTICLE = """() => {
    const stops = [...document.querySelectorAll("article :is(a, button, input, summary, [tabindex='0'])")];
    return document.activeElement === stops.find((stop) => stop.checkVisibility());
}"""
PHONE: Any = {"width": 360, "height": 740}
# In which part of the page the focus is, each with what shows it.
PART = """() => {
    const parts = {
        "skip link": ".md-skip", home: ".md-logo", menu: ".menu-switch, #__drawer", tabs: ".md-tabs",
        scheme: "#scheme-switch", search: ".search-open, .md-search", pages: ".menu", sections: ".toc",
        content: "main", foot: "footer",
    };
    const part = Object.keys(parts).find((name) => document.activeElement.closest(parts[name]));
    return part ?? document.activeElement.outerHTML;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, color_scheme="light")
    yield context.new_page()
    context.close()


def parts(page: Page) -> list[str]:
    """The parts of a page in the order of the Tab key, up to its content."""
    found = [""]
    while found[-1] != "content" and len(found) < LONGEST:
        page.keyboard.press("Tab")
        part = page.evaluate(PART)
        found += [part] if part != found[-1] else []
    return found[1:]


BEFORE_CONTENT = [
    (1280, True, ["skip link", "home", "tabs", "scheme", "search", "pages", "sections", "content"]),
    (360, True, ["skip link", "menu", "scheme", "search", "content"]),
    (1280, False, ["skip link", "home", "tabs", "pages", "sections", "content"]),
    (360, False, ["skip link", "menu", "content"]),
]


@pytest.mark.parametrize(("width", "scripts", "expected"), BEFORE_CONTENT)
def test_the_tab_key_goes_in_the_order_that_is_seen(
    browser: Browser, base: str, width: int, scripts: bool, expected: list[str]
) -> None:
    viewport: Any = {"width": width, "height": 800}
    context = browser.new_context(viewport=viewport, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(base + KL)
    assert parts(page) == expected
    context.close()


@pytest.mark.parametrize("where", [KL, "", "reference/calculator/", "notebooks/two-betas/", "nowhere/"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_skip_link_leads_to_the_title(page: Page, base: str, where: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(base + where)
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_have_css("opacity", "1")
    skip.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate(FIRST_IN_ARTICLE)


def test_the_main_landmark_holds_the_article_and_nothing_beside_it(page: Page, base: str) -> None:
    for where in (KL, "nowhere/"):
        page.goto(base + where)
        main = page.get_by_role("main")
        expect(main).to_have_count(1)
        expect(main.get_by_role("article")).to_have_count(1)
        assert main.locator(".md-sidebar, .md-tabs, footer").count() == 0


def test_the_menu_is_a_disclosure(phone: Page, base: str) -> None:
    phone.goto(base + KL)
    opener, link = phone.get_by_role("button", name="Menu", exact=True), phone.locator("#__menu a", has_text="Look up")
    closer = phone.get_by_role("button", name="Close the menu")
    for key, place in [("Escape", link), ("Enter", closer)]:
        expect(opener).to_have_attribute("aria-expanded", "false")
        expect(link).not_to_be_visible()
        opener.press("Enter")
        expect(opener).to_have_attribute("aria-expanded", "true")
        expect(link).to_be_visible()
        assert phone.evaluate("Boolean(document.activeElement.closest('#__menu'))")
        place.press(key)
        expect(opener).to_be_focused()


def test_the_menu_closes_when_a_section_is_tapped(phone: Page, base: str) -> None:
    phone.goto(base + KL)
    phone.get_by_role("button", name="Menu", exact=True).click()
    phone.locator("#__menu a", has_text="Definition").click()
    expect(phone.locator("#__menu")).not_to_be_visible()
    expect(phone.locator("#definition")).to_be_in_viewport()
    expect(phone.get_by_role("button", name="Menu", exact=True)).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_menu_closes_when_the_focus_moves_on(phone: Page, base: str, key: str) -> None:
    """Open, it would lie over what has the focus."""
    phone.goto(base + KL)
    phone.get_by_role("button", name="Menu", exact=True).click()
    for _ in range(LONGEST):
        if not phone.evaluate("Boolean(document.activeElement.closest('#__menu'))"):
            break
        phone.keyboard.press(key)
    expect(phone.locator("#__menu")).not_to_be_visible()


def test_without_javascript_a_checkbox_opens_the_menu(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    phone = context.new_page()
    phone.goto(base + KL)
    box, link = phone.get_by_role("checkbox", name="Menu"), phone.locator("#__menu a", has_text="Look up")
    box.focus()
    for key, seen in [("Space", True), ("Space", False)]:
        box.press(key)
        expect(link).to_be_visible(visible=seen)
    phone.locator(".md-header label[for=__drawer]").click()
    expect(link).to_be_visible()
    context.close()


def test_scheme_follows_the_system_until_the_reader_chooses(page: Page, base: str) -> None:
    page.goto(base)
    root = page.locator("html")
    expect(root).to_have_attribute("data-md-color-scheme", "default")
    page.emulate_media(color_scheme="dark")
    expect(root).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(root).to_have_attribute("data-md-color-scheme", "default")
    page.goto(base + KL)
    expect(root).to_have_attribute("data-md-color-scheme", "default")


def test_forbidden_storage_costs_the_choice_and_nothing_else(page: Page, base: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(FORBIDDEN_STORAGE)
    page.goto(base)
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    assert errors == []


SAMPLE = ["", KL, "uses/how-big/", "reference/formula-sheet/", "reference/calculator/", "notebooks/two-betas/"]


@pytest.mark.parametrize("where", SAMPLE)
@pytest.mark.parametrize("width", [360, 1280])
def test_the_focus_is_seen_wherever_it_goes(page: Page, base: str, where: str, width: int) -> None:
    """WCAG 2.4.7 and 2.4.11: it has an outline, and does not hide under the header, going backwards through a page."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(base + where, wait_until="networkidle")  # what a script brings moves what stands below it
    foot = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    assert foot > 0
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator("footer a").last.focus()
    for _ in range(LONGEST):
        page.keyboard.press("Shift+Tab")
        part, top, outline, name = page.evaluate(FOCUSED)
        assert outline > 0, name
        assert top >= foot or part in ("header", "skip"), name
        if part == "skip":
            return
    pytest.fail(f"more than {LONGEST} stops of the Tab key")


def test_a_link_leads_below_the_header(page: Page, base: str) -> None:
    page.set_viewport_size(PHONE)
    foot = 'document.querySelector(".md-header").getBoundingClientRect().bottom'
    for target in ("#definition", "#figure-evidence-settles", "#in-practice"):
        page.goto(base + KL + target)
        assert 0 <= page.evaluate(f"document.querySelector('{target}').getBoundingClientRect().top - {foot}") < 40, (
            target
        )


def test_nothing_is_fetched_ahead(page: Page, base: str) -> None:
    """Firefox fetches what `rel=next` names, which the page's own policy forbids."""
    page.goto(base + KL)
    assert page.locator("head link:is([rel=next], [rel=prev], [rel=prefetch])").count() == 0


def test_a_wrong_address_gets_help(page: Page, base: str) -> None:
    response = page.goto(base + "concepts/entropie/")
    assert response is not None
    assert response.status == 404
    page.get_by_role("article").get_by_role("link", name="Entropy", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Entropy")


def greys(picture: bytes) -> tuple[float, float, float]:
    """The median grey of a picture, its darkest and its brightest; 0 is black, 255 white."""
    grey = ImageStat.Stat(Image.open(BytesIO(picture)).convert("L"))
    return grey.median[0], *grey.extrema[0]


def test_figures_follow_the_scheme(page: Page, base: str) -> None:
    page.goto(base + KL)
    figure = page.locator("#figure-evidence-settles img")
    figure.scroll_into_view_if_needed()
    figure.evaluate("(image) => image.decode()")
    paper, darkest, _ = greys(figure.screenshot())
    assert paper > 200
    assert darkest < 100
    page.get_by_role("button", name="Switch between light and dark").click()
    page.evaluate(SETTLED)
    paper, _, brightest = greys(figure.screenshot())
    assert paper < 60
    assert brightest > 150


def test_paper_is_white_whatever_the_scheme(page: Page, base: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(base + KL)
    ink = "getComputedStyle(document.querySelector('article p')).color"
    light_on_dark = page.evaluate(ink)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ink) != light_on_dark
    assert page.evaluate("getComputedStyle(document.body).colorScheme") != "dark"


def test_a_change_of_notebooks_that_finds_nothing_stops_the_build() -> None:
    template = Environment()
    template.filters |= {"highlight_code": lambda source: source, "escape_html": str}
    notebook = template.from_string((ROOT / "mkdocs_html" / "notebook.html.j2").read_text(encoding="utf-8"))
    code = '<div class="highlight-ipynb"><pre></pre></div><div id="cell-1">'
    assert "<pre><code>" in notebook.render(nb={"cells": [{"cell_type": "code", "metadata": {}, "source": code}]})
    for part in ("highlight-ipynb", "<pre>", '<div id="cell-'):
        with pytest.raises(UndefinedError, match=re.escape(f"nbconvert no longer writes {part}")):
            notebook.render(nb={"cells": [{"cell_type": "code", "metadata": {}, "source": code.replace(part, "")}]})


def test_every_part_of_the_theme_is_used() -> None:
    files = [file.relative_to(THEME).as_posix() for file in THEME.rglob("*.html")]
    texts = [file.read_text(encoding="utf-8") for file in THEME.rglob("*.html")]
    named = {name for text in texts for name in re.findall(r'{% (?:include|import|extends) "([^"]+)"', text)}
    assert sorted(set(files) - named) == ["404.html"]
