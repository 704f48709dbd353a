"""What the variational autoencoder pays for pictures, in bits: its two terms, the exact length, and what lies between.

With two latent numbers the integral over the plane is a sum over a grid. Its weights add up to 1, so the grid is a law
of its own, and the lengths are those of a code whatever the integral is.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
from scipy.special import expit, logsumexp

from extrabits._checks import Array
from studies import bit_pictures
from studies.variational_autoencoder import Autoencoder, autoencoder, decode, encode, terms

SEED = 0
PLANE, WIDE = 2, 8
BETAS = (1 / 4, 1 / 2, 1.0, 2.0, 4.0, 8.0, 64.0)
DRAWS = 100  # from q(z|x), for each picture
WEIGHED = 1000  # the same, where each has a weight
NODES = 12  # in each direction
SAMPLES = 2000
EDGE, POINTS = 6, 121
AT_ONCE = 200  # pictures: more would not fit into memory
ACTIVE = 0.01  # the least variance of a mean that follows the picture
NAT = 1 / np.log(2)


class Bill(NamedTuple):
    """Bits of each picture of the test: for the pixels given the latent numbers, and for these."""

    pixels: Array
    latent: Array

    @property
    def bits(self) -> float:
        """What a picture costs on average."""
        return float((self.pixels + self.latent).mean())


def model(dimensions: int = PLANE, beta: float = 1.0, seed: int = SEED) -> Autoencoder:
    """The autoencoder with so many latent numbers."""
    return autoencoder(dimensions, float(beta), seed)


def weights(dimensions: int = PLANE, beta: float = 1.0, seed: int = SEED) -> list[Array]:
    """Its weights and shifts."""
    return list(model(dimensions, beta, seed)[:-1])


@cache
def bill(dimensions: int = PLANE, beta: float = 1.0, seed: int = SEED) -> Bill:
    """The two terms on the test; the first is a mean over q(z|x)."""
    layers, pictures = weights(dimensions, beta, seed), bit_pictures.held_out()
    _, mean, sd = encode(layers, pictures)
    pixels = np.zeros(len(pictures))
    for noise, share in _noises(dimensions, len(pictures)):
        pixels -= share * _log_likelihood(decode(layers, mean + sd * noise)[1], pictures)
    _, latent = terms(layers, pictures, np.zeros_like(mean))  # which is the same whatever the noise
    return Bill(NAT * pixels, NAT * latent)


def _noises(dimensions: int, pictures: int) -> Iterator[tuple[Array, float]]:
    """Noise for each picture, and its share in the mean: the nodes of a quadrature on the plane, else random draws."""
    if dimensions == PLANE:
        nodes, shares = np.polynomial.hermite_e.hermegauss(NODES)
        shares /= shares.sum()
        for (x, y), (a, b) in zip(product(nodes, nodes), product(shares, shares), strict=True):
            yield np.tile([x, y], (pictures, 1)), float(a * b)
    else:
        rng = np.random.default_rng(1)
        for _ in range(DRAWS):
            yield rng.normal(size=(pictures, dimensions)), 1 / DRAWS


def active(dimensions: int, beta: float) -> int:
    """How many of the latent numbers have a mean that varies from picture to picture."""
    mean = encode(weights(dimensions, beta), bit_pictures.training()).mean
    return int((mean.var(axis=0) > ACTIVE).sum())


def weighted(count: int) -> float:
    """Bits of a picture, estimated by the mean of so many importance weights: on average over groups of the draws."""
    groups = _log_weights().reshape(WEIGHED // count, count, -1)
    return float(-NAT * (logsumexp(groups, axis=1) - np.log(count)).mean())


@cache
def _log_weights() -> Array:
    """ln of p(x, z) / q(z|x), for so many draws (rows) for each picture of the test (columns)."""
    layers, pictures = weights(), bit_pictures.held_out()
    _, mean, sd = encode(layers, pictures)
    rng, rows = np.random.default_rng(2), []
    for _ in range(WEIGHED):
        noise = rng.normal(size=mean.shape)
        codes = mean + sd * noise
        log_ratio = ((noise**2 - codes**2) / 2 + np.log(sd)).sum(axis=1)
        rows.append(_log_likelihood(decode(layers, codes)[1], pictures) + log_ratio)
    return np.array(rows)


def _log_likelihood(logits: Array, pictures: Array) -> Array:
    """ln p(x|z) of each picture with its own logits."""
    return np.asarray((pictures * logits - np.logaddexp(0, logits)).sum(axis=-1))


@cache
def grid() -> tuple[Array, Array]:
    """Points of the plane, and the logarithms of their weights, in step with the prior and adding up to 1."""
    along = np.linspace(-EDGE, EDGE, POINTS)
    points = np.stack(np.meshgrid(along, along), axis=-1).reshape(-1, PLANE)
    logs = -(points**2).sum(axis=1) / 2
    return points, logs - logsumexp(logs)


def on_grid(pictures: Array, seed: int = SEED) -> Array:
    """ln p(x|z) of each picture at each point."""
    _, logits = decode(weights(seed=seed), grid()[0])
    return np.asarray(pictures @ logits.T - np.logaddexp(0, logits).sum(axis=1))


def best_bounds(pictures: Array, beta: float, seed: int = SEED) -> Array:
    """Of each picture: the largest E ln p(x|z) − β D(q(z)‖p(z)) over all laws q on the plane, in nats."""
    parts = [pictures[i : i + AT_ONCE] for i in range(0, len(pictures), AT_ONCE)]
    return np.concatenate([beta * logsumexp(on_grid(part, seed) / beta + grid()[1], axis=1) for part in parts])


@cache
def exact(seed: int = SEED) -> Array:
    """Bits of each picture of the test, −log₂ p(x)."""
    return np.asarray(-NAT * best_bounds(bit_pictures.held_out(), 1, seed))


@cache
def best_loss(beta: float) -> float:
    """Mean over the test of the least loss that an encoder without limits reaches, in bits."""
    return float(-NAT * best_bounds(bit_pictures.held_out(), beta).mean())


def share_of_worst_tenth() -> float:
    """What part of all the gaps the tenth of the pictures with the largest has."""
    falling = np.sort(gaps())[::-1]
    return float(falling[: len(falling) // 10].sum() / falling.sum())


@cache
def worst() -> int:
    """The picture of the test with the largest gap."""
    return int(gaps().argmax())


def typical() -> int:
    """The picture of the test with the median gap."""
    order = np.argsort(gaps())
    return int(order[len(order) // 2])


def posterior(picture: int) -> Array:
    """p(z|x) of a picture of the test, at the points of the grid."""
    logs = on_grid(bit_pictures.held_out()[[picture]])[0] + grid()[1]
    return np.asarray(np.exp(logs - logsumexp(logs)))


@cache
def gaps() -> Array:
    """Bits of each picture of the test by which the bound misses −log₂ p(x): D(q(z|x)‖p(z|x))."""
    return bill().pixels + bill().latent - exact()


def size() -> int:
    """How many weights and shifts the model with two latent numbers has."""
    return sum(each.size for each in weights())


@cache
def budget(beta: float) -> float:
    """The sum over all pictures of e to the best bound, estimated from pictures that the model draws."""
    pictures = samples(SAMPLES)
    return float(np.exp(best_bounds(pictures, beta) - best_bounds(pictures, 1)).mean())


@cache
def samples(count: int) -> Array:
    """Pictures that the model draws: a point from the prior, then each pixel."""
    rng = np.random.default_rng(3)
    _, logits = decode(weights(), rng.normal(size=(count, PLANE)))
    return np.asarray(rng.random(logits.shape) < expit(logits), dtype=float)


@cache
def shared() -> tuple[float, float]:
    """Bits on average over the training: D(q(z|x)‖q(z)), which is I(X; Z), and D(q(z)‖p(z)), q(z) being the mixture."""
    _, mean, sd = encode(weights(), bit_pictures.training())
    noise = np.random.default_rng(4).normal(size=(8, *mean.shape))
    codes = (mean + sd * noise).reshape(-1, PLANE)
    own = -((noise**2) / 2 + np.log(sd)).sum(axis=-1).ravel()
    mixture = [logsumexp((-(((z - mean) / sd) ** 2) / 2 - np.log(sd)).sum(axis=1)) for z in codes]
    mixed = np.array(mixture) - np.log(len(mean))
    prior = -(codes**2).sum(axis=1) / 2
    return float(NAT * (own - mixed).mean()), float(NAT * (mixed - prior).mean())
