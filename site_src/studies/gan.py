"""A generative adversarial network in one dimension: sixteen units each, learning a law with two humps from draws.

Such training amplifies whatever differs, the last bits of a sum included. So gradients are rounded to a millionth: then
every processor trains the same network.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import expit

from extrabits._checks import Array
from store.fitted import fitted

STEPS, EVERY, BATCH, HIDDEN = 4000, 100, 64, 16
RATE = 0.01
DIGITS = 6  # of a gradient, after the point
SAMPLE = 5000
CENTRE, WIDTH = 2.0, 0.5
EDGES = np.linspace(-5, 5, 51)

Weights = list[Array]


class Run(NamedTuple):
    """What was seen every so many steps: draws of the generator in each bin, and the discriminator's mean log loss."""

    steps: Array
    counts: Array  # checks by bins; what lies outside counts in the outer bins
    losses: Array  # nats, on fresh draws of both kinds
    patient_loss: float  # of the last discriminator, once it had as many steps again against a generator that rests


@fitted(seconds=2)
def trained(seed: int, discriminator_steps: int = 1, rate: float = RATE) -> Run:
    """Each step: so many steps of the discriminator, and one of the generator down the mean of −ln d."""
    rng = np.random.default_rng(seed)
    generator, discriminator = _network(rng), _network(rng)
    downhill = _Adam(generator, rate), _Adam(discriminator, rate)
    seen = []
    for step in range(STEPS + 1):
        if step % EVERY == 0:
            seen.append((step, *_look(generator, discriminator, step)))
        for _ in range(discriminator_steps):
            downhill[1].step(_gradient_of_log_loss(discriminator, _batch(generator, rng)))
        noise = rng.normal(size=(BATCH, 1))
        hidden, made = _output(generator, noise)
        inner, logits = _output(discriminator, made)
        _, by_made = _backwards(discriminator, made, inner, (expit(logits) - 1) / BATCH)
        downhill[0].step(_backwards(generator, noise, hidden, by_made)[0])
    for _ in range(STEPS):
        downhill[1].step(_gradient_of_log_loss(discriminator, _batch(generator, rng)))
    steps, counts, losses = map(np.array, zip(*seen, strict=True))
    return Run(steps, counts, losses, _look(generator, discriminator, STEPS)[1])


def draws(rng: np.random.Generator, number: int) -> Array:
    """Data: half of it from either hump."""
    centres = np.where(rng.random((number, 1)) < 0.5, -CENTRE, CENTRE)
    return centres + WIDTH * rng.normal(size=(number, 1))


def _network(rng: np.random.Generator) -> Weights:
    return [
        rng.normal(size=(1, HIDDEN)),
        rng.normal(size=HIDDEN) / 2,
        rng.normal(size=(HIDDEN, 1)) / np.sqrt(HIDDEN),
        np.zeros(1),
    ]


def _output(weights: Weights, x: Array) -> tuple[Array, Array]:
    """What the hidden units say, and what comes out: a number made, or a logit."""
    hidden = np.tanh(x @ weights[0] + weights[1])
    return hidden, hidden @ weights[2] + weights[3]


def _backwards(weights: Weights, x: Array, hidden: Array, by_output: Array) -> tuple[Weights, Array]:
    """The gradient by the weights and by what went in, from that by what came out."""
    by_hidden = (by_output @ weights[2].T) * (1 - hidden**2)
    return [x.T @ by_hidden, by_hidden.sum(0), hidden.T @ by_output, by_output.sum(0)], by_hidden @ weights[0].T


def _batch(generator: Weights, rng: np.random.Generator) -> Array:
    """Draws from the data, and as many that were made."""
    made = _output(generator, rng.normal(size=(BATCH, 1)))[1]
    return np.vstack([draws(rng, BATCH), made])


def _gradient_of_log_loss(discriminator: Weights, x: Array) -> Weights:
    """Of the sum of two means: x begins with data, and as much was made."""
    data = np.repeat([1.0, 0.0], len(x) // 2)[:, None]
    hidden, logits = _output(discriminator, x)
    return _backwards(discriminator, x, hidden, 2 * (expit(logits) - data) / len(x))[0]


def _look(generator: Weights, discriminator: Weights, step: int) -> tuple[Array, float]:
    """How many of the generator's draws fall into each bin, and the discriminator's log loss on these and on data."""
    rng = np.random.default_rng(10_000 + step)  # of its own, so that looking changes nothing
    made, data = _output(generator, rng.normal(size=(SAMPLE, 1)))[1], draws(rng, SAMPLE)
    counts, _ = np.histogram(np.clip(made, EDGES[0], EDGES[-1]), EDGES)
    surprise = np.logaddexp(0, -_output(discriminator, data)[1]), np.logaddexp(0, _output(discriminator, made)[1])
    return counts, float((surprise[0].mean() + surprise[1].mean()) / 2)


class _Adam:
    """Steps downhill, each weight's by the size that its gradient has had of late (Kingma & Ba 2015)."""

    MEMORY = 0.5, 0.9

    def __init__(self, weights: Weights, rate: float) -> None:
        self.weights, self.rate, self.forgotten = weights, rate, [1.0, 1.0]
        self.mean, self.square = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]

    def step(self, gradient: Weights) -> None:
        first, second = self.MEMORY
        self.forgotten = [self.forgotten[0] * first, self.forgotten[1] * second]
        for weight, exact, mean, square in zip(self.weights, gradient, self.mean, self.square, strict=True):
            g = np.round(exact, DIGITS)
            mean += (1 - first) * (g - mean)
            square += (1 - second) * (g**2 - square)
            scale = np.sqrt(square / (1 - self.forgotten[1])) + 1e-8
            weight -= self.rate * mean / (1 - self.forgotten[0]) / scale
