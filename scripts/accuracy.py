"""Print how far the package is from fifty correct digits: the worst relative error in each regime, and its limit.

The regimes and their limits are those of the tests, in `tests/extrabits/regimes.py`; this prints what is reached.
"""

import math
import sys
from typing import Any

import environment

if __name__ == "__main__":
    environment.enter()

import numpy as np
from mpmath import mpf

import extrabits as xb

sys.path.insert(0, str(environment.ROOT / "tests" / "extrabits"))

from family_regimes import LIMITS  # those of finite laws, and its own
from regimes import Limit, Pair, relative_error, worst

CASES = 200
MANY = Limit("D(p‖q), 1e7 outcomes (one case, oracle: math.fsum)", 1e-14, lambda rng: ten_million(rng))


def main() -> None:
    """Print the table."""
    print(f"worst relative error of {CASES} random cases each, against mpmath at 50 digits\n")
    print(f"{'regime':<62}{'worst':>9}{'limit':>9}")
    kept = [report(regime, worst(regime, CASES)) for regime in LIMITS]
    kept.append(report(MANY, relative_error(*MANY.case(np.random.default_rng(0)))))
    sys.exit(not all(kept))


def report(regime: Limit, error: float) -> bool:
    """Print one line; whether the limit is kept."""
    kept = error <= regime.limit
    print(f"{regime.name:<62}{error:>9.1e}{regime.limit:>9.0e}{'' if kept else '  MISSED'}")
    return kept


def ten_million(rng: np.random.Generator) -> Pair:
    """D of two laws of 1e7 outcomes; the terms added by math.fsum, which rounds once."""
    p, q = (xb.normalize(rng.exponential(size=10**7)) for _ in range(2))
    terms: Any = p * np.log(p / q)
    exact = math.fsum(terms) - math.fsum(np.concatenate([p, -q]))
    return xb.kl_divergence(p, q, base=math.e), mpf(exact)


if __name__ == "__main__":
    environment.asked(__doc__)
    main()
