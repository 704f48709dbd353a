"""Exhibits of the page on fitting a model; all divergences here are in nats, as likelihoods are."""

from collections.abc import Sequence
from functools import cache
from math import e

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar
from scipy.special import betaln, comb, gammaincc, gammainccinv, gammaln, rel_entr

from exhibits._drawing import D_INK, INK, LINE, MUTED, P_INK, Q_INK, D, P, Q, Table, canvas
from extrabits import Binomial, kl_divergence, normalize

Law = NDArray[np.float64]

# Saxon families with twelve children, by the number of boys: Geissler 1889, in Edwards 1958, Table 1.
BOYS = [3, 24, 104, 286, 670, 1033, 1343, 1112, 829, 478, 181, 45, 7]
# Weldon's throws of twelve dice, by the number of dice that show 5 or 6: Pearson 1900.
DICE = [185, 1149, 3265, 5475, 6114, 5194, 3067, 1331, 403, 105, 14, 4, 0]
TRIALS = 12

# Eleven probabilities that circulate as the data of Kurt 2017 and are not.
OTHER_WORMS = [0.02, 0.03, 0.05, 0.14, 0.16, 0.15, 0.12, 0.08, 0.10, 0.08, 0.07]

TWO_HUMPS_TRIALS = 10
REPETITIONS = 20_000


def binomial(theta: float, trials: int = TRIALS) -> Law:
    """The binomial law as an array."""
    return np.asarray(np.exp(Binomial(trials, theta).log_density(np.arange(trials + 1))))


def mean_share(counts: Sequence[int]) -> float:
    """The mean number of successes as a share of the trials: the maximum-likelihood parameter of a binomial."""
    return float(normalize(counts) @ np.arange(len(counts)) / (len(counts) - 1))


def misfit(counts: Sequence[int], model: Law) -> float:
    """D(data‖model) in nats."""
    return float(kl_divergence(normalize(counts), model, base=e))


def g_statistic(counts: Sequence[int], model: Law) -> float:
    """G = 2nD(data‖model)."""
    return 2 * sum(counts) * misfit(counts, model)


def chance_above(g: float, degrees: int) -> float:
    """The probability that a chi-square variable exceeds g."""
    return float(gammaincc(degrees / 2, g / 2))


def evidence(counts: Sequence[int], theta: float) -> float:
    """The log-likelihood ratio, in nats, of the best binomial to another."""
    best = binomial(mean_share(counts))
    return sum(counts) * (misfit(counts, binomial(theta)) - misfit(counts, best))


@cache
def beta_parameters() -> tuple[float, float]:
    """The beta-binomial law closest to Geissler's families: a and b of the Beta law of the families' own theta."""
    # In log(a + b) and the log-odds of the mean the bottom is round; in a and b it is a long valley.
    result = minimize(
        lambda z: misfit(BOYS, _beta_binomial(*_from_valley(z))),
        [4.0, 0.1],
        method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-16},
    )
    if not result.success:
        raise ArithmeticError(result.message)
    return _from_valley(result.x)


def beta_binomial() -> Law:
    """The beta-binomial law closest to Geissler's families."""
    return _beta_binomial(*beta_parameters())


def spread_between_families() -> float:
    """The standard deviation of theta between families in that law."""
    a, b = beta_parameters()
    return float(np.sqrt(a * b / (a + b + 1)) / (a + b))


def variance(law: Law) -> float:
    """The variance of the number of successes."""
    successes = np.arange(len(law))
    return float(law @ (successes - law @ successes) ** 2)


def filled(empty: float) -> Law:
    """Weldon's dice with the empty cell set to a small number, and all divided by the sum."""
    return normalize([*normalize(DICE)[:-1], empty])


@cache
def simulated_g(counts: tuple[int, ...]) -> Law:
    """G of data drawn again and again from the best binomial, each time with theta fitted anew."""
    best, n = binomial(mean_share(counts)), sum(counts)
    data = np.random.default_rng(1889).multinomial(n, best, size=REPETITIONS)
    successes = np.arange(TRIALS + 1)
    theta = (data @ successes / (n * TRIALS))[:, None]
    models = comb(TRIALS, successes) * theta**successes * (1 - theta) ** (TRIALS - successes)
    return np.asarray(2 * rel_entr(data, n * models).sum(axis=1))


def simulated_share_above(counts: Sequence[int], g: float) -> float:
    """The share of the simulated G that exceed g."""
    return float(np.mean(simulated_g(tuple(counts)) > g))


def chi_square_quantile(share: float, degrees: int) -> float:
    """The value that a chi-square variable exceeds with this probability."""
    return float(2 * gammainccinv(degrees / 2, share))


def two_humps() -> Law:
    """Half Bin(10, 0.1), half Bin(10, 0.9)."""
    return (binomial(0.1, TWO_HUMPS_TRIALS) + binomial(0.9, TWO_HUMPS_TRIALS)) / 2


def model_from_humps(theta: float) -> float:
    """D(Bin(10, θ)‖two humps) in nats."""
    return float(kl_divergence(binomial(theta, TWO_HUMPS_TRIALS), two_humps(), base=e))


def humps_from_model(theta: float) -> float:
    """D(two humps‖Bin(10, θ)) in nats."""
    return float(kl_divergence(two_humps(), binomial(theta, TWO_HUMPS_TRIALS), base=e))


@cache
def lower_minimum() -> float:
    """The theta below one half at which D(Bin(10, θ)‖two humps) has a minimum."""
    result = minimize_scalar(model_from_humps, bounds=(0.01, 0.4), method="bounded", options={"xatol": 1e-10})
    return float(result.x)


def models() -> Table:
    """How far five models are from the data, and how often chance alone would take a right model farther."""
    boys, dice = mean_share(BOYS), mean_share(DICE)
    return [
        ["data, model", "D, nats", "G (df)", "chance"],
        _model("boys, θ = ½", BOYS, binomial(1 / 2), fitted=0),
        _model("boys, best θ", BOYS, binomial(boys), fitted=1),
        _model("boys, θ varies", BOYS, beta_binomial(), fitted=2),
        _model("dice, θ = ⅓", DICE, binomial(1 / 3), fitted=0),
        _model("dice, best θ", DICE, binomial(dice), fitted=1),
    ]


def smoothing() -> Table:
    """D(model‖data) for Weldon's dice with the empty cell filled by ε: it looks small however small ε is."""
    laws = [binomial(1 / 3), binomial(mean_share(DICE))]
    rows = [
        [_power(k), *(f"{kl_divergence(law, filled(10.0**k), base=e):.5f}" for law in laws)]
        for k in (-6, -10, -100, -300)
    ]
    truth = [f"{kl_divergence(law, normalize(DICE), base=e)}".replace("inf", "∞") for law in laws]
    return [["ε in the empty cell", "θ = ⅓", "best θ"], *rows, ["0, the data", *truth]]


def families() -> Figure:
    """Above, 6115 families by number of boys and the best binomial; below, seen families per expected family."""
    law = binomial(mean_share(BOYS)) * sum(BOYS)
    boys = np.arange(TRIALS + 1)
    figure, (counts, ratio) = canvas(4.3, rows=2, sharex=True, gridspec_kw={"height_ratios": [1.5, 1]})
    counts.bar(boys, BOYS, 0.78, color=P, alpha=0.55)
    counts.plot(boys, law, "o", color=Q, markersize=6.5, markeredgecolor=Q_INK, markeredgewidth=0.9)
    counts.text(-0.4, 1180, "bars: families seen", color=P_INK)
    counts.text(-0.4, 1010, "dots: best binomial", color=Q_INK)
    counts.set(ylabel="families", yticks=[0, 500, 1000], ylim=(0, 1460))
    ratio.axhline(1, color=LINE, linewidth=0.8)
    ratio.vlines(boys, 1, np.array(BOYS) / law, color=D, linewidth=2.2)
    ratio.plot(boys, np.array(BOYS) / law, "o", color=D, markersize=5)
    for k, side, ha in ((0, 0.35, "left"), (12, -0.35, "right")):
        label = f"{BOYS[k]} seen,\n{law[k]:.1f} expected"
        ratio.text(k + side, BOYS[k] / law[k] - 0.28, label, color=D_INK, va="center", ha=ha)
    ratio.set(
        xlabel="boys among twelve children", ylabel="seen / expected", xticks=boys, yticks=[0, 1, 2, 3], ylim=(0, 3.6)
    )
    return figure


def curve() -> Figure:
    """D(data‖Bin(12, θ)) against θ: a bowl with its bottom at the share of boys, a little above one half."""
    best = mean_share(BOYS)
    theta = np.linspace(0.465, 0.573, 300)
    heights = np.array([misfit(BOYS, binomial(t)) for t in theta])
    bottom, half = misfit(BOYS, binomial(best)), misfit(BOYS, binomial(1 / 2))
    figure, (axes,) = canvas(3.3)
    axes.fill_between(theta, 0, bottom, color=D, alpha=0.15, linewidth=0)
    axes.plot(theta, heights, color=D)
    axes.plot([best, 0.5], [bottom, half], "o", color=D_INK, markersize=6)
    axes.annotate(
        "", (0.5, bottom), (0.5, half), arrowprops={"arrowstyle": "<->", "color": MUTED, "shrinkA": 4, "shrinkB": 0}
    )
    axes.text(0.4985, half + 0.0004, "θ = ½", color=D_INK, ha="right", va="top")
    axes.text(
        0.5015,
        0.0182,
        f"{half - bottom:.5f} nats a family,\n{evidence(BOYS, 0.5):.1f} nats in all",
        color=MUTED,
        va="bottom",
    )
    axes.text(best, bottom + 0.003, f"θ = {best:.4f}", color=D_INK, ha="center")
    axes.text(best, bottom / 2, f"{bottom:.4f} nats that no θ removes", color=D_INK, ha="center", va="center")
    axes.set(
        xlabel="θ, the probability of a boy",
        ylabel="D(data‖model), nats a family",
        xlim=(theta[0], theta[-1]),
        ylim=(0, 0.041),
    )
    axes.set(xticks=[0.48, 0.5, 0.52, 0.54, 0.56], yticks=[0, 0.01, 0.02, 0.03, 0.04])
    return figure


def wilks() -> Figure:
    """G of simulated data sets follows the chi-square curve with 11 degrees of freedom; Geissler's lies far out."""
    values = simulated_g(tuple(BOYS))
    seen = g_statistic(BOYS, binomial(mean_share(BOYS)))
    x = np.linspace(0.01, 45, 400)
    density = np.exp(4.5 * np.log(x / 2) - x / 2 - gammaln(5.5)) / 2
    figure, (axes,) = canvas(2.9)
    axes.hist(values, list(range(46)), density=True, histtype="stepfilled", color=Q, alpha=0.45)
    axes.plot(x, density, color=INK)
    axes.axvline(seen, color=P, ymax=0.55)
    axes.text(seen - 1.5, 0.035, f"the families:\nG = {seen:.1f}", color=P_INK, ha="right", va="center")
    axes.text(
        17, 0.082, f"{REPETITIONS} samples of {sum(BOYS)} families\nfrom the best binomial", color=Q_INK, va="center"
    )
    axes.text(17, 0.06, "curve: chi-square, 11 df", color=INK, va="center")
    axes.set(xlabel="G = 2nD(data‖model)", yticks=[], xlim=(0, 100), ylim=(0, 0.1))
    axes.spines["left"].set_visible(False)
    return figure


def two_minima() -> Figure:
    """Against two humps at 0.1 and 0.9: D(humps‖binomial) has one minimum, D(binomial‖humps) has two."""
    theta = np.linspace(0.004, 0.996, 400)
    figure, (axes,) = canvas(3.1)
    axes.plot(theta, [model_from_humps(t) for t in theta], color=D)
    inclusive = np.array([humps_from_model(t) for t in theta])
    axes.plot(theta, inclusive, color=INK, linestyle=(0, (4, 2)), linewidth=1.6)
    for t in (lower_minimum(), 1 - lower_minimum()):
        axes.plot(t, model_from_humps(t), "o", color=D_INK, markersize=6)
        axes.text(t, model_from_humps(t) - 0.42, f"θ = {t:.3f}", color=D_INK, ha="center")
    axes.plot(0.5, humps_from_model(0.5), "o", color=INK, markersize=6)
    axes.text(0.5, 4.15, "dashed: D(humps‖model)", color=INK, ha="center")
    axes.text(0.5, 1.75, "solid:\nD(model‖humps)", color=D_INK, ha="center", va="center")
    axes.set(xlabel="θ of the model Bin(10, θ)", ylabel="nats", xlim=(0, 1), ylim=(0, 6), yticks=[0, 2, 4, 6])
    return figure


def _beta_binomial(a: float, b: float) -> Law:
    successes = np.arange(TRIALS + 1)
    return np.asarray(comb(TRIALS, successes) * np.exp(betaln(successes + a, TRIALS - successes + b) - betaln(a, b)))


def _from_valley(z: Sequence[float]) -> tuple[float, float]:
    total, mean = np.exp(z[0]), 1 / (1 + np.exp(-z[1]))
    return float(total * mean), float(total * (1 - mean))


def _model(name: str, counts: Sequence[int], law: Law, fitted: int) -> list[str]:
    g, degrees = g_statistic(counts, law), len(counts) - 1 - fitted
    return [name, f"{misfit(counts, law):.5f}", f"{g:.2f} ({degrees})", _small(chance_above(g, degrees))]


def _small(chance: float) -> str:
    if chance >= 0.001:
        return f"{chance:.3f}"
    mantissa, exponent = f"{chance:.0e}".split("e")
    return f"{mantissa}·{_power(int(exponent))}"


def _power(exponent: int) -> str:
    return "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
