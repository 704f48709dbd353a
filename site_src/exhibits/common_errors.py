"""Exhibits of the page on common errors: what was said, computed as it was said, beside what is right."""

from exhibits._drawing import Table
from studies import k_estimators, misprinted_renyi


def estimator_spread() -> Table:
    """The standard deviation of k1 and of k3 for one draw, for Gaussians at growing distance."""
    rows = []
    for distance in (0.1, 1.0, k_estimators.crossing(), 2.0, 3.0):
        one, three = k_estimators.deviations(distance)
        rows.append([f"{distance:.3f}", f"{distance**2 / 2:.3f}", f"{one:.3f}", f"{three:.3f}"])
    return [["distance of the means", "D, nats", "sd of k1", "sd of k3"], *rows]


def renyi() -> Table:
    """Rényi divergences of one pair, right and as printed."""
    rows = [
        [f"{alpha:g}", f"{misprinted_renyi.right(alpha):.4f}", f"{misprinted_renyi.as_printed(alpha):.4f}"]
        for alpha in (1.5, 2, 4, 16)
    ]
    return [["α", "divergence, nats", "as printed"], *rows]
