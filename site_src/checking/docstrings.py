"""The reference of the package, written in the pages and derived from signatures and docstrings.

`<!-- api: kl_divergence -->` begins an entry that ends at `<!-- /api -->`; `<!-- rooms -->` stands above a list of all
entries. `<!-- computed-by: kl_divergence entropy -->` stands on a page that explains these functions, above a line of
links to their entries; the entries' "Explained on" is the same fact seen from the other end.
"""

import ast
import inspect
import os
import re
from collections.abc import Iterator
from doctest import DocTestParser
from functools import cache
from pathlib import Path

import extrabits
from checking import calls
from checking.concept_map import DOCS, title
from checking.source import blank
from exhibits.formula_sheet import inline
from studies.closed_forms import CLOSED_FORMS
from studies.measure_formulas import CONDITION, MEASURES

ENTRY = re.compile(r"<!-- api: (?P<name>\w+) -->\n(?P<entry>(?:(?!<!-- api: ).)*?<!-- /api -->\n)?", re.DOTALL)
COMPUTED_BY = re.compile(r"<!-- computed-by: (?P<names>[\w ]+?) -->\n(?P<line>(?:\nComputed by .*\n)?)")
ROOMS = re.compile(r"<!-- rooms -->\n(?P<list>(?:\n- .*(?:\n- .*)*\n)?)")
MODULES = {"Counter": "from collections import Counter", "math": "import math", "np": "import numpy as np"}


def corrections(page: Path, text: str) -> Iterator[tuple[int, str, str, str]]:
    """Position, present text, right text and complaint, for each derived part that is not what it should be."""
    try:
        yield from (found for found in _derived(page, text) if found[1] != found[2])
    except ValueError as error:
        marker = COMPUTED_BY.search(text) or ENTRY.search(text)
        yield marker.start() if marker else 0, "", "", str(error)


def without_entries(text: str) -> str:
    """The page with its entries replaced by blanks of the same length: what stands in them is checked as a whole."""
    return ENTRY.sub(blank, text)


def entry(name: str, page: Path) -> str:
    """The reference of one public name as Markdown."""
    thing = _public(name)
    parts = _parts(inspect.getdoc(thing) or "")
    paragraphs = [
        f"## `{name}` {{#{name}}}",
        f"`{name}{_signature(thing)}`",
        _prose(parts["definition"], thing),
        *_formulas(name, page),
        _prose(parts["prose"], thing),
        _example(parts["example"]),
        calls.folded(name, page),
        *([_members(thing)] if inspect.isclass(thing) else []),
        re.sub(r"^Raises (\w+)", r"**Raises** `\1`", _unwrapped(parts["raises"])),
        re.sub(r"^Source:", "**Source:**", _unwrapped(parts["source"])),
        _explained(name, page),
    ]
    return "\n" + "\n\n".join(_with_links(paragraph, name, page) for paragraph in paragraphs if paragraph) + "\n"


@cache
def homes() -> dict[str, Path]:
    """The page that has the entry of each public name."""
    return {name: page for page, text in _texts().items() for name in _names(ENTRY, "name", text)}


@cache
def explanations() -> dict[str, list[Path]]:
    """The pages that explain each public name."""
    pages: dict[str, list[Path]] = {}
    for page, text in _texts().items():
        for name in " ".join(_names(COMPUTED_BY, "names", text)).split():
            pages.setdefault(name, []).append(page)
    return pages


def _derived(page: Path, text: str) -> Iterator[tuple[int, str, str, str]]:
    for found in ENTRY.finditer(text):
        present, right = found["entry"] or "", f"{entry(found['name'], page)}\n<!-- /api -->\n"
        yield found.end() - len(present), present, right, f"the entry of {found['name']} differs from its docstring"
    for found in COMPUTED_BY.finditer(text):
        links = ", ".join(_link(name, page) for name in found["names"].split())
        yield found.start("line"), found["line"], f"\nComputed by {links}.\n", "the links to functions differ"
    for found in ROOMS.finditer(text):
        yield found.start("list"), found["list"], _rooms(page), "the list differs from the entries of the other pages"


def _texts() -> dict[Path, str]:
    """The pages in the order in which the navigation lists them."""
    navigation = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")

    def place(page: Path) -> tuple[int, Path]:
        found = navigation.find(f" {page.relative_to(DOCS).as_posix()}\n")
        return (found if found >= 0 else len(navigation)), page

    return {page: page.read_text(encoding="utf-8") for page in sorted(DOCS.rglob("*.md"), key=place)}


def _names(marker: re.Pattern[str], group: str, text: str) -> list[str]:
    return [found[group] for found in marker.finditer(text)]


def _public(name: str) -> object:
    if name not in extrabits.__all__:
        raise ValueError(f"a page names {name}, which extrabits does not export")
    return getattr(extrabits, name)


def _parts(docstring: str) -> dict[str, str]:
    """A docstring taken apart: definition, prose, example, raises and source."""
    definition, *blocks = docstring.split("\n\n")
    closing = next((block for block in blocks if block.startswith("Raises ")), "")
    raises, _, source = closing.partition("\nSource: ")
    example = next((block for block in blocks if block.startswith(">>>")), "")
    prose = "\n".join(block for block in blocks if block not in (closing, example))
    return {
        "definition": definition,
        "prose": prose,
        "example": example,
        "raises": raises,
        "source": f"Source: {source}" if source else "",
    }


def _signature(thing: object) -> str:
    """The parameters with their defaults and without their types, which the text says in words."""
    signature = inspect.signature(thing)  # type: ignore[arg-type]
    bare = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in signature.parameters.values()]
    own = [parameter for parameter in bare if parameter.name not in ("self", "cls")]
    return str(signature.replace(parameters=own, return_annotation=inspect.Signature.empty))


def _unwrapped(text: str) -> str:
    return " ".join(text.split("\n"))


def _prose(text: str, thing: object) -> str:
    """Sentences as they stand, with each sentence `p, q: what they are.` an item of a list."""
    parameter = "|".join(inspect.signature(thing).parameters)  # type: ignore[arg-type]
    described = re.compile(rf"(?:^|(?<=\. ))((?:{parameter})(?:(?:, | and )(?:{parameter}))*): ")
    before, *items = described.split(_unwrapped(text))
    blocks = [before.strip()]
    for names, sentences in zip(items[::2], items[1::2], strict=True):
        description, stop, rest = sentences.strip().partition(". ")
        item = re.sub(rf"\b({parameter})\b", r"`\1`", names) + f": {description}{stop.strip()}"
        blocks.append(f"{blocks.pop()}\n- {item}" if blocks[-1].startswith("- ") else f"- {item}")
        blocks.append(rest)
        blocks = [block for block in blocks if block]
    return "\n\n".join(blocks)


def _formulas(name: str, page: Path) -> Iterator[str]:
    """What the formula sheet says of a function, or of a family as the truth."""
    for measure in MEASURES:
        if measure.function == name:
            formula, condition, where = measure.tex.partition(CONDITION)
            yield f"$$\n{formula}\n$$" + (f"\n\nwhere ${where}$." if condition else "")
    if rows := [row for row in CLOSED_FORMS if type(row.laws[0]).__name__ == name]:
        yield f"In nats, as on the [formula sheet]({_relative(DOCS / 'reference/formula-sheet.md', page)}):"
        yield "\n".join(f"- `{row.function}({', '.join(row.symbols)})`: {inline(row.tex)}" for row in rows)


def _example(example: str) -> str:
    """The example with the imports that make it run on its own."""
    if not example:
        return ""
    code = "".join(part.source for part in DocTestParser().get_examples(example))
    used = {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}
    imports = [line for module, line in MODULES.items() if module in used]
    imports += [f"from extrabits import {', '.join(sorted(used & set(extrabits.__all__)))}"]
    return "\n".join(["```pycon", *(f">>> {line}" for line in imports), example, "", "```"])


def _members(family: type) -> str:
    """What a family has besides its parameters: other ways to make one, moments, density, draws."""
    lines = []
    for name, member in vars(family).items():
        called = getattr(member, "__func__", member)
        if name.startswith("_") or not (isinstance(member, property) or inspect.isfunction(called)):
            continue
        shown = name if isinstance(member, property) else f"{name}{_signature(called)}"
        owner = f"{family.__name__}." if isinstance(member, classmethod) else "."
        meaning = _unwrapped((inspect.getdoc(member) or "").split("\n\n")[0])
        lines.append(f"- `{owner}{shown}`: {meaning}")
    return "\n".join(lines)


def _explained(name: str, page: Path) -> str:
    pages = [f"[{title(other)}]({_relative(other, page)})" for other in explanations().get(name, [])]
    return f"**Explained on** {', '.join(pages)}." if pages else ""


def _with_links(paragraph: str, name: str, page: Path) -> str:
    """Every other public name in backticks leads to its entry; code stays as it is."""
    if paragraph.startswith(("```", "<!-- calls")):
        return paragraph
    others = "|".join(other for other in homes() if other != name)
    return re.sub(rf"`({others})`", lambda found: _link(found[1], page), paragraph)


def _link(name: str, page: Path) -> str:
    _public(name)
    if name not in homes():
        raise ValueError(f"no page has an entry for {name}: give it one, <!-- api: {name} -->")
    place = "" if homes()[name] == page.resolve() else _relative(homes()[name], page)
    return f"[`{name}`]({place}#{name})"


def _relative(target: Path, page: Path) -> str:
    return Path(os.path.relpath(target, page.resolve().parent)).as_posix()


def _rooms(page: Path) -> str:
    rooms: dict[Path, list[str]] = {}
    for name, home in homes().items():
        rooms.setdefault(home, []).append(_link(name, page))
    lines = (f"- [{title(room)}]({_relative(room, page)}): {', '.join(links)}\n" for room, links in rooms.items())
    return "\n" + "".join(lines)
