"""What must be true of the built site as a whole; nothing here needs a browser."""

import gzip
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from functools import cache
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from conftest import SITE, pages
from lxml import html as parser

import addresses
import generator
from environment import BIN, ROOT
from preview import BELOW, UNDER_TEST
from rendering import redirects
from store import kept

LINKED = re.compile(r"\]\([^)\s]*")

HOST = "http://site"
CANONICAL = re.compile(r' *<link rel="canonical"[^>]*>\n *\n')
SITEMAP, ROBOTS = SITE / "sitemap.xml", SITE / "robots.txt"


@cache
def tree(file: Path) -> parser.HtmlElement:
    return parser.parse(str(file), parser.HTMLParser(encoding="utf-8")).getroot()


@cache
def ids(file: Path) -> set[str]:
    return set(tree(file).xpath("//@id"))


def leads_somewhere(link: str, address: str) -> bool:
    target, anchor = urldefrag(urljoin(HOST + BELOW + address, link))
    if not target.startswith(HOST):
        return True
    file = SITE / target.removeprefix(HOST + BELOW)
    file = file / "index.html" if target.endswith("/") else file
    place = anchor.partition("?")[0]  # behind it may stand the state of a widget
    return file.is_file() and (not place or file.suffix != ".html" or place in ids(file))


def test_internal_links_lead_somewhere(html: Path, address: str) -> None:
    links = tree(html).xpath("//@href | //@src | //@data-src")
    broken = [link for link in links if not leads_somewhere(link, address)]
    assert broken == [], "\n".join(f"{address or 'home'} links to {link}" for link in broken)


def test_external_links_are_secure(html: Path) -> None:
    assert [link for link in tree(html).xpath("//@href") if link.startswith("http://")] == []


@pytest.fixture(scope="module")
def published() -> dict[str, str]:
    return redirects.published()


def test_published_addresses_keep_working(published: dict[str, str]) -> None:
    lost = published.keys() - addresses.present(SITE) - addresses.leading_on(SITE)
    assert sorted(lost) == [], (
        "published, and now nowhere: bring them back, or write in site_src/published.txt, in the line of each, where"
        " it has gone: `old -> new`"
    )


def test_new_addresses_are_recorded(published: dict[str, str]) -> None:
    new = addresses.present(SITE) - published.keys()
    assert sorted(new) == [], "record them: python3 scripts/addresses.py"


def test_the_list_of_addresses_is_in_order() -> None:
    lines = redirects.PUBLISHED.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert [line for line in lines if not re.fullmatch(r"[\w/#.-]*( -> [\w/#.-]*)?", line)] == []


def test_only_pages_are_offered_to_search_engines() -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", SITEMAP.read_text(encoding="utf-8"))
    assert sorted(urljoin(listed[0], page) for page in pages() if page != "404.html") == sorted(listed)


def test_the_sitemap_is_dated_by_the_commit() -> None:
    """The one part of the site that is not compared with another build."""
    committed = datetime.fromtimestamp(int(generator.settings()["SOURCE_DATE_EPOCH"]), UTC).date()
    packed = SITEMAP.with_suffix(".xml.gz").read_bytes()
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", SITEMAP.read_text(encoding="utf-8"))) == {committed.isoformat()}
    assert gzip.decompress(packed) == SITEMAP.read_bytes()
    assert datetime.fromtimestamp(int.from_bytes(packed[4:8], "little"), UTC).date() == committed


def the_rest(file: Path) -> str:
    """A page without what only the address of its site makes: lines that hold it, and the root of the 404 page."""
    text = CANONICAL.sub("", file.read_text(encoding="utf-8"))
    text = "".join(line for line in text.splitlines(keepends=True) if UNDER_TEST["SITE_URL"] not in line)
    return text.replace(f'"{BELOW}', '"/') if file.name == "404.html" else text


def difference(one: str, another: str) -> tuple[str, str]:
    """The first line in which two texts differ."""
    lines = zip_longest(one.splitlines(), another.splitlines(), fillvalue="")
    return next((a, b) for a, b in lines if a != b)


def sources() -> list[str]:
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"]
    names = subprocess.check_output(listed, cwd=ROOT, text=True).splitlines()
    return [name for name in names if (ROOT / name).is_file()]


def test_the_same_sources_build_the_same_site_anywhere(tmp_path: Path) -> None:
    """From sources, in another folder, time zone and order of sets, for no address where this one has one.

    What was trained is taken along: to train it again takes minutes, and its last bits are those of one run.
    """
    copy = tmp_path / "copy"
    for name in sources():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    for tools in (".venv", "node_modules"):
        (copy / tools).symlink_to(ROOT / tools)
    trained = kept.STORE.relative_to(ROOT) / "fits"
    shutil.copytree(ROOT / trained, copy / trained)
    history = subprocess.check_output(["git", "rev-parse", "--absolute-git-dir"], cwd=ROOT, text=True).strip()
    elsewhere = {
        "GIT_DIR": history,  # which says when each page was changed
        "PYTHONPATH": os.pathsep.join([str(copy / "site_src"), str(copy / "scripts")]),
        "SITE_URL": "",
        "SOURCE_DATE_EPOCH": "1700000000",
        "PYTHONHASHSEED": "1",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
    }
    code = "import build; build.build()"
    subprocess.run(
        [copy / BIN.relative_to(ROOT) / "python", "-c", code], cwd=copy, env=os.environ | elsewhere, check=True
    )
    other = copy / "site"
    files = sorted(file.relative_to(SITE) for file in SITE.rglob("*") if file.is_file() and "sitemap" not in file.name)
    assert files == sorted(file.relative_to(other) for file in other.rglob("*") if file.is_file())
    # Questions to take link to the site that they come from; tests/exports writes the same ones twice.
    files = [file for file in files if not file.is_relative_to("generated/questions")]
    assert (other / "robots.txt").read_text() + f"Sitemap: {UNDER_TEST['SITE_URL']}sitemap.xml\n" == ROBOTS.read_text()
    pairs = [(the_rest(SITE / file), the_rest(other / file)) for file in files if file.suffix == ".html"]
    assert [difference(one, another) for one, another in pairs if one != another] == []
    # A notebook to take links to the site that it comes from.
    notebooks = [file for file in files if file.suffix == ".ipynb"]
    here, there = ([LINKED.sub("](", (root / file).read_text()) for file in notebooks] for root in (SITE, other))
    assert here == there != []
    others = [file for file in files if file.suffix not in (".html", ".ipynb") and file.name != ROBOTS.name]
    assert [file for file in others if (SITE / file).read_bytes() != (other / file).read_bytes()] == []
