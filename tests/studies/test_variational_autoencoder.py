"""The autoencoder by another way: gradients by differences, one step of Adam by hand, and a loss picture by picture."""

import re

import numpy as np
import pytest
from scipy.stats import multivariate_normal

from environment import ROOT
from extrabits import Normal, kl_divergence
from studies import bit_pictures
from studies import variational_autoencoder as study

PICTURES = bit_pictures.held_out()[:3]


def start(dimensions: int = 2) -> list[np.ndarray]:
    rng = np.random.default_rng(5)
    return [w + 0.3 * rng.normal(size=w.shape) for w in study._start(bit_pictures.training(), dimensions, rng)]


def loss(weights: list[np.ndarray], noise: np.ndarray, beta: float) -> float:
    """Written out, picture by picture and pixel by pixel."""
    total = 0.0
    for picture, epsilon in zip(PICTURES, noise, strict=True):
        out = np.tanh(picture @ weights[0] + weights[1]) @ weights[2] + weights[3]
        mean, variance = out[: len(epsilon)], np.exp(out[len(epsilon) :])
        latent = mean + np.sqrt(variance) * epsilon
        chances = 1 / (1 + np.exp(-(np.tanh(latent @ weights[4] + weights[5]) @ weights[6] + weights[7])))
        total -= sum(np.log(p if bit else 1 - p) for p, bit in zip(chances, picture, strict=True))
        total += beta * sum(
            kl_divergence(Normal(m, v**0.5), Normal(0, 1), base=np.e) for m, v in zip(mean, variance, strict=True)
        )
    return float(total / len(PICTURES))


@pytest.mark.parametrize("beta", [0.25, 1.0, 4.0])
def test_gradients_by_differences(beta: float) -> None:
    rng = np.random.default_rng(1)
    weights, noise = start(), rng.normal(size=(3, 2))
    found = study.gradients(weights, PICTURES, noise, beta)
    assert [g.shape for g in found] == [w.shape for w in weights]
    for layer, slope in zip(weights, found, strict=True):
        for place in rng.choice(layer.size, 3, replace=False):
            at, ends = np.unravel_index(place, layer.shape), []
            for step in (1e-5, -2e-5):
                layer[at] += step
                ends.append(loss(weights, noise, beta))
            layer[at] += 1e-5
            assert slope[at] == pytest.approx((ends[0] - ends[1]) / 2e-5, abs=2e-6)


def test_terms() -> None:
    noise = np.random.default_rng(2).normal(size=(3, 2))
    pixels, latent = study.terms(start(), PICTURES, noise)
    assert (pixels + 4 * latent).mean() == pytest.approx(loss(start(), noise, 4))


def test_the_encoder_s_gaussian_is_where_its_latents_are() -> None:
    weights = start()
    _, mean, sd = study.encode(weights, PICTURES)
    noise = np.random.default_rng(3).normal(size=(3, 2))
    density = [
        multivariate_normal(m, np.diag(s**2)).logpdf(z) for m, s, z in zip(mean, sd, mean + sd * noise, strict=True)
    ]
    standard = multivariate_normal(np.zeros(2)).logpdf(noise)
    assert density == pytest.approx(standard - np.log(sd).sum(axis=1))


def test_the_first_loss_is_that_of_coins() -> None:
    """And the training leaves it far below."""
    path = study.autoencoder(2, 1.0, 0).path
    share = (bit_pictures.training().sum(axis=0) + 0.5) / 1048
    coins = -np.log(np.where(bit_pictures.held_out() == 1, share, 1 - share)).sum(axis=1).mean()
    assert path[0][1:].sum() == pytest.approx(coins, abs=0.1)
    assert path[-1][1:].sum() < 0.85 * coins
    assert path[:, 0].tolist() == study.KEPT


def test_what_is_trained_hardly_depends_on_rounding(monkeypatch: pytest.MonkeyPatch) -> None:
    """So its digits are the same on other processors: disturbed a little, it ends where it would have."""
    begin = study._start

    def disturbed(pictures: np.ndarray, dimensions: int, rng: np.random.Generator) -> list[np.ndarray]:
        other = np.random.default_rng(9)
        return [w * (1 + 1e-9 * other.normal(size=w.shape)) for w in begin(pictures, dimensions, rng)]

    monkeypatch.setattr(study, "_start", disturbed)
    again = study.autoencoder.__wrapped__(2, 1.0, 0)  # type: ignore[attr-defined]
    assert again.path == pytest.approx(study.autoencoder(2, 1.0, 0).path, abs=1e-3)


def test_the_lines_on_the_page_have_the_same_gradients() -> None:
    page = (ROOT / "docs/uses/variational-autoencoder.md").read_text(encoding="utf-8")
    found = re.search(r"(?s)>>> (def loss_and_slopes.*?)\.\.\.\n>>> ", page)
    assert found
    lines = "\n".join(line.removeprefix("... ") for line in found[1].splitlines())
    room: dict[str, object] = {"np": np, "expit": lambda a: 1 / (1 + np.exp(-a)), "weights": start()}
    exec(lines, room)
    noise = np.random.default_rng(4).normal(size=(3, 2))
    total, slopes = room["loss_and_slopes"](PICTURES, noise, 0.5)  # type: ignore[operator]
    assert total / 3 == pytest.approx(loss(start(), noise, 0.5))
    for shown, kept in zip(slopes, study.gradients(start(), PICTURES, noise, 0.5), strict=True):
        assert shown / 3 == pytest.approx(kept)
