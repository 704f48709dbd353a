"""Checked numbers: `0.737<!-- = kl_divergence([.5, .5], [.9, .1]) -->` agrees with its expression as far as written.

`0.57<!-- given: Kurt 2017 -->` is a number that we do not compute, with where it comes from.
A comment after a formula speaks for the decimals in it, in order: `$0.25 + 0.5$<!-- = 1/4; 1/2 -->`.
The page shows the expression and the full value to whoever points at, focuses or taps the number.
"""

import importlib
import math
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

import exhibits
import extrabits
import studies

NUMBER = r"[-−+]?(?:\d[\d\u202f]*(?:\.\d+)?(?:e[-−+]?\d+)?|∞)"
DECIMAL = re.compile(r"(?<![\w.])\d*\.\d+(?:e[-−+]?\d+)?")
FORMULA = r"(?<![\\$])(?P<dollars>\$\$?)(?!\s)(?P<tex>[^$]+?)(?<!\s)(?P=dollars)"
CLAIM = re.compile(
    rf"(?P<token>{FORMULA}|(?:\*\*)?{NUMBER}(?:[ \u00a0\u202f]?%)?(?:\*\*)?)"
    r"<!--\s*(?P<kind>=|given:)\s*(?P<work>.*?)\s*-->",
    re.DOTALL,
)
# Digits with a point that are no amounts: addresses, attributes, versions, and places in books.
NO_AMOUNT = re.compile(
    r"(?<=\])\([^)\s]*(?: \"[^\"]*\")?\)|<[^>]*>|https?://\S+|\{[^}\n]*\}(?=\s*$)"
    r"|\b(?:version|[Tt]heorem|[Ss]ection|[Tt]able|[Ff]igure|[Ee]xample|[Ee]xercise|[Ll]emma|[Ee]quation|WCAG|CC BY)"
    r"\s\d+(?:\.\d+)+",
    re.MULTILINE,
)
CODE = re.compile(r"^( *)(```+|~~~+).*?^\1\2 *$|(?<!`)`[^`\n]+`(?!`)", re.DOTALL | re.MULTILINE)

CELL = re.compile(r"^(?:# %%(?P<markdown>[^\n]*\[(?:markdown|md)\])?|\A).*?(?=^# %%|\Z)", re.DOTALL | re.MULTILINE)
COMMENT = re.compile(r"^# %%.*$|^# ?", re.MULTILINE)


@dataclass(frozen=True)
class Claim:
    """A number as written, the expression that computes it, and where both stand in the page's text."""

    written: str
    expression: str
    start: int

    def agrees(self, value: float) -> bool:
        """Whether the value rounds to what is written."""
        return shown(value, self.written) == self.written


def shown(value: float, written: str) -> str:
    """The value in the form and to the digits of `written`."""
    text = written.replace("\u202f", "").replace("−", "-").lstrip("+")
    if math.isinf(value):
        digits = "∞"
    elif "e" in text:
        mantissa, _ = text.split("e")
        digits = f"{abs(value):.{_places(mantissa)}e}".replace("e-0", "e-").replace("e+0", "e").replace("e+", "e")
    else:
        digits = f"{abs(value):.{_places(text)}f}"
        digits = digits.removeprefix("0") if text.lstrip("-").startswith(".") else digits
    if "\u202f" in written:
        whole, dot, rest = digits.partition(".")
        digits = f"{int(whole):,}".replace(",", "\u202f") + dot + rest
    minus = "−" if "−" in written or "-" not in written else "-"
    negative = value < 0 and any(digit in "123456789∞" for digit in digits)
    return (minus if negative else "+" if written.startswith("+") else "") + digits


def claims(text: str) -> Iterator[Claim]:
    """Every checked number of a page, in order."""
    for found in CLAIM.finditer(without_code(text)):
        if found["kind"] == "=":
            yield from _claims_of(found)


def unmarked(text: str) -> Iterator[re.Match[str]]:
    """Every decimal in prose or formula that nothing checks, and every check that no number stands before."""
    prose = CLAIM.sub(_blank, without_code(text))
    yield from re.finditer(r"<!--\s*(?:=|given:).*?-->", prose, re.DOTALL)
    prose = re.sub(r"<!--.*?-->", _blank, prose, flags=re.DOTALL)
    prose = NO_AMOUNT.sub(_blank, prose)
    yield from DECIMAL.finditer(prose)


def markdown_cells(notebook: str) -> str:
    """A percent notebook with all but its Markdown replaced by blanks of the same length, so that positions stay."""
    return CELL.sub(lambda cell: COMMENT.sub(_blank, cell[0]) if cell["markdown"] else _blank(cell), notebook)


def without_code(text: str) -> str:
    """The page with its code replaced by blanks of the same length, so that positions stay."""
    return CODE.sub(_blank, text)


def evaluate(expression: str) -> float:
    """The number that an expression computes from the package, elementary functions and `exhibits.<page>`."""
    return float(eval(expression, dict(_names())))


def line_of(text: str, position: int) -> int:
    """The line on which a position stands, counted from 1."""
    return text.count("\n", 0, position) + 1


def _claims_of(found: re.Match[str]) -> Iterator[Claim]:
    expressions = [part.strip() for part in found["work"].split(";")]
    number = DECIMAL if found["tex"] else re.compile(NUMBER)
    numbers = list(number.finditer(found["token"]))
    if len(numbers) != len(expressions):
        raise ValueError(f"{len(numbers)} numbers and {len(expressions)} expressions: {found[0]}")
    for number_found, expression in zip(numbers, expressions, strict=True):
        yield Claim(number_found[0], expression, found.start() + number_found.start())


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _places(text: str) -> int:
    return len(text.partition(".")[2])


@cache
def _names() -> dict[str, object]:
    for room in (studies, exhibits):
        for module in pkgutil.iter_modules(room.__path__):
            importlib.import_module(f"{room.__name__}.{module.name}")
    elementary = {name: getattr(math, name) for name in ("log", "log2", "log10", "exp", "sqrt", "pi", "e", "inf")}
    measures = {name: getattr(extrabits, name) for name in extrabits.__all__}
    return elementary | measures | {"exhibits": exhibits, "studies": studies}


class _ShowWork(Preprocessor):
    """Turns each marked number into an element that carries its work."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        code = without_code(text)
        parts, end = [], 0
        for found in CLAIM.finditer(code):
            parts += [text[end : found.start()], _element(found)]
            end = found.end()
        return ("".join(parts) + text[end:]).split("\n")


def _element(found: re.Match[str]) -> str:
    if found["kind"] == "given:":
        work = f"given: {found['work']}"
    else:
        work = "; ".join(f"{e.strip()} = {evaluate(e):.15g}" for e in found["work"].split(";"))
    return f'<data class="claim" tabindex="0" value="{escape(work)}">{found["token"]}</data>'


class Claims(Extension):
    """Shows the work of checked numbers."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run before raw HTML is taken out of the text (20), after fenced code is (25)."""
        md.preprocessors.register(_ShowWork(md), "claims", 22)


def makeExtension(**configs: object) -> Claims:
    """Python-Markdown's entry point."""
    return Claims(**configs)
