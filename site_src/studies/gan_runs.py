"""What is read off the runs of the small GAN: how far its draws are from the data, and what its discriminator knows."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy.stats import norm

from extrabits import js_divergence
from extrabits._checks import Array
from studies.gan import CENTRE, EDGES, RATE, WIDTH, Run, trained

SEEDS = range(4)
LATE = 10  # checks at the end


class Setting(NamedTuple):
    """How a network is trained: steps of the discriminator for one of the generator, and their size."""

    discriminator_steps: int
    rate: float


USUAL, FIVE, SMALL = Setting(1, RATE), Setting(5, RATE), Setting(1, RATE / 10)


def run(seed: int, setting: Setting = USUAL) -> Run:
    """One of the runs."""
    return trained(seed, setting.discriminator_steps, setting.rate)


@cache
def data_law() -> Array:
    """How probable the data makes each bin; what lies outside counts in the outer bins."""
    edges = np.r_[-np.inf, EDGES[1:-1], np.inf]
    return np.asarray(np.diff(norm.cdf(edges, -CENTRE, WIDTH) + norm.cdf(edges, CENTRE, WIDTH)) / 2)


def divergences(seed: int, setting: Setting = USUAL) -> Array:
    """At each check, the Jensen–Shannon divergence in bits of the generator's draws from the data, by bins."""
    return np.array([js_divergence(data_law(), row / row.sum()) for row in run(seed, setting).counts])


def known(seed: int, setting: Setting = USUAL) -> Array:
    """At each check, how many bits the discriminator knows of whether an outcome is data."""
    return np.asarray(1 - run(seed, setting).losses / np.log(2))


def lowest(seed: int, setting: Setting = USUAL) -> tuple[int, float]:
    """The step of the check with the least divergence, and that."""
    found = divergences(seed, setting)
    at = int(found.argmin())
    return int(run(seed, setting).steps[at]), float(found[at])


def late(seed: int, setting: Setting = USUAL) -> tuple[float, float]:
    """The mean divergence of the last checks, and what the discriminator knew then."""
    return float(divergences(seed, setting)[-LATE:].mean()), float(known(seed, setting)[-LATE:].mean())


def share_rising(after: int, setting: Setting = USUAL) -> float:
    """In what share of the checks after a step, of all seeds, the divergence was larger than at the check before."""
    rising = [np.diff(divergences(seed, setting))[run(seed, setting).steps[1:] > after] > 0 for seed in SEEDS]
    return float(np.mean(rising))


def moved(seed: int, setting: Setting = USUAL) -> float:
    """The mean divergence, in bits, of the draws at one of the last checks from those at the check before."""
    laws = [row / row.sum() for row in run(seed, setting).counts[-LATE - 1 :]]
    return float(np.mean([js_divergence(before, after) for before, after in pairwise(laws)]))


def known_at_rest(seed: int, setting: Setting = USUAL) -> float:
    """How many bits the last discriminator knows after as many steps against a generator that rests."""
    return float(1 - run(seed, setting).patient_loss / np.log(2))
