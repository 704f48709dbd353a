"""What all families have in common, and the table of pairs with a closed form."""

import math
import types
import typing
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from extrabits._checks import Array, Result, numbers

Shape = int | tuple[int, ...] | None


class Family(ABC):
    """A law given by a few parameters. Two are equal if their parameters are."""

    def __post_init__(self) -> None:
        """Every dataclass below checks its parameters before it exists."""
        self._check()

    @abstractmethod
    def _check(self) -> None:
        """ValueError for parameters that make no law."""

    @abstractmethod
    def nats_of_entropy(self) -> float:
        """The (differential) entropy in nats; `entropy` gives it in any unit."""

    @abstractmethod
    def log_density(self, x: ArrayLike) -> Result:
        """The natural logarithm of the density at x, or of the probability of x for a discrete law."""

    @abstractmethod
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Independent draws of the given size from this generator; one draw if the size is left out."""

    @property
    @abstractmethod
    def support(self) -> tuple[float, float] | None:
        """The smallest interval that has all the probability, None for a law of vectors."""

    @property
    def discrete(self) -> bool:
        """Whether the law is one of whole numbers."""
        return False


_CLOSED_FORMS: dict[tuple[type, type], Callable[[Any, Any], float]] = {}


def closed_form(divergence: Callable[[Any, Any], float]) -> Callable[[Any, Any], float]:
    """A decorator: D(p‖q) in nats for the families that the annotations of p and q name."""
    hints = typing.get_type_hints(divergence)
    for truth in _members(hints["p"]):
        for belief in _members(hints["q"]):
            _CLOSED_FORMS[truth, belief] = divergence
    return divergence


def kl_nats(p: object, q: object) -> float:
    """D(p‖q) of two families in nats."""
    truth, belief = _family(p, "p", q), _family(q, "q", p)
    if _reaches_beyond(truth, belief):
        return math.inf
    divergence = _CLOSED_FORMS.get((type(truth), type(belief)))
    if divergence is None:
        raise ValueError(
            f"D({type(truth).__name__}‖{type(belief).__name__}) has no closed form here; "
            "average p.log_density(x) - q.log_density(x) over draws x = p.sample(rng, n)"
        )
    return float(divergence(truth, belief))


def cross_entropy_nats(p: object, q: object) -> float:
    """−E_p ln q of two families in nats."""
    divergence = kl_nats(p, q)
    return _family(p, "p", q).nats_of_entropy() + divergence


def points(x: ArrayLike) -> Array:
    """The points at which a density is asked for; nan is none."""
    array = numbers(x, "x")
    if np.isnan(array).any():
        raise ValueError("x contains nan; give real numbers")
    return array


def on_integers(x: Array) -> Result:
    """Whether each point is a whole number, the only place where a discrete law has probability."""
    return np.isfinite(x) & (np.floor(x) == x)


def generator(rng: object) -> np.random.Generator:
    """The generator itself, if it is one."""
    if not isinstance(rng, np.random.Generator):
        raise ValueError(f"rng is {rng!r}; pass a generator such as numpy.random.default_rng(0)")
    return rng


def _members(hint: Any) -> tuple[type, ...]:
    return typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)


def _family(value: object, name: str, other: object) -> Family:
    if not isinstance(value, Family):
        raise ValueError(
            f"{name} is {value!r} and the other argument {other!r}; pass two families or two arrays of probabilities"
        )
    return value


def _reaches_beyond(p: Family, q: Family) -> bool:
    if p.support is None or q.support is None or p.discrete != q.discrete:
        return False
    return p.support[0] < q.support[0] or p.support[1] > q.support[1]
