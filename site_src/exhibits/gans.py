"""Exhibits of the page on generative adversarial networks."""

from collections.abc import Sequence

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, MUTED, P_INK, Q_INK, D, P, Q, Table, canvas
from studies import discriminators as game
from studies import gan_runs
from studies.gan import EDGES

LETTERS = "abc"
SHOWN_SEED = 0


def letters() -> Table:
    """Three letters: both laws, the best discriminator, and both gradients by the generator's logits, in nats."""
    judged = game.best(game.DATA, game.GENERATOR)
    saturating = game.saturating(game.DATA, game.LOGITS)
    usual = game.non_saturating(game.DATA, game.LOGITS)
    columns = zip(LETTERS, game.DATA, game.GENERATOR, judged, saturating, usual, strict=True)
    rows = [[f"{x}", f"{p:.1f}", f"{q:.4f}", f"{d:.4f}", _signed(a), _signed(b)] for x, p, q, d, a, b in columns]
    return [["x", "data p", "made q", "best d", "slope of ln(1 − d)", "slope of −ln d"], *rows]


def settings() -> Table:
    """Three ways of training: the least divergence from the data and the late one, with what is known then, in bits."""
    rows = []
    for setting in (gan_runs.USUAL, gan_runs.FIVE, gan_runs.SMALL):
        least = [gan_runs.lowest(seed, setting)[1] for seed in gan_runs.SEEDS]
        late, known = zip(*(gan_runs.late(seed, setting) for seed in gan_runs.SEEDS), strict=True)
        row = [str(setting.discriminator_steps), f"{setting.rate:g}", _range(least), _range(late), _range(known)]
        rows.append(row)
    return [["steps of d", "step size", "least JSD", "late JSD", "d knows then"], *rows]


def bells() -> Figure:
    """What two generators descend when the data are one bell and they make another, by the distance of the bells."""
    distances = np.linspace(0, 6, 121)
    saturating, usual = np.array([game.of_bells(a) for a in distances]).T
    figure, (axes,) = canvas(3.0)
    axes.plot(distances, usual, color=D)
    axes.plot(distances, saturating, color=INK, linestyle=(0, (4, 2)))
    axes.axhline(2 * np.log(2), color=MUTED, linewidth=0.8)
    axes.text(5.95, 0.95, "2 JSD(p, q)", color=INK, ha="right", va="top")
    axes.text(2.75, 4.4, "2 D(m‖p)", color=D_INK, ha="right")
    axes.text(0.05, 1.62, "ln 4", color=MUTED)
    axes.set(xlabel="standard deviations between the bells", ylabel="nats", xlim=(0, 6), ylim=(0, 6))
    return figure


def run() -> Figure:
    """Four trainings: how far the draws are from the data, and what the discriminator knows of the difference."""
    figure, (axes,) = canvas(3.2)
    for seed in gan_runs.SEEDS:
        steps = gan_runs.run(seed).steps
        strong = seed == SHOWN_SEED
        axes.plot(steps, gan_runs.divergences(seed), color=D, linewidth=2.2 if strong else 0.9)
        axes.plot(steps, gan_runs.known(seed), color=INK, linewidth=2.2 if strong else 0.9, linestyle=(0, (4, 2)))
    axes.text(2000, 0.62, "how far the draws are from the data", color=D_INK, ha="center")
    axes.text(2000, 0.05, "what the discriminator knows of it", color=INK, ha="center")
    axes.set(xlabel="steps", ylabel="bits", xlim=(0, 4000), ylim=(-0.25, 1), xticks=[0, 1000, 2000, 3000, 4000])
    return figure


def made() -> Figure:
    """The data, and what one generator makes when it is nearest and at the end."""
    run = gan_runs.run(SHOWN_SEED)
    nearest = run.steps.tolist().index(gan_runs.lowest(SHOWN_SEED)[0])
    figure, panels = canvas(2.6, columns=2, sharey=True)
    centres, width = (EDGES[:-1] + EDGES[1:]) / 2, EDGES[1] - EDGES[0]
    for axes, at in zip(panels, (nearest, -1), strict=True):
        counts = run.counts[at]
        axes.bar(centres, counts / counts.sum() / width, width, color=Q, alpha=0.6)
        axes.plot(centres, gan_runs.data_law() / width, color=P)
        axes.set(title=f"after {run.steps[at]} steps", xlim=(-4.5, 4.5), ylim=(0, 1.9), xticks=[-2, 0, 2], yticks=[])
        axes.spines["left"].set_visible(False)
    panels[0].text(0, 0.5, "data", color=P_INK, ha="center")
    panels[0].text(0, 0.72, "made", color=Q_INK, ha="center")
    return figure


def _signed(value: float) -> str:
    return f"{value:+.4f}".replace("-", "−")


def _range(values: Sequence[float]) -> str:
    low, high = (f"{value:.2f}".replace("-", "−").replace("−0.00", "0.00") for value in (min(values), max(values)))
    return low if low == high else f"{low} to {high}"
