"""Checked numbers: `0.737<!-- = kl_divergence([.5, .5], [.9, .1]) -->` agrees with its expression as far as written.

`0.57<!-- given: Kurt 2017 -->` is a number that we do not compute, with where it comes from. What stands before the
comment is a number, a formula, code or a law with its parameters, such as `Beta(17, 6)`; where that holds several
numbers the comment speaks for all of them in order: `$(0.25, 0.5)$<!-- = 1/4; 1/2 -->`. One `given:` speaks for all.

In a question `¼<!-- b in [1/8, 1/5, 1/4] -->` is a parameter: what is printed is one of these, and other expressions
of the question may name it. `0.2075<!-- = … ± 0.001 -->` is an answer with the tolerance within which others are
right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checking import formulas
from checking.numbers import FOUND, NUMBER, agrees, same, shown
from checking.source import without_code

FORMULA = r"(?<![\\$])(?P<dollars>\$\$?)(?!\s)(?P<tex>[^$]+?)(?<!\s)(?P=dollars)"
LAW = r"(?P<law>\w*\([^()\n]*\d[^()\n]*\))"
CODE = r"(?<!`)`[^`\n]+`(?!`)"
COMMENT = r"<!--\s*(?:(?P<kind>=|given:)\s*|(?P<name>[a-z]\w*) in (?=\[|\w+\())(?P<work>.*?)\s*-->"
TOLERANCE = "±"
TOKEN = rf"{FORMULA}|{LAW}|(?P<code>{CODE})|(?:\*\*)?(?P<number>{NUMBER})(?:[ \u00a0\u202f]?%)?(?:\*\*)?"
CLAIM = re.compile(rf"(?P<token>{TOKEN}){COMMENT}", re.DOTALL)
WORK = re.compile(COMMENT, re.DOTALL)


@dataclass(frozen=True)
class Claim:
    """A number as written, the expression that computes it, and where it stands in the page's text."""

    written: str
    expression: str
    start: int
    exact: float | None = None
    """The value of what is written where that is arithmetic, such as a fraction in a formula."""
    form: str | None = None
    """What is written as prose would write it, where that differs: `4 \\cdot 10^{-20}` is 4·10⁻²⁰."""

    def agrees(self, value: float | str) -> bool:
        """Whether the value is what is written, as far as it is written."""
        if self.exact is not None:
            return isinstance(value, float | int) and same(value, self.exact)
        return agrees(value, self.form or self.written)

    def corrected(self, value: float | str) -> str:
        """What should be written; arithmetic is left for a person to rewrite."""
        return self.written if self.exact is not None or self.form else shown(value, self.written)


def find(text: str) -> Iterator[re.Match[str]]:
    """Each token with its comment, in order; code in fences is no claim, code in a sentence may be one."""
    prose = without_code(text)
    return (found for found in CLAIM.finditer(text) if prose[found.end() - 1] == ">")


def claims_of(found: re.Match[str]) -> Iterator[Claim]:
    """The claims of one token; raises ValueError where numbers and expressions do not pair."""
    if found["kind"] != "=":
        return
    expressions = expressions_of(found)
    numbers = list(_numbers(found))
    if len(numbers) != len(expressions):
        what = ", ".join(item.written for item in numbers) or "none"
        raise ValueError(f"{len(numbers)} numbers to check ({what}) and {len(expressions)} expressions")
    for item, expression in zip(numbers, expressions, strict=True):
        yield Claim(item.written, expression, item.start, item.exact, item.form)


def expressions_of(found: re.Match[str]) -> list[str]:
    """What computes the numbers of one token, in order."""
    return [part.strip() for part in found["work"].partition(TOLERANCE)[0].split(";")]


def _numbers(found: re.Match[str]) -> Iterator[formulas.Item]:
    """Each number of a token that its comment must speak for, placed in the page's text."""
    if found["tex"] is not None:
        for item in formulas.unchecked(found["tex"]):
            yield replace(item, start=found.start("tex") + item.start)
    elif found["number"]:
        yield formulas.Item(found["number"], found.start("number"))
    else:
        for number in FOUND.finditer(found["token"]):
            if not re.search(r"[\w.]$", found["token"][: number.start()]):
                yield formulas.Item(number[0], found.start("token") + number.start())
