"""Exhibits of the page of questions that people ask."""

from exhibits._drawing import Table
from studies import k_estimators


def estimators() -> Table:
    """What the mean gradient of each estimator is, and which divergence has that gradient."""
    rows = [
        [name, *map(_signed, k_estimators.mean_gradient(name)), k_estimators.gradient_of(name)]
        for name in k_estimators.SLOPES
    ]
    return [["loss", "logit 1", "logit 2", "logit 3", "gradient of"], *rows]


def _signed(value: float) -> str:
    return f"{value:.3f}".replace("-", "−") if abs(value) > 5e-4 else "0.000"
