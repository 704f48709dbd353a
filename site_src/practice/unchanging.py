"""What would stay as it is in every variant of a question, and so be wrong in most."""

import re
from collections.abc import Iterable, Iterator

from checking import claims, evaluation, formulas
from checking.source import without_code
from practice import parameters
from practice.blocks import Block
from practice.examples import ASSIGNED, EXAMPLE, sources

FORMULA = re.compile(claims.FORMULA, re.DOTALL)

Problem = tuple[int, str]


def problems(block: Block) -> Iterator[Problem]:
    """Position in the page and message."""
    names = parameters.printed(block).keys()
    if names:
        yield from _unused(block)
        yield from _bare_formulas(block)
        yield from _examples(block, names)


def _unused(block: Block) -> Iterator[Problem]:
    named: set[str] = set()
    for found in claims.find(block.text):
        expressions = claims.expressions_of(found) if found["kind"] == "=" else [found["work"]] if found["name"] else []
        named |= {name for expression in expressions for name in evaluation.names_in(expression)}
    for parameter in parameters.parameters(block):
        if parameter.name not in named:
            yield parameter.at, f"nothing in the question depends on {parameter.name}"


def _bare_formulas(block: Block) -> Iterator[Problem]:
    spoken = {found.start("dollars") for found in claims.find(block.text) if found["dollars"]}
    for found in FORMULA.finditer(without_code(block.text)):
        bare = [part.written for part in formulas.taken_apart(found["tex"]) if _is_amount(part)]
        if bare and found.start() not in spoken:
            why = f"${found['tex']}$: {', '.join(bare)} would stay in every variant; claim it, or write it with letters"
            yield block.start + found.start(), why


def _is_amount(part: formulas.Part) -> bool:
    return part.value is not None and part.written not in formulas.FREE


def _examples(block: Block, names: Iterable[str]) -> Iterator[Problem]:
    for example in EXAMPLE.finditer(block.text):
        assigned = {found["name"] for found in map(ASSIGNED.fullmatch, sources(example["code"])) if found}
        if not assigned & set(names):
            why = f"this example would show the same in every variant: assign {' and '.join(names)} in it"
            yield block.start + example.start(), why
