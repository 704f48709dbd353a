"""dit."""

from math import e
from typing import Any

from extrabits import kl_divergence

LIBRARY = "dit"


def divergences_kullback_leibler(p: Any, q: Any) -> Any:
    """dit."""
    from math import log

    from dit import Distribution
    from dit.divergences import kullback_leibler_divergence

    P, Q = Distribution("ab", p), Distribution("ab", q)
    return log(2) * kullback_leibler_divergence(P, Q)


def dit_units() -> dict[str, Any]:
    """dit disagrees with SciPy by the factor `1.4427`."""
    from dit import Distribution
    from dit.divergences import kullback_leibler_divergence
    from scipy.stats import entropy

    p, q = [0.7, 0.2, 0.1], [0.4, 0.3, 0.3]
    bits = kullback_leibler_divergence(Distribution("abc", p), Distribution("abc", q))
    nats = entropy(p, q)
    return {
        "bits": bits,
        "nats": nats,
        "truth_in_bits": kl_divergence(p, q),
        "truth_in_nats": kl_divergence(p, q, base=e),
    }


def dit_not_validated() -> dict[str, Any]:
    """dit gives a negative divergence, or a wrong one, without an error."""
    from dit import Distribution
    from dit.divergences import kullback_leibler_divergence

    p, q = Distribution("ab", [0.5, 0.5]), Distribution("ab", [0.7, 0.7])
    given = kullback_leibler_divergence(p, q)
    try:
        q.validate()
    except ValueError as error:
        message = str(error)
    outcomes = Distribution("ab", [1.2, -0.2]).outcomes
    return {"given": given, "message": message, "outcomes": [list(outcome) for outcome in outcomes]}


def dit_silences_numpy() -> dict[str, Any]:
    """NumPy stops warning of division by zero."""
    import subprocess
    import sys

    def state(imports: str) -> str:
        program = f"import {imports}; print(numpy.geterr()['divide'])"
        return subprocess.check_output([sys.executable, "-c", program], text=True).strip()

    before = state("numpy")
    after = state("numpy, dit")
    return {"before": before, "after": after}
