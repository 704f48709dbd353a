"""Binary cross-entropy on pixels with 17 levels of grey, k sixteenths of ink: what it is not, and what it is."""

from functools import cache
from typing import NamedTuple

import numpy as np
from scipy.special import gammaln, xlogy

from extrabits import binary_entropy
from extrabits._checks import Array
from studies import bit_pictures, coded_pictures
from studies.variational_autoencoder import autoencoder, terms

LEVELS = 16


class Bill(NamedTuple):
    """Binary cross-entropy and latent in nats, as people report it, and the bits of the binomial code."""

    reported: float
    bits: float


def binary_cross_entropy(ink: Array | float, chance: float) -> Array:
    """−x ln p − (1 − x) ln(1 − p), in nats."""
    return np.asarray(-xlogy(ink, chance) - xlogy(1 - np.asarray(ink), 1 - chance))


def total(chance: float) -> float:
    """What e to the minus that adds up to over all levels; it would be 1 for a law on the levels."""
    return float(np.exp(-binary_cross_entropy(np.arange(LEVELS + 1) / LEVELS, chance)).sum())


@cache
def floor() -> float:
    """The mean loss of a picture of the test, in nats, where every pixel is foretold exactly."""
    return float(binary_entropy(bit_pictures.held_out(grey=True), base=np.e).sum(axis=1).mean())


@cache
def trained(beta: float) -> Bill:
    """Trained with β times the price of eight latent numbers, on the test."""
    weights = list(autoencoder(coded_pictures.WIDE, beta, coded_pictures.SEED, grey=True)[:-1])
    pictures = bit_pictures.held_out(grey=True)
    noise = np.random.default_rng(1).normal(size=(coded_pictures.DRAWS, len(pictures), coded_pictures.WIDE))
    drawn = [terms(weights, pictures, each) for each in noise]
    loss, latent = float(np.mean([pixels for pixels, _ in drawn])), float(drawn[0][1].mean())
    heads = LEVELS * pictures
    ways = float((gammaln(LEVELS + 1) - gammaln(heads + 1) - gammaln(LEVELS - heads + 1)).sum(axis=1).mean())
    return Bill(loss + latent, float(coded_pictures.NAT * (LEVELS * loss - ways + latent)))


@cache
def by_histograms() -> float:
    """Bits a picture of the test, the levels of each pixel counted in training; one picture more over all levels."""
    training, test = bit_pictures.training(grey=True), bit_pictures.held_out(grey=True)
    bits = 0.0
    for learned, met in zip(training.T, test.T, strict=True):
        counts = np.bincount(np.rint(LEVELS * learned).astype(int), minlength=LEVELS + 1) + 1 / (LEVELS + 1)
        bits -= float(np.log2(counts[np.rint(LEVELS * met).astype(int)] / counts.sum()).mean())
    return bits
