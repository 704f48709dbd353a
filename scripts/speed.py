"""Print how long D(p‖q) and the entropy take here and elsewhere, side by side in one run.

Every way computes the same number from the same float64 arrays; only this package and scipy.stats check them.
"""

import importlib
import math
import timeit
from collections.abc import Callable
from typing import Any

import environment

if __name__ == "__main__":
    environment.enter()

import numpy as np
import scipy.special
import scipy.stats

import extrabits as xb

Way = Callable[[Any, Any], Any]
SHAPES = {"10": (10,), "1000": (1000,), "1e6": (10**6,), "1e4 × 100": (10**4, 100)}


def divergences() -> dict[str, Way]:
    """The ways to compute D(p‖q) in nats along the last axis."""
    ways: dict[str, Way] = {
        "extrabits": lambda p, q: xb.kl_divergence(p, q, base=math.e),
        "naive numpy": lambda p, q: (p * np.log(p / q)).sum(-1),
        "scipy.special": lambda p, q: scipy.special.rel_entr(p, q).sum(-1),
        "scipy.stats": lambda p, q: scipy.stats.entropy(p, q, axis=-1),
    }
    if torch := _installed("torch"):
        ways["torch"] = lambda p, q: torch.special.xlogy(torch.from_numpy(p), torch.from_numpy(p / q)).sum(-1)
    return ways


def entropies() -> dict[str, Way]:
    """The ways to compute the entropy of p in nats along the last axis."""
    ways: dict[str, Way] = {
        "extrabits": lambda p, _: xb.entropy(p, base=math.e),
        "naive numpy": lambda p, _: -(p * np.log(p)).sum(-1),
        "scipy.special": lambda p, _: scipy.special.entr(p).sum(-1),
        "scipy.stats": lambda p, _: scipy.stats.entropy(p, axis=-1),
    }
    if torch := _installed("torch"):
        ways["torch"] = lambda p, _: torch.special.entr(torch.from_numpy(p)).sum(-1)
    if dit := _installed("dit"):
        # It takes one law at a time.
        ways["dit"] = lambda p, _: [dit.shannon.entropy_pmf(law) * math.log(2) for law in np.atleast_2d(p)]
    return ways


def seconds(way: Way, p: Any, q: Any) -> float:
    """The shortest time of one call in five rounds of about 50 ms."""
    way(p, q)
    timer = timeit.Timer(lambda: way(p, q))
    once = timer.timeit(1)
    number = max(1, int(0.05 / max(once, 1e-7)))
    return min(timer.repeat(5, number)) / number


def table(title: str, ways: dict[str, Way], laws: dict[str, tuple[Any, Any]]) -> None:
    """Print the times, and those of this package as multiples of others."""
    times = {name: {size: seconds(way, p, q) for size, (p, q) in laws.items()} for name, way in ways.items()}
    log = {size: seconds(lambda p, _: np.log(p), p, q) for size, (p, q) in laws.items()}
    print(f"\n{title}, µs a call{'':<10}" + "".join(f"{size:>12}" for size in laws))
    for name, row in [*times.items(), ("one np.log pass", log)]:
        print(f"{name:<32}" + "".join(f"{1e6 * time:>12.2f}" for time in row.values()))
    own = times["extrabits"]
    _ratios("faster than scipy.stats by", {size: times["scipy.stats"][size] / own[size] for size in laws})
    _ratios("np.log passes that it costs", {size: own[size] / log[size] for size in laws})


def _ratios(name: str, row: dict[str, float]) -> None:
    print(f"{name:<32}" + "".join(f"{ratio:>11.1f}×" for ratio in row.values()))


def _installed(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def main() -> None:
    """Print both tables."""
    rng = np.random.default_rng(0)
    laws = {size: tuple(xb.normalize(rng.exponential(size=(2, *shape)))) for size, shape in SHAPES.items()}
    for name in ("torch", "dit"):
        print(f"{name}: {'installed' if _installed(name) else 'not installed'}")
    table("D(p‖q)", divergences(), {size: (p, q) for size, (p, q) in laws.items()})
    table("entropy", entropies(), {size: (p, q) for size, (p, q) in laws.items()})


if __name__ == "__main__":
    main()
