"""What the pages on libraries must show of each trap: its heading, its address, its code with the results behind it.

Where a trap stands is up to the pages: on the one that has its heading. The first of them lists the symptoms.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checking import claims
from traps._registry import Trap, find
from traps._run import Result

PAGES = Path(__file__).parent.parent.parent / "docs" / "reference" / "libraries"
SYMPTOMS = "index.md"
ALSO = re.compile(r' data-also="[^"\n]*"(?=\}$)', re.MULTILINE)
BLOCK = re.compile(r"^<!-- trap: (?P<key>\w+\.\w+) -->\n```py\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)


def read() -> dict[Path, str]:
    """The pages on libraries, by file."""
    return {page: page.read_text(encoding="utf-8") for page in sorted(PAGES.glob("*.md"))}


def problems(pages: dict[Path, str], recorded: dict[str, Result]) -> list[str]:
    """Where the pages disagree with the traps, as messages."""
    # A heading that tells a number also says what computes it.
    texts = {page.name: claims.WORK.sub("", text) for page, text in pages.items()}
    wanted = {trap.key: trap for trap in find() if not trap.is_way}
    shown = [found["key"] for text in texts.values() for found in BLOCK.finditer(text)]
    found_wrong = [f"{key}: the page shows a trap that does not exist" for key in set(shown) - wanted.keys()]
    found_wrong += [f"{key}: shown {shown.count(key)} times" for key in wanted if shown.count(key) > 1]
    for key, trap in wanted.items():
        name = next((name for name, text in texts.items() if explains(text, trap)), None)
        if name is None:
            found_wrong.append(f"{key}: no page has the heading “{heading(trap).strip()}”")
        else:
            found_wrong += [f"{key}: {why}" for why in _problems(trap, name, texts, recorded[key])]
    return found_wrong


def _problems(trap: Trap, name: str, texts: dict[str, str], result: Result) -> Iterator[str]:
    if f"({name}#{trap.anchor})" not in texts[SYMPTOMS]:
        yield f"the list of symptoms does not link to {name}#{trap.anchor}"
    shown = {found["key"]: found["code"] for found in BLOCK.finditer(texts[name])}
    if shown.get(trap.key) != code(trap, result["saw"]):
        yield "the code or a result differs; python3 scripts/libraries.py writes it"
    for warning in result["warned"]:
        if warning[:60] not in texts[name]:
            yield f"the page does not quote the warning “{warning}”"


def heading(trap: Trap) -> str:
    """The line with which the section of a trap begins, without the other names that it may have for the search."""
    return f"### {trap.heading} {{#{trap.anchor}}}\n"


def explains(text: str, trap: Trap) -> bool:
    """Whether a page has the section of a trap."""
    return heading(trap) in ALSO.sub("", text)


def corrected(text: str, recorded: dict[str, Result]) -> str:
    """A page with the code and the results of each trap as they are."""
    wanted = {trap.key: trap for trap in find() if not trap.is_way}

    def block(found: re.Match[str]) -> str:
        key = found["key"]
        return (
            f"<!-- trap: {key} -->\n```py\n{code(wanted[key], recorded[key]['saw'])}```" if key in wanted else found[0]
        )

    return BLOCK.sub(block, text)


def code(trap: Trap, saw: Result) -> str:
    """The body of the trap, with each result below the line that computes it, where a phone shows it too."""
    lines: list[str] = []
    for line in trap.lines:
        lines.append(line)
        assignment = re.match(r"( *)(\w+) = ", line)
        if assignment and assignment[2] in saw:
            lines.append(f"{assignment[1]}# {written(saw[assignment[2]])}")
    return "\n".join(lines) + "\n"


def written(value: Any) -> str:
    """A result in four significant digits."""
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, float):
        return f"{value:.4g}"
    return str(value)
