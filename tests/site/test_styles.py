"""The style sheets are cut down to what the pages use, and no page looks different for it."""

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO

import pytest
from conftest import SITE
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, Route

import styles
from environment import ROOT
from exhibits._colours import contrast

PAGES = ["", "concepts/kl-divergence/", "reference/calculator/", "reference/formula-sheet/", "notebooks/two-betas/"]
SPECK = 16  # of 255: by a few levels Chromium draws a slanted line differently from one time to the next
# And waits for the fonts that only then turn out to be needed.
LAY_OUT = """async () => {
    const late = [...document.querySelectorAll("*")]
        .filter((element) => getComputedStyle(element).contentVisibility === "auto");
    for (const element of late) element.style.contentVisibility = "visible";
    document.body.getBoundingClientRect();
    await document.fonts.ready;
}"""
FACE = re.compile(r"@font-face\s*{[^{}]*}")
LEAST = 3  # WCAG 2.2, 1.4.11: the contrast of a mark with the paper


@pytest.fixture(params=[(360, "dark", "screen"), (1280, "light", "screen"), (800, "light", "print")], ids=str)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, scheme, media = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.emulate_media(color_scheme=scheme, media=media)
    yield page
    context.close()


def look(page: Page, address: str) -> Image.Image:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    # What is laid out only near the window would depend on when one looks.
    page.evaluate(LAY_OUT)
    return Image.open(BytesIO(page.screenshot(full_page=True, animations="disabled"))).convert("RGB")


def whole_sheet() -> str:
    """The sheet with every rule, and with the site's fonts: they are cut too, and may lie in two files."""
    fonts = FACE.findall((SITE / styles.SHEET).read_text(encoding="utf-8"))
    return "".join(fonts) + FACE.sub("", (ROOT / "docs" / styles.SHEET).read_text(encoding="utf-8"))


@pytest.mark.parametrize("where", PAGES)
def test_no_page_looks_different(page: Page, base: str, where: str) -> None:
    shrunk = look(page, base + where)
    page.route(f"**/{styles.SHEET}", partial(Route.fulfill, body=whole_sheet(), content_type="text/css"))
    whole = look(page, base + where)
    assert shrunk.size == whole.size
    assert ImageChops.difference(shrunk, whole).point(lambda level: level * (level > SPECK)).getbbox() is None


def test_much_of_the_sheet_is_gone() -> None:
    assert (SITE / styles.SHEET).stat().st_size < 0.7 * (ROOT / "docs" / styles.SHEET).stat().st_size


def test_in_widgets_a_colour_too_pale_for_paper_comes_with_its_ink() -> None:
    sheets = [file.read_text(encoding="utf-8") for file in ROOT.glob("site_src/widgets/**/*.css")]
    rules = [rule for sheet in sheets for rule in re.findall(r"{([^{}]*)}", sheet)]
    pale = [name for name in "pqdh" if contrast(name) < LEAST]
    drawn = [(name, rule) for name in pale for rule in rules if f"var(--xb-{name})" in rule]
    assert drawn
    assert [rule for name, rule in drawn if f"var(--xb-{name}-ink)" not in rule] == []
