"""A variational autoencoder for pictures of 64 bits: one hidden layer on either side, gradients by hand, Adam."""

from typing import NamedTuple

import numpy as np
from scipy.special import expit

from extrabits._checks import Array
from store.fitted import fitted
from studies import bit_pictures

HIDDEN = 64
EPOCHS, BATCH, RATE = 400, 100, 0.003
KEPT = sorted({*range(1, 20), *np.geomspace(20, EPOCHS, 25).astype(int).tolist()})


class Autoencoder(NamedTuple):
    """The weights and shifts of four layers, and a row for each epoch kept: its number and the two terms in nats."""

    encoder_in: Array
    encoder_in_shift: Array
    encoder_out: Array
    encoder_out_shift: Array
    decoder_in: Array
    decoder_in_shift: Array
    decoder_out: Array
    decoder_out_shift: Array
    path: Array


class Encoded(NamedTuple):
    """Of each picture: the hidden layer, and the mean and the standard deviation of its code in each coordinate."""

    hidden: Array
    mean: Array
    sd: Array


@fitted(seconds=2)
def autoencoder(dimensions: int, beta: float, seed: int, grey: bool = False) -> Autoencoder:
    """The weights with a low mean of −ln p(x|z) + β D(q(z|x)‖p(z)), and the two terms on the way, on the test.

    With grey pixels the first is their binary cross-entropy, which is no −ln p(x|z).
    """
    rng = np.random.default_rng(seed)
    pictures, kept = bit_pictures.training(grey=grey), bit_pictures.held_out(grey=grey)
    weights = _start(pictures, dimensions, rng)
    noise = rng.normal(size=(len(kept), dimensions))
    slope, square = ([np.zeros_like(w) for w in weights] for _ in range(2))
    path, step, batches = [], 0, len(pictures) // BATCH
    for epoch in range(1, EPOCHS + 1):
        for chosen in rng.permutation(len(pictures))[: batches * BATCH].reshape(batches, BATCH):
            step += 1
            found = gradients(weights, pictures[chosen], rng.normal(size=(BATCH, dimensions)), beta)
            for w, m, v, g in zip(weights, slope, square, found, strict=True):
                m += 0.1 * (g - m)
                v += 0.001 * (g * g - v)
                size = RATE * (1 - step / (EPOCHS * batches))
                w -= size * m / (1 - 0.9**step) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
        if epoch in KEPT:
            path.append([epoch, *(term.mean() for term in terms(weights, kept, noise))])
    return Autoencoder._make([*weights, np.array(path)])


def _start(pictures: Array, dimensions: int, rng: np.random.Generator) -> list[Array]:
    """Small random weights, codes near the prior, and pixels as likely as they are."""
    share = (pictures.sum(axis=0) + 1 / 2) / (len(pictures) + 1)
    sizes = [(64, HIDDEN, 1.0), (HIDDEN, 2 * dimensions, 0.1), (dimensions, HIDDEN, 1.0), (HIDDEN, 64, 0.1)]
    weights: list[Array] = []
    for inputs, outputs, scale in sizes:
        weights += [scale * rng.normal(size=(inputs, outputs)) / np.sqrt(inputs), np.zeros(outputs)]
    weights[-1] = np.log(share / (1 - share))
    return weights


def encode(weights: list[Array], pictures: Array) -> Encoded:
    """The Gaussian q(z|x) of each picture; the outputs are its means and the logarithms of its variances."""
    hidden = np.tanh(pictures @ weights[0] + weights[1])
    mean, log_variance = np.split(hidden @ weights[2] + weights[3], 2, axis=-1)
    return Encoded(hidden, mean, np.exp(log_variance / 2))


def decode(weights: list[Array], codes: Array) -> tuple[Array, Array]:
    """The hidden layer, and the logits of the 64 pixels given each code."""
    hidden = np.tanh(codes @ weights[4] + weights[5])
    return hidden, hidden @ weights[6] + weights[7]


def terms(weights: list[Array], pictures: Array, noise: Array) -> tuple[Array, Array]:
    """−ln p(x|z) at one z drawn from q(z|x), and D(q(z|x)‖p(z)), of each picture, in nats, summed and not averaged."""
    _, mean, sd = encode(weights, pictures)
    _, logits = decode(weights, mean + sd * noise)
    pixels = (np.logaddexp(0, logits) - pictures * logits).sum(axis=-1)
    code = ((mean**2 + sd**2 - 1) / 2 - np.log(sd)).sum(axis=-1)
    return pixels, code


def gradients(weights: list[Array], pictures: Array, noise: Array, beta: float) -> list[Array]:
    """Of the mean over the pictures of −ln p(x|z) + β D(q(z|x)‖p(z)), by each of the weights, the noise held fixed."""
    n, decoder_in, decoder_out, encoder_out = len(pictures), weights[4], weights[6], weights[2]
    hidden, mean, sd = encode(weights, pictures)
    codes = mean + sd * noise
    late, logits = decode(weights, codes)
    by_logits = (expit(logits) - pictures) / n
    by_late = by_logits @ decoder_out.T * (1 - late**2)
    by_codes = by_late @ decoder_in.T
    by_mean = by_codes + beta * mean / n
    by_log_variance = by_codes * noise * sd / 2 + beta * (sd**2 - 1) / (2 * n)
    by_out = np.hstack([by_mean, by_log_variance])
    by_hidden = by_out @ encoder_out.T * (1 - hidden**2)
    layers = [(pictures, by_hidden), (hidden, by_out), (codes, by_late), (late, by_logits)]
    return [slope for into, by in layers for slope in (into.T @ by, by.sum(axis=0))]
