"""Exhibits of the page on Gibbs' inequality."""

import math
from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext

import numpy as np
from matplotlib.figure import Figure
from matplotlib.tri import Triangulation
from numpy.typing import NDArray
from scipy.special import kl_div, rel_entr

from exhibits._drawing import D_INK, H_INK, INK, LINE, MUTED, P_INK, PAPER, Q_INK, D, H, P, Q, Table, canvas
from extrabits import cross_entropy, entropy, kl_divergence, surprisal

Array = NDArray[np.float64]

# The three letters of the page. Its two laws mirror each other, so letter b has the ratio 1.
LETTERS = "abc"
TRUTH = [0.5, 0.3, 0.2]
BELIEF = [0.2, 0.3, 0.5]

# Nearly equal laws on this many letters, this many pairs for each size of the disturbance.
ALPHABET = 16
PAIRS = 400
DISTURBANCES = (1e-2, 1e-4, 1e-6, 1e-8, 1e-10)


def terms() -> Table:
    """For each letter its term p ln(p/q) of the divergence, and its gap times p, which is p ln(p/q) − p + q."""
    rows = [
        [x, f"{p:.1f}", f"{q:.1f}", f"{q / p:.1f}", _signed(p * math.log(p / q)), _signed(p * math.log(p / q) - p + q)]
        for x, p, q in zip(LETTERS, TRUTH, BELIEF, strict=True)
    ]
    total = kl_divergence(TRUTH, BELIEF, base=math.e)
    header = ["letter", "p", "q", "t = q/p", "term, nats", "p · gap, nats"]
    return [header, *rows, ["sum", "1", "1", "", f"**{total:.5f}**", f"**{total:.5f}**"]]


def without_an_assumption() -> Table:
    """What Σ p ln(p/q) becomes when p and q are not two laws with one support."""
    half, sure = [1 / 2, 1 / 2], [1, 0]
    under_q = float(np.sum(BELIEF * np.log(np.divide(TRUTH, BELIEF))))
    rows = [
        ["q sums to more than 1", "p = (½, ½), q = (0.6, 0.6)", _signed(_plain_sum(half, [0.6, 0.6]))],
        ["p sums to less than 1", "p = (0.4, 0.4), q = (½, ½)", _signed(_plain_sum([0.4, 0.4], half))],
        ["the average is taken under q", "Σ q ln(p/q), our three letters", _signed(under_q)],
        ["q sums to less than 1", "p = (½, ½), q = (0.4, 0.4)", _signed(_plain_sum(half, [0.4, 0.4]))],
        ["q has mass where p has none", "p = (1, 0), q = (0.8, 0.2)", _signed(_plain_sum(sure, [0.8, 0.2]))],
        ["q(x) = 0 where p(x) > 0", "p = (½, ½), q = (1, 0)", _signed(_plain_sum(half, sure))],
    ]
    return [["what is different", "example", "Σ p ln(p/q), nats"], *rows]


def accuracy() -> Table:
    """Worst relative error of five sums for the divergence of nearly equal laws, up to the next power of ten."""
    sums: dict[str, Callable[[Array, Array], Array]] = {
        "numpy": lambda p, q: np.sum(p * np.log(p / q), axis=-1),
        "`rel_entr`": lambda p, q: np.sum(rel_entr(p, q), axis=-1),
        "`kl_div`": lambda p, q: np.sum(kl_div(p, q), axis=-1),
        "`rel_entr` − (p − q)": lambda p, q: np.sum(rel_entr(p, q) - (p - q), axis=-1),
        "extrabits": lambda p, q: np.asarray(kl_divergence(p, q, base=math.e)),
    }

    def row(size: float) -> list[str]:
        p, q = _nearly_equal(size)
        truths = _sixty_digits(p, q)
        errors = [max(_relative_errors(add(p, q), truths)) for add in sums.values()]
        return [_power_of_ten(size), *(_power_of_ten(error) for error in errors)]

    return [["ε", *sums], *map(row, DISTURBANCES)]


def tangent() -> Figure:
    """The logarithm lies below its tangent t − 1; the ratios q/p of three letters leave gaps of 0.32, 0 and 0.58."""
    t = np.linspace(0.16, 2.95, 300)
    figure, (axes,) = canvas(3.3)
    axes.plot(t, t - 1, color=MUTED, linewidth=1.4)
    axes.plot(t, np.log(t), color=INK)
    for letter, p, q in zip(LETTERS, TRUTH, BELIEF, strict=True):
        ratio, height = q / p, math.log(q / p)
        axes.plot([ratio, ratio], [height, ratio - 1], color=D, linewidth=5, solid_capstyle="butt")
        axes.plot(ratio, height, "o", color=Q, markersize=8, markeredgecolor=PAPER)
        axes.text(ratio + 0.05, height - 0.12, letter, color=Q_INK, va="top", fontsize=12)
    axes.text(2.42, 1.5, "the line t − 1", color=MUTED, ha="right")
    axes.text(1.62, 0.28, "the curve ln t", color=INK, ha="left", va="center")
    axes.text(0.62, -0.86, f"gap {_gap(0.4):.2f}", color=D_INK, va="center")
    axes.text(2.58, 1.22, f"gap {_gap(2.5):.2f}", color=D_INK, va="center")
    axes.text(1, 0.2, "no gap", color=D_INK, ha="center")
    axes.set(xlabel="ratio t = q(x) / p(x)", xlim=(0, 3.05), xticks=[0, 0.4, 1, 2, 2.5, 3])
    axes.set(ylabel="nats", ylim=(-1.85, 2))
    return figure


def bowl() -> Figure:
    """The divergence for every belief about three letters: contours around p, and a cut straight from p to q."""
    figure, (map_, cut) = canvas(3.1, columns=2, gridspec_kw={"width_ratios": [1.35, 1]})
    beliefs = _all_beliefs(150)
    levels = kl_divergence(TRUTH, BELIEF, base=math.e) * np.array([0.1, 0.4, 1, 1.6])
    contours = Triangulation(*_in_triangle(beliefs))
    map_.tricontour(contours, _divergences(beliefs), levels=levels, colors=D, linewidths=1.2)
    map_.plot(*_in_triangle(np.eye(3)[[0, 1, 2, 0]]), color=LINE, linewidth=0.8)
    map_.plot(*_in_triangle(np.array([TRUTH, BELIEF])), color=INK, linewidth=1.4, linestyle=(0, (2, 2)))
    for name, law, colour, ink, shift in (("p", TRUTH, P, P_INK, -0.05), ("q", BELIEF, Q, Q_INK, 0.05)):
        x, y = map(float, _in_triangle(np.array(law)))
        map_.plot(x, y, "o", color=colour, markersize=7, markeredgecolor=PAPER)
        map_.text(x + shift, y, name, color=ink, ha="center", va="center", fontsize=12)
    for letter, corner, shift_x, shift_y in zip(
        LETTERS, np.eye(3), (-0.05, 0.05, 0), (-0.04, -0.04, 0.05), strict=True
    ):
        x, y = map(float, _in_triangle(corner))
        map_.text(x + shift_x, y + shift_y, letter, color=MUTED, ha="center", va="center")
    map_.set_aspect("equal")
    map_.set_axis_off()
    map_.set_title("D(p‖q) for every q", pad=12)
    way = np.linspace(TRUTH, BELIEF, 100)
    heights = _divergences(way)
    cut.plot(np.linspace(0, 1, 100), heights, color=D)
    for s, height, colour in ((0, 0, P), (1, heights[-1], Q)):
        cut.plot(s, height, "o", color=colour, markersize=7, markeredgecolor=PAPER, clip_on=False, zorder=5)
    cut.set(xlim=(0, 1), xticks=[0, 1], xticklabels=["p", "q"])
    cut.set(ylim=(0, 0.31), yticks=[0, 0.1, 0.2, 0.3], ylabel="nats")
    cut.set_title("Straight from p to q", pad=12)
    return figure


def bills_settle() -> Figure:
    """The cost per letter of random strings from p under both codes: overlapping for 20 letters, apart for 1000."""
    generator = np.random.default_rng(0)
    figure, (few, many) = canvas(3.5, rows=2, sharex=True)
    own, wrong = entropy(TRUTH), cross_entropy(TRUTH, BELIEF)
    for axes, n, bins in ((few, 20, 28), (many, 1000, 140)):
        counts = generator.multinomial(n, TRUTH, 200_000)
        for law, colour, mean in ((TRUTH, H, own), (BELIEF, D, wrong)):
            costs = counts @ surprisal(law) / n
            axes.hist(costs, bins, range=(1.0, 2.4), color=colour, alpha=0.55, density=True, histtype="stepfilled")
            axes.axvline(mean, color=colour, linewidth=1.2)
        axes.set(yticks=[], xlim=(1.0, 2.4))
        axes.spines["left"].set_visible(False)
        axes.set_title(f"Strings of {n} letters")
    middle = many.get_ylim()[1] * 0.6
    many.text(own - 0.06, middle, "code for p:\naround H(p)", color=H_INK, ha="right", va="center")
    many.text(wrong + 0.07, middle, "code for q:\naround H(p, q)", color=D_INK, ha="left", va="center")
    many.set(xlabel="bits per letter")
    return figure


def share_negative(size: float = 1e-10) -> float:
    """The share of nearly equal pairs for which numpy's plain sum says that the divergence is negative."""
    p, q = _nearly_equal(size)
    return float(np.mean(np.sum(p * np.log(p / q), axis=-1) < 0))


def _gap(ratio: float) -> float:
    return ratio - 1 - math.log(ratio)


def _plain_sum(p: Sequence[float], q: Sequence[float]) -> float:
    """Σ p ln(p/q) as it stands, for vectors that need not be laws."""
    return float(np.sum(rel_entr(p, q)))


def _nearly_equal(size: float) -> tuple[Array, Array]:
    """Pairs of laws, row by row, with q = p · (1 + size · noise) divided by its sum."""
    generator = np.random.default_rng(0)
    p = generator.dirichlet(np.ones(ALPHABET), PAIRS)
    q = p * (1 + size * generator.standard_normal(p.shape))
    return p / p.sum(axis=-1, keepdims=True), q / q.sum(axis=-1, keepdims=True)


def _sixty_digits(p: Array, q: Array) -> list[Decimal]:
    """The divergence of each pair in nats, the numbers taken as they are and each row divided by its exact sum."""

    def law(row: list[float]) -> list[Decimal]:
        exact = [Decimal(x) for x in row]
        return [x / sum(exact) for x in exact]

    with localcontext(prec=60):
        laws = [(law(a), law(b)) for a, b in zip(p.tolist(), q.tolist(), strict=True)]
        return [sum((x * (x / y).ln() for x, y in zip(a, b, strict=True)), Decimal()) for a, b in laws]


def _relative_errors(values: Array, truths: list[Decimal]) -> list[float]:
    return [abs(float(Decimal(v) / truth - 1)) for v, truth in zip(values.tolist(), truths, strict=True)]


def _power_of_ten(value: float) -> str:
    """The value rounded up to a power of ten; a value written as one, such as 1e-4, stays what it is."""
    exponent = math.ceil(math.log10(value) - 1e-9)
    return "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _signed(value: float) -> str:
    if math.isinf(value):
        return "∞"
    return f"{value:.5f}".replace("-", "−")


def _divergences(beliefs: Array) -> Array:
    """D(p‖q) in nats for each row q."""
    return np.asarray(kl_divergence(np.broadcast_to(TRUTH, beliefs.shape), beliefs, base=math.e))


def _all_beliefs(steps: int) -> Array:
    """Laws on three letters, evenly spread over the triangle, all probabilities positive."""
    laws = [(i, j, steps - i - j) for i in range(1, steps) for j in range(1, steps - i)]
    return np.array(laws) / steps


def _in_triangle(laws: Array) -> tuple[Array, Array]:
    """Where laws on three letters stand in an equilateral triangle with one corner for each letter."""
    return laws[..., 1] + laws[..., 2] / 2, laws[..., 2] * math.sqrt(3) / 2
