"""Fits: the member of a family that is nearest to a law, in either order of the arguments.

The inclusive fit minimises D(p‖q) over q and covers all of p; the exclusive fit minimises D(q‖p) and may keep
to a part of p. What moments determine is exact; scipy.optimize finds the rest.
"""

import math
import typing
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import digamma, expit, polygamma

from extrabits._checks import Array, finite, numbers, one_law
from extrabits._labels import LawLike, labels, require_same_labels, values_of
from extrabits._scalars import whole
from extrabits.entropies import normalize
from extrabits.families import (
    Bernoulli,
    Beta,
    Binomial,
    Exponential,
    Gamma,
    Geometric,
    Laplace,
    MultivariateNormal,
    Normal,
    Poisson,
    Uniform,
)
from extrabits.families import Family as AnyFamily
from extrabits.families._family import require_one

Family = TypeVar("Family", bound=AnyFamily)
_FITS: dict[type, Callable[..., Any]] = {}


def inclusive_fit(family: type[Family], p: LawLike, values: ArrayLike | None = None, **fixed: float) -> Family:
    """The member q of the family that minimises D(p‖q): maximum likelihood, where p are the shares of the data.

    p: one law over the values, or a dict from value to share, such as normalize(Counter(draws)). values: numbers,
    0, 1, 2, … if left out; vectors for MultivariateNormal.
    fixed: the n of a Binomial. Exact for all families but Gamma and Beta, whose equations are solved to 1e-12.

    >>> inclusive_fit(Poisson, normalize([10, 20, 10]))
    Poisson(rate=1.0)
    >>> inclusive_fit(Poisson, normalize(Counter([3, 0, 2, 3])))
    Poisson(rate=2.0)
    >>> inclusive_fit(Binomial, [0.25, 0.25, 0.5], n=2)
    Binomial(n=2, p=0.625)
    >>> inclusive_fit(Normal, [0.5, 0.5], values=[-3, 3])
    Normal(mean=0.0, sd=3.0)

    Raises ValueError for p that is not one law, values that do not match it or lie outside the support of the
    family, a family without a fit here, and data on which D has no minimum (a Normal for a single value).
    Source: Murphy, Probabilistic Machine Learning: An Introduction (2022), section 4.2.
    """
    if family not in _FITS:
        raise ValueError(f"family is {family!r}; inclusive_fit knows {', '.join(f.__name__ for f in _FITS)}")
    shares, at = _weighted_values(p, values)
    rule, given = _FITS[family], _fixed(family, fixed)
    try:
        fit = typing.cast(Family, rule(shares, at, **given))
    except ValueError as error:
        raise ValueError(f"p has no nearest {family.__name__} law: {error}") from None
    impossible = np.isneginf(fit.log_density(at))
    if impossible.any():
        raise ValueError(f"p gives {at[impossible][0]} a share, a value that no {family.__name__} law has")
    return fit


def exclusive_fit(start: Family, log_density: Callable[[Array], ArrayLike]) -> Family:
    """The law q near `start`, and in its family, at which D(q‖p) has a local minimum.

    start: a Normal, Bernoulli or Binomial; n stays. log_density: ln p at an array of values, up to a constant.
    There can be several minima: begin from more than one start.

    >>> fit = exclusive_fit(Normal(0, 1), Normal(3, 2).log_density)
    >>> round(fit.mean, 5), round(fit.sd, 5)
    (3.0, 2.0)

    Raises ValueError for another family, where D(q‖p) is infinite at the start, and where no minimum is found
    from there.
    Source: Murphy, Probabilistic Machine Learning: An Introduction (2022), section 6.2.6.
    """
    member, coordinates = _coordinates(start)
    # The midpoint rule is all but exact for a Gaussian weight, and its step is short enough for the bend of ln p
    # between two humps, which falls between the nodes of Gauss and Hermite. No node is at 0, where that bend may be.
    nodes = (np.arange(-1280, 1280) + 0.5) / 64
    weights = normalize(np.exp(-(nodes**2) / 2))

    def divergence(theta: Array) -> float:
        try:
            q = member(theta)
        except (ValueError, OverflowError):  # beyond the numbers of a float64
            return math.inf
        if isinstance(q, Normal):
            x, mass = q.mean + q.sd * nodes, weights
        else:
            x = np.arange(float(q.n if isinstance(q, Binomial) else 1) + 1)
            mass = np.exp(q.log_density(x))
        possible = mass > 0
        log_p = _logs(log_density, x)
        return float(-q.nats_of_entropy() - mass[possible] @ log_p[possible])

    if not math.isfinite(divergence(coordinates)):
        raise ValueError(f"D(q‖p) is not finite at q = {start}; begin with a law that p does not rule out")
    with np.errstate(all="ignore"):
        best, found = _descent(divergence, coordinates)
    if not found:
        raise ValueError(
            f"the search from {start} found no law nearest to p: D(q‖p) still falls at {best.tolist()}. Begin nearer "
            "to where p has its probability, and make sure that exp(log_density) has a finite sum or integral"
        )
    return typing.cast(Family, member(best))


def _logs(log_density: Callable[[Array], ArrayLike], x: Array) -> Array:
    if not callable(log_density):
        raise ValueError(
            f"log_density is {log_density!r}; give a function of an array, such as Normal(0, 1).log_density"
        )
    logs = numbers(log_density(x), "log_density(x)")
    if logs.shape != x.shape:
        raise ValueError(
            f"log_density gives shape {logs.shape} at x of shape {x.shape}; it gives one number for each x"
        )
    return logs


def _descent(function: Callable[[Array], float], start: Array) -> tuple[Array, bool]:
    """Where the search from a start ends, and whether that is a minimum."""
    from scipy.optimize import minimize

    def by_simplex(begin: Array) -> tuple[Array, bool]:
        options = {"xatol": 1e-10, "fatol": 1e-15, "maxiter": 10_000}
        end = minimize(function, begin, method="Nelder-Mead", options=options)
        return end.x, end.success and _is_minimum(function, end.x)

    best, found = by_simplex(start)
    if found:
        return best, True
    # Far from p a divergence is so large that rounding hides all but one coordinate, and a simplex may fall flat there:
    # go along one coordinate at a time, then on from where that leads.
    return by_simplex(minimize(function, start, method="Powell").x)


def _is_minimum(function: Callable[[Array], float], at: Array) -> bool:
    """Whether no step of a thousandth, in either direction of either coordinate, leads lower than rounding explains."""
    least = function(at)
    steps = [sign * 1e-3 * axis for axis in np.eye(len(at)) for sign in (1, -1)]
    return math.isfinite(least) and all(function(at + step) >= least - 1e-12 * (1 + abs(least)) for step in steps)


def _fit(rule: Callable[..., Family]) -> Callable[..., Family]:
    """A decorator: this is how the family that the rule returns is fitted to shares and values."""
    _FITS[typing.get_type_hints(rule)["return"]] = rule
    return rule


@_fit
def _bernoulli(p: Array, x: Array) -> Bernoulli:
    return Bernoulli(_mean(p, x))


@_fit
def _binomial(p: Array, x: Array, n: float) -> Binomial:
    return Binomial(whole(n, "n", 1), _mean(p, x) / n)


@_fit
def _geometric(p: Array, x: Array) -> Geometric:
    return Geometric.from_mean(_mean(p, x))


@_fit
def _poisson(p: Array, x: Array) -> Poisson:
    return Poisson(_mean(p, x))


@_fit
def _uniform(p: Array, x: Array) -> Uniform:
    return Uniform(float(x.min()), float(x.max()))


@_fit
def _exponential(p: Array, x: Array) -> Exponential:
    return Exponential.from_scale(_mean(p, x))


@_fit
def _laplace(p: Array, x: Array) -> Laplace:
    order = np.argsort(x)
    middle = x[order][np.searchsorted(np.cumsum(p[order]), 0.5)]
    return Laplace(float(middle), _mean(p, np.abs(x - middle)))


@_fit
def _normal(p: Array, x: Array) -> Normal:
    mean = _mean(p, x)
    return Normal(mean, math.sqrt(_mean(p, (x - mean) ** 2)))


@_fit
def _multivariate_normal(p: Array, x: Array) -> MultivariateNormal:
    if x.ndim != 2:
        raise ValueError(f"values has shape {x.shape}; give one vector for each probability")
    mean = p @ x
    return MultivariateNormal(mean, (p[:, None] * (x - mean)).T @ (x - mean))


@_fit
def _gamma(p: Array, x: Array) -> Gamma:
    """ln k − ψ(k) = ln E x − E ln x, solved for the shape k."""
    from scipy.optimize import brentq

    _require_inside(x, 0, math.inf, Gamma)
    mean = _mean(p, x)
    gap = math.log(mean) - _mean(p, np.log(x))
    if gap <= 1e-14:
        raise ValueError("all the probability is at one value, and no Gamma law is nearest to that")
    log_shape = brentq(lambda u: u - digamma(math.exp(u)) - gap, -math.log(gap) - 10, -math.log(gap) + 10, xtol=1e-13)
    shape = math.exp(log_shape)
    return Gamma(shape, shape / mean)


@_fit
def _beta(p: Array, x: Array) -> Beta:
    """The Beta law with these means of ln x and ln(1−x), searched from the one with this mean and variance."""
    _require_inside(x, 0, 1, Beta)
    mean = _mean(p, x)
    variance = _mean(p, (x - mean) ** 2)
    if variance <= 0:
        raise ValueError("all the probability is at one value, and no Beta law is nearest to that")
    total = mean * (1 - mean) / variance - 1
    logs = np.array([_mean(p, np.log(x)), _mean(p, np.log1p(-x))])
    return _beta_with(logs, np.log([mean * total, (1 - mean) * total]))


def _beta_with(logs: Array, start: Array) -> Beta:
    """ψ(a) − ψ(a+b) = E ln x and ψ(b) − ψ(a+b) = E ln(1−x), solved for ln a and ln b."""
    from scipy.optimize import root

    def gaps(log_ab: Array) -> tuple[Array, Array]:
        ab = np.exp(log_ab)
        return digamma(ab) - digamma(ab.sum()), np.diag(polygamma(1, ab) * ab) - polygamma(1, ab.sum()) * ab

    def ratios(log_ab: Array) -> tuple[Array, Array]:
        found, slope = gaps(log_ab)
        return np.log(found / logs), slope / found[:, None]

    def differences(log_ab: Array) -> tuple[Array, Array]:
        found, slope = gaps(log_ab)
        return found - logs, slope

    # The logarithms of both sides are all but straight lines: a search along them arrives from far away. The sides
    # themselves have more digits at the end.
    near = root(ratios, start, jac=True).x
    solution = root(differences, near, jac=True, tol=1e-13)
    if np.abs(solution.fun).max() > 1e-9:
        raise ValueError(f"no Beta law was found for these values: {solution.message}")
    a, b = np.exp(solution.x).tolist()
    return Beta(a, b)


def _coordinates(q: AnyFamily) -> tuple[Callable[[Array], AnyFamily], Array]:
    """How real numbers stand for the members of the family of q, and those that stand for q."""
    if isinstance(q, Normal | Binomial | Bernoulli):
        require_one(q, "start")
    if isinstance(q, Bernoulli | Binomial) and q.p in (0, 1):
        raise ValueError(f"start is {q}, at the end of its family; begin with a p between 0 and 1")
    if isinstance(q, Normal):
        return lambda x: Normal(float(x[0]), math.exp(x[1])), np.array([q.mean, math.log(q.sd)])
    if isinstance(q, Binomial):
        return lambda x: Binomial(q.n, float(expit(x[0]))), np.array([Bernoulli(q.p).logit])
    if isinstance(q, Bernoulli):
        return lambda x: Bernoulli(float(expit(x[0]))), np.array([q.logit])
    raise ValueError(f"start is {q!r}; exclusive_fit knows Normal, Bernoulli and Binomial")


def _weighted_values(p: Any, values: Any) -> tuple[Array, Array]:
    named = labels(p)
    if named is not None and values is None:  # the labels are the values, as in a law of counted numbers
        p, values = np.array(values_of(p)), named
    require_same_labels([p, values], ["p", "values"])
    shares = one_law(p, "p", "fit one law at a time")
    at = np.arange(float(len(shares))) if values is None else finite(values, "values")
    if at.ndim == 0 or len(at) != len(shares):
        raise ValueError(f"p has {len(shares)} outcomes and values has shape {at.shape}; give one value for each")
    return shares[shares > 0], at[shares > 0]


def _fixed(family: type, given: dict[str, float]) -> dict[str, float]:
    wanted = {"n"} if family is Binomial else set()
    if set(given) != wanted:
        raise ValueError(f"{family.__name__} is fitted with {sorted(wanted) or 'nothing'} fixed, not {sorted(given)}")
    return given


def _mean(p: Array, x: Array) -> float:
    return math.fsum((p * x).tolist())


def _require_inside(x: Array, low: float, high: float, family: type) -> None:
    if not ((x > low) & (x < high)).all():
        raise ValueError(f"values must lie strictly between {low} and {high} to fit a {family.__name__} law")
