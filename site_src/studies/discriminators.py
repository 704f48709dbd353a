"""The game of generator and discriminator on a finite set, exactly, in nats: p is the data, q what is made."""

import numpy as np
from scipy.special import softmax, xlogy

from extrabits import js_divergence, kl_divergence
from extrabits._checks import Array

DATA = np.array([0.5, 0.3, 0.2])
LOGITS = np.array([0.1, -0.4, 0.7])
GENERATOR = softmax(LOGITS)
TAILS = 9.0  # standard deviations beyond the bells where their integrals end
FINE = 4001


def best(p: Array, q: Array) -> Array:
    """How probable it is that an outcome is from the data, with even odds beforehand; q is positive where p is 0."""
    return p / (p + q)


def value(p: Array, q: Array, judged: Array) -> float:
    """What the discriminator maximises, if it calls each outcome data with these probabilities."""
    return float((xlogy(p, judged) + xlogy(q, 1 - judged)).sum())


def excess(p: Array, q: Array, judged: Array) -> float:
    """What the value lacks of its maximum, as a mean divergence of coins under the mixture, twice."""
    right = best(p, q)
    coins = np.stack([right, 1 - right], axis=-1), np.stack([judged, 1 - judged], axis=-1)
    return float(((p + q) * [kl_divergence(a, b, base=np.e) for a, b in zip(*coins, strict=True)]).sum())


def mixture_divergence(p: Array, q: Array) -> float:
    """2D(m‖p) of the mixture m of both from the data."""
    return float(2 * kl_divergence((p + q) / 2, p, base=np.e))


def saturating(p: Array, logits: Array) -> Array:
    """The gradient, by the logits, of the mean of ln(1 − d) over what is made; d, the best, is held fixed."""
    q = softmax(logits)
    return _by_logits(q, np.log(1 - best(p, q)))


def non_saturating(p: Array, logits: Array) -> Array:
    """The same of the mean of −ln d."""
    q = softmax(logits)
    return _by_logits(q, -np.log(best(p, q)))


def _by_logits(q: Array, loss: Array) -> Array:
    """The gradient of the mean of a loss under a softmax."""
    return q * (loss - q @ loss)


def best_reply(p: Array, q: Array) -> Array:
    """What a generator makes that goes all the way against the discriminator that is the best now."""
    judged = best(p, q)
    return np.asarray(judged == judged.max(), dtype=float) / np.count_nonzero(judged == judged.max())


def of_bells(distance: float) -> tuple[float, float]:
    """2·JSD and 2D(m‖p) of two bells N(0, 1) and N(distance, 1), as sums over a fine grid."""
    x = np.linspace(-TAILS, distance + TAILS, FINE)
    p, q = (np.exp(-((x - centre) ** 2) / 2) for centre in (0, distance))
    step = (x[1] - x[0]) / np.sqrt(2 * np.pi)
    log_twice_mean = np.logaddexp(0, distance * x - distance**2 / 2)  # ln((p + q)/p), where p may be 0 for a computer
    from_data = float(((p + q) * (log_twice_mean - np.log(2))).sum() * step)
    return 2 * _js(p * step, q * step), from_data


def _js(p: Array, q: Array) -> float:
    return float(js_divergence(p / p.sum(), q / q.sum(), base=np.e))


def slope_of_bells(distance: float, width: float = 1e-3) -> tuple[float, float]:
    """How fast both grow with the distance."""
    low, high = of_bells(distance - width), of_bells(distance + width)
    return (high[0] - low[0]) / (2 * width), (high[1] - low[1]) / (2 * width)
