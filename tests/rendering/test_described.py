"""What a page says about itself and how it is cited, with and without an address, a date and people who wrote it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from rendering import citing, described, facts, head
from rendering.facts import Author, Page, Work

ADDRESS = "concepts/entropy/"
HOST = "https://example.org/bits/"
PAGE = """<html><head><title>A</title><meta name="description" content="B">{canonical}</head><body>
<nav class="md-path"><a class="md-path__link" href="../../">Learn</a></nav>
<article><h1>Bits &amp; <em>more</em></h1>
<details class="question" id="question-why"><summary>Why &lt; or ≤?</summary></details></article></body></html>"""
CANONICAL = f'<link rel="canonical" href="{HOST}{ADDRESS}">'
PEOPLE = (Author("Ada", "Lovelace"), Author("", "The & group"))


def test_the_site_is_cited_as_its_citation_file_says() -> None:
    work = facts.work()
    assert work.licence_address == "https://creativecommons.org/licenses/by/4.0/"
    assert work.title.startswith(work.name)
    assert [author.name for author in work.authors] == ["The Extra Bits authors"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty site, of a work with two authors and with one page in git."""
    work = Work("Extra Bits", "Extra Bits: all of it", "1.2", PEOPLE, "CC BY 4.0", "https://example.org/by/")
    for module in (facts, head, citing):
        monkeypatch.setattr(module, "work", lambda: work)
    monkeypatch.setattr(facts, "_changes", lambda: {"docs/concepts/entropy.md": date(2025, 3, 9)})
    return tmp_path


def page(folder: Path, canonical: str = CANONICAL) -> Page:
    for address in ("", ADDRESS):
        (folder / address).mkdir(parents=True, exist_ok=True)
        (folder / address / "index.html").write_text(PAGE.format(canonical=canonical), encoding="utf-8")
    return Page(folder, ADDRESS)


def told(text: str) -> dict[str, Any]:
    script = html.document_fromstring(text).xpath("string(//script[@type='application/ld+json'])")
    found: dict[str, Any] = json.loads(str(script))
    return found


def test_it_is_cited_in_words_and_as_bibtex(folder: Path) -> None:
    block = html.fragment_fromstring(citing.block(page(folder)))
    words = " ".join(str(block.xpath("string(p)")).split())
    assert words == (
        "Ada Lovelace and The & group. “Bits & more”. Extra Bits, version 1.2, changed on 9 March 2025."
        f" {HOST}{ADDRESS}. Text and figures: CC BY 4.0."
    )
    assert block.findtext(".//code") == (
        "@misc{extra-bits-entropy,\n  author = {Lovelace, Ada and {The \\& group}},\n  title = {{Bits \\& more}},\n"
        f"  howpublished = {{Extra Bits}},\n  url = {{{HOST}{ADDRESS}}},\n  year = {{2025}},\n  month = {{03}},\n"
        "  note = {Version 1.2},\n}\n"
    )


def test_a_page_that_is_not_committed_has_no_date(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "_changes", dict)
    text = described.described(page(folder))
    assert "<time" not in text
    assert "year" not in text
    assert "dateModified" not in text
    assert "publication_date" not in text


def test_without_an_address_none_is_told(folder: Path) -> None:
    """What holds one stands on lines of its own, so that the rest is the same anywhere."""
    known = described.described(page(folder)).replace(CANONICAL, "").splitlines()
    unknown = described.described(page(folder, canonical="")).splitlines()
    assert unknown == [line for line in known if HOST not in line]
    assert len(unknown) < len(known)
    told("\n".join(unknown))


def test_data_cannot_end_its_script(folder: Path) -> None:
    text = described.described(page(folder))
    quiz = told(text)["@graph"][0]["hasPart"][0]
    assert quiz["hasPart"] == [{"url": f"{HOST}{ADDRESS}#question-why", "name": "Why < or ≤?", "@type": "Question"}]
    assert "<" not in text.partition("ld+json")[2].partition("</script>")[0]


def test_the_way_to_a_page_ends_with_it(folder: Path) -> None:
    crumbs = told(described.described(page(folder)))["@graph"][1]["itemListElement"]
    assert [(c["position"], c["name"], c["item"]) for c in crumbs] == [
        (1, "Learn", HOST),
        (2, "Bits & more", HOST + ADDRESS),
    ]


def test_a_page_needs_a_description(folder: Path) -> None:
    nameless = page(folder)
    nameless.front = {}
    with pytest.raises(ValueError, match=r"entropy\.md: say in the front matter what the page is about"):
        described.described(nameless)


@pytest.mark.parametrize("lost", ["<title>A</title>", '<meta name="description" content="B">'])
def test_a_head_that_is_written_otherwise_stops_the_build(folder: Path, lost: str) -> None:
    broken = page(folder)
    broken.text = broken.text.replace(lost, "")
    with pytest.raises(ValueError, match="the head of a page has no <"):
        described.described(broken)


@pytest.mark.parametrize(
    ("canonical", "says"), [(CANONICAL.replace(ADDRESS, ""), f"Sitemap: {HOST}sitemap.xml\n"), ("", "")]
)
def test_the_list_of_pages_is_there_where_addresses_are(folder: Path, canonical: str, says: str) -> None:
    page(folder, canonical)
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (folder / name).write_text("")
    described.invite(folder)
    assert (folder / "robots.txt").read_text() == f"User-agent: *\nDisallow:\n{says}"
    assert [(folder / name).exists() for name in ("sitemap.xml", "sitemap.xml.gz")] == [bool(says)] * 2
