"""How many minutes a page takes: its words, and what is not words by the words that one could read meanwhile.

What stands folded is for a second reading and is not counted, except that each question takes its time.
"""

import re
from collections.abc import Iterator

from checking.source import FRONT_MATTER, blank, without_code

WORDS_A_MINUTE = 150  # of a text that argues; a story is read half as fast again
WORTH = {  # in words
    "formula": (re.compile(r"\$\$.+?\$\$", re.DOTALL), 30),
    "formula in a line": (re.compile(r"\$[^$\n]+\$"), 2),
    "picture": (re.compile(r"!\[.*?\]\([^)]*\)", re.DOTALL), 40),
    "table": (re.compile(r"(?:^\|.*\n)+", re.MULTILINE), 40),
    "example": (re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL), 40),
}
QUESTION = 150
DETAILS = re.compile(r"<details\b[^>]*>|</details>")
DERIVED = re.compile(r"^## (?:Leads to|Sources)$.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"[A-Za-z0-9][\w’'.,]*")


def minutes(text: str) -> int:
    """Of a page, or of a part of one; at least 1."""
    read = DERIVED.sub("", COMMENT.sub("", FRONT_MATTER.sub("", text)))
    words = QUESTION * len(re.findall(r'<details class="question"', read))
    read = _unfolded(read)
    for pattern, worth in WORTH.values():
        words += worth * len(pattern.findall(read))
        read = pattern.sub(" ", read)
    words += len(WORD.findall(TAG.sub(" ", without_code(read))))
    return max(1, round(words / WORDS_A_MINUTE))


def without_minutes(text: str) -> str:
    """The page with its minutes replaced by blanks."""
    return re.sub(r"^minutes: \d+$", blank, text, count=1, flags=re.MULTILINE)


def _unfolded(text: str) -> str:
    return "".join(_outside(text))


def _outside(text: str) -> Iterator[str]:
    """The parts of a text that stand in no <details>; these may hold others."""
    depth, begin = 0, 0
    for tag in DETAILS.finditer(text):
        if depth == 0:
            yield text[begin : tag.start()]
        depth += -1 if tag[0].startswith("</") else 1
        begin = tag.end()
    yield text[begin:]


def corrections(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Position, present text, right text and complaint, where the front matter names other minutes."""
    front = FRONT_MATTER.match(text)
    named = re.search(r"^minutes: (\d+)$", front[0], re.MULTILINE) if front else None
    right = str(minutes(text))
    if named and named[1] != right:
        yield named.start(1), named[1], right, f"minutes: {named[1]} is written, it takes {right} to read"
