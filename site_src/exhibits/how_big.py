"""Exhibits of the page on reading a divergence; divergences here are in nats unless a name says otherwise."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from math import ceil, e, exp, expm1, log, sqrt
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from scipy.optimize import brentq, minimize_scalar
from scipy.special import bdtr, bdtrc, gammainc, gammaincinv, gammaln, ndtr, ndtri, pdtr, pdtrc, rel_entr

from exhibits._drawing import D_INK, H_INK, MUTED, P_INK, Q_INK, D, H, P, Q, Table, canvas
from extrabits import Bernoulli, Normal, Poisson, kl_divergence, total_variation
from extrabits.families import Family

Law = NDArray[np.float64]
Errors = Callable[[int], tuple[Law, Law]]
"""P(T > t) under p and P(T ≤ t) under q for the thresholds t of a test on n draws that says q where T > t."""

EXAMPLE = 0.03
READINGS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
# The truth is a fair coin, the belief one that falls heads 62 % of the time.
BELIEF = 0.62
ERROR = 0.05
# Cells of the histograms that show noise, and how often each is filled.
CELLS = 10
REPETITIONS = 20_000


def coins(a: float, b: float) -> float:
    """D between coins that fall heads with probabilities a and b."""
    return float(kl_divergence([a, 1 - a], [b, 1 - b], base=e))


def believed_coin(d: float) -> float:
    """The probability of heads, above one half, of the belief at this divergence from a fair coin."""
    return (1 + sqrt(-expm1(-2 * d))) / 2


def chernoff_information(a: float = 0.5, b: float = BELIEF) -> float:
    """max over 0 ≤ λ ≤ 1 of −ln Σ p^λ q^(1−λ) for two coins."""

    def log_sum(weight: float) -> float:
        return log(a**weight * b ** (1 - weight) + (1 - a) ** weight * (1 - b) ** (1 - weight))

    return -float(minimize_scalar(log_sum, bounds=(0, 1), method="bounded", options={"xatol": 1e-10}).fun)


def gaussian_error(nd: float) -> float:
    """The error of either kind of the even-handed test between Gaussians of one variance, at n times D."""
    return float(ndtr(-sqrt(nd / 2)))


def gaussian_overlap(d: float) -> float:
    """Total variation between Gaussians of one variance at this divergence."""
    return float(2 * ndtr(sqrt(d / 2)) - 1)


def nd_if_gaussian(alpha: float, beta: float) -> float:
    """n times D at which a test between Gaussians of one variance has these two errors."""
    return float((ndtri(alpha) + ndtri(beta)) ** 2 / 2)


def nd_at_least(alpha: float, beta: float) -> float:
    """n times D below which no test between any two laws has these two errors."""
    return coins(1 - alpha, beta)


def stein(beta: float) -> int:
    """The tosses after which exp(−nD) is at most this error."""
    return ceil(log(1 / beta) / coins(0.5, BELIEF))


def tosses(alpha: float, beta: float) -> int:
    """The fewest tosses after which some count of heads tells the fair coin from the belief with these errors."""
    return needed(_coin_errors(0.5, BELIEF), alpha, beta)


def needed(errors: Errors, alpha: float = ERROR, beta: float = ERROR) -> int:
    """The smallest number of draws at which some threshold keeps to both errors."""

    def enough(n: int) -> bool:
        under_p, under_q = errors(n)
        return bool(((under_p <= alpha) & (under_q <= beta)).any())

    return next(n for n in count(1) if enough(n))


class Sequential(NamedTuple):
    """What Wald's test does: the mean number of tosses, and how often it names the wrong coin."""

    mean_tosses: float
    wrong: float


@cache
def sequential_test(heads: float = 0.5) -> Sequential:
    """Toss this coin until the odds reach 19 to 1 either way: exact, by following the law of the number of heads."""
    limit = log((1 - ERROR) / ERROR)
    undecided, mean, fair = np.array([1.0]), 0.0, 0.0
    n = 0
    while undecided.sum() > 1e-12:
        mean += undecided.sum()
        n += 1
        undecided = np.append(undecided * (1 - heads), 0) + np.insert(undecided * heads, 0, 0)
        evidence = _evidence(n)
        fair += undecided[evidence >= limit].sum()
        undecided[np.abs(evidence) >= limit] = 0
    return Sequential(float(mean), float(1 - fair if heads == 0.5 else fair))


def sequential_floor() -> float:
    """The mean number of tosses below which no test of the fair coin has both errors of Wald's."""
    return nd_at_least(sequential_test().wrong, sequential_test(BELIEF).wrong) / coins(0.5, BELIEF)


def missed(n: int) -> float:
    """The least chance to take the belief for the fair coin, where the fair coin is missed 5 % of the time."""
    under_p, under_q = _binomial(n, 0.5), _binomial(n, BELIEF)
    above = 1 - np.cumsum(under_p)
    k = int(np.argmax(above <= ERROR))
    share = (ERROR - above[k]) / under_p[k]  # at k heads a further coin decides
    return float(under_q[:k].sum() + (1 - share) * under_q[k])


def even_error(n: int) -> float:
    """The least chance of a wrong verdict after n tosses when both coins are equally likely beforehand."""
    return float(np.minimum(_binomial(n, 0.5), _binomial(n, BELIEF)).sum() / 2)


def chance_of_odds(n: int, least: float, heads: float = 0.5) -> float:
    """The probability that n tosses of a coin give at least these odds for the fair coin against the belief."""
    return float(_binomial(n, heads)[_evidence(n) >= log(least)].sum())


def odds_quantile(n: int, share: float) -> float:
    """This quantile of the odds for the fair coin against the belief after n tosses of the fair coin."""
    evidence, law = _evidence(n)[::-1], _binomial(n, 0.5)[::-1]
    return exp(evidence[np.searchsorted(np.cumsum(law), share)])


def worst_total_variation(d: float) -> float:
    """The largest total variation of two laws at this divergence, by way of the worst pair of coins."""
    return float(brentq(lambda v: _least_divergence(v) - d, 1e-6, 1 - 1e-12, xtol=1e-14))


def proved_total_variation(d: float) -> float:
    """The smaller of the bounds of Pinsker and of Bretagnolle and Huber."""
    return min(sqrt(d / 2), sqrt(-expm1(-d)))


def bounds_cross() -> float:
    """The divergence above 0 at which the bounds of Pinsker and of Bretagnolle and Huber are equal."""
    return float(brentq(lambda d: d / 2 + expm1(-d), 1, 3))


def at_least_heads(heads: int, n: int) -> float:
    """The probability that n tosses of a fair coin give so many heads or more."""
    return float(_binomial(n, 0.5)[heads:].sum())


def mean_noise(n: int) -> float:
    """The mean of D(sample‖law) for n draws from ten equally likely cells, exactly."""
    k = np.arange(1, n + 1)
    return float(CELLS * (_binomial(n, 1 / CELLS)[1:] * k / n) @ np.log(CELLS * k / n))


@cache
def noise(n: int) -> Law:
    """D(sample‖law) of many samples of n draws from ten equally likely cells."""
    samples = np.random.default_rng(3).multinomial(n, np.full(CELLS, 1 / CELLS), size=REPETITIONS) / n
    return np.asarray(rel_entr(samples, 1 / CELLS).sum(axis=-1))


@cache
def noise_between(n: int) -> Law:
    """D(one sample‖another) for many pairs of samples of n draws from the same ten equally likely cells."""
    draw = np.random.default_rng(4).multinomial
    first, second = (draw(n, np.full(CELLS, 1 / CELLS), size=REPETITIONS) / n for _ in range(2))
    return np.asarray(rel_entr(first, second).sum(axis=-1))


def share_above(values: Law, d: float = EXAMPLE) -> float:
    """The share of the values that exceed d."""
    return float(np.mean(values > d))


def alike() -> Table:
    """One D, and what it is like: two pairs of laws at that distance, and the most that it allows."""
    rows = [
        [
            f"{d:g}",
            f"{sqrt(2 * d):.3f}",
            f"{100 * believed_coin(d):.1f}\u00a0%",
            f"{proved_total_variation(d):.3f}",
        ]
        for d in READINGS
    ]
    return [["D, nats", "shift", "coin", "TV ≤"], *_bold_example(rows)]


def numbers() -> Table:
    """One D, and what it costs: kilobits in a million symbols, observations for evidence, a test, and noise."""
    rows = [
        [
            f"{d:g}",
            f"{d / log(2) * 1e3:.{1 if d < 0.01 else 0}f}",
            f"{ceil(log(20) / d)}",
            f"{ceil(nd_if_gaussian(ERROR, ERROR) / d)}",
            _noisy(d),
        ]
        for d in READINGS
    ]
    return [["D, nats", "kbit", "20:1", "test", "noise"], *_bold_example(rows)]


def observations() -> Table:
    """Tosses to tell a fair coin from a 62 % one: proved to be too few, exact, by three rules."""
    d, information = coins(0.5, BELIEF), chernoff_information()
    demands = {
        "5\u00a0%, 5\u00a0%": (0.05, 0.05),
        "1\u00a0%, 1\u00a0%": (0.01, 0.01),
        "5\u00a0%, 10⁻⁶": (0.05, 1e-6),
    }
    errors = list(demands.values())
    return [
        ["errors α, β", *demands],
        ["floor", *(f"{ceil(nd_at_least(alpha, beta) / d)}" for alpha, beta in errors)],
        ["Stein", *(f"{stein(beta)}" for _, beta in errors)],
        ["Gauss", *(f"{ceil(nd_if_gaussian(alpha, beta) / d)}" for alpha, beta in errors)],
        ["**exact**", *(f"**{tosses(alpha, beta)}**" for alpha, beta in errors)],
        ["Chernoff", *(f"{ceil(log(1 / min(alpha, beta)) / information)}" for alpha, beta in errors)],
    ]


def odds() -> Table:
    """What n tosses of a fair coin do to the odds against the belief: on average, mostly, and the wrong way."""
    rows = [
        [
            str(n),
            _odds(exp(n * coins(0.5, BELIEF))),
            f"{_odds(odds_quantile(n, 0.05))} to {_odds(odds_quantile(n, 0.95))}",
            f"{100 * (1 - chance_of_odds(n, 1)):.1f}\u00a0%",
        ]
        for n in (25, 50, 100, 200)
    ]
    return [["n", "typical", "nine in ten", "wrong"], *rows]


def equals() -> Table:
    """Six pairs of laws with D(p‖q) = 0.03 nats, and how they differ in all the rest."""
    return [["p, q", "D(q‖p)", "TV", "n"], *(list(row) for row in _equals())]


def looks_like() -> Figure:
    """Two pairs at 0.03 nats: Gaussians a quarter of a standard deviation apart, a fair coin and a 62 % one."""
    x = np.linspace(-3.6, 3.85, 300)
    shift = sqrt(2 * EXAMPLE)
    figure, (bells, sides) = canvas(2.7, columns=2, gridspec_kw={"width_ratios": [1.5, 1]})
    for mean, colour in ((0, P), (shift, Q)):
        bells.plot(x, np.exp(-((x - mean) ** 2) / 2), color=colour)
    bells.text(-0.95, 0.84, "p", color=P_INK, ha="right")
    bells.text(shift + 0.95, 0.84, "q", color=Q_INK, ha="left")
    bells.text(shift / 2, 1.05, f"{shift:.3f} sd apart", color=MUTED, ha="center", va="bottom")
    bells.set(yticks=[], xticks=[-2, 0, 2], xlim=(x[0], x[-1]), ylim=(0, 1.2))
    bells.spines["left"].set_visible(False)
    bells.set_title("Gaussians")
    c = believed_coin(EXAMPLE)
    for place, heights, colour, ink in ((-0.2, (0.5, 0.5), P, P_INK), (0.2, (c, 1 - c), Q, Q_INK)):
        sides.bar(np.arange(2) + place, heights, 0.36, color=colour)
        for side, height in enumerate(heights):
            sides.text(side + place, height + 0.02, f"{100 * height:.0f} %", color=ink, ha="center", size=9.5)
    sides.set(yticks=[], xticks=[0, 1], xticklabels=["heads", "tails"], ylim=(0, 0.78))
    sides.spines["left"].set_visible(False)
    sides.set_title("Coins")
    return figure


def errors() -> Figure:
    """Exact errors of the best tests against the number of tosses, and the two rates that they approach."""
    tosses_made = range(1, 801, 3)
    n = np.array(tosses_made)
    d, information = coins(0.5, BELIEF), chernoff_information()
    figure, (axes,) = canvas(3.9)
    axes.plot(n, -n * information / log(10) + np.log10(0.5), color=H, linewidth=1.2, linestyle=(0, (4, 2)))
    axes.plot(n, np.log10([even_error(k) for k in tosses_made]), color=H)
    axes.plot(n, np.log10([missed(k) for k in tosses_made]), color=Q)
    axes.plot(n, -n * d / log(10), color=D, linewidth=1.2, linestyle=(0, (4, 2)))
    axes.text(800, -1.5, "Chernoff's bound\n½ exp(−nC)", color=H_INK, ha="right", va="bottom")
    axes.text(800, -3.7, "error, both coins\nequally likely", color=H_INK, ha="right", va="top")
    axes.text(715, -8.15, "62 % coin\ntaken for fair", color=Q_INK, ha="center", va="bottom")
    axes.text(385, -5.9, "exp(−nD)", color=D_INK, ha="right", va="top")
    axes.set(xlabel="tosses n", ylabel="probability of error", xlim=(0, 800), ylim=(-8.2, 0))
    axes.set(yticks=[0, -2, -4, -6, -8], xticks=[0, 200, 400, 600, 800])
    axes.set_yticklabels(["1", "10⁻²", "10⁻⁴", "10⁻⁶", "10⁻⁸"])
    return figure


def total_variation_bounds() -> Figure:
    """Total variation against D: pairs of laws lie anywhere below a curve, and two proved bounds lie just above it."""
    d = np.logspace(-3, np.log10(6), 120)
    variations = np.linspace(0.02, 0.9995, 120)
    edge = np.array([_least_divergence(v) for v in variations])
    figure, (axes,) = canvas(3.6)
    axes.fill_between(np.log10(edge), 0, variations, color=D, alpha=0.12, linewidth=0)
    axes.plot(*_random_pairs(), ".", color=MUTED, markersize=2.5, alpha=0.6)
    axes.plot(np.log10(d[d <= 2]), np.sqrt(d[d <= 2] / 2), color=P)
    axes.plot(np.log10(d), np.sqrt(-np.expm1(-d)), color=H)
    axes.axvline(np.log10(EXAMPLE), color=D, linewidth=1.2, linestyle=(0, (2, 2)))
    axes.text(np.log10(EXAMPLE) - 0.04, 0.93, f"D = {EXAMPLE} nats", color=D_INK, ha="right", va="center")
    axes.text(np.log10(0.36), 0.56, "Bretagnolle–\nHuber", color=H_INK, ha="right", va="bottom")
    axes.text(np.log10(2), 1.02, "Pinsker", color=P_INK, ha="center", va="bottom")
    axes.text(np.log10(0.8), 0.12, "pairs of laws", color=MUTED, ha="center")
    _log_ticks(axes, (0.001, 0.01, 0.1, 1))
    axes.set(xlabel="D(p‖q), nats", ylabel="total variation", yticks=[0, 0.5, 1])
    axes.set(xlim=(-3, np.log10(6)), ylim=(0, 1.1))
    return figure


def noise_floor() -> Figure:
    """D(sample‖law) of samples from the law itself: 0.03 nats is usual for 150 draws and unheard of for 1000."""
    figure, panels = canvas(3.4, rows=2, sharex=True)
    for axes, n in zip(panels, (150, 1000), strict=True):
        values = noise(n)
        axes.hist(values, list(np.linspace(0, 0.1, 81)), color=P, alpha=0.6)
        top = axes.get_ylim()[1]
        axes.axvline(EXAMPLE, color=D)
        axes.text(0.1, top * 0.8, f"{n} draws, ten equal cells", color=P_INK, ha="right", va="center")
        axes.text(0.1, top * 0.6, f"mean {values.mean():.4f} nats", color=P_INK, ha="right", va="center")
        axes.set(yticks=[])
        axes.spines["left"].set_visible(False)
    panels[1].text(EXAMPLE + 0.001, panels[1].get_ylim()[1] * 0.3, f"{EXAMPLE} nats", color=D_INK)
    panels[1].set(xlabel="D(sample‖law), nats", xlim=(0, 0.1), xticks=[0, 0.02, 0.04, 0.06, 0.08, 0.1])
    return figure


def rare_coin() -> float:
    """The belief above 1 % whose divergence from a coin with 1 % heads is 0.03 nats."""
    return float(brentq(lambda b: coins(0.01, b) - EXAMPLE, 0.01, 0.5))


def wider_sd() -> float:
    """The standard deviation above 1 of the belief at 0.03 nats from N(0, 1)."""
    return float(brentq(lambda sd: kl_divergence(Normal(0, 1), Normal(0, sd), base=e) - EXAMPLE, 1, 3))


def busier_rate() -> float:
    """The rate above 1 of the belief at 0.03 nats from the Poisson law of rate 1."""
    return float(brentq(lambda rate: kl_divergence(Poisson(1), Poisson(rate), base=e) - EXAMPLE, 1, 3))


def _equals() -> Iterator[tuple[str, str, str, str]]:
    shift, sd, rate = sqrt(2 * EXAMPLE), wider_sd(), busier_rate()
    for a, b in ((0.5, believed_coin(EXAMPLE)), (0.01, rare_coin()), (0.0, -expm1(-EXAMPLE))):
        yield _row(f"{_percent(a)}, {_percent(b)}", Bernoulli(a), Bernoulli(b), abs(a - b), _coin_errors(a, b))
    events = np.arange(60)
    few, more = (np.exp(Poisson(r).log_density(events)) for r in (1, rate))
    yield _row(
        f"Pois(1), Pois({rate:.3f})",
        Poisson(1),
        Poisson(rate),
        float(total_variation(few, more)),
        lambda n: (pdtrc(np.arange(4 * n + 20), n), pdtr(np.arange(4 * n + 20), n * rate)),
    )
    yield _row(
        f"N(0,\u00a01), N({shift:.3f},\u00a01)",
        Normal(0, 1),
        Normal(shift, 1),
        gaussian_overlap(EXAMPLE),
        lambda n: (np.array([ERROR]), ndtr(np.array([-ndtri(ERROR) - shift * sqrt(n)]))),
    )
    crossing = sqrt(2 * log(sd) / (1 - sd**-2))
    yield _row(
        f"N(0,\u00a01), N(0,\u00a0{sd:.3f}²)",
        Normal(0, 1),
        Normal(0, sd),
        float(2 * (ndtr(crossing) - ndtr(crossing / sd))),
        lambda n: (np.array([ERROR]), gammainc(n / 2, np.array([gammaincinv(n / 2, 1 - ERROR)]) / sd**2)),
    )


def _row(names: str, p: Family, q: Family, variation: float, errors: Errors) -> tuple[str, str, str, str]:
    back = float(kl_divergence(q, p, base=e))
    return (
        names,
        f"{back:.4f}".replace("inf", "∞"),
        f"{variation:.3f}",
        str(needed(errors)),
    )


def _coin_errors(a: float, b: float) -> Errors:
    return lambda n: (bdtrc(np.arange(n + 1.0), n, a), bdtr(np.arange(n + 1.0), n, b))


def _binomial(n: int, p: float) -> Law:
    k = np.arange(n + 1)
    choices = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
    return np.asarray(np.exp(choices + k * log(p) + (n - k) * log(1 - p)))


def _evidence(n: int) -> Law:
    """ln of the odds for the fair coin against the belief, by the number of heads."""
    heads = np.arange(n + 1)
    return np.asarray(heads * log(0.5 / BELIEF) + (n - heads) * log(0.5 / (1 - BELIEF)))


def _least_divergence(variation: float) -> float:
    """The least D of two coins, and so of any two laws, at this total variation."""
    edge = 1 - variation
    found = minimize_scalar(
        lambda b: coins(b + variation, b),
        bounds=(1e-9 * edge, (1 - 1e-9) * edge),
        method="bounded",
        options={"xatol": 1e-9 * edge},
    )
    return float(found.fun)


def _random_pairs() -> tuple[Law, Law]:
    """log10 of D and total variation for random pairs of laws on three outcomes, near ones and far ones."""
    generator = np.random.default_rng(5)
    p = generator.dirichlet(np.full(3, 0.7), size=400)
    share = generator.random((400, 1)) ** 2
    q = (1 - share) * p + share * generator.dirichlet(np.full(3, 0.7), size=400)
    return np.log10(kl_divergence(p, q, base=e)), np.asarray(total_variation(p, q))


def _noisy(d: float) -> str:
    """The most draws from ten equal cells whose mean D(sample‖law) is at least d."""
    if mean_noise(1) < d:
        return "none"
    n = max(1, round((CELLS - 1) / 2 / d) - 2)  # the mean is above (K − 1)/2n for these cells
    while mean_noise(n + 1) >= d:
        n += 1
    return str(n)


def _bold_example(rows: list[list[str]]) -> list[list[str]]:
    return [[f"**{cell}**" for cell in row] if row[0] == f"{EXAMPLE:g}" else row for row in rows]


def _percent(share: float) -> str:
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "\u00a0%"


def _odds(value: float) -> str:
    if value < 10:
        return f"{value:.2g}"
    digits = len(str(int(value))) - 2
    return f"{round(value, -digits):,.0f}".replace(",", "\u202f")


def _log_ticks(axes: Axes, values: tuple[float, ...]) -> None:
    axes.set_xticks([np.log10(v) for v in values], [f"{v:g}" for v in values])
