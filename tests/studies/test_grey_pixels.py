"""Sums and means of the loss on grey pixels, by the binomial law and by loops."""

import math
from collections import Counter

import numpy as np
import pytest
from scipy.special import comb
from scipy.stats import binom, norm

from studies import bit_pictures, digits, grey_pixels
from studies.variational_autoencoder import autoencoder, decode, encode


def test_total() -> None:
    """Each level is a geometric step from the last."""
    for chance in (0.5, 0.9):
        ratio = (chance / (1 - chance)) ** (1 / 16)
        steps = 17 if ratio == 1 else (ratio**17 - 1) / (ratio - 1)
        assert grey_pixels.total(chance) == pytest.approx((1 - chance) * steps)


def test_binary_cross_entropy() -> None:
    heads = np.arange(17)
    said = -np.log(comb(16, heads) * 0.3**heads * 0.7 ** (16 - heads))
    assert 16 * grey_pixels.binary_cross_entropy(heads / 16, 0.3) == pytest.approx(said + np.log(comb(16, heads)))


def test_floor() -> None:
    test = digits.split(bit_pictures.SEED)[2].pixels[:, :64]
    greys = [x for x in test.ravel().tolist() if 0 < x < 1]
    total = -sum(x * math.log(x) + (1 - x) * math.log(1 - x) for x in greys)
    assert grey_pixels.floor() == pytest.approx(total / len(test))


@pytest.mark.parametrize("beta", [1.0, 1 / 16])
def test_trained(beta: float) -> None:
    """With other draws, the binomial law's own logarithms, and the densities of both Gaussians."""
    weights, pictures = list(autoencoder(8, beta, 0, grey=True)[:8]), bit_pictures.held_out(grey=True)
    _, mean, sd = encode(weights, pictures)
    rng, bits, reported = np.random.default_rng(9), [], []
    for _ in range(60):
        latents = rng.normal(mean, sd)
        chances = 1 / (1 + np.exp(-decode(weights, latents)[1]))
        latent = (norm.logpdf(latents, mean, sd) - norm.logpdf(latents)).sum(axis=1)
        bits.append(-binom(16, chances).logpmf(np.rint(16 * pictures)).sum(axis=1) + latent)
        loss = -pictures * np.log(chances) - (1 - pictures) * np.log(1 - chances)
        reported.append(loss.sum(axis=1) + latent)
    bill = grey_pixels.trained(beta)
    assert bill.bits == pytest.approx(np.mean(bits) / np.log(2), abs=0.3)
    assert bill.reported == pytest.approx(np.mean(reported), abs=0.05)


def test_by_histograms() -> None:
    training, test = (
        np.rint(16 * part(grey=True)).astype(int) for part in (bit_pictures.training, bit_pictures.held_out)
    )
    total = 0.0
    for learned, met in zip(training.T.tolist(), test.T.tolist(), strict=True):
        seen = Counter(learned)
        total -= sum(math.log2((seen[level] + 1 / 17) / (1047 + 1)) for level in met)
    assert grey_pixels.by_histograms() == pytest.approx(total / 750)
