"""Exhibits of the page on the variational autoencoder."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from scipy.special import expit
from scipy.stats import chi2

from exhibits._drawing import GRID, INK, MUTED, P_INK, Q_INK, D, P, Q, Table, canvas
from extrabits._checks import Array
from studies import bit_pictures, picture_coders
from studies import coded_pictures as coded
from studies.bit_pictures import PIXELS, SIDE
from studies.variational_autoencoder import EPOCHS, decode, encode

BAR = 0.6
PLACES = np.linspace(-2, 2, 9)
ROWS, COLUMNS = 3, 11
FAINT = 0.04  # the least probability of ink that is drawn
WITHIN = (0.5, 0.9)  # probability inside a contour


def coders() -> Table:
    """Bits a picture of the test, by each way to code it."""
    rows = [["as it is", f"{PIXELS:.1f}"], ["each pixel a coin of its own", f"{picture_coders.independent():.1f}"]]
    for name in picture_coders.COMPRESSORS:
        rows.append([f"{name}, in one file", f"{picture_coders.compressed(name, after_training=False):.1f}"])
    for name in picture_coders.COMPRESSORS:
        rows.append([f"{name}, after the training", f"{picture_coders.compressed(name, after_training=True):.1f}"])
    rows.append(["each pixel by six neighbours", f"{picture_coders.by_neighbours():.1f}"])
    rows += [[f"autoencoder, {n} numbers", f"{coded.bill(n).bits:.1f}"] for n in (coded.PLANE, coded.WIDE)]
    return [["code", "bits a picture"], *rows]


def estimates() -> Table:
    """Bits a picture with two latent numbers: the bound, importance weights, and the sum over the grid."""
    rows = [["two terms, the ELBO", f"{coded.bill().bits:.2f}"]]
    rows += [[f"importance weights, {count} draws", f"{coded.weighted(count):.2f}"] for count in (10, 100, 1000)]
    return [["estimate", "bits a picture"], *rows, ["sum over the grid", f"{coded.exact().mean():.2f}"]]


def betas() -> Table:
    """Eight latent numbers, trained with each β: what training minimised, and what a picture costs."""
    rows = []
    for beta in coded.BETAS:
        bill = coded.bill(coded.WIDE, beta)
        loss = (bill.pixels + beta * bill.latent).mean()
        parts = (loss, bill.pixels.mean(), bill.latent.mean(), bill.bits)
        rows.append([f"{beta:g}", *(f"{part:.1f}" for part in parts), str(coded.active(coded.WIDE, beta))])
    return [["β", "loss", "pixels", "latent", "both", "active"], *rows]


def bill() -> Figure:
    """Bits a picture: three coders without latent numbers, and the autoencoder's bill cut in two ways."""
    plane, wide, exact = coded.bill(), coded.bill(coded.WIDE), coded.exact().mean()
    coders = [
        ("pixel by pixel", picture_coders.independent()),
        ("lzma", picture_coders.compressed("lzma", after_training=True)),
        ("six neighbours", picture_coders.by_neighbours()),
    ]
    stacks = [
        ("2 numbers", [(plane.latent.mean(), Q), (plane.pixels.mean(), MUTED)]),
        ("2, exactly", [(exact, INK), (plane.bits - exact, D)]),
        ("8 numbers", [(wide.latent.mean(), Q), (wide.pixels.mean(), MUTED)]),
    ]
    bars: list[tuple[str, list[tuple[float, str]]]] = [(name, [(bits, GRID)]) for name, bits in coders] + stacks
    places = [0.0, 1.0, 2.0, 3.7, 4.7, 5.7]
    figure, (axes,) = canvas(3.8)
    for place, (name, parts) in zip(places, bars, strict=True):
        left = 0.0
        for bits, colour in parts:
            axes.barh(place, bits, BAR, left=left, color=colour, edgecolor=MUTED if colour == GRID else colour)
            left += bits
        words = f"{exact:.1f} + {left - exact:.1f}" if name == "2, exactly" else f"{left:.1f}"
        axes.text(left + 0.6, place, words, va="center")
    axes.set(yticks=places, yticklabels=[name for name, _ in bars], ylim=(6.2, -0.5))
    axes.set(xlabel="bits a picture", xlim=(0, 42), xticks=[0, 10, 20, 30, 40])
    axes.text(0.4, 3.15, "latent", color=Q_INK, va="center")
    axes.text(plane.latent.mean() + 3.2, 3.15, "pixels, given the latent", color=MUTED, va="center")
    axes.tick_params(axis="y", length=0)
    return figure


def training() -> Figure:
    """The two terms and their sum on the test, epoch by epoch."""
    epochs, pixels, latent = coded.model().path.T
    figure, (axes,) = canvas(3.2)
    axes.plot(epochs, coded.NAT * (pixels + latent), color=INK)
    axes.plot(epochs, coded.NAT * pixels, color=MUTED, linewidth=1.6)
    axes.plot(epochs, coded.NAT * latent, color=Q)
    axes.text(EPOCHS, 31.2, "the whole bill", color=INK, ha="right")
    axes.text(EPOCHS, 20.6, "pixels, given the latent", color=MUTED, ha="right")
    axes.text(EPOCHS, 6.4, "latent", color=Q_INK, ha="right")
    axes.set(xscale="log", xlim=(1, EPOCHS), xticks=[1, 10, 100, EPOCHS], xticklabels=["1", "10", "100", str(EPOCHS)])
    axes.minorticks_off()
    axes.set(xlabel="epochs", ylabel="bits a picture", ylim=(0, 40), yticks=[0, 10, 20, 30, 40])
    return figure


def plane() -> Figure:
    """What the decoder makes of 81 places of the plane: squares as large as the probability of ink."""
    figure, (axes,) = canvas(5.2)
    step = PLACES[1] - PLACES[0]
    codes = np.array([(x, y) for y in PLACES for x in PLACES])
    chances = expit(decode(coded.weights(), codes)[1])
    _ink(axes, chances, codes - 0.46 * step, 0.92 * step / SIDE)
    for place in PLACES[::2]:
        words = f"{place:.0f}".replace("-", "−")
        axes.text(place, -2.45, words, color=MUTED, ha="center", va="center")
        axes.text(-2.45, place, words, color=MUTED, ha="center", va="center")
    axes.text(2.45, -2.45, "z₁", color=MUTED, ha="center", va="center")
    axes.text(-2.45, 2.45, "z₂", color=MUTED, ha="center", va="center")
    axes.set(xlim=(-2.6, 2.6), ylim=(-2.6, 2.6), aspect="equal")
    axes.axis("off")
    return figure


def samples() -> Figure:
    """The first pictures that the model draws, and the first of the test."""
    figure, axes = canvas(3.9, rows=2)
    for panel, pictures, title in zip(
        axes,
        (coded.samples(coded.SAMPLES), bit_pictures.held_out()),
        ("drawn from the model", "from the test"),
        strict=True,
    ):
        corners = np.array([(1.25 * SIDE * i, -1.25 * SIDE * j) for j in range(ROWS) for i in range(COLUMNS)])
        _ink(panel, pictures[: ROWS * COLUMNS], corners, 1)
        panel.set_title(title)
        panel.set(xlim=(-1, 1.25 * SIDE * COLUMNS), ylim=(-1.25 * SIDE * (ROWS - 1) - 1, SIDE + 1), aspect="equal")
        panel.axis("off")
    return figure


def posteriors() -> Figure:
    """Where two pictures lie in the plane, and where the encoder says."""
    figure, axes = canvas(3.7, columns=2, sharey=True)
    turn = np.linspace(0, 2 * np.pi, 73)
    circle = np.array([np.cos(turn), np.sin(turn)])
    for panel, picture, title in zip(
        axes, (coded.typical(), coded.worst()), ("the median", "the largest"), strict=True
    ):
        along = coded.grid()[0][: coded.POINTS, 0]
        chances = coded.posterior(picture).reshape(coded.POINTS, coded.POINTS)
        contours = panel.contour(along, along, chances, levels=_levels(chances))
        for path in contours.get_paths():
            for line in path.to_polygons(closed_only=False):
                panel.plot(*np.asarray(line).T, color=P, linewidth=1.8)
        contours.remove()  # as lines they are drawn like all others
        drawn = bit_pictures.held_out()[[picture]]
        _, mean, sd = encode(coded.weights(), drawn)
        for within in WITHIN:
            around = mean.T + np.sqrt(chi2(2).ppf(within)) * sd.T * circle
            panel.plot(*around, color=Q, linewidth=1.8)
        corner = panel.inset_axes((0.04, 0.05, 0.25, 0.25))
        _ink(corner, drawn, np.zeros((1, 2)), 1)
        corner.set(xlim=(0, SIDE), ylim=(0, SIDE), aspect="equal")
        corner.axis("off")
        panel.set_title(f"{title}: {coded.gaps()[picture]:.1f} bits")
        panel.set(
            xlabel="z₁", xlim=(-1.5, 2), ylim=(-1.5, 2.5), xticks=[-1, 0, 1, 2], yticks=[-1, 0, 1, 2], aspect="equal"
        )
    axes[0].set(ylabel="z₂")
    axes[0].text(1.9, -0.8, "p(z|x)", color=P_INK, ha="right")
    axes[0].text(1.9, -1.3, "q(z|x)", color=Q_INK, ha="right")
    return figure


def tradeoff() -> Figure:
    """Bits for the latent numbers against bits for the pixels, trained with each β."""
    figure, (axes,) = canvas(3.6)
    bills = {beta: coded.bill(coded.WIDE, beta) for beta in coded.BETAS[:-2]}
    latent, pixels = (
        np.array([getattr(each, part).mean() for each in bills.values()]) for part in ("latent", "pixels")
    )
    least = bills[1.0].bits
    axes.plot([0, least], [least, 0], color=MUTED, linewidth=1)
    axes.plot(latent, pixels, "o", color=INK, markersize=7, clip_on=False)
    for beta, x, y in zip(bills, latent, pixels, strict=True):
        axes.text(x + 0.6, y + 0.6, f"β = {beta:g}", va="bottom")
    axes.text(3, 12.5, f"{least:.1f} bits\nin all", color=MUTED, ha="left")
    axes.set(xlabel="latent, bits a picture", ylabel="pixels, bits a picture", xlim=(0, 25), ylim=(0, 42))
    axes.set(xticks=[0, 5, 10, 15, 20, 25], yticks=[0, 10, 20, 30, 40])
    return figure


def _ink(axes: Axes, pictures: Array, corners: Array, pixel: float) -> None:
    """Each picture with its lower left corner there, each pixel a square whose area is as much of it as is ink."""
    squares = []
    for picture, (left, bottom) in zip(pictures, corners, strict=True):
        for place in np.flatnonzero(picture > FAINT):
            row, column = divmod(int(place), SIDE)
            x, y = left + (column + 0.5) * pixel, bottom + (SIDE - row - 0.5) * pixel
            half = np.sqrt(picture[place]) * pixel / 2
            squares.append([(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)])
    paths = [Path([*square, square[0]], closed=True) for square in squares]
    axes.add_patch(PathPatch(Path.make_compound_path(*paths), facecolor=INK, edgecolor="none"))


def _levels(chances: Array) -> list[float]:
    """The heights above which these shares of the probability lie, the lower one first."""
    falling = np.sort(chances.ravel())[::-1]
    return sorted(float(falling[np.searchsorted(np.cumsum(falling), within)]) for within in WITHIN)
