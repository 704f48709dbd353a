"""A figure can be taken: opened large, and as SVG, as PNG, and as the numbers that it shows."""

import csv
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from conftest import SITE
from PIL import Image, ImageStat
from playwright.sync_api import Browser, Locator, Page, Route, expect
from visits import AXE, IN_PAGE

from exhibits._drawing import TYPE

KL = "concepts/kl-divergence/"
FIGURE = "#figure-area"
LEGIBLE = 11  # pixels
FILES = SITE / "generated" / "kl_divergence"
# What is written on a canvas, besides the picture.
RECORD = """window.written = [];
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    window.written.push(text);
    fillText.call(this, text, ...place);
};"""


@pytest.fixture(params=[360, 1280])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 740}, color_scheme="light")
    page = context.new_page()
    page.add_init_script(RECORD)
    yield page
    context.close()


def brought_near(page: Page) -> Locator:
    """The figure, laid out: what is far down the page is not."""
    figure = page.locator(FIGURE)
    figure.evaluate("e => e.scrollIntoView()")
    return figure


def test_without_scripts_a_picture_leads_to_its_files(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + KL)
    figure = brought_near(page)
    for ending in ("svg", "csv"):
        link = figure.get_by_role("link", name=ending.upper(), exact=True)
        with page.expect_download() as download:
            link.click()
        assert download.value.suggested_filename == f"kl_divergence.area.{ending}"
        assert download.value.path().read_bytes() == (FILES / f"area.{ending}").read_bytes()
    figure.get_by_role("img").click()
    assert page.url == f"{base}generated/kl_divergence/area.svg"
    context.close()


def test_the_numbers_open_as_a_table() -> None:
    with (FILES / "area.csv").open(encoding="utf-8", newline="") as file:
        bars = [row for row in csv.DictReader(file) if row["kind"] == "bar" and row["series"] == "H 1"]
    assert [(row["name"], row["x_from"], row["x"], row["y"]) for row in bars] == [
        ("a", "0", "0.5", "1"),
        ("b", "0.5", "0.75", "2"),
        ("c", "0.75", "0.875", "3"),
        ("d", "0.875", "1", "3"),
    ]


def test_a_picture_opens_large_and_gives_the_focus_back(page: Page, base: str) -> None:
    page.goto(base + KL)
    link = page.locator(f"{FIGURE} .enlarge")
    small = link.get_by_role("img").bounding_box()
    link.press("Enter")
    dialog = page.get_by_role("dialog", name="Large picture")
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    large = dialog.get_by_role("img").bounding_box()
    assert small
    assert large
    assert large["width"] > 1.3 * small["width"]
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()
    link.click()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    link.click()
    expect(dialog).to_be_visible()
    page.mouse.click(2, 2)
    expect(dialog).to_have_count(0)


def test_a_phone_takes_the_narrow_drawing_and_nothing_jumps_when_it_comes(page: Page, base: str) -> None:
    held: list[Route] = []
    page.route("**/area*.svg", lambda route: held.append(route))
    page.goto(base + KL, wait_until="domcontentloaded")
    picture = page.locator(f"{FIGURE} img")
    picture.scroll_into_view_if_needed()
    before = picture.evaluate("(image) => [image.offsetWidth, image.offsetHeight]")
    page.wait_for_timeout(200)
    for route in held:
        route.continue_()
    picture.evaluate("(image) => image.decode()")
    assert picture.evaluate("(image) => [image.offsetWidth, image.offsetHeight]") == before
    name = "area.narrow.svg" if page.evaluate("innerWidth") == 360 else "area.svg"
    assert [route.request.url for route in held] == [f"{base}generated/kl_divergence/{name}"]
    points = picture.evaluate("(image) => image.naturalWidth") * 3 / 4  # of 96 pixels an inch
    assert picture.evaluate("(image) => image.offsetWidth") / points * TYPE >= LEGIBLE


def test_what_is_open_is_accessible_and_no_wider_than_the_window(page: Page, base: str) -> None:
    page.goto(base + KL)
    page.evaluate(IN_PAGE)
    page.evaluate(AXE)
    page.locator(f"{FIGURE} .enlarge").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate("inPage.inaccessible()") == []
    box = page.get_by_role("dialog").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.evaluate("innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_png_is_twice_as_large_says_where_it_is_from_and_keeps_the_scheme(
    page: Page, base: str, scheme: str, tmp_path: Path
) -> None:
    page.goto(base + KL)
    if scheme == "dark":  # by the reader's choice: the system stays light
        page.get_by_role("button", name="Switch between light and dark").click()
    with page.expect_download() as download:
        brought_near(page).get_by_role("button", name="PNG").click()
    assert download.value.suggested_filename == "kl_divergence.area.png"
    download.value.save_as(tmp_path / "area.png")
    assert page.evaluate("window.written") == ["Extra Bits, CC BY 4.0", f"{base}{KL}{FIGURE}"]
    with Image.open(tmp_path / "area.png") as picture:
        grey = picture.convert("L")
    shown = page.locator(f"{FIGURE} img")
    width, height = (2 * int(shown.get_attribute(side) or 0) for side in ("width", "height"))
    assert grey.width == width
    assert grey.height > height
    paper = ImageStat.Stat(grey.crop((0, 0, 4, 4))).mean[0]
    assert (paper > 200) == (scheme == "light")
    drawn, written = (grey.crop((0, *rows)) for rows in ((0, width, height), (height, width, grey.height)))
    for part in (drawn, written):
        assert max(ImageStat.Stat(part).extrema[0]) - min(ImageStat.Stat(part).extrema[0]) > 60


def test_where_no_picture_comes_the_reader_is_told(page: Page, base: str) -> None:
    page.goto(base + KL)
    page.route("**/area.svg", lambda route: route.abort())
    brought_near(page).get_by_role("button", name="PNG").click()
    expect(page.get_by_role("status").filter(has_text="Take the SVG instead")).to_be_visible()


def test_paper_shows_the_picture_in_light_colours_and_nothing_to_take(page: Page, base: str) -> None:
    page.goto(base + KL)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(f"{FIGURE} .take")).not_to_be_visible()
    picture = page.locator(f"{FIGURE} img")
    picture.scroll_into_view_if_needed()
    picture.evaluate("(image) => image.decode()")
    assert str(picture.evaluate("(image) => image.currentSrc")).endswith("/area.svg")
    with Image.open(BytesIO(picture.screenshot())) as seen:
        between = seen.convert("L").crop((seen.width * 3 // 5, 10, seen.width * 3 // 5 + 4, 14))  # the columns
    assert ImageStat.Stat(between).mean[0] > 200
