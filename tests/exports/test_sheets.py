"""Sheets ask everything, answer where they should, and differ from each other."""

import re

import pytest
from lxml import html
from read_back import words
from samples import EVERY, QUESTIONS, site

from exports import sheet, sheet_with_answers, sheets, wording
from practice import variants
from practice.model import Choice, Matching, Number, Order, Question

WITH_VARIANTS = [those for those in wording.by_page(EVERY[len(QUESTIONS) :]) if any(map(variants.count, those))]


def test_a_sheet_asks_everything_and_answers_nothing() -> None:
    plain = words(re.sub(r'<span class="katex-html".*?</math></span>', "", sheet.write(EVERY, site()).decode()))
    for question in EVERY:
        first = words(re.split(r"\\\(|<", question.stem.removeprefix("<p>"))[0])
        assert first in plain
    assert "Answer." not in plain
    assert "✓" not in plain


def test_a_sheet_for_who_marks_has_answers_and_solutions() -> None:
    text = sheet_with_answers.write(QUESTIONS, site()).decode()
    assert text.count("<b>Answer.</b>") == len(QUESTIONS)
    assert text.count("<b>Solution.</b>") == sum(question.solution is not None for question in QUESTIONS)
    boxes = [words(box) for box in re.findall(r'<span class="sheet-box">(.*?)</span>', text)]
    rights = [option.right for q in QUESTIONS if isinstance(q.task, Choice) for option in q.task.options]
    assert boxes.count("✓") == sum(rights)
    lines = [line for q in QUESTIONS if isinstance(q.task, Order) for line in q.task.lines]
    pairs = [pair for q in QUESTIONS if isinstance(q.task, Matching) for pair in q.task.pairs]
    assert len(boxes) == len(rights) + len(lines) + len(pairs)


def test_pictures_and_links_lead_from_where_the_file_lies() -> None:
    tree = html.fromstring(sheet_with_answers.write(EVERY, site()))
    sources = {str(image.get("src")) for image in tree.iter("img")}
    assert sources == {"../../generated/kl_divergence/area.svg"}
    links = [str(link.get("href")) for link in tree.iter("a")]
    assert links
    assert all(link.startswith(("../../", "http")) for link in links)


@pytest.mark.parametrize("those", WITH_VARIANTS, ids=lambda those: those[0].page)
def test_no_two_sheets_are_the_same_and_the_key_has_what_is_right(those: list[Question]) -> None:
    found = re.findall(r'<section class="sheet-paper">.*?</section>', sheets.write(those, site()).decode(), re.DOTALL)
    *papers, key = map(words, found)
    bare = [re.sub(r"sheet \d+", "", paper) for paper in papers]
    assert len(set(bare)) == len(bare) <= 30
    for number, drawn in enumerate(sheets.drawn(those), 1):
        for question in drawn:
            if question.variant is not None and isinstance(question.task, Number):
                assert words(question.task.shown) in key
        assert f"sheet {number}" in papers[number - 1]


def test_without_variants_there_is_one_sheet_alone() -> None:
    assert sheets.write(QUESTIONS, site()) == b""
    plain = [question for question in EVERY if not question.page.startswith("concepts/sample") and not WITH_VARIANTS]
    assert all(sheets.write(page, site()) == b"" for page in wording.by_page(plain))
