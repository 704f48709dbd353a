"""What we changed in the theme, used as a reader would: menu, colour scheme, numbers that show their work."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, UndefinedError
from mkdocs.utils import get_theme_dir
from PIL import Image, ImageStat
from playwright.sync_api import Browser, Page, expect

from environment import ROOT

THEME = ROOT / "site_src" / "theme"
KL = "concepts/kl-divergence/"
FORBIDDEN_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("The operation is insecure.", "SecurityError"); } })"""

LONGEST = 400  # stops of the Tab key
FOCUSED = """() => {
    const e = document.activeElement;
    return [Boolean(e.closest("header")), e.getBoundingClientRect().top, e.outerHTML.slice(0, 90)];
}"""
# Where Material would have to write otherwise for a change of ours to find nothing: all that main.html patches.
PATCHED = [
    ("site_meta", '<link rel="prev" href="a/">'),
    ("site_meta", '<link rel="next" href="b/">'),
    ("header", 'for="__drawer">'),
    ("site_nav", 'tabindex=""'),
]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page = context.new_page()
    yield page
    context.close()


def test_menu_opens_and_closes_by_keyboard(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(base + KL)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "__drawer"
    link = page.locator(".md-sidebar--primary a", has_text="KL divergence")
    expect(link).not_to_be_visible()
    page.keyboard.press("Space")
    expect(link).to_be_visible()
    page.keyboard.press("Space")
    expect(link).not_to_be_visible()


def test_scheme_follows_the_system_until_the_reader_chooses(page: Page, base: str) -> None:
    page.goto(base)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.goto(base + KL)
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_forbidden_storage_costs_the_choice_and_nothing_else(page: Page, base: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(FORBIDDEN_STORAGE)
    page.goto(base)
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert errors == []


def test_a_number_shows_its_work_and_escape_hides_it(page: Page, base: str) -> None:
    page.goto(base + "reference/about/")
    number = page.locator(".claim", has_text="0.737").first
    work = "(e) => getComputedStyle(e, '::after').content"
    assert number.evaluate(work) == "none"
    number.focus()
    assert "kl_divergence([.5, .5], [.9, .1]) = 0.736965594166206" in number.evaluate(work)
    page.keyboard.press("Escape")
    assert number.evaluate(work) == "none"
    number.blur()
    number.hover()
    assert "0.736965594166206" in number.evaluate(work)


@pytest.mark.parametrize("where", [KL, "nowhere/"])
def test_skip_link_comes_first_and_leads_into_the_article(page: Page, base: str, where: str) -> None:
    page.goto(base + where)
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_have_css("opacity", "1")
    assert page.locator(f"article {skip.get_attribute('href')}").count() == 1


def test_focus_never_hides_under_the_header(page: Page, base: str) -> None:
    """WCAG 2.4.11, going backwards through a page on a phone."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(base + KL)
    foot = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    assert foot > 0
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator("footer a").last.focus()
    for _ in range(LONGEST):
        page.keyboard.press("Shift+Tab")
        in_header, top, name = page.evaluate(FOCUSED)
        if in_header:
            return
        assert top >= foot, name
    pytest.fail(f"more than {LONGEST} stops of the Tab key")


def test_a_link_leads_below_the_header(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    foot = 'document.querySelector(".md-header").getBoundingClientRect().bottom'
    for target in ("#definition", "#figure-likelihood-ratio", "#in-practice"):
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
    figure = page.locator("#figure-likelihood-ratio img")
    figure.scroll_into_view_if_needed()
    figure.evaluate("(image) => image.decode()")
    paper, darkest, _ = greys(figure.screenshot())
    assert paper > 200
    assert darkest < 100
    page.get_by_role("button", name="Switch between light and dark").click()
    page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))")
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


def rendered(without: str = "") -> str:
    """Our template over one that has all that we patch in Material, or all but one of them."""
    blocks = ["site_meta", "styles", "header", "site_nav", "config", "scripts"]
    parts = {block: " ".join(old for home, old in PATCHED if home == block and old != without) for block in blocks}
    base = "".join(f"{{% block {block} %}}{part}{{% endblock %}}" for block, part in parts.items())
    ours = (THEME / "main.html").read_text(encoding="utf-8")
    templates = Environment(loader=DictLoader({"base.html": base, "main.html": ours}))
    templates.filters["url"] = str
    neighbours = {"previous_page": {"url": "a/"}, "next_page": {"url": "b/"}}
    page = {"content": "", "meta": {}, "ancestors": ["a group"], **neighbours}
    return templates.get_template("main.html").render(page=page)


def test_every_change_of_the_theme_finds_what_it_changes() -> None:
    html = rendered()
    assert [old for _, old in PATCHED if re.search(re.escape(old) + r"(?!<span|aria-label| aria-label)", html)] == []


@pytest.mark.parametrize(("block", "old"), PATCHED)
def test_a_change_of_the_theme_that_finds_nothing_stops_the_build(block: str, old: str) -> None:
    with pytest.raises(UndefinedError, match=re.escape(f"Material no longer writes {old}")):
        rendered(without=old)


def test_a_change_of_notebooks_that_finds_nothing_stops_the_build() -> None:
    template = Environment()
    template.filters |= {"highlight_code": lambda source: source, "markdown2html": str, "escape_html": str}
    notebook = template.from_string((ROOT / "mkdocs_html" / "notebook.html.j2").read_text(encoding="utf-8"))
    code = '<div class="highlight-ipynb"><pre></pre></div><div id="cell-1">'
    assert "<pre><code>" in notebook.render(nb={"cells": [{"cell_type": "code", "source": code}]})
    for part in ("highlight-ipynb", "<pre>", '<div id="cell-'):
        with pytest.raises(UndefinedError, match=re.escape(f"nbconvert no longer writes {part}")):
            notebook.render(nb={"cells": [{"cell_type": "code", "source": code.replace(part, "")}]})
    with pytest.raises(UndefinedError, match="nbconvert no longer writes <a class"):
        notebook.render(nb={"cells": [{"cell_type": "markdown", "source": "<h2>A heading</h2>"}]})


def test_every_part_of_the_theme_takes_the_place_of_one_of_materials() -> None:
    theirs = Path(get_theme_dir("material"))
    ours = [file.relative_to(THEME) for file in THEME.rglob("*.html")]
    assert [part for part in ours if not (theirs / part).exists()] == []
