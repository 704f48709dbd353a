"""The list of questions: under `<!-- questions: rlhf -->` stands a link to each question of that page beside it."""

import re
from collections.abc import Iterator
from pathlib import Path

from checking.source import blank, without_code

LIST = re.compile(r"<!-- questions: (?P<page>[\w-]+) -->\n\n(?P<list>(?:- .*\n)*\n?)")
QUESTION = re.compile(r"^## (?P<title>.+?) *\{#(?P<anchor>[\w-]+)[^}\n]*\}$", re.MULTILINE)


def without_lists(text: str) -> str:
    """The page with its derived lists replaced by blanks: each is checked as a whole."""
    return LIST.sub(blank, text)


def corrections(page: Path, text: str) -> Iterator[tuple[int, str, str, str]]:
    """Position, present text, right text and complaint, for each list that differs from the questions it lists."""
    for found in LIST.finditer(text):
        right = "".join(f"- {link}\n" for link in _links(page.with_name(f"{found['page']}.md"))) + "\n"
        if found["list"] != right:
            yield found.start("list"), found["list"], right, f"the questions of {found['page']}.md are others"


def _links(page: Path) -> Iterator[str]:
    text = re.sub(r"<!--.*?-->", "", page.read_text(encoding="utf-8"))
    for question in QUESTION.finditer(without_code(text)):
        yield f"[{question['title']}]({page.name}#{question['anchor']})"
