"""What the page must show of each trap: its heading, its address, its code with the results behind it."""

import re
from typing import Any

from checking import claims
from traps._registry import Trap, find
from traps._run import Result

BLOCK = re.compile(r"^<!-- trap: (?P<key>\w+\.\w+) -->\n```py\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)


def problems(text: str, recorded: dict[str, Result]) -> list[str]:
    """Where the page disagrees with the traps, as messages."""
    text = claims.WORK.sub("", text)  # a heading that tells a number also says what computes it
    shown = {found["key"]: found["code"] for found in BLOCK.finditer(text)}
    wanted = {trap.key: trap for trap in find() if not trap.is_way}
    found_wrong = [f"{key}: the page shows a trap that does not exist" for key in shown.keys() - wanted.keys()]
    for key, trap in wanted.items():
        if f"### {trap.heading} {{#{trap.anchor}}}\n" not in text:
            found_wrong.append(f"{key}: no heading “### {trap.heading} {{#{trap.anchor}}}”")
        if f"(#{trap.anchor})" not in text:
            found_wrong.append(f"{key}: the list of symptoms does not link to #{trap.anchor}")
        if shown.get(key) != code(trap, recorded[key]["saw"]):
            found_wrong.append(f"{key}: the code or a result differs; python3 scripts/libraries.py writes it")
        for warning in recorded[key]["warned"]:
            if warning[:60] not in text:
                found_wrong.append(f"{key}: the page does not quote the warning “{warning}”")
    return found_wrong


def corrected(text: str, recorded: dict[str, Result]) -> str:
    """The page with the code and the results of each trap as they are."""
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
