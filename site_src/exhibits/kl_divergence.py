"""Exhibits of the page on KL divergence."""

import math
from functools import cache

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import betainc

from exhibits._bill import two_laws_and_bill
from exhibits._drawing import D_INK, INK, LINE, P_INK, Q_INK, D, P, Q, Table, canvas
from extrabits import (
    Bernoulli,
    Beta,
    Normal,
    expected_length,
    kl_divergence,
)
from extrabits.families import Family

# The four-letter source, and a belief about it with the probabilities the wrong way round.
LETTERS = "abcd"
TRUTH = [1 / 2, 1 / 4, 1 / 8, 1 / 8]
BELIEF = [1 / 8, 1 / 8, 1 / 4, 1 / 2]
TRUTH_CODE = ["0", "10", "110", "111"]
FIXED_CODE = ["00", "01", "10", "11"]
BELIEF_CODE = ["000", "001", "01", "1"]

# Two models of a number between 0 and 1.
NARROW = Beta(17, 6)
WIDE = Beta(3, 3)
PEAK = 14 / 17  # where their ratio, x¹⁴ (1 − x)³ times a constant, is largest

# Cover & Thomas's race of eight horses.
HORSES = [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 64, 1 / 64, 1 / 64, 1 / 64]
ANY_HORSE = [1 / 8] * 8


def coding() -> Table:
    """Three codes for one source, and what each costs per letter."""
    codes = [TRUTH_CODE, FIXED_CODE, BELIEF_CODE]
    rows = [
        [letter, f"{p:.3f}", *(code[i] for code in codes)]
        for i, (letter, p) in enumerate(zip(LETTERS, TRUTH, strict=True))
    ]
    costs = [expected_length(TRUTH, [len(word) for word in code]) for code in codes]
    return [
        ["letter", "p", "code for p", "fixed code", "code for q"],
        *rows,
        ["bits per letter", "", *(f"**{cost:.3f}**" for cost in costs)],
    ]


def units() -> Table:
    """One divergence in three units."""
    bases = {"bits": 2.0, "nats": math.e, "bans": 10.0}
    rows = [
        [name, f"{kl_divergence(NARROW, WIDE, base=b):.4f}", f"{kl_divergence(WIDE, NARROW, base=b):.4f}"]
        for name, b in bases.items()
    ]
    return [["unit", "D(p‖q)", "D(q‖p)"], *rows]


def triangle() -> Table:
    """Two triples of laws: the direct way is longer than the detour."""
    triples: dict[str, list[Family]] = {
        "coins with P(heads) = 0.1, 0.3, 0.5": [Bernoulli(0.1), Bernoulli(0.3), Bernoulli(0.5)],
        "N(0, 1), N(1, 1), N(2, 1)": [Normal(0, 1), Normal(1, 1), Normal(2, 1)],
    }
    rows = []
    for name, (first, middle, last) in triples.items():
        direct, there, on = (
            kl_divergence(p, q, base=math.e) for p, q in ((first, last), (first, middle), (middle, last))
        )
        rows.append([name, f"{direct:.4f}", f"{there:.4f} + {on:.4f} = {there + on:.4f}"])
    return [["three laws", "direct, nats", "by way of the middle one, nats"], *rows]


def bill() -> Figure:
    """The bill for the four letters: entropy, which p costs in any case, plus the extra bits for believing q."""
    return two_laws_and_bill(TRUTH, BELIEF, list(LETTERS), "bits per letter")


def likelihood_ratio() -> Figure:
    """Above, the densities Beta(17, 6) and Beta(3, 3); below, their ratio, which passes 1 twice."""
    x = np.linspace(0.002, 0.998, 500)
    low, high = crossings()
    figure, (density, ratio) = canvas(4.2, rows=2, sharex=True)
    for law, colour in ((NARROW, P), (WIDE, Q)):
        density.plot(x, np.exp(law.log_density(x)), color=colour)
    density.text(0.6, 3.6, "p = Beta(17, 6)", color=P_INK, ha="right")
    density.text(0.2, 1.45, "q = Beta(3, 3)", color=Q_INK, ha="center")
    density.set(ylabel="density", yticks=[0, 2, 4], ylim=(0, 4.9))
    values = np.exp(_log_ratio(x))
    ratio.fill_between(x, 1, values, where=list(values > 1), color=P, alpha=0.18, linewidth=0)
    ratio.plot(x, values, color=INK)
    ratio.axhline(1, color=LINE, linewidth=0.8)
    for edge in (low, high):
        for axes in (density, ratio):
            axes.axvline(edge, color=LINE, linewidth=0.8, linestyle=(0, (2, 2)))
    ratio.text((low + high) / 2, 2.2, "evidence\nfor p", color=P_INK, ha="center", va="center")
    ratio.text(0.3, 1.25, "evidence for q", color=Q_INK, ha="center")
    ratio.set(ylabel="p(x) / q(x)", xlabel="x", yticks=[0, 1, 3, 5], xlim=(0, 1), ylim=(0, 5.9))
    return figure


def evidence_settles() -> Figure:
    """Running averages of log10 p(x)/q(x) over draws from p: twenty paths close in on D(p‖q)."""
    draws = NARROW.sample(np.random.default_rng(0), (20, 10**5))
    counts = np.unique(np.logspace(0, 5, 240).astype(int))
    averages = (np.cumsum(_log_ratio(draws), axis=1)[:, counts - 1] / counts) / np.log(10)
    figure, (axes,) = canvas(3.0)
    axes.plot(np.log10(counts), averages.T, color=P, linewidth=0.8, alpha=0.5)
    limit = kl_divergence(NARROW, WIDE, base=10)
    axes.axhline(limit, color=D, linewidth=2)
    axes.text(5, limit + 0.07, f"D(p‖q) = {limit:.4f} bans", color=D_INK, ha="right")
    axes.text(0.45, -0.62, "each line: the average over one\nsequence of draws from p", color=P_INK)
    axes.set(xlabel="log10 of the number of draws", ylabel="average evidence, bans", xlim=(0, 5), ylim=(-1, 0.9))
    return figure


def two_directions() -> Figure:
    """How much evidence one draw gives: from p never as much as a ban, from q now and then many."""
    generator = np.random.default_rng(1)
    figure, axes_pair = canvas(3.4, rows=2, sharex=True)
    bins = np.linspace(-1.5, 6, 76)
    panels = (
        (axes_pair[0], NARROW, WIDE, P, P_INK, "draws from p, evidence for p"),
        (axes_pair[1], WIDE, NARROW, Q, Q_INK, "draws from q, evidence for q"),
    )
    for axes, truth, belief, colour, ink, label in panels:
        sign = 1 if truth is NARROW else -1
        evidence = sign * _log_ratio(truth.sample(generator, (200_000,))) / np.log(10)
        axes.hist(evidence, list(bins), color=colour, weights=np.full(evidence.size, 100 / evidence.size))
        mean = kl_divergence(truth, belief, base=10)
        axes.axvline(mean, color=D)
        top = axes.get_ylim()[1]
        axes.text(max(mean + 0.1, 1.0), top * 0.86, f"mean D = {mean:.3f} bans", color=D_INK)
        axes.text(6, top * 0.5, label, color=ink, ha="right")
        axes.axvline(0, color=LINE, linewidth=0.8)
        axes.yaxis.set_major_formatter(FuncFormatter(lambda y, _: f"{y:.0f} %"))
    axes_pair[1].set(xlabel="evidence of one draw for the law it came from, bans", xlim=(-1.5, 6))
    return figure


@cache
def crossings(nats: float = 0) -> tuple[float, float]:
    """The two points at which the log-ratio of the densities is so large; by default those that favour neither."""

    def root(low: float, high: float) -> float:
        return float(brentq(lambda x: float(_log_ratio(np.array(x))) - nats, low, high, xtol=1e-14))

    return root(1e-9, PEAK), root(PEAK, 1 - 1e-12)


def share_supporting(law: Beta, bans: float, towards: Beta) -> float:
    """The probability that one draw from the law gives at least so many bans of evidence towards one model."""
    sign = 1 if towards == NARROW else -1
    nats = sign * bans * math.log(10)
    inside = 0.0
    if nats < _log_ratio(np.array(PEAK)):
        low, high = crossings(nats)
        inside = float(betainc(law.a, law.b, high) - betainc(law.a, law.b, low))
    return inside if sign == 1 else 1 - inside


def evidence_sd() -> float:
    """The standard deviation of the evidence of one draw from p, in bans, by quadrature."""
    x, weights = np.polynomial.legendre.leggauss(400)
    x, weights = (x + 1) / 2, weights / 2
    bans = _log_ratio(x) / np.log(10)
    density = np.exp(NARROW.log_density(x)) * weights
    mean = density @ bans
    return float(np.sqrt(density @ (bans - mean) ** 2))


def _log_ratio(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(NARROW.log_density(x)) - np.asarray(WIDE.log_density(x), dtype=np.float64)
