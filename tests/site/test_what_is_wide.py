"""Tables and other wide things, as they are read on a phone, by a screen reader and on paper."""

import re
import statistics
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Browser, Locator, Page, expect

KL, SHEET, LIBRARY = "concepts/kl-divergence/", "reference/formula-sheet/", "reference/libraries/pytorch/"
PHONE: Any = {"width": 360, "height": 740}
# Of each line of code on a card, the last letter and the next: it breaks where the parts of a name meet.
BROKEN = """() => [...document.querySelectorAll(".cards td code")].flatMap((code) => {
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    const letters = [];
    for (let node; (node = walker.nextNode()); ) {
        for (let i = 0; i < node.data.length; i += 1) {
            const range = new Range();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            letters.push([node.data[i], Math.round(range.getBoundingClientRect().top)]);
        }
    }
    const ends = letters.slice(1).map(([letter, top], i) => [...letters[i], letter, top]);
    return ends.filter(([, top, , next]) => next > top + 5).map(([last, , first]) => last + first);
})"""
# How many letters stand in each line of each paragraph, but the last line.
LETTERS = """() => [...document.querySelectorAll("article .section > p")].flatMap((paragraph) => {
    const lines = new Map();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
        for (let i = 0; i < node.data.length; i += 1) {
            const range = new Range();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const line = Math.round(range.getBoundingClientRect().bottom / 10);
            lines.set(line, (lines.get(line) ?? 0) + 1);
        }
    }
    return [...lines.values()].slice(0, -1);
})"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("font", ["", "Liberation Sans"])
def test_a_line_holds_as_many_letters_as_the_eye_can_follow(phone: Page, base: str, font: str) -> None:
    phone.set_viewport_size({"width": 1280, "height": 800})
    phone.goto(base + "reference/about/")
    phone.evaluate(f"document.documentElement.style.setProperty('--md-text-font', '{font}')")
    letters = phone.evaluate(LETTERS)
    assert len(letters) > 20
    assert 66 < statistics.median(letters) < 79


def test_a_row_is_read_with_its_name(phone: Page, base: str) -> None:
    phone.goto(base + KL)
    table = phone.get_by_role("table").filter(has_text="bits per letter")
    expect(table.get_by_role("rowheader", name="bits per letter")).to_have_count(1)
    expect(table.get_by_role("columnheader", name="code for q")).to_have_count(1)


def test_on_a_phone_no_part_of_the_sheet_is_out_of_sight(phone: Page, base: str) -> None:
    phone.goto(base + SHEET)
    row = phone.get_by_role("row").filter(has=phone.get_by_role("link", name="KL divergence", exact=True))
    wide = "[...document.querySelectorAll('.sheet table')].filter((table) => table.scrollWidth > table.clientWidth)"
    assert phone.evaluate(f"{wide}.length") == 0
    box = row.get_by_text("kl_divergence(p, q)").bounding_box()
    assert box
    assert 0 <= box["x"] < box["x"] + box["width"] <= PHONE["width"]
    assert row.locator("td").last.evaluate("(cell) => getComputedStyle(cell, '::before').content") != "none"


@pytest.mark.parametrize("width", [360, 1280])
def test_names_on_the_sheet_break_where_their_parts_meet(phone: Page, base: str, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 800})
    phone.goto(base + SHEET)
    broken = phone.evaluate(BROKEN)
    assert len(broken) > 5
    assert [ends for ends in broken if re.fullmatch(r"\w\w", ends) and not re.fullmatch(r"_\w|[a-z][A-Z]", ends)] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_sheet_lists_what_it_has(phone: Page, base: str, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 800})
    phone.goto(base + SHEET)
    contents = phone.get_by_role("article").get_by_role("navigation", name="On this page")
    contents.get_by_text("On this page").click()
    contents.get_by_role("link", name="Entropies of families").click()
    expect(phone.get_by_role("heading", name="Entropies of families")).to_be_in_viewport()


def test_the_sheet_is_one_page_of_paper(phone: Page, base: str) -> None:
    phone.goto(base + SHEET, wait_until="networkidle")
    assert re.findall(rb"/Type /Pages.*?/Count (\d+)", phone.pdf(prefer_css_page_size=True), re.DOTALL) == [b"1"]


def shades(box: Locator) -> tuple[float, float]:
    """How far the first and the last pixels of a box are from the colour that it has in between."""
    picture = Image.open(BytesIO(box.screenshot())).convert("L")
    width, height = picture.size
    left, right = ((x, height - 14, x + 3, height - 2) for x in (1, width - 4))
    between = ImageStat.Stat(picture.crop((width // 2, height - 14, width // 2 + 3, height - 2))).mean[0]
    means = [ImageStat.Stat(picture.crop(edge)).mean[0] for edge in (left, right)]
    return abs(means[0] - between), abs(means[1] - between)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_scrolls_has_a_shadow_where_there_is_more(browser: Browser, base: str, scheme: Any) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(base + LIBRARY)
    box = page.locator("pre > code", has_text="reduction=").first
    for place, expected in [("0", (False, True)), ("60", (True, True)), ("box.scrollWidth", (True, False))]:
        box.evaluate(f"(box) => box.scrollTo({place}, 0)")
        left, right = shades(box)
        assert (left > 8, right > 8) == expected, place
    context.close()


def test_what_scrolls_is_a_stop_with_a_name(phone: Page, base: str) -> None:
    phone.goto(base + LIBRARY)
    phone.locator("pre > code", has_text="reduction=").first.scroll_into_view_if_needed()
    expect(phone.get_by_role("group", name="Code").first).to_be_in_viewport()
    phone.goto(base + "concepts/gibbs-inequality/#gibbs-inequality")
    phone.set_viewport_size({"width": 320, "height": 740})
    expect(phone.get_by_role("group", name="Formula").first).to_be_in_viewport()
    phone.set_viewport_size({"width": 1280, "height": 740})
    expect(phone.get_by_role("group", name="Formula")).to_have_count(0)
