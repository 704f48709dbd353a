"""The parameters of a question: what is printed is one of the values that each may have, and variants have others.

`¼<!-- b in [1/8, 1/5, 1/4] -->` in a question; a later range may name an earlier parameter, so that no pair of values
makes a degenerate case: `½<!-- a in [x for x in (1/3, 1/2, 2/3) if x != b] -->`.
"""

import hashlib
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checking import claims
from checking.evaluation import NONE, Value, computed
from checking.numbers import EXACT, VULGAR, fraction, shown
from practice.blocks import Block, WrongQuestionError, around

MOST = 200
"""Variants of one question."""
WIDEST = 20_000
COMMON = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"  # every font has these


@dataclass(frozen=True)
class Parameter:
    """A number of a question that another may replace."""

    name: str
    written: str
    values: str
    """An expression that gives all that it may be."""
    at: int


def parameters(block: Block) -> list[Parameter]:
    """In the order in which they stand."""
    found = [claim for claim in claims.find(block.text) if claim["name"]]
    for claim in found:
        if claim["number"] is None:
            raise WrongQuestionError(block.start + claim.start(), f"{claim['token']}: a parameter is one plain number")
    return [
        Parameter(claim["name"], claim["number"], claim["work"], block.start + claim.start("number")) for claim in found
    ]


def printed(block: Block) -> dict[str, Value]:
    """The values that stand on the page."""
    values: dict[str, Value] = {}
    for parameter in parameters(block):
        if parameter.name in values:
            raise WrongQuestionError(parameter.at, f"{parameter.name} is a parameter twice: name the second otherwise")
        allowed = _range(parameter, values)
        value = next((value for value in allowed if _is(value, parameter.written)), None)
        if value is None:
            why = f"{parameter.written} is printed, and {parameter.name} may only be one of {parameter.values}"
            raise WrongQuestionError(parameter.at, why)
        values[parameter.name] = value
    return values


def at(text: str, position: int) -> Mapping[str, Value]:
    """The parameters that an expression at this position of a page may name."""
    block = around(text, position)
    return printed(block) if block else NONE


def variants(block: Block) -> list[dict[str, Value]]:
    """The values of variant 1, 2, 3 and so on, the same on every machine; none without parameters."""
    own = printed(block)
    if not own:
        return []
    others = [values for values in _grid(parameters(block), {}) if values != own]
    return sorted(others, key=lambda values: _lot(block.id, values))[:MOST]


def as_written(value: Value, written: str) -> str:
    """A value in the form of what is printed, with as many digits as it needs."""
    text = shown(float(value), written)
    if "/" in text and written[-1] in VULGAR:
        return next((letter for letter in COMMON if fraction(letter) == fraction(text)), text)
    return text if _is(value, text) else f"{float(value):.12g}".replace("-", "−")


def _is(value: Value, written: str) -> bool:
    plain = written.replace("\u202f", "").replace("−", "-")
    try:
        number = fraction(plain) if "/" in plain or plain[-1] in VULGAR else _decimal(plain)
    except ValueError:
        return False
    return math.isclose(value, number, rel_tol=EXACT, abs_tol=EXACT)


def _decimal(plain: str) -> float:
    power = re.fullmatch(r"(?:(.+?)\s?·\s?)?10([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)", plain)
    if power is None:
        return float(plain)
    exponent = power[2].translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-"))
    return float(f"{power[1] or 1}e{exponent}")


def _range(parameter: Parameter, earlier: Mapping[str, Value]) -> list[Value]:
    try:
        return list(computed(parameter.values, earlier))
    except Exception as error:  # a range is a page's own code: whatever it raises is that page's mistake
        raise WrongQuestionError(parameter.at, f"{parameter.values}: {type(error).__name__}: {error}") from error


def _grid(left: list[Parameter], chosen: dict[str, Value]) -> Iterator[dict[str, Value]]:
    if not left:
        yield chosen
        return
    first, *others = left
    values = _range(first, chosen)
    if len(values) > WIDEST:
        raise WrongQuestionError(first.at, f"{first.name} may be {len(values)} numbers: narrow it to {WIDEST}")
    for value in values:
        yield from _grid(others, {**chosen, first.name: value})


def _lot(name: str, values: Mapping[str, Value]) -> str:
    """Mixes the variants: neighbours in a range must not be neighbours in number."""
    words = [name, *(f"{key}={float(value):.12g}" for key, value in values.items())]
    return hashlib.sha256(" ".join(words).encode()).hexdigest()
