"""The reference of the package and the formula sheet: complete, and computed three times."""

import inspect
import itertools
import math
import re
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.rest import DocTestParser

import extrabits
from checking import docstrings, pages
from environment import ROOT
from studies.closed_forms import CLOSED_FORMS, DIVERGENCES, ENTROPIES, ClosedForm
from studies.measure_formulas import LETTERS, MEASURES, Measure, returned

PAGES = {page: page.read_text(encoding="utf-8") for page in pages.every()}
AGREEMENT = 1e-9

every_measure = pytest.mark.parametrize("row", MEASURES, ids=lambda row: row.function)
every_closed_form = pytest.mark.parametrize("row", CLOSED_FORMS, ids=lambda row: "‖".join(row.symbols))


def test_every_public_name_has_one_entry() -> None:
    entries = [found["name"] for text in PAGES.values() for found in docstrings.ENTRY.finditer(text)]
    assert sorted(entries) == sorted(extrabits.__all__)


@pytest.mark.parametrize("name", extrabits.__all__)
def test_an_entry_says_what_when_and_why(name: str) -> None:
    entry = docstrings.entry(name, docstrings.homes()[name])
    for part in (f"{{#{name}}}", f"\n`{name}(", "\n```pycon\n"):
        assert part in entry
    docstring = inspect.getdoc(getattr(extrabits, name)) or ""
    words = re.findall(r"\w+", docstring)
    shown = re.findall(r"\w+", entry)
    assert [word for word in words if word not in shown] == [], "the entry lost a part of the docstring"


def test_every_explained_function_leads_to_its_page_and_back() -> None:
    for name, explained_on in docstrings.explanations().items():
        entry = docstrings.entry(name, docstrings.homes()[name])
        for page in explained_on:
            assert f"{page.stem}.md)" in entry.split("**Explained on**")[1]
            assert f".md#{name})" in PAGES[page]


@every_measure
def test_the_formula_of_a_measure_is_what_the_call_returns(row: Measure) -> None:
    assert returned(row.call) == pytest.approx(row.by_formula(), rel=AGREEMENT, abs=0)


@every_closed_form
def test_a_closed_form_is_what_the_call_returns_and_what_integration_gives(row: ClosedForm) -> None:
    assert returned(row.call) == pytest.approx(row.by_formula(), rel=AGREEMENT, abs=0)
    assert row.by_integration() == pytest.approx(row.by_formula(), rel=AGREEMENT, abs=0)


@pytest.mark.parametrize("row", DIVERGENCES, ids=lambda row: "‖".join(row.symbols))
def test_the_example_would_show_exchanged_arguments(row: ClosedForm) -> None:
    p, q = row.laws
    try:
        other = extrabits.kl_divergence(q, p, base=math.e)
    except ValueError:  # the other order has no closed form, so that it cannot be mistaken for this one
        return
    assert other != pytest.approx(row.by_formula(), rel=1e-3)


def test_every_closed_form_of_the_package_is_on_the_sheet() -> None:
    listed = {(type(p), type(q)) for p, q in (row.laws for row in DIVERGENCES)}
    examples = [law for row in CLOSED_FORMS for law in row.laws]
    assert {type(row.laws[0]) for row in ENTROPIES} == {type(law) for law in examples}
    for p, q in itertools.product(examples, repeat=2):
        if (type(p), type(q)) not in listed and math.isfinite(_divergence_or_infinity(p, q)):
            pytest.fail(f"D({p}‖{q}) has a closed form that is not on the sheet")


def test_every_family_has_its_entropy_on_the_sheet() -> None:
    families = {value for value in vars(extrabits).values() if inspect.isclass(value)}
    assert {type(row.laws[0]) for row in ENTROPIES} == families


def test_the_letters_are_those_of_the_page() -> None:
    document = Sybil(parsers=[DocTestParser()]).parse(ROOT / "docs/reference/formula-sheet.md")
    letters: dict[str, object] = {}
    for example in document.examples():
        example.evaluate()
        letters |= {letter: example.namespace.get(letter) for letter in LETTERS}
    assert letters == LETTERS


def test_a_wrong_entry_is_found_and_corrected() -> None:
    home = docstrings.homes()["entropy"]
    right = PAGES[home]
    wrong = right.replace("the mean surprisal", "the median surprisal")
    assert list(docstrings.corrections(home, right)) == []
    ((start, present, computed, why),) = docstrings.corrections(home, wrong)
    assert "entropy" in why
    assert wrong[:start] + computed + wrong[start + len(present) :] == right


def test_an_entry_is_written_where_only_its_marker_stands(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "[Install it](../reference/python/index.md#install)\n\n<!-- api: entropy -->\n\n<!-- api: surprisal -->\n"
    )
    text, problems = pages.corrected(page)
    assert len(problems) == 2
    assert text.count("<!-- /api -->") == 2
    page.write_text(text)
    assert pages.corrected(page) == (text, [])


def test_a_page_that_names_no_function_of_the_package_is_told_so(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- computed-by: entropie -->\n")
    (problem,) = pages.corrected(page)[1]
    assert problem.startswith(f"{page}:1: ")
    assert "entropie" in problem


def _divergence_or_infinity(p: object, q: object) -> float:
    try:
        return float(extrabits.kl_divergence(p, q))  # type: ignore[call-overload]
    except ValueError:
        return math.inf
