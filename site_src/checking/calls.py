"""The same call in several libraries, as tabs: `<!-- calls: kl_divergence([1/2, 1/2], [9/10, 1/10]) -->` names it.

The tabs between that comment and `<!-- /calls -->` are derived: the code from `site_src/traps/calls.json`, the result
from the package, and the line on edges from what was recorded when the libraries ran. `base=e` asks for nats.
"""

import ast
import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from checking.claims import WORK
from checking.concept_map import DOCS
from traps import _page
from traps._call_runs import RIGHT, recorded
from traps._calls import BITS, CALLS, LIBRARIES, NATS, Call, Unit, calls, evaluated
from traps._registry import find
from traps._run import NO_LAWS

INSTALL = DOCS / "reference" / "python" / "index.md"
REGION = re.compile(r"<!-- calls: (?P<call>.+?) -->\n(?P<tabs>(?:(?!<!-- calls: ).)*?<!-- /calls -->\n)?", re.DOTALL)
SAME_LINES = re.compile(r"(?<=<!-- same lines -->\n).*?(?=<!-- /same lines -->)", re.DOTALL)
"""Tabs that an author wrote; `tests/traps/test_same_lines.py` runs them."""
GROUP = '<div class="calls" id="calls-{function}" role="group" aria-label="The call in each library" markdown>'
TAB = "/// tab | {library}\n\n```py\n{program}```\n\n{note}\n\n///\n"

# What a call is likely to be mistaken for, or about, and the trap that shows it.
SAID = {
    ("entropy", "SciPy"): ("`scipy.stats.entropy(p)` first divides by the sum", "entropy_normalises"),
    ("kl_divergence", "SciPy"): ("`scipy.stats.entropy(p, q)` first divides by the sums", "entropy_normalises"),
    ("kl_divergence", "PyTorch"): ("takes the logarithm of q first", "kl_div_order"),
    ("cross_entropy", "PyTorch"): ("`F.cross_entropy` takes logits, not probabilities", "double_softmax"),
    ("gibbs_term", "SciPy"): ("`rel_entr` leaves out − p + q", "kl_div_extra_terms"),
    ("gibbs_term", "PyTorch"): ("takes the logarithm of q first", "kl_div_order"),
    ("js_divergence", "SciPy"): ("`jensenshannon` is the root of this", "jensenshannon_root"),
    ("js_distance", "SciPy"): ("`jensenshannon` may be nan for nearly equal laws", "jensenshannon_nan"),
    ("kl_divergence_logits", "PyTorch"): ("takes the belief first", "kl_div_order"),
    ("cross_entropy_logits", "PyTorch"): ("takes the logits first, and no softmax of them", "double_softmax"),
    ("log_loss_logits", "PyTorch"): ("takes the logits first, and no softmax of them", "double_softmax"),
    ("binary_log_loss_logits", "PyTorch"): ("`BCELoss` of a sigmoid learns nothing from sure mistakes", "bce_gradient"),
}
WHERE = {
    "0 in p": "p is 0",
    "0 in q": "q is 0 and p is not",
    "0 in both": "both are 0",
    "an empty cell": "a cell is 0",
    "an empty row": "a row is 0",
}

# The arguments with which the reference shows a call.
EXAMPLES = {
    "p": "[0.7, 0.2, 0.1]",
    "q": "[0.4, 0.3, 0.3]",
    "alpha": "2",
    "joint": "[[0.4, 0.1], [0.2, 0.3]]",
    "p_logits": "[2.0, 0.0, -1.0]",
    "q_logits": "[0.5, 0.0, 0.0]",
    "logits": "[2.0, 0.0, -1.0]",
}
OF_LABELS = {
    "log_loss_logits": {"labels": "[0, 2]", "logits": "[[2.0, 0.0, -1.0], [0.5, 1.0, 0.0]]"},
    "binary_log_loss_logits": {"labels": "[0.0, 1.0]", "logits": "[2.0, -1.0]"},
}

Correction = tuple[int, str, str, str]


def corrections(page: Path, text: str) -> Iterator[Correction]:
    """Position, present text, right text and complaint, for each set of tabs that is not what it should be."""
    for found in REGION.finditer(text):
        try:
            present, right = found["tabs"] or "", tabs(found["call"], page)
        except (ValueError, SyntaxError) as error:
            yield found.start(), "", "", f"calls: {error}"
            continue
        if present != right:
            yield found.end() - len(present), present, right, f"the calls of {found['call']} differ"


def without_tabs(text: str) -> str:
    """The page with its tabs replaced by blanks: each set is checked as a whole, or run with its libraries."""
    text = SAME_LINES.sub(lambda found: _blank(found[0]), text)
    return REGION.sub(lambda found: found[0].removesuffix(found["tabs"] or "") + _blank(found["tabs"] or ""), text)


def tabs(source: str, page: Path) -> str:
    """The tabs of a call of the package, one for each library that has lines for it."""
    group = GROUP.format(function=source.partition("(")[0].replace("_", "-"))
    return f"\n{group}\n\n{_tabs(source, page, LIBRARIES)}\n</div>\n\n<!-- /calls -->\n"


def folded(function: str, page: Path) -> str:
    """The tabs of the other libraries for an entry of the reference; nothing where no library has the function."""
    if function not in calls():
        return ""
    given = EXAMPLES | OF_LABELS.get(function, {})
    call = f"{function}({', '.join(given[name] for name in Call(function, 'extrabits').parameters)})"
    others = [library for library in LIBRARIES[1:] if library in calls()[function]]
    names = " and ".join(", ".join(others).rsplit(", ", 1))
    begin = (
        f'<!-- calls: {call} -->\n\n<details class="aside calls" markdown>\n<summary>The same with {names}</summary>'
    )
    return f"{begin}\n\n{_tabs(call, page, others)}\n</details>\n\n<!-- /calls -->"


def _tabs(source: str, page: Path, libraries: Sequence[str]) -> str:
    key, arguments, unit = read(source)
    ours = Call(key, "extrabits")
    result = written(evaluated(ours.filled(arguments, unit)[-1])) + (f" {unit.name}" if ours.has_unit else "")
    those = [Call(key, library) for library in libraries if library in calls()[key]]
    return "\n".join(
        TAB.format(
            library=call.library, program=f"{call.program(arguments, unit)}# {result}\n", note=_note(call, unit, page)
        )
        for call in those
    )


def read(source: str) -> tuple[str, dict[str, str], Unit]:
    """The key of a call, its arguments as they are written, and its unit."""
    call = ast.parse(source, mode="eval").body
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        raise ValueError(f"{source} is no call of a function")
    named = {word.arg: ast.unparse(word.value) for word in call.keywords}
    base = named.pop("base", "2")
    if base not in ("2", "e"):
        raise ValueError(f"base={base}: bits need none, nats base=e")
    key = " ".join([call.func.id, *(f"{name}={value}" for name, value in named.items())])
    if key not in calls():
        raise ValueError(f"{CALLS.name} has no lines for {key}")
    given = [ast.get_source_segment(source, argument) or "" for argument in call.args]
    names = Call(key, "extrabits").parameters
    if len(given) != len(names):
        raise ValueError(f"{key} takes {', '.join(names)}")
    return key, dict(zip(names, given, strict=True)), BITS if base == "2" else NATS


def _note(call: Call, unit: Unit, page: Path) -> str:
    """One line on where a library's answer differs."""
    words = []
    if call.library == "extrabits":
        words.append(f"[installed from the repository]({_relative(INSTALL, page)}#install)")
    if "{unit}" in call.lines[-1]:
        words.append("answers in nats" + (", so divide by ln 2" if unit is BITS else ""))
    if call.library == "NumPy":
        words.append("written out, for NumPy has no such function")
    if (call.key, call.library) in SAID:
        text, trap = SAID[call.key, call.library]
        words.append(f"[{text}]({_address(trap, page)})")
    words += _at_the_edges(recorded()[call.library].get(call.key, {}))
    return re.sub(r"^\[?[a-z]", lambda first: first[0].upper(), "; ".join(words)) + "."


def _at_the_edges(gave: dict[str, Any]) -> Iterator[str]:
    """What calls gave where laws have zeros, and of what is no law."""
    zeros = {case: _word(value) for case, value in gave.items() if case in WHERE and value != RIGHT}
    if "0 in p" in zeros:
        zeros.pop("0 in both", "")  # where both are 0, p is
    yield from (f"gives {word} where {WHERE[case]}" for case, word in zeros.items())
    if gave and not zeros:
        yield "right at every zero"
    refused = [case for case, value in gave.items() if case in NO_LAWS and _is_error(value)]
    if gave:
        yield {0: "checks nothing", 1: "refuses negative numbers", 2: "refuses what is no law"}[len(refused)]


def _word(value: Any) -> str:
    if _is_error(value):
        return "an error"
    return "nan" if "nan" in (value if isinstance(value, list) else [value]) else "a wrong number"


def _is_error(value: Any) -> bool:
    return isinstance(value, str) and value.endswith("Error")


def _address(anchor: str, page: Path) -> str:
    """Where a trap stands, seen from a page."""
    trap = next(trap for trap in find() if trap.key.endswith(f".{anchor}"))
    home = next((home for home, text in _homes().items() if _page.explains(text, trap)), None)
    if home is None:
        raise ValueError(f"no page has the trap {anchor}")
    return f"{_relative(home, page)}#{trap.anchor}"


def _relative(target: Path, page: Path) -> str:
    return Path(os.path.relpath(target, page.resolve().parent)).as_posix()


@cache
def _homes() -> dict[Path, str]:
    return {home: WORK.sub("", text) for home, text in _page.read().items()}


def written(value: Any) -> str:
    """A result in six significant digits."""
    return f"[{', '.join(map(written, value))}]" if isinstance(value, list) else f"{value:.6g}"


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
