"""Exhibits of the page on the bounds between total variation and D; divergences here are in nats."""

from itertools import combinations
from math import ceil, e, floor

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, MUTED, D, Table, canvas
from extrabits import kl_divergence
from studies import coins, total_variation

EXAMPLE = 0.03
LETTERS, TRUTH, BELIEF = "abc", (0.7, 0.2, 0.1), (0.4, 0.3, 0.3)
DIVERGENCES = (0.001, 0.03, 0.3, 1.0, 2.0, 3.0, 6.0)
BELIEVED = (0.001, 0.01, 0.02, 0.1, 0.5)
LEAST = (0.1, 0.01, 0.001)


def events() -> Table:
    """Events of three letters up to their complements: the gap, twice its square, and the divergence left of D."""
    rows = []
    for letter in range(len(LETTERS)):
        a, b = TRUTH[letter], BELIEF[letter]
        rows.append([LETTERS[letter], *_gap(a, b), f"{coins.divergence(a, b):.4f}"])
    for pair in combinations(range(len(LETTERS)), 2):
        a, b = (sum(law[x] for x in pair) for law in (TRUTH, BELIEF))
        rows.append([" or ".join(LETTERS[x] for x in pair), *_gap(a, b), f"{coins.divergence(a, b):.4f}"])
    whole = f"**{kl_divergence(TRUTH, BELIEF, base=e):.4f}**"
    return [["event", "p", "q", "gap", "2 gap²", "merged"], *rows, ["nothing merged", "", "", "", "", whole]]


def ranges() -> Table:
    """The believed probability of an event, and what its true one can be at 0.03 and at 0.3 nats."""
    return [
        ["believed", "at 0.03 nats", "at 0.3 nats"],
        *([_percent(b), *(_range(b, d) for d in (EXAMPLE, 10 * EXAMPLE))] for b in BELIEVED),
    ]


def regimes() -> Table:
    """The two bounds on total variation, rounded up, and the worst pair; a dash where a bound is 1 or more."""
    rows = [
        [
            f"{d:g}",
            *(_bound(float(bound(d))) for bound in (total_variation.pinsker, total_variation.bretagnolle_huber)),
            f"{total_variation.worst(d):.4f}",
        ]
        for d in DIVERGENCES
    ]
    return [["D, nats", "Pinsker", "Bretagnolle–Huber", "worst pair"], *rows]


def curves() -> Figure:
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


def reverse() -> Figure:
    """D against total variation: at least the floor of all pairs, at most a ceiling for each least probability."""
    figure, (axes,) = canvas(3.6)
    variation = np.linspace(0, 0.8, 161)
    floor_of_all = np.array([0, *(total_variation.least_divergence(v) for v in variation[1:])])
    middle = LEAST[1]
    axes.fill_between(
        variation, floor_of_all, total_variation.reverse(variation, middle), color=D, alpha=0.12, linewidth=0
    )
    axes.plot(variation, floor_of_all, color=INK)
    for least in LEAST:
        axes.plot(variation, total_variation.reverse(variation, least), color=D)
    axes.plot(variation, total_variation.reverse_by_chi2(variation, middle), color=MUTED, linestyle=(0, (4, 2)))
    for least in LEAST:
        axes.text(0.81, float(total_variation.reverse(0.8, least)), f"m = {least:g}", color=D_INK, va="center")
    axes.text(0.24, 3.1, "ln(1 + 2V²/m)\nfor m = 0.01", color=MUTED, ha="right", va="bottom")
    axes.text(0.62, 0.2, "no pair is below", color=INK, ha="center", va="center")
    axes.set(xlabel="total variation V", ylabel="D(p‖q), nats", xlim=(0, 0.96), ylim=(0, 5.6))
    axes.set(xticks=[0, 0.2, 0.4, 0.6, 0.8], yticks=[0, 1, 2, 3, 4, 5])
    return figure


def _gap(a: float, b: float) -> list[str]:
    return [f"{a:.1f}", f"{b:.1f}", f"{a - b:.1f}".replace("-", "−"), f"{2 * (a - b) ** 2:.2f}"]


def _bound(value: float) -> str:
    """A bound, rounded so that it stays one."""
    return f"{ceil(1e4 * value) / 1e4:.4f}" if value < 1 else "—"


def _range(believed: float, d: float) -> str:
    """The two ends, rounded outwards."""
    low, high = total_variation.range_of_event(believed, d)
    return f"{floor(1e3 * low) / 10:g} to {ceil(1e3 * high) / 10:g}\u00a0%"


def _percent(share: float) -> str:
    return f"{100 * share:g}\u00a0%"


def _log_ticks(axes: Axes, values: tuple[float, ...]) -> None:
    axes.set_xticks([np.log10(v) for v in values], [f"{v:g}" for v in values])
