"""What all families have in common, and the table of pairs with a closed form."""

import functools
import itertools
import math
import types
import typing
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from extrabits._checks import Array, blame, numbers
from extrabits._scalars import Result

Shape = int | tuple[int, ...] | None
Method = typing.TypeVar("Method", bound=Callable[..., Any])


class Family(ABC):
    """A law given by a few parameters, or a batch of such laws. Two are equal if their parameters are."""

    def __post_init__(self) -> None:
        """Every dataclass below checks its parameters before it exists."""
        self._check()

    @property
    def batch_shape(self) -> tuple[int, ...]:
        """() for one law; for a batch the shape of its parameters, which are stored in one shape."""
        first = next(iter(vars(self).values()))
        return first.shape if isinstance(first, np.ndarray) else ()

    def __eq__(self, other: object) -> bool:
        """Equal parameters in the same family."""
        if type(self) is not type(other):
            return NotImplemented
        return all(np.array_equal(a, b) for a, b in zip(vars(self).values(), vars(other).values(), strict=True))

    def __hash__(self) -> int:
        """The same for equal laws."""
        parameters = (tuple(np.ravel(value).tolist()) for value in vars(self).values())
        return hash((type(self), *parameters))

    def _keep(self, **parameters: float | Array) -> None:
        """Store the parameters as they were checked: floats, or arrays of one shape."""
        if not any(isinstance(value, np.ndarray) for value in parameters.values()):  # one law, the usual case
            vars(self).update(parameters)
            return
        shapes = {name: np.shape(value) for name, value in parameters.items()}
        try:
            shape = np.broadcast_shapes(*shapes.values())
        except ValueError:
            told = " and ".join(f"{name} has shape {shape}" for name, shape in shapes.items())
            raise ValueError(f"{told}; the parameters of a batch must fit together") from None
        for name, value in parameters.items():
            vars(self)[name] = np.broadcast_to(value, shape)

    @abstractmethod
    def _check(self) -> None:
        """ValueError for parameters that make no law."""

    @abstractmethod
    def nats_of_entropy(self) -> Result:
        """The (differential) entropy in nats; `entropy` gives it in any unit."""

    @abstractmethod
    def log_density(self, x: ArrayLike) -> Result:
        """The natural logarithm of the density at x, or of the probability of x for a discrete law."""

    @abstractmethod
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Independent draws of the given size from this generator; one draw if the size is left out."""

    @property
    @abstractmethod
    def support(self) -> tuple[Result, Result] | None:
        """The smallest interval that has all the probability, None for a law of vectors."""

    @property
    def discrete(self) -> bool:
        """Whether the law is one of whole numbers."""
        return False

    @property
    def _on_simplex(self) -> bool:
        """Whether the law is one of laws, which are few among all vectors."""
        return False


_CLOSED_FORMS: dict[tuple[type, type], Callable[[Any, Any], Result]] = {}
_OF_BATCHES: set[Callable[[Any, Any], Result]] = set()


def closed_form(divergence: Callable[[Any, Any], Result]) -> Callable[[Any, Any], Result]:
    """A decorator: D(p‖q) in nats for the families that the annotations of p and q name, unless a form came before."""
    hints = typing.get_type_hints(divergence)
    for truth in _members(hints["p"]):
        for belief in _members(hints["q"]):
            _CLOSED_FORMS.setdefault((truth, belief), divergence)
    return divergence


def of_batches(divergence: Callable[[Any, Any], Result]) -> Callable[[Any, Any], Result]:
    """A decorator: this form takes arrays of parameters as it takes numbers, and knows what is infinite."""
    _OF_BATCHES.add(divergence)
    return divergence


def kl_nats(p: object, q: object) -> Result:
    """D(p‖q) of two families in nats, for batches that of each pair."""
    truth, belief = _family(p, "p", q), _family(q, "q", p)
    divergence = _CLOSED_FORMS.get((type(truth), type(belief)))
    with np.errstate(all="ignore"):  # what is too far apart for a float64 is infinitely far
        if truth.batch_shape or belief.batch_shape:
            shape = _common_shape(truth, belief)
            if divergence in _OF_BATCHES:
                return np.array(np.broadcast_to(divergence(truth, belief), shape))
            pairs = zip(_laws(truth, shape), _laws(belief, shape), strict=True)
            return np.array([kl_nats(one, other) for one, other in pairs]).reshape(shape)
        if _is_singular(truth, belief):
            return math.inf
        if truth.support and truth.discrete and truth.support[0] == truth.support[1]:  # one value for certain
            return float(0.0 - belief.log_density(truth.support[0]))
        if divergence is None:
            if (truth.support is None) != (belief.support is None):
                raise ValueError(f"p is {truth} and q is {belief}; one is a law of vectors, the other one of numbers")
            raise ValueError(
                f"D({type(truth).__name__}‖{type(belief).__name__}) has no closed form here; "
                "average p.log_density(x) - q.log_density(x) over draws x = p.sample(rng, n)"
            )
        try:
            return _number(float(divergence(truth, belief)), truth, belief)
        except np.linalg.LinAlgError:
            return _number(math.nan, truth, belief)


def cross_entropy_nats(p: object, q: object) -> Result:
    """−E_p ln q of two families in nats."""
    divergence = kl_nats(p, q)
    return nats_of_entropy(_family(p, "p", q)) + divergence


def nats_of_entropy(p: Family) -> Result:
    """The entropy of a family in nats, for a batch that of each law."""
    with np.errstate(all="ignore"):
        return p.nats_of_entropy()


def each_law(measure: Callable[[Any], float]) -> Callable[[Any], Result]:
    """A decorator for a method of one law: of a batch it gives an array, law by law."""

    @functools.wraps(measure)
    def of_each(self: Family) -> Result:
        shape = self.batch_shape
        if not shape:
            return measure(self)
        return np.array([measure(one) for one in _laws(self, shape)]).reshape(shape)

    return of_each


def derived(value: Result, given: object, name: str) -> Result:
    """A parameter computed from another one; ValueError that names that one if nothing is left of it in a float64."""
    if not ((np.asarray(value) > 0) & (np.asarray(value) < math.inf)).all():
        raise ValueError(f"{name} is {given}, which leads beyond the numbers of a float64; bring it nearer to 1")
    return value


def require_one(law: Family, name: str) -> None:
    """ValueError for a batch."""
    if law.batch_shape:
        raise ValueError(f"{name} is a batch of shape {law.batch_shape}; give one law at a time")


def points(x: ArrayLike, law: Family) -> Array:
    """The points at which a density is asked for; nan is none."""
    array = numbers(x, "x")
    if np.isnan(array).any():
        blame(array, np.isnan(array), "x", "give real numbers")
    if law.batch_shape:
        _require_fit(array.shape, law.batch_shape, f"x has shape {array.shape}")
    return array


def density(measure: Method) -> Method:
    """A decorator for log_density: what is beyond the numbers of a float64 is −∞, without a warning."""

    @functools.wraps(measure)
    def quiet(self: Family, x: ArrayLike) -> Result:
        with np.errstate(all="ignore"):
            return measure(self, x)

    return typing.cast(Method, quiet)


def draws(draw: Method) -> Method:
    """A decorator for sample: it checks the generator and the size, and says what cannot be drawn."""

    @functools.wraps(draw)
    def checked(self: Family, rng: np.random.Generator, size: Shape = None) -> Result:
        generator(rng)
        shape = () if size is None else size if isinstance(size, tuple) else (size,)
        for length in shape:
            if not isinstance(length, int | np.integer) or isinstance(length, bool) or length < 0:
                raise ValueError(f"size is {size!r}; give a whole number, 0 or more, or a tuple of them")
        if size is not None and self.batch_shape:
            _require_fit(shape, self.batch_shape, f"size is {size!r}", into=shape)
        try:
            return draw(self, rng, size)
        except ValueError as error:
            raise ValueError(f"{self} cannot be drawn from: {error}") from error

    return typing.cast(Method, checked)


def _require_fit(
    shape: tuple[int, ...], batch: tuple[int, ...], told: str, into: tuple[int, ...] | None = None
) -> None:
    try:
        common = np.broadcast_shapes(shape, batch)
    except ValueError:
        common = None
    if common is None or into not in (None, common):
        raise ValueError(f"{told}, which does not fit the batch of shape {batch}")


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


def _laws(batch: Family, shape: tuple[int, ...]) -> Iterator[Family]:
    """The laws of a batch one by one, in this shape."""
    if not batch.batch_shape:
        return itertools.repeat(batch, math.prod(shape))
    columns = (np.broadcast_to(value, shape).ravel().tolist() for value in vars(batch).values())
    return (type(batch)(*parameters) for parameters in zip(*columns, strict=True))


def _common_shape(p: Family, q: Family) -> tuple[int, ...]:
    try:
        return np.broadcast_shapes(p.batch_shape, q.batch_shape)
    except ValueError:
        raise ValueError(f"batches of shapes {p.batch_shape} and {q.batch_shape} do not fit together") from None


def _is_singular(p: Family, q: Family) -> bool:
    """Whether q rules out what p allows: a part of its support, or all of it as a density does any single value."""
    if p.support is None or q.support is None:
        return p.support is q.support and p._on_simplex != q._on_simplex
    return p.discrete != q.discrete or bool(p.support[0] < q.support[0] or p.support[1] > q.support[1])


def _number(nats: float, p: Family, q: Family) -> float:
    if not nats >= -1e-9:
        raise ValueError(f"D({p}‖{q}) is beyond the numbers of a float64; bring the parameters nearer to 1")
    return max(nats, 0.0)  # below 0 it could only be rounding
