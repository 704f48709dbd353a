"""Numbers that a page types and nothing computes: what is given, the digits of a formula, the pages of a book.

Nobody can derive them, so somebody must have read them. `typed.txt` lists each that was, page by page; a word with a
digit that is new, or gone, is told until it is read again and recorded. It guards against slips of the hand, not
against errors: whatever can be computed is a claim instead.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from checking import calls, claims, derived, navigation, reading_time, widgets
from checking.source import CODE, blank, markdown_cells

RECORD = Path(__file__).with_name("typed.txt")
WORD = re.compile(r"\S*\d\S*")
AROUND = ".,;:!?*_()[]“”\"'"  # what a sentence puts around a word
TRAP = re.compile(r"(?<=-->\n)```(?:py|js|r|json)\n.*?^```$", re.DOTALL | re.MULTILINE)
RUN = ("```pycon", "~~~pycon")

Words = Counter[str]


def words(text: str) -> Words:
    """Each word with a digit that no program makes or runs, and how often the page has it."""
    return Counter(found[0].strip(AROUND) for found in WORD.finditer(_typed(text)))


def recorded() -> dict[str, Words]:
    """What was read, page by page."""
    read: dict[str, Words] = {}
    for line in RECORD.read_text(encoding="utf-8").splitlines():
        page, count, word = line.split("\t")
        read.setdefault(page, Counter())[word] = int(count)
    return read


def record(pages: dict[Path, str]) -> str:
    """The record of these pages as they are."""
    lines = []
    for page, text in sorted(pages.items()):
        counted = sorted(words(_prose(page, text)).items())
        lines += [f"{name(page)}\t{count}\t{word}\n" for word, count in counted]
    return "".join(lines)


def problems(page: Path, text: str) -> Iterator[tuple[int, str]]:
    """Position and message of each word that was not read, or is gone."""
    typed, read = words(_prose(page, text)), recorded().get(name(page), Counter())
    for word in typed - read:
        yield text.find(word), f"{word}: nothing computes it, and nobody has recorded that it was read"
    for word in read - typed:
        yield 0, f"{word} was read here, and is gone"


def name(page: Path) -> str:
    """A page as the record names it."""
    return page.relative_to(navigation.DOCS).as_posix()


def _prose(page: Path, text: str) -> str:
    """The page without the cells of a notebook that are run."""
    return markdown_cells(text) if page.suffix == ".py" else text


def _typed(text: str) -> str:
    """The page without what is computed, derived, or run; of what is given, the source is typed as well."""
    for found in claims.find(text):
        if found["kind"] != "given:":
            text = text[: found.start()] + blank(found) + text[found.end() :]
    text = reading_time.without_minutes(widgets.without_computed(derived.without(calls.without_tabs(text))))
    text = TRAP.sub(blank, text)
    return CODE.sub(lambda code: blank(code) if code[0].lstrip().startswith(RUN) else code[0], text)
