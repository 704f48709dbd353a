"""Every page says what it is: in its title, to those who show a link to it, and to those who cite it."""

import json
import re
import subprocess
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urldefrag

import pytest
from conftest import SITE, pages
from lxml import html as parser
from PIL import Image
from playwright.sync_api import Browser

import extrabits
from environment import ROOT
from preview import UNDER_TEST

HOST = UNDER_TEST["SITE_URL"]
NAMED = [address for address in pages() if address != "404.html"]
every_page = pytest.mark.parametrize("place", NAMED)


@cache
def tree(place: str) -> parser.HtmlElement:
    return parser.parse(str(SITE / place / "index.html"), parser.HTMLParser(encoding="utf-8")).getroot()


def meta(place: str, key: str) -> list[str]:
    return [str(found) for found in tree(place).xpath("//meta[@name=$key or @property=$key]/@content", key=key)]


def graph(place: str) -> tuple[dict[str, Any], dict[str, Any]]:
    (script,) = tree(place).xpath("//script[@type='application/ld+json']/text()")
    article, crumbs = json.loads(script)["@graph"]
    return article, crumbs


def is_there(url: str) -> bool:
    target, anchor = urldefrag(url)
    place = target.removeprefix(HOST)
    if not target.startswith(HOST) or not (SITE / place / "index.html").is_file():
        return False
    return not anchor or bool(tree(place).xpath("//*[@id=$anchor]", anchor=anchor))


def addresses(value: Any) -> list[str]:
    """Every address of a page in linked data."""
    if isinstance(value, list):
        return [found for part in value for found in addresses(part)]
    if isinstance(value, dict):
        own = [value[key] for key in ("url", "item") if key in value]
        return own + [found for part in value.values() for found in addresses(part)]
    return []


@pytest.mark.parametrize("what", ["//title/text()", "//meta[@name='description']/@content"])
def test_no_two_pages_say_the_same(what: str) -> None:
    said = [str(tree(place).xpath(what)[0]) for place in NAMED]
    assert sorted(said) == sorted(set(said))


@every_page
def test_a_link_to_it_shows_what_it_is(place: str) -> None:
    (title,) = meta(place, "og:title")
    assert str(tree(place).findtext(".//title")) in (title, f"{title} - Extra Bits")
    assert meta(place, "og:description") == meta(place, "description")
    assert meta(place, "og:url") == [HOST + place]
    (picture,) = meta(place, "og:image")
    with Image.open(SITE / picture.removeprefix(HOST)) as image:
        size = image.size
    assert size == (1200, 630)
    assert [int(meta(place, f"og:image:{side}")[0]) for side in ("width", "height")] == list(size)
    assert meta(place, "og:image:alt")[0]


@every_page
def test_linked_data_leads_somewhere(place: str) -> None:
    article, crumbs = graph(place)
    assert [url for url in addresses([article, crumbs]) if not is_there(url)] == []
    assert article["url"] == HOST + place
    way = [(step["name"], step["item"]) for step in crumbs["itemListElement"]]
    shown = tree(place).xpath("//nav[@class='md-path']//li[not(@class='path-place')]")
    assert [name for name, _ in way[:-1]] == [step.text_content().strip() for step in shown]
    assert way[-1][1] == HOST + place
    questions = tree(place).xpath("//article//details[contains(@class, 'question')]/@id")
    told = [q["url"].partition("#")[2] for quiz in article.get("hasPart", []) for q in quiz["hasPart"]]
    assert told == questions


@every_page
def test_it_says_how_to_cite_it(place: str) -> None:
    (block,) = tree(place).xpath("//article//details[@class='cite']")
    words = block.find("p").text_content()
    for part in ("The Extra Bits authors", extrabits.__version__, HOST + place, "CC BY 4.0"):
        assert part in words
    assert f"  url = {{{HOST}{place}}},\n" in block.findtext(".//code")
    assert meta(place, "citation_author") == ["The Extra Bits authors"]
    day = committed(place)
    assert block.xpath("string(.//time)") == (f"{day.day} {day:%B %Y}" if day else "")
    assert meta(place, "citation_publication_date") == ([f"{day:%Y/%m/%d}"] if day else [])
    if place:
        assert graph(place)[0].get("dateModified") == (f"{day:%Y-%m-%d}" if day else None)


def committed(place: str) -> datetime | None:
    """When git says that the source of a page was last changed; None for one that it does not know yet."""
    stem = f"docs/{place.rstrip('/') or 'index'}"
    (source,) = (name for name in (f"{stem}.md", f"{stem}.py", f"{stem}/index.md") if (ROOT / name).is_file())
    seconds = subprocess.check_output(["git", "log", "-1", "--format=%ct", "--", source], cwd=ROOT, text=True)
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else None


def test_the_way_to_the_list_of_pages() -> None:
    assert (SITE / "robots.txt").read_text() == f"User-agent: *\nDisallow:\nSitemap: {HOST}sitemap.xml\n"


def test_the_entry_for_bibtex_is_taken_by_a_button(browser: Browser, base: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + "concepts/entropy/")
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name="Copy the entry for BibTeX").click()
    entry = page.evaluate("navigator.clipboard.readText()")
    assert entry == tree("concepts/entropy/").findtext(".//details[@class='cite']//code")
    assert entry.startswith("@misc{extra-bits-entropy,")
    context.close()


def test_the_policy_forbids_none_of_it_and_paper_shows_how_to_cite(browser: Browser, base: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("addEventListener('securitypolicyviolation', (e) => console.error('policy', e.blockedURI))")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(base + "concepts/entropy/")
    cited = page.locator("details.cite p")
    assert not cited.is_visible()
    page.emulate_media(media="print")
    assert cited.is_visible()
    assert re.search(r"“Entropy”.*CC BY", cited.inner_text(), re.DOTALL)
    assert complaints == []
    context.close()
