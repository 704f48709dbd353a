"""Exhibits of the page on asymmetry, which is in bits."""

from math import e, log

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from exhibits._drawing import D_INK, INK, LINE, MUTED, P_INK, PAPER, Q_INK, D, P, Q, Table, canvas
from exhibits._triangle import in_triangle
from exhibits._written import power_of_ten, scientific
from extrabits import kl_divergence
from studies import both_ways, detours, four_letters, three_letters, two_betas
from studies.four_letters import BELIEF, LETTERS, TRUTH
from studies.two_betas import NARROW, WIDE

FRACTIONS = {1 / 2: "½", 1 / 4: "¼", 1 / 8: "⅛"}
RATIOS = (4, 10, 40)
ONE_BIT = 1.0
MAP_LEVELS = (0.5, 1, 1.5, 2, 2.5)  # bits


def log_ratios() -> Table:
    """The bits by which the word of each letter is too long, weighed by p and by q."""
    shares = [four_letters.weighed(law) for law in (TRUTH, BELIEF)]
    rows = [
        [letter, FRACTIONS[p], FRACTIONS[q], f"{bits:.0f}".replace("-", "−"), *map(_signed, weighed)]
        for letter, p, q, bits, *weighed in zip(LETTERS, TRUTH, BELIEF, four_letters.waste(), *shares, strict=True)
    ]
    sums = [f"**{_signed(total)}**" for total in map(sum, shares)]
    return [["letter", "p", "q", "log₂ p/q", "p log₂ p/q", "q log₂ p/q"], *rows, ["sum", "1", "1", "", *sums]]


def values() -> Table:
    """Pairs of coins that are one bit apart in one direction and almost anything in the other."""
    rows = []
    for back in (0.01, 0.1, 1.0, 10.0, 100.0):
        p, q = both_ways.coins(ONE_BIT, back)
        rows.append([_heads(p), _heads(q), f"{ONE_BIT:g}", f"{back:g}"])
    return [["p: heads", "q: heads", "D(p‖q)", "D(q‖p)"], *rows]


def halvings() -> Table:
    """Both directions, their difference and its leading term, as the belief goes half of the way to the truth."""
    rows = []
    for times in range(6):
        there, back, third = both_ways.halved(times)
        numbers = (there, back, back - there, third)
        rows.append(["1" if times == 0 else f"1/{2**times}", *(f"{x:.5f}".replace("-", "−") for x in numbers)])
    return [["of the way", "D(p‖q)", "D(q‖p)", "second − first", "third order"], *rows]


def stops() -> Table:
    """Ways from a fair coin to a rarer and rarer one: direct, by the best single stop, and with more stops."""
    rows = []
    for exponent in (-1, -3, -12, -100):
        last = 10.0**exponent
        costs = [detours.direct(0.5, last), detours.best_stop(0.5, last).cost]
        costs += [detours.chain(0.5, last, stops) for stops in (99, 999)]
        rows.append(["0.1" if exponent == -1 else power_of_ten(exponent), *(_three(cost) for cost in costs)])
    return [["from 0.5 to", "direct", "one stop", "99 stops", "999 stops"], *rows]


def reach() -> Figure:
    """Leaves: where D(p‖q) and D(q‖p) can lie together while no ratio q/p leaves the range from 1/M to M."""
    figure, (axes,) = canvas(4.0)
    figure.set_figwidth(4.7)  # a square, whose type stays large on a phone
    for most in RATIOS:
        there, back = both_ways.edge(most)
        axes.fill(np.append(there, back[::-1]), np.append(back, there[::-1]), color=D, alpha=0.1, linewidth=0)
        axes.plot(there, back, color=D, linewidth=1.6)
        axes.plot(back, there, color=D, linewidth=1.6)
        name = f"M = {most}" if most == RATIOS[-1] else str(most)
        axes.text(there[0] + 0.1, there[0] - 0.08, name, color=D_INK, va="center")
    axes.plot([0, 6], [0, 6], color=MUTED, linewidth=1, linestyle=(0, (4, 2)), zorder=0)
    dots = {
        "four letters": (kl_divergence(TRUTH, BELIEF), kl_divergence(BELIEF, TRUTH)),
        "two Betas": (kl_divergence(NARROW, WIDE), kl_divergence(WIDE, NARROW)),
    }
    for x, y in dots.values():
        axes.plot(x, y, "o", color=INK, markersize=5)
    axes.text(1.0, 0.22, "four letters", color=INK, va="center")
    axes.text(dots["two Betas"][0] + 0.15, dots["two Betas"][1], "two Betas", color=INK, va="center")
    axes.set(xlabel="D(p‖q), bits", ylabel="D(q‖p), bits", xlim=(0, 6.2), ylim=(0, 6.2), aspect="equal")
    axes.set(xticks=range(7), yticks=range(7))
    return figure


def maps() -> Figure:
    """The triangle of all laws on three letters twice: D(p‖·) around a truth, and D(·‖q) around a belief."""
    figure, (beliefs, truths) = canvas(3.0, columns=2)
    box = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.5}  # around p the lines are too near for a letter
    same = kl_divergence(three_letters.TRUTH, three_letters.BELIEF, base=e)
    for axes, lines, title in (
        (beliefs, three_letters.contour, "p stays: D(p‖·)"),
        (truths, three_letters.truths, "q stays: D(·‖q)"),
    ):
        for level in MAP_LEVELS:
            axes.plot(*in_triangle(lines(level * log(2), directions=720)), color=D, linewidth=1)
        axes.plot(*in_triangle(lines(same, directions=720)), color=D_INK, linewidth=2.6)
        is_barrier = axes is beliefs
        side, width = (D_INK, 3.6) if is_barrier else (MUTED, 1.2)
        axes.plot(*in_triangle(np.eye(3)[[0, 1, 2, 0]]), color=side, linewidth=width, solid_joinstyle="round")
        for letter, corner in zip(three_letters.LETTERS, 1.12 * np.eye(3) - 0.04, strict=True):
            x, y = map(float, in_triangle(corner))
            axes.text(x, y, letter, color=INK, ha="center", va="center")
        for middle in (1.16 - 1.32 * np.eye(3)) / 2 if is_barrier else ():
            x, y = map(float, in_triangle(middle))
            axes.text(x, y, "∞", color=D_INK, ha="center", va="center", fontsize=14)
        for name, law, colour, ink, shift in (
            ("p", three_letters.TRUTH, P, P_INK, (0, 0.1)),
            ("q", three_letters.BELIEF, Q, Q_INK, (0.17, 0)),
        ):
            x, y = map(float, in_triangle(np.array(law)))
            axes.plot(x, y, "o", color=colour, markersize=8, markeredgecolor=PAPER, zorder=5)
            axes.text(x + shift[0], y + shift[1], name, color=ink, ha="center", va="center", fontsize=12, bbox=box)
        axes.set(aspect="equal", xlim=(-0.1, 1.1), ylim=(-0.2, 0.98))
        axes.set_axis_off()
        axes.set_title(title, pad=8)
    return figure


def asymmetry() -> Figure:
    """The same four log-ratios twice: in columns as wide as p, where D(p‖q) is left, and as wide as q, for D(q‖p)."""
    figure, pair = canvas(3.2, columns=2, sharey=True)
    waste = four_letters.waste()
    for axes, law, colour, ink, title, sum_of_areas in (
        (pair[0], TRUTH, P, P_INK, "Columns as wide as p", f"D(p‖q) = {kl_divergence(TRUTH, BELIEF):.3f}"),
        (pair[1], BELIEF, Q, Q_INK, "Columns as wide as q", f"−D(q‖p) = −{kl_divergence(BELIEF, TRUTH):.3f}"),
    ):
        left = np.cumsum(law) - law
        axes.bar(left, waste, law, align="edge", color=colour, edgecolor=PAPER, linewidth=1)
        axes.axhline(0, color=INK, linewidth=1)
        for x, share, value, letter in zip(left, law, waste, LETTERS, strict=True):
            below = value > 0
            y, side = (-0.1, "top") if below else (0.1, "bottom")
            axes.text(x + share / 2, y, letter, color=INK, ha="center", va=side)
        axes.set_title(title, color=ink)
        axes.text(0.5, -1.5, f"areas add up to\n{sum_of_areas} bits", color=D_INK, ha="center", va="center")
        axes.set(xlim=(0, 1), xticks=[], ylim=(-1.9, 2.1), yticks=[-1, 0, 1, 2])
        axes.spines["bottom"].set_visible(False)
    pair[0].set_ylabel("log₂ p/q, bits")
    return figure


def two_directions() -> Figure:
    """How much evidence one draw gives: from p at most 2.4 bits, from q now and then many times that."""
    figure, pair = canvas(3.2, rows=2, sharex=True)
    figure.set_figwidth(4.6)  # it stands in a box, and its type is to be no smaller for that
    loudest = log(two_betas.largest_ratio()) / log(2)
    bins = loudest / 10 * np.arange(-20, 84)  # the largest evidence of a draw from p is an edge, and so is 0
    panels = (
        (pair[0], NARROW, WIDE, P, P_INK, "draws from p,\nevidence for p"),
        (pair[1], WIDE, NARROW, Q, Q_INK, "draws from q,\nevidence for q"),
    )
    for axes, truth, belief, colour, ink, label in panels:
        bits = two_betas.evidence_of_draws(truth, 200_000) / log(2)
        axes.hist(bits, list(bins), color=colour, weights=np.full(bits.size, 100 / bits.size))
        mean = kl_divergence(truth, belief)
        axes.axvline(mean, color=D)
        top = axes.get_ylim()[1]
        axes.text(max(mean + 0.3, 3.3), top * 0.86, f"mean D = {mean:.3f} bits", color=D_INK)
        axes.text(20, top * 0.5, label, color=ink, ha="right")
        axes.axvline(0, color=LINE, linewidth=0.8)
        axes.yaxis.set_major_formatter(FuncFormatter(lambda y, _: f"{y:.0f} %"))
    pair[1].set(xlabel="evidence of one draw for its own law, bits", xlim=(-4.5, 20))
    return figure


def _heads(odds: float) -> str:
    """The probability of heads, with as many digits as it takes to see that it is not 1."""
    rest = both_ways.probability(-odds)
    if rest < 1e-3:
        return f"1 − {scientific(rest, 1)}"
    heads = both_ways.probability(odds)
    return f"{heads:.4f}" if heads > 1e-3 else scientific(heads, 1)


def _three(bits: float) -> str:
    return f"{bits:.3f}"


def _signed(value: float) -> str:
    return f"{value:.3f}".replace("-", "−")
