"""Exhibits of the page on reading a divergence; divergences here are in nats unless a name says otherwise."""

from math import ceil, exp, expm1, log, sqrt

import numpy as np
from matplotlib.figure import Figure
from scipy.special import ndtr

from exhibits._drawing import D_INK, MUTED, P_INK, Q_INK, D, P, Q, Table, canvas
from exhibits._written import scientific
from extrabits import Bernoulli, Normal, Poisson, entropy
from extrabits.families import Family
from studies import coins, equal_divergence, g_test, noise, telling_apart, total_variation
from studies.telling_apart import ERROR

EXAMPLE = 0.03
READINGS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)


def readings() -> Table:
    """What 0.03 nats are: in other units, as odds and bits, as pairs of laws, and in observations."""
    d, bits = EXAMPLE, EXAMPLE / log(2)
    return [
        [f"{EXAMPLE} nats are", "that is"],
        ["in bits", f"{bits:.4f}"],
        ["in decibans, tenths of a power of ten", f"{10 * d / log(10):.3f}"],
        ["evidence: an observation multiplies the odds, in geometric mean, by", f"{exp(d):.4f}"],
        ["perplexity: it grows by", f"{100 * expm1(d):.1f}\u00a0%"],
        ["a sure thing that you believe with", f"{100 * exp(-d):.1f}\u00a0%"],
        ["an impossible thing that you believe with", f"{100 * -expm1(-d):.1f}\u00a0%"],
        ["bits wasted on a million symbols", f"{round(1e6 * bits):,}".replace(",", "\u202f")],
        ["a file of fair bits grows by", f"{100 * bits:.1f}\u00a0%"],
        ["a file of bits, 1\u00a0% of them ones, grows by", f"{100 * bits / entropy([0.01, 0.99]):.0f}\u00a0%"],
        ["a bettor who bets by the belief has less after a race, by", f"{100 * -expm1(-d):.1f}\u00a0%"],
        ["a fair coin that you believe falls heads", f"{100 * coins.belief_at(d):.1f}\u00a0%"],
        ["a Poisson rate of 1 that you believe is", f"{equal_divergence.busier_rate():.3f}"],
        ["a Gaussian that you believe is shifted by, in sd", f"{sqrt(2 * d):.3f}"],
        ["its area that both cover", f"{100 * (1 - total_variation.gaussian(d)):.1f}\u00a0%"],
        ["how often a draw of the higher one wins", f"{100 * ndtr(sqrt(d)):.1f}\u00a0%"],
        ["a Gaussian that you believe is wider, times", f"{equal_divergence.wider_sd():.3f}"],
        ["Gaussians that you believe independent correlate with", f"{sqrt(-expm1(-2 * d)):.3f}"],
        ["the most that a probability is off, exactly", f"{total_variation.worst(d):.4f}"],
        ["observations for average evidence of 20 to 1", str(ceil(log(20) / d))],
        ["observations for errors of 5\u00a0%, near laws", str(ceil(telling_apart.gaussian_rule(ERROR, ERROR) / d))],
        ["observations for errors of 5\u00a0%, any laws: at least", str(ceil(telling_apart.floor(ERROR, ERROR) / d))],
        ["draws from ten cells that miss their law by as much, on average", str(noise.most_draws(d))],
        ["draws from ten cells of which one sample in twenty does", str(_draws_in_doubt(d))],
    ]


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


def equals() -> Table:
    """Seven pairs of laws with D(p‖q) = 0.03 nats, and how they differ in all the rest."""
    rows = [
        [
            _named(pair.p, pair.q),
            f"{pair.other_direction:.4f}".replace("inf", "∞"),
            f"{pair.total_variation:.4f}",
            str(pair.draws),
        ]
        for pair in equal_divergence.pairs()
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


def _draws_in_doubt(d: float) -> int:
    """The most draws from ten cells for which d is below the 95 % point of what chance gives."""
    return int(g_test.quantile(ERROR, noise.CELLS - 1) / (2 * d))


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
