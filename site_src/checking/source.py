"""A page's source text: where its code and its comments are, and on which line a position stands."""

import re
from typing import Any

import yaml

CODE = re.compile(r"^( *)(```+|~~~+).*?^\1\2 *$|(?<!`)`[^`\n]+`(?!`)", re.DOTALL | re.MULTILINE)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NOTEBOOK_FRONT = re.compile(r"\A# ---\n(?:# .*\n)*?# ---\n")
CELL = re.compile(r"^(?:# %%(?P<markdown>[^\n]*\[(?:markdown|md)\])?|\A).*?(?=^# %%|\Z)", re.DOTALL | re.MULTILINE)
COMMENT = re.compile(r"^# %%.*$|^# ?", re.MULTILINE)


def blank(found: re.Match[str]) -> str:
    """Blanks in place of what was found, so that all positions stay."""
    return re.sub(r"[^\n]", " ", found[0])


def without_code(text: str) -> str:
    """The page with its code replaced by blanks."""
    return CODE.sub(blank, text)


def markdown_cells(notebook: str) -> str:
    """A percent notebook with all but its Markdown replaced by blanks."""
    return CELL.sub(lambda cell: COMMENT.sub(blank, cell[0]) if cell["markdown"] else blank(cell), notebook)


def line_of(text: str, position: int) -> int:
    """The line on which a position stands, counted from 1."""
    return text.count("\n", 0, position) + 1


def front_matter(text: str) -> dict[str, Any]:
    """What an author says about a page before it begins; in a notebook it is a comment that Jupyter reads, too."""
    notebook = NOTEBOOK_FRONT.match(text)
    found = FRONT_MATTER.match(COMMENT.sub("", notebook[0]) if notebook else text)
    read: dict[str, Any] = yaml.safe_load(found[0].strip("-\n")) if found else {}
    return read["jupyter"] if notebook else read
