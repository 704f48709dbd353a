"""Exhibits of the page on how many observations tell two laws apart; divergences here are in nats."""

from collections.abc import Callable
from math import ceil, exp, log

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, LINE, MUTED, P_INK, Q_INK, D, P, Q, Table, canvas
from studies import binomials, coins, equal_divergence, sequential_test, telling_apart
from studies import odds as tossed_odds
from studies.coins import BELIEF, FAIR

TOSSED = (25, 100, 188)
UNEQUAL = (0.05, 1e-6)
D_OF_LAB = equal_divergence.D
DEMANDS = {
    "5\u00a0%, 5\u00a0%": (0.05, 0.05),
    "1\u00a0%, 1\u00a0%": (0.01, 0.01),
    "5\u00a0%, 10⁻⁶": UNEQUAL,
}


def methods() -> Table:
    """Tosses to tell a fair coin from a 62 % one: what each method promises, and the fewest that are enough."""
    d = coins.divergence()
    return [
        ["errors α, β", *DEMANDS],
        _tosses("floor", lambda alpha, beta: ceil(telling_apart.floor(alpha, beta) / d)),
        _tosses("Stein", lambda alpha, beta: telling_apart.stein_rule(beta)),
        _tosses("Strassen", telling_apart.strassen_rule),
        _tosses("Gauss", lambda alpha, beta: ceil(telling_apart.gaussian_rule(alpha, beta) / d)),
        [f"**{cell}**" for cell in _tosses("fewest", telling_apart.tosses)],
        _tosses("Chernoff", telling_apart.chernoff_rule),
        _tosses("Wald, fair", lambda alpha, beta: _mean_tosses(FAIR, alpha, beta)),
        _tosses("Wald, 62\u00a0%", lambda alpha, beta: _mean_tosses(BELIEF, alpha, beta)),
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


def verdicts() -> Figure:
    """The law of the evidence after 25, 100 and 188 tosses of either coin: two hills that slide apart."""
    figure, panels = canvas(5.2, rows=3, sharex=True)
    for axes, n in zip(panels, TOSSED, strict=True):
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
    axes.text(800, -3.65, "error at even odds", color=INK, ha="right", va="top")
    axes.text(800, -4.15, "62 % coin\ntaken\nfor fair", color=Q_INK, ha="right", va="top")
    axes.text(385, -5.9, "exp(−nD)", color=D_INK, ha="right", va="top")
    axes.set(xlabel="tosses n", ylabel="probability of error", xlim=(0, 800), ylim=(-8.2, 0))
    axes.set(yticks=[0, -2, -4, -6, -8], xticks=[0, 200, 400, 600, 800])
    axes.set_yticklabels(["1", "10⁻²", "10⁻⁴", "10⁻⁶", "10⁻⁸"])
    return figure


def stopping() -> Figure:
    """The share of Wald's tests still undecided after n tosses, for either coin, beside the best fixed number."""
    figure, (axes,) = canvas(2.9)
    for heads, colour in ((FAIR, P), (BELIEF, Q)):
        undecided = sequential_test.outcome(heads, *UNEQUAL).undecided
        axes.plot(np.arange(len(undecided)), 100 * undecided, color=colour)
    fixed = telling_apart.tosses(*UNEQUAL)
    axes.axvline(fixed, color=INK, linewidth=1.2, linestyle=(0, (2, 2)))
    axes.text(fixed + 12, 92, f"a fixed test\ntosses {fixed} times", color=INK, va="top")
    axes.text(120, 40, "62 % coin", color=Q_INK, va="bottom")
    axes.text(440, 62, "fair coin", color=P_INK, va="bottom")
    axes.set(xlabel="tosses n", ylabel="still undecided, %", xlim=(0, 1000), ylim=(0, 103))
    axes.set(xticks=[0, 200, 400, 600, 800, 1000], yticks=[0, 50, 100])
    return figure


def lab() -> Figure:
    """Two hills after 25 tosses at D = 0.03, the wrong side of the border filled, and what five rules promise."""
    figure, (hills, bars) = canvas(4.3, rows=2, height_ratios=(1, 1))
    _tested_hills(hills, 25, coins.belief_at(D_OF_LAB))
    promised = _promised()
    for place, (name, draws) in enumerate(promised.items()):
        exact = name == "enough"
        bars.barh(-place, draws, height=0.5, color=INK if exact else LINE)
        bars.text(draws + 6, -place, str(draws), color=INK if exact else MUTED, va="center")
    bars.axvline(25, color=D, linewidth=1.6)
    bars.set(xlabel="tosses", xlim=(0, 500), xticks=[0, 100, 200, 300, 400, 500])
    bars.set_yticks([-place for place in range(len(promised))], list(promised))
    bars.tick_params(axis="y", length=0)
    return figure


def _promised() -> dict[str, int]:
    """The tosses for errors of 5 % and 5 %, by each rule, of a fair coin and one at D = 0.03."""
    belief, error = coins.belief_at(D_OF_LAB), telling_apart.ERROR
    return {
        "no test below": ceil(telling_apart.floor(error, error) / D_OF_LAB),
        "ln(1/β) / D": ceil(log(1 / error) / D_OF_LAB),
        "Gaussian rule": ceil(telling_apart.gaussian_rule(error, error) / D_OF_LAB),
        "enough": telling_apart.tosses(error, error, FAIR, belief),
        "Chernoff's bound": ceil(log(1 / error) / telling_apart.chernoff_information(FAIR, belief)),
    }


def _tested_hills(axes: Axes, n: int, belief: float) -> None:
    """The laws of the evidence after n tosses; filled where the best test that misses p in 5 % is wrong."""
    p, q = binomials.law(n, FAIR), binomials.law(n, belief)
    evidence = np.log(p) - np.log(q)  # falls with each head
    left = np.clip((telling_apart.ERROR - (np.cumsum(p[::-1])[::-1] - p)) / p, 0, 1)  # how surely it says q
    edges = np.append(evidence, 2 * evidence[-1] - evidence[-2]) - (evidence[1] - evidence[0]) / 2
    for law, wrong, colour in ((p, left, P), (q, 1 - left, Q)):
        axes.stairs(law, edges, fill=True, color=colour, alpha=0.35, linewidth=0)
        axes.stairs(law * wrong, edges, fill=True, color=colour, linewidth=0)
    missed = telling_apart.least_missed(p, q, telling_apart.ERROR)
    axes.text(-6.9, 0.2, "say q\np missed: 5 %", color=P_INK, va="top")
    axes.text(6.9, 0.2, f"say p\nq taken for p: {100 * missed:.0f} %", color=Q_INK, va="top", ha="right")
    axes.set(xlabel="evidence for p after 25 tosses, nats", yticks=[], xlim=(-7, 7), ylim=(0, 0.205))
    axes.spines["left"].set_visible(False)


def _evidence_hill(axes: Axes, n: int, heads: float, colour: str) -> None:
    """The law of the evidence after n tosses of this coin; darker, where it speaks for the other one."""
    rising, law = tossed_odds.evidence(n)[::-1], binomials.law(n, heads)[::-1]
    wrong = rising < 0 if heads == FAIR else rising >= 0
    for part, alpha in ((law > 1e-5, 0.35), (wrong & (law > 1e-5), 1.0)):
        evidence = rising[part]
        edges = np.append(evidence, 2 * evidence[-1] - evidence[-2]) - (rising[1] - rising[0]) / 2
        axes.stairs(law[part], edges, fill=True, color=colour, alpha=alpha, linewidth=0, zorder=1 + alpha)


def _tosses(method: str, promised: Callable[[float, float], int]) -> list[str]:
    return [method, *(str(promised(alpha, beta)) for alpha, beta in DEMANDS.values())]


def _mean_tosses(heads: float, alpha: float, beta: float) -> int:
    return round(sequential_test.outcome(heads, alpha, beta).mean_tosses)


def _odds(value: float) -> str:
    if value < 10:
        return f"{value:.2g}"
    digits = len(str(int(value))) - 2
    return f"{round(value, -digits):,.0f}".replace(",", "\u202f")
