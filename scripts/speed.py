"""Print how long D(p‖q) and the entropy take here and elsewhere, side by side in one run, and as multiples of numpy's.

Every way computes the same number from the same float64 arrays; only this package and scipy.stats check them. The ways
take turns, on one thread, and medians of processor time are printed: a busy machine slows all of them alike. PyTorch
and dit take part where scripts/libraries.py has installed them.
"""

import importlib
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import environment

LIBRARIES = environment.ROOT / ".venv-libraries"

if __name__ == "__main__" and Path(sys.prefix) != LIBRARIES:
    environment.enter()
    environment.asked(__doc__)
    if LIBRARIES.exists():
        python = LIBRARIES / environment.PYTHON.relative_to(environment.VENV)
        environment.run(python, __file__, env={"PYTHONPATH": str(environment.ROOT / "site_src")})
        sys.exit()

import numpy as np
import scipy.special
import scipy.stats

import extrabits as xb

Way = Callable[[Any, Any], Any]
SHAPES = {"10": (10,), "10³": (1000,), "10⁶": (10**6,), "10⁵ × 10": (10**5, 10), "10⁴ × 100": (10**4, 100)}
NUMPY = "plain numpy"  # the yardstick
ROUNDS = 15
STINT = 0.002  # seconds: as many calls are timed together


def divergences() -> dict[str, Way]:
    """The ways to compute D(p‖q) along the last axis."""
    ways: dict[str, Way] = {
        "extrabits": xb.kl_divergence,
        NUMPY: lambda p, q: np.sum(p * np.log2(p / q), axis=-1),
        "scipy.special": lambda p, q: scipy.special.rel_entr(p, q).sum(-1),
        "scipy.stats": lambda p, q: scipy.stats.entropy(p, q, axis=-1),
    }
    if torch := _installed("torch"):
        torch.set_num_threads(1)
        ways["torch"] = lambda p, q: torch.special.xlogy(torch.from_numpy(p), torch.from_numpy(p / q)).sum(-1)
    return ways


def entropies() -> dict[str, Way]:
    """The ways to compute the entropy of p along the last axis."""
    ways: dict[str, Way] = {
        "extrabits": lambda p, _: xb.entropy(p),
        NUMPY: lambda p, _: -np.sum(p * np.log2(p), axis=-1),
        "scipy.special": lambda p, _: scipy.special.entr(p).sum(-1),
        "scipy.stats": lambda p, _: scipy.stats.entropy(p, axis=-1),
    }
    if torch := _installed("torch"):
        ways["torch"] = lambda p, _: torch.special.entr(torch.from_numpy(p)).sum(-1)
    if dit := _installed("dit"):
        # It takes one law at a time.
        ways["dit"] = lambda p, _: [dit.shannon.entropy_pmf(law) for law in np.atleast_2d(p)]
    return ways


def seconds(ways: dict[str, Way], p: Any, q: Any) -> dict[str, list[float]]:
    """The times of one call of each way, in rounds in which they take turns."""
    calls = {name: max(1, int(STINT / _one_call(way, p, q, 1))) for name, way in ways.items()}
    rounds = [{name: _one_call(way, p, q, calls[name]) for name, way in ways.items()} for _ in range(ROUNDS)]
    return {name: [one[name] for one in rounds] for name in ways}


def _one_call(way: Way, p: Any, q: Any, calls: int) -> float:
    begin = time.thread_time()
    for _ in range(calls):
        way(p, q)
    return (time.thread_time() - begin) / calls


def table(title: str, ways: dict[str, Way], laws: dict[str, tuple[Any, Any]]) -> None:
    """Print the medians of times and, in brackets, of the quotients of each round."""
    times = {size: seconds(ways, *pair) for size, pair in laws.items()}
    print(f"\n{title:<36}" + "".join(f"{size:>20}" for size in laws))
    for name in ways:
        cells = (_cell(times[size][name], times[size][NUMPY]) for size in laws)
        print(f"{name:<36}" + "".join(f"{cell:>20}" for cell in cells))


def _cell(own: list[float], numpy: list[float]) -> str:
    times = statistics.median(a / b for a, b in zip(own, numpy, strict=True))
    return f"{1e6 * statistics.median(own):.1f} ({times:.1f} ×)"


def _installed(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def main() -> None:
    """Print the tables."""
    rng = np.random.default_rng(0)
    far = {size: tuple(xb.normalize(rng.exponential(size=(2, *shape)))) for size, shape in SHAPES.items()}
    near = {size: (p, xb.normalize(p * rng.uniform(0.95, 1.05, p.shape))) for size, (p, _) in far.items()}
    for name in ("torch", "dit"):
        print(f"{name}: {'installed' if _installed(name) else 'not installed'}")
    table("D(p‖q), µs a call (× numpy's)", divergences(), far)
    table("the same, q within 5 % of p", divergences(), near)
    table("entropy, µs a call (× numpy's)", entropies(), far)


if __name__ == "__main__":
    main()
