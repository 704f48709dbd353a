"""Tables and figures read back: bills by many draws and by a finer grid, squares by the decoder's chances."""

from typing import Any

import numpy as np
import pytest
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from reading import bars, curve, curves, dots, label, panels
from scipy.special import expit, logsumexp
from scipy.stats import norm

from exhibits import variational_autoencoder
from exhibits._drawing import GRID, INK, MUTED, D, P, Q
from extrabits import cross_entropy
from studies import bit_pictures, picture_coders
from studies import coded_pictures as coded
from studies.variational_autoencoder import decode, encode

TEST = bit_pictures.held_out()
DRAWS = 200


def bill(dimensions: int, beta: float = 1.0) -> tuple[float, float]:
    """Bits for the pixels and for the latent, with draws of our own and the densities of both Gaussians."""
    layers = coded.weights(dimensions, beta)
    _, mean, sd = encode(layers, TEST)
    rng, pixels, latent = np.random.default_rng(77), 0.0, 0.0
    for _ in range(DRAWS):
        latents = rng.normal(mean, sd)
        chances = expit(decode(layers, latents)[1])
        pixels -= np.log2(np.where(TEST == 1, chances, 1 - chances)).sum(axis=1).mean() / DRAWS
        ratio = norm.logpdf(latents, mean, sd) - norm.logpdf(latents)
        latent += ratio.sum(axis=1).mean() / DRAWS / np.log(2)
    return pixels, latent


def exact() -> float:
    """By places that cut the prior into cells of equal chance."""
    cells = norm.ppf((np.arange(150) + 0.5) / 150)
    latents = np.array([(x, y) for x in cells for y in cells])
    _, logits = decode(coded.weights(), latents)
    off = np.logaddexp(0, logits).sum(axis=1)
    lengths = [logsumexp(logits @ x - off) - np.log(len(latents)) for x in TEST]
    return float(-np.mean(lengths) / np.log(2))


def test_coders() -> None:
    rows = dict(variational_autoencoder.coders()[1:])
    share = (bit_pictures.training().sum(axis=0) + 0.5) / 1048
    coins = sum(cross_entropy([1 - x, x], [1 - q, q]) for x, q in zip(TEST.mean(axis=0), share, strict=True))
    assert float(rows["as it is"]) == TEST.shape[1]
    assert float(rows["each pixel a coin of its own"]) == pytest.approx(coins, abs=0.051)
    assert float(rows["lzma, after the training"]) == pytest.approx(
        picture_coders.compressed("lzma", after_training=True), abs=0.051
    )
    for name, compress in picture_coders.COMPRESSORS.items():
        alone = compress(np.packbits(TEST.astype(bool)).tobytes())
        assert float(rows[f"{name}, in one file"]) == pytest.approx(8 * len(alone) / 750, abs=0.051)
    assert float(rows["each pixel by six neighbours"]) == pytest.approx(picture_coders.by_neighbours(), abs=0.051)
    for dimensions in (2, 8):
        assert float(rows[f"autoencoder, {dimensions} numbers"]) == pytest.approx(sum(bill(dimensions)), abs=0.12)


def test_estimates() -> None:
    rows = [(name, float(bits)) for name, bits in variational_autoencoder.estimates()[1:]]
    assert rows[0][1] == pytest.approx(sum(bill(2)), abs=0.06)
    assert rows[-1][1] == pytest.approx(exact(), abs=0.02)
    lengths = [bits for _, bits in rows]
    assert lengths == sorted(lengths, reverse=True)
    for name, bits in rows[1:-1]:
        assert bits == pytest.approx(coded.weighted(int(name.split()[-2])), abs=0.0051)


def test_betas() -> None:
    for beta, loss, pixels, latent, bits, active in variational_autoencoder.betas()[1:]:
        mine = bill(8, float(beta))
        assert (float(pixels), float(latent)) == pytest.approx(mine, abs=0.16)
        assert float(loss) == pytest.approx(mine[0] + float(beta) * mine[1], abs=0.16)
        assert float(bits) == pytest.approx(float(pixels) + float(latent), abs=0.11)
        mean = encode(coded.weights(8, float(beta)), bit_pictures.training()).mean
        assert int(active) == sum(np.var(column) > 0.01 for column in mean.T)


def test_bill() -> None:
    (axes,) = panels(variational_autoencoder.bill())
    assert [bar.width for bar in bars(axes, GRID)] == pytest.approx(
        [
            picture_coders.independent(),
            picture_coders.compressed("lzma", after_training=True),
            picture_coders.by_neighbours(),
        ]
    )
    latents, pixels = bars(axes, Q), bars(axes, MUTED)
    for dimensions, latent, pixel in zip((2, 8), latents, pixels, strict=True):
        assert (pixel.width, latent.width) == pytest.approx(bill(dimensions), abs=0.12)
        assert (latent.left, pixel.left) == (0, latent.right)
    (whole,), (gap,) = bars(axes, INK), bars(axes, D)
    assert whole.width == pytest.approx(exact(), abs=0.02)
    assert gap.left == whole.right
    assert gap.right == pytest.approx(pixels[0].right)
    assert label(axes, "27.9 + 1.5").get_position()[0] > gap.right
    assert label(axes, "latent").get_position()[0] < latents[0].right
    names = [tick.get_text() for tick in axes.get_yticklabels()]
    assert names == ["pixel by pixel", "lzma", "six neighbours", "2 numbers", "2, exactly", "8 numbers"]


def test_training() -> None:
    (axes,) = panels(variational_autoencoder.training())
    path = coded.model().path
    epochs, whole = curve(axes, INK)
    assert list(epochs) == list(path[:, 0])
    pixels, latent = curve(axes, MUTED)[1], curve(axes, Q)[1]
    assert whole == pytest.approx(pixels + latent)
    assert (pixels[-1], latent[-1]) == pytest.approx(bill(2), abs=0.3)  # one draw, not many
    # What the caption and the words for the picture say.
    assert latent[0] < 0.1
    assert whole[0] == pytest.approx(picture_coders.independent(), abs=0.2)
    assert max(latent[epochs < 10]) > 2
    assert max(latent[epochs < 20]) < 2.5
    assert label(axes, "latent").get_position()[1] > latent[-1]
    assert pixels[-1] > label(axes, "pixels, given the latent").get_position()[1]


def squares(axes: Any) -> list[tuple[float, float, float]]:
    """Middle and area of each square."""
    (drawn,) = [patch for patch in axes.patches if isinstance(patch, PathPatch)]
    corners = np.asarray(drawn.get_path().vertices).reshape(-1, 5, 2)
    middles = (corners[:, 0] + corners[:, 2]) / 2
    sides = corners[:, 2] - corners[:, 0]
    return [(float(x), float(y), float(a * b)) for (x, y), (a, b) in zip(middles, sides, strict=True)]


def test_plane() -> None:
    (axes,) = panels(variational_autoencoder.plane())
    drawn = squares(axes)
    layers = coded.weights()
    area = (0.92 * 0.5 / 8) ** 2
    found: dict[tuple[float, float], dict[tuple[int, int], float]] = {}
    for x, y, size in drawn:
        place = (round(2 * x) / 2, round(2 * y) / 2)
        column, row = (round((v - p) / (0.92 * 0.5 / 8) + 3.5) for v, p in zip((x, y), place, strict=True))
        found.setdefault(place, {})[7 - row, column] = size / area
    assert len(found) == 81
    for place, pixels in found.items():
        hidden = np.tanh(np.array(place) @ layers[4] + layers[5])
        chances = (1 / (1 + np.exp(-(hidden @ layers[6] + layers[7])))).reshape(8, 8)
        assert set(pixels) == set(zip(*np.nonzero(chances > 0.04), strict=True))
        assert all(size == pytest.approx(chances[at]) for at, size in pixels.items())


def test_samples() -> None:
    for axes, pictures in zip(
        panels(variational_autoencoder.samples()), (coded.samples(coded.SAMPLES), TEST), strict=True
    ):
        drawn = squares(axes)
        assert all(size == pytest.approx(1) for _, _, size in drawn)
        seen = np.zeros((33, 64))
        for x, y, _ in drawn:
            place = int(x // 10) + 11 * int((8 - y) // 10)
            seen[place, 8 * int((8 - y) % 10) + int(x % 10)] = 1
        assert np.array_equal(seen, pictures[:33])


def test_posteriors() -> None:
    figure = variational_autoencoder.posteriors()
    points, logs = coded.grid()
    for axes, picture in zip(panels(figure), (coded.typical(), coded.worst()), strict=True):
        chances = expit(decode(coded.weights(), points)[1])
        x = TEST[picture]
        joint = np.log(np.where(x == 1, chances, 1 - chances)).sum(axis=1) + logs
        posterior = np.exp(joint - logsumexp(joint))
        for outline, share in zip(curves(axes, P), (0.9, 0.5), strict=True):
            inside = Path(np.column_stack(outline)).contains_points(points)
            assert posterior[inside].sum() == pytest.approx(share, abs=0.05)
        _, mean, sd = encode(coded.weights(), x[None])
        draws = mean[0] + sd[0] * np.random.default_rng(5).normal(size=(20_000, 2))
        for outline, share in zip(curves(axes, Q), (0.5, 0.9), strict=True):
            inside = Path(np.column_stack(outline)).contains_points(draws)
            assert inside.mean() == pytest.approx(share, abs=0.02)
        (corner,) = axes.child_axes
        black = {(int(8 - y), int(left)) for left, y, _ in squares(corner)}
        assert black == set(zip(*np.nonzero(x.reshape(8, 8)), strict=True))
        gap = f"{coded.gaps()[picture]:.1f} bits"
        assert axes.get_title(loc="left").endswith(gap)


def test_tradeoff() -> None:
    (axes,) = panels(variational_autoencoder.tradeoff())
    latent, pixels = dots(axes, INK)
    for beta, x, y in zip((0.25, 0.5, 1, 2, 4), latent, pixels, strict=True):
        assert (y, x) == pytest.approx(bill(8, beta), abs=0.12)
        place = label(axes, f"β = {beta:g}").get_position()
        assert np.hypot(place[0] - x, place[1] - y) < 1
    line = curve(axes, MUTED)
    assert line[0] + line[1] == pytest.approx(np.full(2, latent[2] + pixels[2]))
    # What the words for the picture say: no other dot is below the line.
    assert all(np.delete(latent + pixels, 2) > latent[2] + pixels[2])
