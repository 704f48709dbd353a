"""One call in several libraries: `calls.json` has the lines, which pages show in tabs and the calculator writes.

For a function of the package each library has lines; the last one computes, those before it prepare. In braces stand
the arguments by the names of the function's parameters, and what the unit of information asks for: `{base}` of the
package, `{log}` of NumPy, `{unit}` by which SciPy's and PyTorch's nats are divided. Where NumPy alone has lines, SciPy
needs no others. A name may be followed by arguments that are fixed: `renyi_divergence alpha=0`.
"""

import ast
import inspect
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import extrabits

CALLS = Path(__file__).with_name("calls.json")
LIBRARIES = ("extrabits", "NumPy", "SciPy", "PyTorch")

# How a list of numbers becomes an argument, and where the names come from that lines may use.
ARRAYS = {
    "extrabits": "{}",
    "NumPy": "np.array({})",
    "SciPy": "np.array({})",
    "PyTorch": "torch.tensor({}, dtype=torch.float64)",
}
CLASSES = "torch.tensor({})"  # PyTorch's class numbers stay whole
MODULES = {"math": "math", "np": "numpy", "torch": "torch", "F": "torch.nn.functional"}
HOMES = {
    "extrabits": dict.fromkeys(extrabits.__all__, "extrabits"),
    "NumPy": {},
    "SciPy": dict.fromkeys(
        ("entr", "kl_div", "log_expit", "log_softmax", "logsumexp", "softmax", "xlogy"), "scipy.special"
    ),
    "PyTorch": {"entr": "torch.special", "xlogy": "torch.special", "Categorical": "torch.distributions"},
}

Arguments = Mapping[str, str]


@dataclass(frozen=True)
class Unit:
    """What lines write for a unit of information."""

    base: str
    log: str
    unit: str
    name: str


BITS = Unit("", "np.log2", "math.log(2)", "bits")
NATS = Unit(", base=math.e", "np.log", "1", "nats")


@dataclass(frozen=True)
class Call:
    """A function of the package, perhaps with fixed arguments, as one library does it."""

    key: str
    library: str

    @property
    def function(self) -> str:
        """The function of the package."""
        return self.key.partition(" ")[0]

    @property
    def lines(self) -> list[str]:
        """Its lines, with braces."""
        return calls()[self.key][self.library]

    @property
    def has_unit(self) -> bool:
        """Whether its result is an amount of information."""
        return any(f"{{{name}}}" in self.lines[-1] for name in ("base", "log", "unit"))

    @property
    def parameters(self) -> tuple[str, ...]:
        """The arguments that it takes, in the order of the function's own."""
        own = inspect.signature(getattr(extrabits, self.function)).parameters
        return tuple(name for name in own if name != "base" and f"{{{name}}}" in " ".join(self.lines))

    def filled(self, arguments: Arguments, unit: Unit) -> list[str]:
        """Its lines with arguments in place of the braces."""
        values = {**vars(unit), **arguments}
        whole = [line.replace(" / {unit}", "") for line in self.lines] if unit is NATS else self.lines
        return [re.sub(r"\{(\w+)\}", lambda name: values[name[1]], line) for line in whole]

    def program(self, arguments: Arguments, unit: Unit = BITS) -> str:
        """What one types to run it: imports, arguments, and lines of which the last one is the result."""
        lists = {name: text for name, text in arguments.items() if text.startswith("[")}
        given = [f"{name} = {self._array(name, text)}" for name, text in lists.items()]
        body = [*given, *self.filled({**arguments, **{name: name for name in lists}}, unit)]
        return "\n".join([*_imports(body, self.library), "", *body]) + "\n"

    def _array(self, name: str, text: str) -> str:
        whole = self.library == "PyTorch" and name == "labels" and "." not in text
        return (CLASSES if whole else ARRAYS[self.library]).format(text)


@cache
def calls() -> dict[str, dict[str, list[str]]]:
    """What stands in calls.json."""
    return dict(json.loads(CALLS.read_text(encoding="utf-8")))


def every() -> Iterator[Call]:
    """Each function in each library that has lines for it."""
    return (Call(key, library) for key, of in calls().items() for library in LIBRARIES if library in of)


def truth(call: Call, arguments: Mapping[str, Any], unit: Unit = NATS) -> Any:
    """What the package gives."""
    source = Call(call.key, "extrabits").filled({name: repr(value) for name, value in arguments.items()}, unit)[-1]
    return evaluated(source)


def evaluated(source: str) -> Any:
    """The value of a line of the package."""
    value = eval(source, {**vars(extrabits), "math": math})
    return value.tolist() if hasattr(value, "tolist") else value


def _imports(body: list[str], library: str) -> Iterator[str]:
    """The lines that import what a program names."""
    nodes = list(ast.walk(ast.parse("\n".join(body))))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    for name, module in MODULES.items():
        if name in names:
            yield f"import {module}" if name == module else f"import {module} as {name}"
    homes: dict[str, list[str]] = {}
    for name in sorted(names & HOMES[library].keys()):
        homes.setdefault(HOMES[library][name], []).append(name)
    yield from (f"from {module} import {', '.join(own)}" for module, own in homes.items())
