"""What the checks and the exact terms cost beside plain numpy: a small multiple of its time, a few blocks of memory."""

import math
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import extrabits as xb

# Where this was written the multiples for D are 3.3, 2.5, 1.4 and 1.5; the limits leave room for another processor.
MOST = {(10,): 8.0, (1000,): 6.0, (10**6,): 2.2, (10**5, 10): 2.2}
PATIENCE = 20  # seconds in which a busy machine may find a moment for both
PLAIN: dict[str, Callable[..., Any]] = {
    "kl_divergence": lambda p, q: np.sum(p * np.log2(p / q), axis=-1),
    "entropy": lambda p: -np.sum(p * np.log2(p), axis=-1),
}


def best(call: Callable[[], object], numbers: int) -> float:
    """Processor time of one call, the least of three stints."""
    calls, times = max(1, 20_000 // numbers), []
    for _ in range(3):
        begin = time.thread_time()
        for _ in range(calls):
            call()
        times.append((time.thread_time() - begin) / calls)
    return min(times)


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("shape", MOST, ids=str)
def test_the_time_is_a_small_multiple_of_that_of_numpy(name: str, shape: tuple[int, ...]) -> None:
    laws = xb.normalize(np.random.default_rng(0).exponential(size=(2, *shape)))[: 2 if name == "kl_divergence" else 1]
    own, plain, end = math.inf, math.inf, time.monotonic() + PATIENCE
    while own > MOST[shape] * plain or own == math.inf:
        own = min(own, best(lambda: getattr(xb, name)(*laws), laws[0].size))
        plain = min(plain, best(lambda: PLAIN[name](*laws), laws[0].size))
        assert time.monotonic() < end, f"{own / plain:.1f} times as long as plain numpy"


@pytest.mark.parametrize("axis", [-1, 0])
@pytest.mark.parametrize("shape", [(10**6,), (2, 10**6), (10**4, 100)], ids=str)
def test_large_laws_take_a_few_blocks_of_memory(shape: tuple[int, ...], axis: int) -> None:
    rng = np.random.default_rng(0)
    p, q = xb.normalize(rng.exponential(size=(2, *shape)))
    near, sparse = xb.normalize(p * rng.uniform(0.95, 1.05, shape)), xb.normalize(np.maximum(p - q, 0))
    laws = [np.moveaxis(law, -1, axis) for law in (p, q, near, sparse)]
    for other in laws[1:]:
        for a, b in ((laws[0], other), (other, laws[0])):
            tracemalloc.start()
            xb.kl_divergence(a, b, axis=axis)
            xb.entropy(b, axis=axis)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            assert peak < p.nbytes / 3
