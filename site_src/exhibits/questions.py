"""Exhibits of the page of questions that people ask."""

import math
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.special import ndtr, softmax

from exhibits._drawing import Table
from extrabits import (
    Normal,
    entropy,
    exclusive_fit,
    kl_divergence,
    knn_kl_divergence,
    ksg_mutual_information,
    marginals,
    normalize,
)

Array = NDArray[np.float64]

# Cover & Thomas, Example 2.2.1: Y by rows, X by columns.
COVER_THOMAS = [
    [1 / 8, 1 / 16, 1 / 32, 1 / 32],
    [1 / 16, 1 / 8, 1 / 32, 1 / 32],
    [1 / 16, 1 / 16, 1 / 16, 1 / 16],
    [1 / 4, 0, 0, 0],
]

# Fourteen days: outlook by rows (sunny, overcast, rain), and whether tennis was played (yes, no).
DAYS = [[2 / 14, 3 / 14], [4 / 14, 0], [3 / 14, 2 / 14]]

# Probabilities given to the right class by a classifier early and late in training.
EARLY = [0.6, 0.6, 0.6, 0.4, 0.4]
LATE = [0.9, 0.9, 0.9, 0.9, 0.001]

# A policy over three tokens, the reference it must stay close to, and the logits of a teacher and a student.
POLICY = np.array([0.7, 0.2, 0.1])
REFERENCE = np.array([0.4, 0.3, 0.3])
TEACHER = np.array([2.0, 0.0, -1.0])
STUDENT = np.array([0.0, 1.0, 0.0])

RUNS = 200


def log_loss(given: list[float]) -> float:
    """The mean loss, in nats, of a classifier that gave the right classes these probabilities."""
    return float(np.mean(-np.log(given)))


def binned_normal(width: float) -> float:
    """The entropy, in bits, of a standard normal draw that is known only up to its bin."""
    edges = np.arange(-12, 12 + width, width)
    return float(entropy(normalize(np.diff(ndtr(edges)))))


def sigmoid(logit: float) -> float:
    """1/(1 + e^(−logit))."""
    return 1 / (1 + math.exp(-logit))


def column_law() -> Array:
    """The law of X in Cover & Thomas's table."""
    return marginals(COVER_THOMAS)[1]


def largest_gap(distance: float) -> float:
    """The Kolmogorov–Smirnov distance of two unit-variance normal laws whose means are so far apart."""
    return float(ndtr(distance / 2) - ndtr(-distance / 2))  # the gap is largest half-way between the means


def exclusive_normal(half_distance: float, start: float) -> Normal:
    """The normal law q near N(start, 1) with the least D(q‖p), where p is an even mixture of N(±half_distance, 1)."""
    return exclusive_fit(Normal(start, 1), _even_mixture(half_distance))


def from_mixture() -> float:
    """D(N(0, 1) ‖ ½ N(−1, 1) + ½ N(1, 1)) in nats, by quadrature."""
    p, log_q = Normal(0, 1), _even_mixture(1)

    def term(x: float) -> float:
        log_p = float(p.log_density(x))
        return math.exp(log_p) * (log_p - float(log_q(np.array(x))))

    return float(quad(term, -12, 12)[0])


@cache
def share_of_negative_dependence() -> float:
    """How often the nearest-neighbour estimate of I(X; Y) is negative for 100 independent pairs."""
    rng = np.random.default_rng(0)
    estimates = (ksg_mutual_information(rng.normal(size=100), rng.normal(size=100)) for _ in range(RUNS))
    return sum(estimate < 0 for estimate in estimates) / RUNS


@cache
def share_of_negative_divergence() -> float:
    """How often the nearest-neighbour estimate of D is negative for two samples of 100 from one law."""
    rng = np.random.default_rng(0)
    estimates = (knn_kl_divergence(rng.normal(size=100), rng.normal(size=100)) for _ in range(RUNS))
    return sum(estimate < 0 for estimate in estimates) / RUNS


def share_of_batches_below_zero(divergence: float, draws: int) -> float:
    """How often the mean of k1 over so many draws is negative, for two Gaussians of one variance."""
    # k1 has mean D and variance 2D there, and is Gaussian itself.
    return float(ndtr(-math.sqrt(divergence * draws / 2)))


def beta_bound(beta: float) -> float:
    """E_q ln p(x|z) − β D(q‖prior) in nats at its best q, for z ~ N(0, 1), x ~ N(z, 1), and x = 1 observed."""
    q = Normal(1 / (1 + beta), math.sqrt(beta / (1 + beta)))
    reconstruction = -math.log(2 * math.pi) / 2 - ((1 - q.mean) ** 2 + q.sd**2) / 2
    return reconstruction - beta * float(kl_divergence(q, Normal(0, 1), base=math.e))


def distillation_gradient(temperature: float) -> float:
    """The largest entry of the gradient of D(teacher‖student), both at a temperature, by the student's logits."""
    teacher, student = softmax(TEACHER / temperature), softmax(STUDENT / temperature)
    return float(np.abs(student - teacher).max()) / temperature


def estimators() -> Table:
    """What the mean gradient of each estimator is, and which divergence has that gradient."""
    to_reference = POLICY * (np.log(POLICY / REFERENCE) - kl_divergence(POLICY, REFERENCE, base=math.e))
    from_reference = POLICY - REFERENCE
    slopes: dict[str, Callable[[Array], Array]] = {
        "k1": lambda log_ratio: -np.ones(3),
        "k2": lambda log_ratio: log_ratio,
        "k3": lambda log_ratio: np.exp(log_ratio) - 1,
    }
    known = {"nothing": np.zeros(3), "D(π‖ref)": to_reference, "D(ref‖π)": from_reference}
    rows = []
    for name, slope in slopes.items():
        gradient = mean_gradient(slope)
        of = next(which for which, value in known.items() if np.allclose(gradient, value))
        rows.append([name, *(_signed(entry) for entry in gradient), of])
    return [["loss", "logit 1", "logit 2", "logit 3", "gradient of"], *rows]


def mean_gradient(slope: Callable[[Array], Array]) -> Array:
    """The mean, over tokens from the policy, of the gradient of k(ln r) by the policy's logits; slope is k'."""
    log_ratio = np.log(REFERENCE / POLICY)
    of_log_ratio = POLICY - np.eye(3)  # row x: the gradient of ln r(x) = ln ref(x) − ln π(x)
    return np.asarray((POLICY * slope(log_ratio)) @ of_log_ratio)


def _even_mixture(half_distance: float) -> Callable[[Array], Array]:
    left, right = Normal(-half_distance, 1), Normal(half_distance, 1)
    return lambda x: np.logaddexp(left.log_density(x), right.log_density(x)) - math.log(2)


def _signed(value: float) -> str:
    return f"{value:.3f}".replace("-", "−") if abs(value) > 5e-4 else "0.000"
