"""What every page must be before the site is built. A new page is covered without being named here."""

import re
from doctest import ELLIPSIS
from pathlib import Path

import pytest
import yaml
from matplotlib.figure import Figure
from sybil import Sybil
from sybil.evaluators.doctest import NUMBER
from sybil.evaluators.python import PythonEvaluator
from sybil.example import SybilFailure
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

import claims as checker
from environment import ROOT
from exhibits._discovery import find
from exhibits._drawing import Table
from rendering import claims, links


class PyconParser(PythonCodeBlockParser):
    """Reads the fences that say `pycon`; Sybil's own parser reads only those that say `python`."""

    def __init__(self, doctest_optionflags: int) -> None:
        super().__init__(doctest_optionflags=doctest_optionflags)
        self.codeblock_parser = CodeBlockParser("pycon", PythonEvaluator())


EXAMPLES = Sybil(parsers=[PyconParser(doctest_optionflags=NUMBER | ELLIPSIS)])
TEXTS = {page: page.read_text(encoding="utf-8") for page in checker.PAGES}
CONCEPTS = [page for page in checker.PAGES if page.parent.name in ("concepts", "uses")]


def name(page: Path) -> str:
    return page.relative_to(ROOT / "docs").as_posix()


def fences(page: Path) -> str:
    """What stands in the pycon fences of a page."""
    return "\n".join(
        re.findall(r"^ *```pycon\n(.*?)^ *```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    )


every_page = pytest.mark.parametrize("page", checker.PAGES, ids=name)
every_concept = pytest.mark.parametrize("page", CONCEPTS, ids=name)


@every_page
def test_numbers_and_tables_are_what_computes_them(page: Path) -> None:
    _, problems = checker.corrected(page)
    assert problems == [], "\n".join(problems)


@pytest.mark.parametrize("page", [ROOT / "README.md", *checker.PAGES], ids=lambda page: page.stem)
def test_examples_print_what_they_show(page: Path) -> None:
    examples = list(EXAMPLES.parse(page).examples())
    assert len(examples) == len(re.findall(r"^ *>>> (?!#)", fences(page), re.MULTILINE))
    for example in examples:
        example.evaluate()


@every_page
def test_is_reached_from_the_navigation(page: Path) -> None:
    assert name(page) in (ROOT / "mkdocs.yml").read_text()


@every_page
def test_every_id_is_unique(page: Path) -> None:
    ids = re.findall(r'\{[^}\n]*#([\w-]+)[^}\n]*\}\s*$|\bid="([^"]+)"', claims.without_code(TEXTS[page]), re.MULTILINE)
    names = [a or b for a, b in ids]
    assert len(names) == len(set(names))


@every_page
def test_every_section_has_an_address_of_its_own(page: Path) -> None:
    headings = re.findall(r"^## .+$", claims.without_code(TEXTS[page]), re.MULTILINE)
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


@every_page
def test_pictures_have_words(page: Path) -> None:
    for alt in re.findall(r"!\[(.*?)\]\(", TEXTS[page], re.DOTALL):
        assert len(alt) >= 40, f"say what is seen: {alt!r}"


def test_the_concept_map_has_no_circle() -> None:
    def visit(page: Path, path: tuple[Path, ...]) -> None:
        assert page not in path, " → ".join(p.stem for p in (*path, page))
        for needed in links.arrows()[page]:
            visit(needed, (*path, page))

    for page in links.arrows():
        visit(page, ())


def test_every_exhibit_is_shown() -> None:
    everything = "".join(TEXTS.values())
    figures = [f"generated/{page}/{name}.svg" for page, name, _ in find(Figure)]
    tables = [f"<!-- table: {page}.{name} -->" for page, name, _ in find(Table)]
    assert [exhibit for exhibit in figures + tables if exhibit not in everything] == []


def test_every_widget_is_used() -> None:
    everything = "".join(TEXTS.values())
    tags = [path.stem for path in (ROOT / "site_src" / "widgets").glob("xb-*.ts")]
    assert tags
    assert [tag for tag in tags if f"<{tag} " not in everything] == []


def test_navigation_and_theme_are_read_by_mkdocs() -> None:
    class Loader(yaml.SafeLoader):
        """Reads MkDocs' own tags as plain values."""

    Loader.add_multi_constructor("!", lambda loader, suffix, node: suffix)
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(), Loader)
    assert settings["theme"]["font"] is False


class TestTheCheckerItself:
    """A checker that lets a wrong number pass would make every other test here worthless."""

    @pytest.mark.parametrize(
        "wrong",
        [
            "wastes 0.738<!-- = kl_divergence([.5, .5], [.9, .1]) --> bits",
            "wastes 0.7369<!-- = kl_divergence([.5, .5], [.9, .1]) --> bits",
            "wastes −0.737<!-- = kl_divergence([.5, .5], [.9, .1]) --> bits",
            "a formula $x = 0.3$<!-- = 1/4 --> in a sentence",
            "has 90.1 %<!-- = 100 * .9 --> of it",
            "is ∞<!-- = kl_divergence([1, 0], [.5, .5]) -->",
        ],
    )
    def test_finds_a_wrong_number(self, wrong: str, tmp_path: Path) -> None:
        page = tmp_path / "page.md"
        page.write_text("first line\n\n" + wrong)
        _, problems = checker.corrected(page)
        assert len(problems) == 1
        assert problems[0].startswith(f"{page}:3: ")

    @pytest.mark.parametrize(
        "bare",
        [
            "costs 0.5 bits",
            "costs .5 bits",
            "$x = 0.5$",
            "| 0.5 | 1 |",
            "**0.5**",
            "- 0.5",
            "(0.5)",
            "1.5e-3",
            "5 <!-- = 2 + 2 -->",
        ],
    )
    def test_finds_a_number_with_nothing_behind_it(self, bare: str) -> None:
        assert len(list(claims.unmarked(bare))) == 1

    @pytest.mark.parametrize(
        "fine",
        [
            "costs 0.737<!-- = kl_divergence([.5, .5], [.9, .1]) --> bits",
            "costs **0.737**<!-- = kl_divergence([.5, .5], [.9, .1]) --> bits",
            "costs 0.5<!-- given: our example -->",
            "`[0.5, 0.5]` in code",
            "```python\n0.5\n```",
            "[Theorem 2.6.3](sources.md)",
            "version 1.17.1",
            "takes 26\u202f306<!-- = 26306 --> throws",
            "is 1.2e-16<!-- = 1.2e-16 -->",
            "is ∞<!-- = kl_divergence([.5, .5], [1, 0]) -->",
        ],
    )
    def test_accepts_what_is_right(self, fine: str, tmp_path: Path) -> None:
        page = tmp_path / "page.md"
        page.write_text(fine)
        assert checker.corrected(page) == (fine, [])

    def test_finds_a_wrong_example(self, tmp_path: Path) -> None:
        page = tmp_path / "page.md"
        page.write_text("```pycon\n>>> 1 / 4\n0.26\n\n```\n")
        (example,) = EXAMPLES.parse(page).examples()
        with pytest.raises(SybilFailure):
            example.evaluate()

    def test_writes_the_computed_digits(self, tmp_path: Path) -> None:
        page = tmp_path / "page.md"
        page.write_text("0.7<!-- = 1/4 --> and 0.50 %<!-- = 100/3 --> and −1.0<!-- = -2 -->")
        text, _ = checker.corrected(page)
        assert re.findall(r"[−\d.]+(?= ?%?<)", text) == ["0.2", "33.33", "−2.0"]

    def test_finds_a_wrong_cell(self, tmp_path: Path) -> None:
        page = tmp_path / "page.md"
        page.write_text("<!-- table: notation.units -->\n| unit |\n| --- |\n| bit |\n")
        text, problems = checker.corrected(page)
        assert len(problems) == 1
        assert "3.3219" in text
