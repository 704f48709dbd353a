"""What training gave: kept under a key made of the code, its data, the versions it depends on and the arguments.

A fit is a function of a module of `studies` that returns a NamedTuple of arrays and numbers:

    class Softmax(NamedTuple):
        weights: Array
        loss: float

    @fitted(seconds=8)
    def softmax(seed: int, epochs: int = 100) -> Softmax: ...

Called again, with the same arguments, it trains nothing, in whichever process. Its key holds the whole module and all
that this module imports, so a model has a module of its own, and drawing and counting stand elsewhere.
"""

import inspect
import io
import sys
from collections.abc import Callable
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

import numpy as np
from filelock import FileLock

from store import dependencies, kept

Arguments = ParamSpec("Arguments")
Fit = TypeVar("Fit", bound=tuple[Any, ...])


def fitted(seconds: float) -> Callable[[Callable[Arguments, Fit]], Callable[Arguments, Fit]]:
    """Keep what a function returns that trains for about so many seconds."""

    def keep(train: Callable[Arguments, Fit]) -> Callable[Arguments, Fit]:
        shape = inspect.signature(train).return_annotation
        if not hasattr(shape, "_fields"):
            raise TypeError(f"{_named(train)} returns {shape!r}: a fit returns a NamedTuple, whose fields are kept")

        @cache
        def of(arguments: tuple[tuple[str, Any], ...]) -> Fit:
            words = f"{_named(train)}({', '.join(f'{name}={value!r}' for name, value in arguments)})"
            file = kept.path("fits", (words, dependencies.fingerprint([train.__module__, __name__])))
            file.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{file}.lock"):
                if not file.exists():
                    print(f"· training {words}, about {seconds:g} s", file=sys.stderr, flush=True)
                    kept.put(file, _packed(train(**dict(arguments))))  # type: ignore[call-arg]
            return shape(**_unpacked(file.read_bytes()))  # type: ignore[no-any-return]

        @wraps(train)
        def fit(*positional: Arguments.args, **named: Arguments.kwargs) -> Fit:
            bound = inspect.signature(train).bind(*positional, **named)
            bound.apply_defaults()
            return of(tuple(bound.arguments.items()))

        return fit

    return keep


def _named(train: Callable[..., Any]) -> str:
    return f"{train.__module__}.{train.__qualname__}"


def _packed(fit: tuple[Any, ...]) -> bytes:
    buffer = io.BytesIO()
    values: dict[str, Any] = fit._asdict()  # type: ignore[attr-defined]
    np.savez_compressed(buffer, allow_pickle=False, **values)
    return buffer.getvalue()


def _unpacked(content: bytes) -> dict[str, Any]:
    """The fields as they were: arrays that nobody can write into, since all who ask are given the same, and numbers."""
    with np.load(io.BytesIO(content)) as arrays:
        fields = {name: arrays[name] for name in arrays.files}
    for array in fields.values():
        array.flags.writeable = False
    return {name: array if array.ndim else array.item() for name, array in fields.items()}
