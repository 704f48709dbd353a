"""Exhibits of the page on surprisal."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import GRID, INK, LINE, MUTED, P_INK, PAPER, P, Table, canvas
from studies import prime_factors
from studies import submarine as game
from studies.submarine import SQUARES

GAMES = [1, 33, 49, 57, 64]  # the games of the figure end with a hit on these shots


def shots() -> Table:
    """What each answer in a game of 49 shots is worth."""
    bits = game.answers(49)
    rows = []
    for shot in (1, 2, 32, 48, 49):
        before = SQUARES - shot + 1
        answer, after = ("hit", 1) if shot == 49 else ("miss", before - 1)
        rows.append([f"{shot}: {answer}", f"{after}/{before}", f"{bits[shot - 1]:.4f}", f"{bits[:shot].sum():.4f}"])
    return [["shot", "chance", "bits", "total"], *rows]


def factors() -> Table:
    """Answers of the same game in bits and in prime factors; both columns add up to 6."""
    bits, counted = game.answers(49), prime_factors.answers(49)
    rows = []
    for shot in (1, 2, 3, 4, 49):
        before = SQUARES - shot + 1
        answer, after = ("hit", 1) if shot == 49 else ("miss", before - 1)
        worth = f"{counted[shot - 1]}".replace("-", "−")
        how = f"{prime_factors.count(before)} − {prime_factors.count(after)}"
        rows.append([f"{shot}: {answer}", f"{after}/{before}", f"{bits[shot - 1]:.4f}", how, worth])
    total = ["all 49", "1/64", f"**{bits.sum():.4f}**", "", f"**{sum(counted)}**"]
    return [["shot", "chance", "bits", "prime factors", "their surplus"], *rows, total]


def submarine() -> Figure:
    """Five games of submarine: the misses and the hit always add up to 6 bits."""
    figure, (sea, bars) = canvas(3.2, columns=2, gridspec_kw={"width_ratios": [1, 1.9]})
    _draw_sea(sea, 49)
    for row, shot in enumerate(GAMES):
        *misses, hit = game.answers(shot)
        edges = np.cumsum(misses) - misses
        bars.barh(row, misses, 0.6, left=edges, color=LINE, edgecolor=PAPER, linewidth=0.3)
        bars.barh(row, hit, 0.6, left=6 - hit, color=P)
        if hit > 1:
            bars.text(6 - hit / 2, row, f"{hit:.0f} bits", color=PAPER, ha="center", va="center")
        bars.text(-0.2, row, str(shot), color=INK, ha="right", va="center")
    bars.text(-0.2, -0.85, "hit on shot", color=MUTED, ha="center", va="center")
    bars.text(6, -0.85, "the hit", color=P_INK, ha="right", va="center")
    bars.text(2.1, -0.85, "the misses", color=MUTED, va="center")
    bars.set(xlim=(0, 6), ylim=(len(GAMES) - 0.5, -1.2), xticks=[0, 2, 4, 6], yticks=[], xlabel="bits")
    bars.spines["left"].set_visible(False)
    return figure


def _draw_sea(axes: Axes, shot: int) -> None:
    """A game after a hit on this shot, with shots that fall anywhere."""
    rows, columns = np.divmod(np.random.default_rng(4).permutation(SQUARES)[:shot], 8)
    axes.set(xlim=(-0.5, 7.5), ylim=(7.5, -0.5), aspect="equal", xticks=[], yticks=[])
    axes.hlines(np.arange(9) - 0.5, -0.5, 7.5, color=GRID, linewidth=0.8)
    axes.vlines(np.arange(9) - 0.5, -0.5, 7.5, color=GRID, linewidth=0.8)
    axes.plot(columns[:-1], rows[:-1], "x", color=MUTED, markersize=4.5, markeredgewidth=1.1)
    axes.plot(columns[-1], rows[-1], "o", color=P, markersize=10)
    axes.set_xlabel(f"shot {shot} hits")
    axes.spines[:].set_visible(False)
