r"""Numbers inside formulas: TeX, taken apart at its relations and commas, and computed where it can be.

A part without letters is arithmetic: `\tfrac12 \log_2 \tfrac32` has a value. Beside another such part it must agree
with it, as in `3 - 2 = 1`; alone it needs a claim. In a part with letters the single digits belong to the statement
(`x^2`, `\frac12 \ln t`), but a number of two digits or with a point is an amount and needs a claim. 0 and 1 need none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checking import arithmetic
from checking.arithmetic import SPACES, TWO_ARGUMENTS
from checking.numbers import RAISED, agrees, same

TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|\d|\s+|.", re.DOTALL)
EQUAL = {"=", r"\approx", r"\doteq"}
ORDER = {
    "<": float.__lt__,
    ">": float.__gt__,
    r"\le": float.__le__,
    r"\leq": float.__le__,
    r"\ge": float.__ge__,
    r"\geq": float.__ge__,
    r"\ne": float.__ne__,
}
OTHER = {
    ",",
    ";",
    "&",
    "|",
    ":",
    r"\\",
    r"\quad",
    r"\qquad",
    r"\to",
    r"\sim",
    r"\mid",
    r"\in",
    r"\mapsto",
    r"\parallel",
}
OTHER |= {r"\longrightarrow", r"\Rightarrow", r"\iff", r"\dots", r"\cdots", r"\ldots", r"\pm"}
WORDS = {r"\text", r"\operatorname", r"\begin", r"\end", r"\mathrm", r"\tag"}  # their argument is no mathematics
# The ends of things, in every second sentence, and constants that have a name.
FREE = {"0", "1", r"\infty", r"-\infty", r"+\infty", "e", r"\pi"}


@dataclass(frozen=True)
class Item:
    """A number that the formula's comment must speak for."""

    written: str
    start: int
    exact: float | None = None
    """The value of a part that is arithmetic."""
    form: str | None = None
    """The same number as prose would write it, where that differs: `4 \\cdot 10^{-20}` is 4·10⁻²⁰."""


@dataclass(frozen=True)
class Part:
    """What stands between two relations or commas."""

    tokens: tuple[re.Match[str], ...]
    before: str
    """The relation before it; empty at the start."""

    @property
    def start(self) -> int:
        """Where it begins in the formula."""
        return self.tokens[0].start()

    @property
    def written(self) -> str:
        """Its TeX."""
        return self.tokens[0].string[self.start : self.tokens[-1].end()].strip()

    @property
    def value(self) -> float | None:
        """Its value, where it is arithmetic."""
        return arithmetic.value(token[0] for token in self.tokens)


def unchecked(tex: str) -> list[Item]:
    """The numbers of a formula that its own arithmetic does not check, in order."""
    parts = list(taken_apart(tex))
    settled = {index for pair in _equations(parts) for index in pair}
    items: list[Item] = []
    for index, part in enumerate(parts):
        value = part.value
        if value is None:
            items += _amounts(part)
        elif index not in settled and part.written not in FREE:
            items.append(_item(part, value))
    return items


def contradictions(tex: str) -> Iterator[tuple[int, str]]:
    """Where the formula says something false about its own numbers: position and message."""
    parts = list(taken_apart(tex))
    for left, right in pairwise(parts):
        a, b, relation = left.value, right.value, right.before
        if a is None or b is None:
            continue
        if relation in EQUAL and not _same(left, a, right, b):
            yield right.start, f"{left.written} is {a:.6g}, {right.written} is {b:.6g}"
        if relation in ORDER and not ORDER[relation](float(a), float(b)):
            yield right.start, f"{left.written} {relation} {right.written} is false"


def _equations(parts: list[Part]) -> Iterator[tuple[int, int]]:
    for index in range(1, len(parts)):
        if parts[index].before in EQUAL and parts[index - 1].value is not None and parts[index].value is not None:
            yield index - 1, index


def _same(left: Part, a: float, right: Part, b: float) -> bool:
    """Equal, or one a decimal to which the other rounds."""
    if same(a, b):
        return True
    rounded = [(b, left.written)] if _is_decimal(left) else []
    rounded += [(a, right.written)] if _is_decimal(right) else []
    return any(agrees(value, written) for value, written in rounded)


def _is_decimal(part: Part) -> bool:
    return re.fullmatch(r"-?\d*\.\d+", part.written) is not None


def _item(part: Part, value: float) -> Item:
    if re.fullmatch(r"-?\d*\.?\d+", part.written):
        return Item(part.written, part.start)
    power = re.fullmatch(r"(-?[\d.]+)\s*\\cdot\s*10\^\{?(-?\d+)\}?", part.written)
    form = f"{power[1]}·10{power[2].translate(RAISED)}" if power else None
    return Item(part.written, part.start, None if form else value, form)


def _amounts(part: Part) -> Iterator[Item]:
    """The numbers of two digits or with a point in a part that has letters; indices are names."""
    tokens = list(part.tokens)
    index = 0
    while index < len(tokens):
        text = tokens[index][0]
        if text == "_":
            index = _argument_end(tokens, index + 1)
        elif text in TWO_ARGUMENTS or text == "^":
            # A digit right behind these is an argument of its own: \frac12 is one half, not twelve.
            index = _next(tokens, index + 1)
            for _ in range(2 if text in TWO_ARGUMENTS else 1):
                if index < len(tokens) and tokens[index][0].isdigit():
                    index = _next(tokens, index + 1)
                elif index < len(tokens) and tokens[index][0] == "{":
                    end = _argument_end(tokens, index)
                    yield from _amounts(Part(tuple(tokens[index + 1 : end - 1]), "")) if end - index > 2 else ()
                    index = _next(tokens, end)
        elif text.isdigit() or (text == "." and index + 1 < len(tokens) and tokens[index + 1][0].isdigit()):
            end = index
            while end < len(tokens) and (tokens[end][0].isdigit() or tokens[end][0] == "."):
                end += 1
            written = "".join(token[0] for token in tokens[index:end]).rstrip(".")
            if len(written) > 1:
                yield Item(written, tokens[index].start())
            index = end
        else:
            index += 1


def _next(tokens: list[re.Match[str]], index: int) -> int:
    while index < len(tokens) and tokens[index][0].isspace():
        index += 1
    return index


def _argument_end(tokens: list[re.Match[str]], index: int) -> int:
    """Behind the argument that begins here: one token, or a group in braces."""
    index = _next(tokens, index)
    if index < len(tokens) and tokens[index][0] == "{":
        depth = 0
        for end in range(index, len(tokens)):
            depth += {"{": 1, "}": -1}.get(tokens[end][0], 0)
            if depth == 0:
                return end + 1
    return index + 1


def taken_apart(tex: str) -> Iterator[Part]:
    """The formula taken apart at its relations and commas; a tuple's entries are parts of their own."""
    current: list[re.Match[str]] = []
    before = ""
    depth = 0
    tokens = list(TOKEN.finditer(tex))
    tuples = set(_tuple_brackets(tokens))
    index = 0
    while index < len(tokens):
        token = tokens[index]
        text = token[0]
        depth += {"{": 1, "}": -1}.get(text, 0)
        if text in WORDS:
            index = _argument_end(tokens, index + 1)
            current.append(token)
            continue
        if depth == 0 and (text in EQUAL or text in ORDER or text in OTHER or index in tuples):
            if any(not token[0].isspace() for token in current):
                yield _part(current, before)
                before = text
            else:
                before = text if not before or index in tuples or before in OTHER | {"(", ")"} else before
            current = []
        else:
            current.append(token)
        index += 1
    if any(not token[0].isspace() for token in current):
        yield _part(current, before)


def _part(tokens: list[re.Match[str]], before: str) -> Part:
    inner = list(tokens)
    while inner[0][0].isspace() or inner[0][0] in SPACES:
        inner.pop(0)
        if not inner:
            return Part(tuple(tokens), before)
    while inner[-1][0].isspace() or inner[-1][0] in SPACES or (inner[-1][0] == "." and len(inner) > 1):
        inner.pop()
    return Part(tuple(inner), before)


def _tuple_brackets(tokens: list[re.Match[str]]) -> Iterator[int]:
    """The places of the brackets that have a comma directly between them."""
    stack: list[tuple[int, bool]] = []
    for index, token in enumerate(tokens):
        if token[0] in "([":
            stack.append((index, False))
        elif token[0] == "," and stack:
            stack[-1] = (stack[-1][0], True)
        elif token[0] in ")]" and stack:
            opening, comma = stack.pop()
            if comma:
                yield from (opening, index)
