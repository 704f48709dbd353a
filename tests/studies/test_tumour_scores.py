"""Bands, means and costs of the two models, sample by sample."""

import math

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from studies import tumour_scores
from studies.tumour_models import claims

MODELS = ["logistic", "naive"]


def sorted_out(model: str, seed: int = 0) -> tuple[list[float], list[float]]:
    """The logarithms claimed for malignant samples, and those for benign ones."""
    known = claims(seed)
    pairs = list(zip(getattr(known, model).tolist(), known.malignant.tolist(), strict=True))
    return [value for value, malignant in pairs if malignant], [value for value, malignant in pairs if not malignant]


@pytest.mark.parametrize("model", MODELS)
def test_bands(model: str) -> None:
    ours, theirs = sorted_out(model)
    edges = [-math.inf, math.log(0.01), math.log(0.1), 0, math.log(10), math.log(100), math.inf]
    found = tumour_scores.bands(model)
    assert sum(band.malignant for band in found) == len(ours) == 212
    assert sum(band.benign for band in found) == len(theirs) == 357
    for band, low, high in zip(found, edges, edges[1:], strict=False):
        counts = [sum(low <= value < high for value in values) for values in (ours, theirs)]
        assert [band.malignant, band.benign] == counts
        assert band.found == (pytest.approx(counts[0] / 212 / counts[1] * 357) if counts[1] else math.inf)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("seed", [0, 4])
def test_means_and_areas(model: str, seed: int) -> None:
    ours, theirs = sorted_out(model, seed)
    assert tumour_scores.mean_ratio(model, seed) == pytest.approx(sum(map(math.exp, theirs)) / 357)
    assert tumour_scores.mean_inverse(model, seed) == pytest.approx(sum(math.exp(-value) for value in ours) / 212)
    assert tumour_scores.malignant(seed).sum() == len(ours)
    drawn = tumour_scores.curve(model, seed)
    assert (drawn.thresholds[drawn.hits >= 0.5].max(), drawn.thresholds[drawn.false_alarms >= 0.5].max()) == (
        sorted(ours)[106],
        sorted(theirs)[178],
    )
    scores = np.array(ours + theirs)
    assert tumour_scores.area(model, seed) == pytest.approx(roc_auc_score([1] * 212 + [0] * 357, scores))


def cost(model: str, nats: float, seed: int = 0) -> float:
    """Of a thousand cases in the clinic, fifty malignant, over a thousand."""
    ours, theirs = sorted_out(model, seed)
    missed = sum(value < nats for value in ours) / 212
    false = sum(value >= nats for value in theirs) / 357
    return (50 * missed * 20 + 950 * false) / 1000


@pytest.mark.parametrize("model", MODELS)
def test_costs(model: str) -> None:
    for nats in (-3.0, 0.0, tumour_scores.threshold()):
        made = tumour_scores.rule(model, nats)
        assert made.cost == pytest.approx(cost(model, nats))
        assert made.missed == sum(value < nats for value in sorted_out(model)[0])
        assert made.false_alarms == sum(value >= nats for value in sorted_out(model)[1])
    best = tumour_scores.in_hindsight(model)
    everywhere = [cost(model, value) for values in sorted_out(model) for value in values]
    assert tumour_scores.rule(model, best).cost == pytest.approx(min(everywhere))


def test_nothing_on_these_samples_was_cheaper_than_the_threshold_from_the_costs() -> None:
    best = tumour_scores.rule("logistic", tumour_scores.in_hindsight("logistic"))
    assert tumour_scores.rule("logistic", tumour_scores.threshold()).cost == pytest.approx(best.cost)


@pytest.mark.parametrize("seed", [0, 3, 9])
def test_other_deals(seed: int) -> None:
    right, prior = math.log(0.95), math.log(212 / 357)
    made = cost("logistic", right, seed)
    everywhere = [cost("logistic", value, seed) for values in sorted_out("logistic", seed) for value in values]
    assert tumour_scores.saved_by_hindsight(seed) == pytest.approx(made - min(everywhere))
    assert tumour_scores.cost_of_forgetting(seed) == pytest.approx(cost("logistic", right - prior, seed) - made)
    assert tumour_scores.cost_of_odds(seed) == pytest.approx(cost("logistic", math.log(0.05) - prior, seed) / made)


def test_half_of_what_naive_bayes_costs_more_is_its_scale() -> None:
    first, as_it_is = (cost(model, tumour_scores.threshold()) for model in MODELS)
    mended = min(cost("naive", value) for values in sorted_out("naive") for value in values)
    assert tumour_scores.share_of_scale(0) == pytest.approx((as_it_is - mended) / (as_it_is - first))
    assert tumour_scores.share_of_scale(0) == pytest.approx(0.5, abs=0.02)


def test_the_threshold_is_where_an_alarm_costs_as_much_as_none() -> None:
    ratio = math.exp(tumour_scores.threshold())
    posterior = 0.05 * ratio / (0.05 * ratio + 0.95)
    assert 20 * posterior == pytest.approx(1 - posterior)
    assert tumour_scores.prior_odds() == pytest.approx(212 / 357)
