"""A question with other numbers: its source is written anew, parameters first, then what they change, then examples.

So a variant is read by the same reader as the question itself, and no part of it can be left behind: a formula that
computes with numbers and has no claim, or an example that does not assign the parameters, is told as a mistake.
"""

import contextlib
import doctest
import io
import json
import math
import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from checking import claims, numbers
from checking.evaluation import PACKAGE, Value, modules_of, number
from practice import parameters, reading
from practice.blocks import Block, WrongQuestionError, blocks
from practice.examples import ASSIGNED, EXAMPLE, sources
from practice.model import Question
from store import dependencies, kept

FRACTION = re.compile(r"-?\\[td]?frac(?:\d\d|\{\d+\}\{\d+\}|\d\{\d+\}|\{\d+\}\d)")
UNIT = re.compile(r"([\s\u00a0\u202f](?:bit|nat|ban))s?\b")
PLAIN, ONE = re.compile(r"−?[\d.]+"), re.compile(r"−?1(?:\.0+)?")  # of half a bit there is one
EXACT_DIGITS, DIGITS = 4, 3
"""As many significant digits has at least what stands for an exact number, and for a rounded one."""
NUMBER = re.compile(r"-?(?:\d+\.\d*|\.\d+|\d+)(?:e[-+]?\d+)?|\binf\b")


def count(question: Question) -> int:
    """How many variants a question has, beside what is printed."""
    return len(parameters.variants(reading.block_of(question)[0]))


def variant(question: Question, v: int) -> Question:
    """The question with the numbers of variant v, 1 or more; the same on every machine."""
    block, page = reading.block_of(question)
    sources = written(block, page)
    if not 1 <= v <= len(sources):
        raise ValueError(f"{question.address} has variants 1 to {len(sources)}; there is no {v}")
    return _read(question, page, sources[v - 1], v)


def written(block: Block, page: Path) -> list[str]:
    """The source of each variant, in order; kept, for some are costly."""
    text = reading.source(page)
    before = text[: block.start]
    key = (
        page.name,
        before if EXAMPLE.search(block.text) else "",
        block.text,
        dependencies.fingerprint({*modules(block), __name__}),
    )
    made: list[str] = json.loads(kept.text("variants", key, lambda: json.dumps(_all(block, before))))
    return made


def modules(block: Block) -> set[str]:
    """The modules of ours with which a question computes."""
    used = {PACKAGE}
    for found in claims.find(block.text):
        if found["kind"] == "=":
            used |= {module for expression in claims.expressions_of(found) for module in modules_of(expression)}
        elif found["name"]:
            used |= modules_of(found["work"])
    return used


def _read(question: Question, page: Path, source: str, v: int) -> Question:
    (block,) = blocks(source)
    return replace(reading.read(block, page, source, v), where=question.where)


def _all(block: Block, before: str) -> list[str]:
    return [_rewritten(block, values, before) for values in parameters.variants(block)]


def _rewritten(block: Block, values: Mapping[str, Value], before: str) -> str:
    parts, end = [], 0
    for found in claims.find(block.text):
        token = _token(found, values, block)
        comment = found[0][len(found["token"]) :]
        parts += [block.text[end : found.start()], token, comment]
        end = found.end()
        unit = UNIT.match(block.text, end)
        if unit and token != found["token"] and PLAIN.fullmatch(token):
            parts.append(f"{unit[1]}{'' if ONE.fullmatch(token) else 's'}")
            end = unit.end()
    text = "".join([*parts, block.text[end:]])
    return EXAMPLE.sub(lambda example: _run_again(example, values, before), text)


def _token(found: re.Match[str], values: Mapping[str, Value], block: Block) -> str:
    """What stands before a comment, with these values."""
    token = found["token"]
    if found["name"]:
        return token.replace(found["number"], parameters.as_written(values[found["name"]], found["number"]))
    own = parameters.printed(block)
    for claim in reversed(list(claims.claims_of(found))):
        at = claim.start - found.start()
        token = token[:at] + _number(claim, values, own, block) + token[at + len(claim.written) :]
    return token


def _number(claim: claims.Claim, values: Mapping[str, Value], own: Mapping[str, Value], block: Block) -> str:
    value = number(claim.expression, values)
    before = number(claim.expression, own)
    if value == before or isinstance(value, str):
        return claim.written
    if claim.exact is None and claim.form is None:
        return _as_prose(value, float(before), claim.written)
    near = Fraction(value).limit_denominator(1000)
    if FRACTION.fullmatch(claim.written) and math.isclose(value, near, rel_tol=numbers.EXACT):
        return _as_tex(near)
    why = f"{claim.written} would become {value!r} in a variant: only decimals and fractions can be written anew"
    raise WrongQuestionError(block.start + claim.start, why)


def _as_prose(value: float, before: float, written: str) -> str:
    """The value in the form of what is written, with more digits where these say too little of it."""
    if "/" in written or written[-1] in numbers.VULGAR:
        return parameters.as_written(value, written)
    text = numbers.shown(value, written)
    if not re.fullmatch(r"[-−+]?\d+(?:\.\d+)?", written) or not math.isfinite(value) or _is_exact(value, text):
        return text
    whole = f"{value:.6g}"
    if _is_exact(before, written) and "e" not in whole and _is_exact(value, whole):
        return whole.replace("-", "−")
    digits = EXACT_DIGITS if _is_exact(before, written) else DIGITS
    places = max(len(written.partition(".")[2]), digits - 1 - math.floor(math.log10(abs(value))))
    return numbers.shown(value, f"{written[0] if written[0] in '-−+' else ''}0.{'0' * places}")


def _is_exact(value: float, text: str) -> bool:
    return math.isclose(value, float(text.replace("−", "-").replace("\u202f", "")), rel_tol=numbers.EQUAL)


def _as_tex(value: Fraction) -> str:
    sign, size = "-" * (value < 0), abs(value)
    return f"{sign}{size}" if size.denominator == 1 else f"{sign}\\tfrac{{{size.numerator}}}{{{size.denominator}}}"


def _run_again(found: re.Match[str], values: Mapping[str, Value], before: str) -> str:
    """An example with these values assigned, and what it then prints."""
    names = _namespace(before)
    lines = []
    for example in doctest.DocTestParser().get_examples(found["code"]):
        assigned = ASSIGNED.fullmatch(example.source)
        source = example.source
        if assigned and assigned["name"] in values:
            source = f"{assigned['name']} = {_as_python(values[assigned['name']], source)}\n"
        want = _aligned(example.want, _printed(source, names))
        first, *rest = source.rstrip("\n").split("\n")
        lines += [f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in rest), want]
    body = "".join(lines)
    return f"```pycon\n{body}\n```" if not found[1] else _indented(body, found[1])


def _indented(body: str, by: str) -> str:
    inside = "".join(by + line if line.strip() else line for line in body.splitlines(keepends=True))
    return f"{by}```pycon\n{inside}\n{by}```"


def _as_python(value: Value, source: str) -> str:
    near = Fraction(value).limit_denominator(1000)
    if " / " in source and math.isclose(near, value, rel_tol=numbers.EXACT):
        return f"{near.numerator} / {near.denominator}"
    return f"{float(value):.12g}" if isinstance(value, Fraction) else f"{value:.12g}"


def _printed(source: str, names: dict[str, Any]) -> str:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(source, "<example>", "single"), names)
    return said.getvalue()


def _aligned(want: str, got: str) -> str:
    """What is printed now, with as many digits as the page shows of what was printed before."""
    patterns, found = NUMBER.findall(want), NUMBER.findall(got)
    if len(patterns) != len(found) or NUMBER.sub("#", want).split() != NUMBER.sub("#", got).split():
        return NUMBER.sub(lambda number: f"{float(number[0]):.6g}" if "." in number[0] else number[0], got)
    digits = (_digits(float(number), pattern) for number, pattern in zip(found, patterns, strict=True))
    return NUMBER.sub(lambda _: next(digits), want)


def _digits(value: float, pattern: str) -> str:
    if not math.isfinite(value) or "." not in pattern:
        return f"{value:.12g}"
    text = numbers.shown(value, pattern).replace("−", "-")
    short = f"{value:.{DIGITS}g}"
    return text if _is_exact(value, text) or len(text.strip("-0.")) >= DIGITS or "e" in pattern + short else short


def _namespace(before: str) -> dict[str, Any]:
    """What the examples that stand before on the page have made, as those who follow it have it."""
    return dict(_run(before))


@cache
def _run(before: str) -> dict[str, Any]:
    """The names after all examples; one that shows how something fails raises here as it does there."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for found in EXAMPLE.finditer(before):
        for source in sources(found["code"]):
            with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
                exec(compile(source, "<example>", "single"), names)
    return names
