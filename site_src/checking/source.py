"""A page's source text: where its code and its comments are, and on which line a position stands."""

import re

CODE = re.compile(r"^( *)(```+|~~~+).*?^\1\2 *$|(?<!`)`[^`\n]+`(?!`)", re.DOTALL | re.MULTILINE)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
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
