"""Questions on paper: a page of HTML that needs no script, its formulas set as on the site."""

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from pathlib import Path

from exports import wording
from exports.parts import FORMULA, blocks, fitted
from exports.site import Site
from practice.model import Choice, Html, Matching, Number, Option, Order, Question
from rendering.formulas import coloured

LOOK = Path(__file__).with_name("paper.css")


def document(questions: Sequence[Question], site: Site, *, with_answers: bool) -> bytes:
    """One sheet."""
    title = _title(questions, site)
    return _whole(title, _sheet(title, "h1", questions, site, with_answers), site)


def documents(sheets: Sequence[Sequence[Question]], site: Site) -> bytes:
    """Several sheets of one page, each on paper of its own, and the key to them on the last."""
    title = _title(sheets[0], site)
    intro = (
        f'<div class="sheet-intro"><h1>{title}: {len(sheets)} sheets and a key</h1>'
        "<p>Print this page. Each sheet begins on paper of its own, with numbers of its own; the key comes last.</p>"
        "</div>"
    )
    body = "".join(_sheet(f"{title}, sheet {n}", "h2", those, site, False) for n, those in enumerate(sheets, 1))
    return _whole(title, intro + body + _key(sheets, site), site)


def _title(questions: Sequence[Question], site: Site) -> Html:
    pages = {question.page_title for question in questions}
    subject = questions[0].page_title if len(pages) == 1 else "all questions"
    return escape(f"{site.name}: {subject}", quote=False)


def _whole(title: Html, body: Html, site: Site) -> bytes:
    return f"""<!doctype html>
<html lang="en" data-md-color-scheme="default">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="{site.root}assets/favicon.svg">
<link rel="stylesheet" href="{site.root}generated/site.css">
<style>
{LOOK.read_text(encoding="utf-8")}</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
""".encode()


def _key(sheets: Sequence[Sequence[Question]], site: Site) -> Html:
    """What is right on each sheet, for those questions that are not the same on all."""
    columns = [place for place, one in enumerate(sheets[0]) if one.variant is not None]
    heads = "".join(f'<th scope="col">{place + 1}</th>' for place in columns)
    cells = ["".join(f"<td>{_short(those[place], site)}</td>" for place in columns) for those in sheets]
    rows = "".join(f'<tr><th scope="row">{number}</th>{row}</tr>\n' for number, row in enumerate(cells, 1))
    head = f'<thead><tr><th scope="col">Sheet</th>{heads}</tr></thead>'
    return f"""<section class="sheet-paper"><h2>What is right on each sheet</h2>
<table>{head}<tbody>
{rows}</tbody></table></section>
"""


def _short(question: Question, site: Site) -> Html:
    task = question.task
    if isinstance(task, Number):
        return escape(f"{task.shown} {task.unit}".strip(), quote=False)
    return _Paper(site, with_answers=True).part(question.answer)


def _sheet(title: Html, level: str, questions: Sequence[Question], site: Site, with_answers: bool) -> Html:
    pages = wording.by_page(questions)
    body = "".join(_page(page, site, with_answers, heading=len(pages) > 1) for page in pages)
    write = (
        "" if with_answers else '<p>Name <span class="sheet-write"></span> Date <span class="sheet-write"></span></p>'
    )
    return f"""<section class="sheet-paper">
<div class="sheet-head"><{level}>{title}</{level}>{write}</div>
{body}<p class="sheet-foot">{_origin(pages[0][0], site, whole=len(pages) > 1)}</p>
</section>
"""


def _origin(question: Question, site: Site, whole: bool) -> Html:
    place = site.url if whole else site.link(question.page)
    words = f"From {site.name}" + (f", {place}" if place else "" if whole else f", {question.page}")
    return f"{escape(words, quote=False)}. {site.licence}."


def _page(questions: list[Question], site: Site, with_answers: bool, heading: bool) -> Html:
    paper = _Paper(site, with_answers)
    items = "".join(f"<li>{paper.question(question)}</li>\n" for question in questions)
    title = f"<h2>{escape(questions[0].page_title, quote=False)}</h2>\n" if heading else ""
    return f'{title}<ol class="sheet-questions{" sheet-answered" if with_answers else ""}">\n{items}</ol>\n'


class _Paper:
    def __init__(self, site: Site, with_answers: bool) -> None:
        self.site, self.with_answers = site, with_answers

    def question(self, question: Question) -> Html:
        asked = self.part(blocks(question.stem)) + self._asked(question)
        if self.with_answers:
            return f'{asked}<div class="sheet-told">{self.part(_told(question))}</div>'
        return asked + ('<div class="sheet-room"></div>' if isinstance(question.task, Number | None) else "")

    def _asked(self, question: Question) -> Html:
        task = question.task
        if isinstance(task, Choice):
            return self._boxes(("✓" * option.right, self._option(option)) for option in task.options)
        if isinstance(task, Order | Matching):
            mixed = wording.pairs(question, lettered=True)
            return self.part(mixed.legend) + self._boxes(zip(mixed.rights, mixed.lefts, strict=True))
        return ""

    def _option(self, option: Option) -> Html:
        return f"{option.words} {option.reply}" if self.with_answers and option.reply else option.words

    def _boxes(self, items: Iterable[tuple[str, Html]]) -> Html:
        """Each thing behind a box, which holds what belongs there once it is answered."""
        filled = ((escape(mark) if self.with_answers else "", self.part(words)) for mark, words in items)
        lines = (f'<li><span class="sheet-box">{mark}</span><div>{words}</div></li>' for mark, words in filled)
        return f'<ul class="sheet-boxes">{"".join(lines)}</ul>'

    def part(self, part: Html) -> Html:
        """The part with its formulas set, and what it shows and links to by its place below this file's root."""
        plain = fitted(part, lambda address: self.site.root + address, lambda address: self.site.root + address)
        return FORMULA.sub(_formula, plain)


def _told(question: Question) -> Html:
    hints = "".join(_called("Hint", hint) for hint in question.hints)
    wrong = wording.diagnoses(question.task) if isinstance(question.task, Number) else ""
    solution = _called("Solution", question.solution) if question.solution else ""
    return hints + _called("Answer", question.answer) + wrong + solution


def _called(name: str, part: Html) -> Html:
    """The part, with its name before its first words."""
    return re.sub(r"\A(<p>|)", rf"\1<b>{name}.</b> ", blocks(part), count=1)


def _formula(found: re.Match[str]) -> Html:
    tex = found["inline"] or found["display"]
    return coloured(unescape(tex).strip(), display=found["inline"] is None)
