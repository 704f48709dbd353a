"""Exhibits of the page on reading a divergence; divergences here are in nats unless a name says otherwise."""

from math import ceil, exp, log, sqrt

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, MUTED, P_INK, Q_INK, D, P, Q, Table, canvas
from exhibits._written import scientific
from extrabits import Bernoulli, Normal, Poisson
from extrabits.families import Family
from studies import binomials, coins, noise, telling_apart, total_variation
from studies import odds as tossed_odds
from studies.coins import BELIEF, FAIR
from studies.equal_divergence import pairs
from studies.telling_apart import ERROR

EXAMPLE = 0.03
READINGS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
DEMANDS = {
    "5\u00a0%, 5\u00a0%": (0.05, 0.05),
    "1\u00a0%, 1\u00a0%": (0.01, 0.01),
    "5\u00a0%, 10⁻⁶": (0.05, 1e-6),
}


def alike() -> Table:
    """One D, and what it is like: two pairs of laws at that distance, and the most that it allows."""
    rows = [
        [
            f"{d:g}",
            f"{sqrt(2 * d):.3f}",
            f"{100 * coins.belief_at(d):.1f}\u00a0%",
            f"{ceil(1e3 * total_variation.proved(d)) / 1e3:.3f}",  # a bound is rounded up
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
            f"{ceil(telling_apart.gaussian_rule(ERROR, ERROR) / d)}",
            str(noise.most_draws(d) or "none"),
        ]
        for d in READINGS
    ]
    return [["D, nats", "kbit", "20:1", "test", "noise"], *_bold_example(rows)]


def observations() -> Table:
    """Tosses to tell a fair coin from a 62 % one: proved to be too few, by the rule, the fewest that are enough."""
    d = coins.divergence()
    return [
        _demands(),
        ["floor", *(f"{ceil(telling_apart.floor(*errors) / d)}" for errors in DEMANDS.values())],
        ["Gauss", *(f"{ceil(telling_apart.gaussian_rule(*errors) / d)}" for errors in DEMANDS.values())],
        _fewest(),
    ]


def rates() -> Table:
    """The tosses that the two theorems on the rates of the errors promise, around the fewest that are enough."""
    return [
        _demands(),
        ["Stein", *(f"{telling_apart.stein_rule(beta)}" for _, beta in DEMANDS.values())],
        _fewest(),
        ["Chernoff", *(f"{telling_apart.chernoff_rule(*errors)}" for errors in DEMANDS.values())],
    ]


def odds() -> Table:
    """What n tosses of a fair coin do to the odds against the belief: on average, mostly, and the wrong way."""
    rows = [
        [
            str(n),
            _odds(exp(n * coins.divergence())),
            f"{_odds(tossed_odds.quantile(n, 0.05))} to {_odds(tossed_odds.quantile(n, 0.95))}",
            f"{100 * (1 - tossed_odds.chance_of(n, 1)):.1f}\u00a0%",
        ]
        for n in (25, 50, 100, 200)
    ]
    return [["n", "typical", "nine in ten", "wrong"], *rows]


def equals() -> Table:
    """Seven pairs of laws with D(p‖q) = 0.03 nats, and how they differ in all the rest."""
    rows = [
        [
            _named(pair.p, pair.q),
            f"{pair.other_direction:.4f}".replace("inf", "∞"),
            f"{pair.total_variation:.4f}",
            str(pair.draws),
        ]
        for pair in pairs()
    ]
    return [["p, q", "D(q‖p)", "TV", "n"], *rows]


def looks_like() -> Figure:
    """Two pairs at 0.03 nats: Gaussians a quarter of a standard deviation apart, a fair coin and a 62 % one."""
    x = np.linspace(-3.6, 3.85, 300)
    shift = sqrt(2 * EXAMPLE)
    figure, (bells, sides) = canvas(2.7, columns=2, gridspec_kw={"width_ratios": [1.3, 1]})
    for mean, colour in ((0, P), (shift, Q)):
        bells.plot(x, np.exp(-((x - mean) ** 2) / 2), color=colour)
    bells.text(-0.95, 0.84, "p", color=P_INK, ha="right")
    bells.text(shift + 0.95, 0.84, "q", color=Q_INK, ha="left")
    bells.text(shift / 2, 1.05, f"{shift:.3f} sd apart", color=MUTED, ha="center", va="bottom")
    bells.set(yticks=[], xticks=[-2, 0, 2], xlim=(x[0], x[-1]), ylim=(0, 1.2))
    bells.spines["left"].set_visible(False)
    bells.set_title("Gaussians")
    c = coins.belief_at(EXAMPLE)
    for place, heights, colour, ink in ((-0.2, (0.5, 0.5), P, P_INK), (0.2, (c, 1 - c), Q, Q_INK)):
        sides.bar(np.arange(2) + place, heights, 0.36, color=colour)
        for side, height in enumerate(heights):
            sides.text(side + place, height + 0.02, f"{100 * height:.0f} %", color=ink, ha="center")
    sides.set(yticks=[], xticks=[0, 1], xticklabels=["heads", "tails"], ylim=(0, 0.78))
    sides.spines["left"].set_visible(False)
    sides.set_title("Coins")
    return figure


def verdicts() -> Figure:
    """The law of the evidence after 25, 100 and 185 tosses of either coin: two hills that slide apart."""
    figure, panels = canvas(5.2, rows=3, sharex=True)
    for axes, n in zip(panels, (25, 100, 185), strict=True):
        _evidence_hill(axes, n, FAIR, P)
        _evidence_hill(axes, n, BELIEF, Q)
        axes.axvline(0, color=INK, linewidth=1)
        top = 1.55 * binomials.law(n, FAIR).max()
        axes.set(yticks=[], xlim=(-15, 15), ylim=(0, top))
        axes.spines["left"].set_visible(False)
        fair_missed, belief_missed = 1 - tossed_odds.chance_of(n, 1), tossed_odds.chance_of(n, 1, BELIEF)
        axes.text(-15, top, f"{n} tosses", color=INK, va="top", size=11.5)
        axes.text(-0.6, top, f"fair coin lands\nhere: {100 * fair_missed:.0f} %", color=P_INK, va="top", ha="right")
        axes.text(0.6, top, f"62 % coin lands\nhere: {100 * belief_missed:.0f} %", color=Q_INK, va="top")
    panels[0].text(-3.6, 0.08, "62 % coin", color=Q_INK, ha="right")
    panels[0].text(3.6, 0.08, "fair coin", color=P_INK)
    panels[-1].set(xlabel="evidence for the fair coin, nats")
    return figure


def errors() -> Figure:
    """Exact errors of the best tests against the number of tosses, and the two rates that they approach."""
    tosses_made = range(1, 801, 3)
    n = np.array(tosses_made)
    d, information = coins.divergence(), telling_apart.chernoff_information()
    figure, (axes,) = canvas(3.9)
    axes.plot(n, -n * information / log(10) + np.log10(0.5), color=INK, linewidth=1.2, linestyle=(0, (4, 2)))
    axes.plot(n, np.log10([telling_apart.even_error(k) for k in tosses_made]), color=INK)
    axes.plot(n, np.log10([telling_apart.missed(k) for k in tosses_made]), color=Q)
    axes.plot(n, -n * d / log(10), color=D, linewidth=1.2, linestyle=(0, (4, 2)))
    axes.text(800, -1.5, "Chernoff's bound\n½ exp(−nC)", color=INK, ha="right", va="bottom")
    axes.text(800, -3.75, "error at even odds", color=INK, ha="right", va="top")
    axes.text(800, -4.4, "62 % coin\ntaken for fair", color=Q_INK, ha="right", va="top")
    axes.text(385, -5.9, "exp(−nD)", color=D_INK, ha="right", va="top")
    axes.set(xlabel="tosses n", ylabel="probability of error", xlim=(0, 800), ylim=(-8.2, 0))
    axes.set(yticks=[0, -2, -4, -6, -8], xticks=[0, 200, 400, 600, 800])
    axes.set_yticklabels(["1", "10⁻²", "10⁻⁴", "10⁻⁶", "10⁻⁸"])
    return figure


def total_variation_bounds() -> Figure:
    """Total variation against D: pairs of laws lie anywhere below a curve, and two proved bounds lie just above it."""
    d = np.logspace(-3, np.log10(6), 120)
    variations = np.linspace(0.02, 0.9995, 120)
    edge = np.array([total_variation.least_divergence(v) for v in variations])
    figure, (axes,) = canvas(3.6)
    axes.fill_between(np.log10(edge), 0, variations, color=D, alpha=0.12, linewidth=0)
    divergences, variations_found = total_variation.random_pairs()
    inside = divergences >= d[0]
    dots = np.log10(divergences[inside]), variations_found[inside]
    axes.plot(*dots, ".", color=MUTED, markersize=2.5, alpha=0.6)
    axes.plot(np.log10(d), total_variation.pinsker(d), color=INK)
    axes.plot(np.log10(d), total_variation.bretagnolle_huber(d), color=INK, linestyle=(0, (4, 2)))
    axes.axvline(np.log10(EXAMPLE), color=D, linewidth=1.2, linestyle=(0, (2, 2)))
    axes.text(np.log10(EXAMPLE) - 0.04, 0.93, f"D = {EXAMPLE} nats", color=D_INK, ha="right", va="center")
    axes.text(np.log10(0.3), 0.56, "Bretagnolle–\nHuber", color=INK, ha="right", va="bottom")
    axes.text(np.log10(1.75), 1.03, "Pinsker", color=INK, ha="right", va="bottom")
    axes.text(np.log10(0.8), 0.12, "pairs of laws", color=MUTED, ha="center")
    _log_ticks(axes, (0.001, 0.01, 0.1, 1))
    axes.set(xlabel="D(p‖q), nats", ylabel="total variation", yticks=[0, 0.5, 1])
    axes.set(xlim=(-3, np.log10(6)), ylim=(0, 1.1))
    return figure


def noise_floor() -> Figure:
    """D(sample‖law) of samples from the law itself: 0.03 nats is usual for 150 draws and unheard of for 1000."""
    figure, panels = canvas(3.4, rows=2, sharex=True)
    for axes, n in zip(panels, (150, 1000), strict=True):
        values = noise.of_samples(n)
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


def _evidence_hill(axes: Axes, n: int, heads: float, colour: str) -> None:
    """The law of the evidence after n tosses of this coin; darker, where it speaks for the other one."""
    rising, law = tossed_odds.evidence(n)[::-1], binomials.law(n, heads)[::-1]
    wrong = rising < 0 if heads == FAIR else rising >= 0
    for part, alpha in ((law > 1e-5, 0.35), (wrong & (law > 1e-5), 1.0)):
        evidence = rising[part]
        edges = np.append(evidence, 2 * evidence[-1] - evidence[-2]) - (rising[1] - rising[0]) / 2
        axes.stairs(law[part], edges, fill=True, color=colour, alpha=alpha, linewidth=0, zorder=1 + alpha)


def _demands() -> list[str]:
    return ["errors α, β", *DEMANDS]


def _fewest() -> list[str]:
    return ["**fewest**", *(f"**{telling_apart.tosses(*errors)}**" for errors in DEMANDS.values())]


def _named(p: Family, q: Family) -> str:
    if isinstance(p, Bernoulli) and isinstance(q, Bernoulli):
        return f"{_percent(p.p)}, {_percent(q.p)}"
    return f"{_symbol(p)}, {_symbol(q)}"


def _symbol(law: Family) -> str:
    if isinstance(law, Poisson):
        return f"Pois({_rounded(law.rate)})"
    assert isinstance(law, Normal)
    return f"N({_rounded(law.mean)},\u00a0{_rounded(law.sd)}{'' if law.sd == 1 else '²'})"


def _rounded(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _bold_example(rows: list[list[str]]) -> list[list[str]]:
    return [[f"**{cell}**" for cell in row] if row[0] == f"{EXAMPLE:g}" else row for row in rows]


def _percent(share: float) -> str:
    if 0 < share < 1e-4:
        return scientific(100 * share, 1) + "\u00a0%"
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "\u00a0%"


def _odds(value: float) -> str:
    if value < 10:
        return f"{value:.2g}"
    digits = len(str(int(value))) - 2
    return f"{round(value, -digits):,.0f}".replace(",", "\u202f")


def _log_ticks(axes: Axes, values: tuple[float, ...]) -> None:
    axes.set_xticks([np.log10(v) for v in values], [f"{v:g}" for v in values])
