"""What every page must be before the site is built. A new page is covered without being named here."""

import re
from doctest import ELLIPSIS
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.evaluators.doctest import NUMBER
from sybil.evaluators.python import PythonEvaluator
from sybil.example import SybilFailure
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from checking import concept_map, navigation, pages, typed
from checking.source import without_code
from environment import ROOT
from exhibits import _discovery


class PyconParser(PythonCodeBlockParser):
    """Reads the fences that say `pycon`; Sybil's own parser reads only those that say `python`."""

    def __init__(self, doctest_optionflags: int) -> None:
        super().__init__(doctest_optionflags=doctest_optionflags)
        self.codeblock_parser = CodeBlockParser("pycon", PythonEvaluator())


EXAMPLES = Sybil(parsers=[PyconParser(doctest_optionflags=NUMBER | ELLIPSIS)])
TEXTS = {page: page.read_text(encoding="utf-8") for page in pages.every()}
CONCEPTS = [page for page in TEXTS if navigation.teaches(page)]


def name(page: Path) -> str:
    return page.relative_to(ROOT / "docs").as_posix()


def fences(page: Path) -> str:
    """What stands in the pycon fences of a page."""
    return "\n".join(
        re.findall(r"^ *```pycon\n(.*?)^ *```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    )


every_page = pytest.mark.parametrize("page", TEXTS, ids=name)
every_concept = pytest.mark.parametrize("page", CONCEPTS, ids=name)


@every_page
def test_everything_on_it_is_what_computes_it(page: Path) -> None:
    _, problems = pages.corrected(page)
    assert problems == [], "\n".join(problems)


@pytest.mark.parametrize("page", [ROOT / "README.md", *TEXTS], ids=lambda page: page.stem)
def test_examples_print_what_they_show(page: Path) -> None:
    examples = list(EXAMPLES.parse(page).examples())
    assert len(examples) == len(re.findall(r"^ *>>> (?!#)", fences(page), re.MULTILINE))
    for example in examples:
        example.evaluate()


def test_the_navigation_reaches_each_page_once() -> None:
    assert sorted(navigation.pages()) == sorted(TEXTS)


@every_page
def test_every_id_is_unique(page: Path) -> None:
    ids = re.findall(r'\{[^}\n]*#([\w-]+)[^}\n]*\}\s*$|\bid="([^"]+)"', without_code(TEXTS[page]), re.MULTILINE)
    names = [a or b for a, b in ids]
    assert len(names) == len(set(names))


@every_page
def test_every_section_has_an_address_of_its_own(page: Path) -> None:
    headings = re.findall(r"^## .+$", without_code(TEXTS[page]), re.MULTILINE)
    unnamed = [h for h in headings if "{#" not in h and h not in ("## Leads to", "## Sources")]
    assert unnamed == []


@every_concept
def test_has_the_parts_of_a_concept_page(page: Path) -> None:
    text = TEXTS[page]
    for part in (
        "**You need**",
        'class="statement"',
        'class="proof"',
        'class="myth"',
        'class="question"',
        "```pycon",
        "<!-- leads-to -->",
        "\n## Sources",
    ):
        assert part in text, part
    assert text.count('class="question"') >= 2
    assert "reference/sources.md#" in text


@every_concept
def test_says_how_long_it_takes(page: Path) -> None:
    assert re.search(r"^minutes: \d+$", TEXTS[page], re.MULTILINE), "write “minutes: 1”; claims.py --write counts them"


@every_page
def test_pictures_have_words(page: Path) -> None:
    for alt in re.findall(r"!\[(.*?)\]\(", TEXTS[page], re.DOTALL):
        assert len(alt) >= 40, f"say what is seen: {alt!r}"


def test_the_concept_map_has_no_circle() -> None:
    assert len(concept_map.order(concept_map.arrows())) >= len(TEXTS)


def test_every_exhibit_is_shown() -> None:
    everything = "".join(TEXTS.values())
    figures = [f"generated/{page}/{name}.svg" for page, name in _discovery.named("Figure")]
    tables = [f"<!-- table: {page}.{name} -->" for page, name in _discovery.named("Table")]
    assert figures
    assert tables
    assert [exhibit for exhibit in figures + tables if exhibit not in everything] == []


def test_finds_a_wrong_example(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```pycon\n>>> 1 / 4\n0.26\n\n```\n")
    (example,) = EXAMPLES.parse(page).examples()
    with pytest.raises(SybilFailure):
        example.evaluate()


@every_page
def test_what_is_typed_was_read(page: Path) -> None:
    problems = [why for _, why in typed.problems(page, TEXTS[page])]
    assert problems == [], "read them, then record them: python3 scripts/typed.py"


def test_nothing_is_recorded_of_a_page_that_is_gone() -> None:
    assert typed.recorded().keys() <= {typed.name(page) for page in TEXTS}
