"""What the claims of the two models on the tumours are worth: bands, means, the curve, and the cost of a threshold."""

from itertools import pairwise
from math import log
from typing import NamedTuple

import numpy as np

from studies import neyman_pearson
from studies.neyman_pearson import Curve
from studies.tumour_models import Claims, claims
from studies.tumours import Which

SEED = 0
BANDS = (0, 1 / 100, 1 / 10, 1, 10, 100, np.inf)
MALIGNANT_IN_CLINIC, COST_OF_A_MISS = 1 / 20, 20  # a miss costs so many false alarms


class Band(NamedTuple):
    """The samples for which the ratio claimed is in a band, and the ratio of their shares in the two kinds."""

    malignant: int
    benign: int
    found: float


class Rule(NamedTuple):
    """What comes of calling samples malignant from a ratio on: benign ones called so, malignant ones not, the cost."""

    false_alarms: int
    missed: int
    cost: float


def malignant(seed: int = SEED) -> Which:
    """Which samples are malignant."""
    return claims(seed).malignant


def bands(model: str) -> list[Band]:
    """What the samples in each band are, for `logistic` or `naive`."""
    known = claims(SEED)
    ratios = np.exp(getattr(known, model))
    return [_band(known, (low <= ratios) & (ratios < high)) for low, high in pairwise(BANDS)]


def mean_ratio(model: str, seed: int = SEED) -> float:
    """Of the ratios claimed, over the benign samples: at most 1 on average, if they are true."""
    known = claims(seed)
    return float(np.exp(getattr(known, model)[~known.malignant]).mean())


def mean_inverse(model: str, seed: int = SEED) -> float:
    """Of the ratios claimed for benign, over the malignant samples."""
    known = claims(seed)
    return float(np.exp(-getattr(known, model)[known.malignant]).mean())


def curve(model: str, seed: int = SEED) -> Curve:
    """Hits and false alarms of each threshold."""
    known = claims(seed)
    return neyman_pearson.curve(getattr(known, model), known.malignant)


def area(model: str, seed: int = SEED) -> float:
    """Under this curve."""
    return neyman_pearson.area(curve(model, seed))


def prior_odds(seed: int = SEED) -> float:
    """Malignant to benign samples, in the data."""
    share = float(malignant(seed).mean())
    return share / (1 - share)


def threshold() -> float:
    """The ln of the ratio from which on an alarm costs less than none, in the clinic."""
    return log((1 - MALIGNANT_IN_CLINIC) / (MALIGNANT_IN_CLINIC * COST_OF_A_MISS))


def rule(model: str, nats: float, seed: int = SEED) -> Rule:
    """What comes of alarms from this ln of the ratio on; the cost is per case in the clinic, in false alarms."""
    known = claims(seed)
    alarm = getattr(known, model) >= nats
    false_alarms, missed = int((alarm & ~known.malignant).sum()), int((~alarm & known.malignant).sum())
    return Rule(false_alarms, missed, _cost(missed / known.malignant.sum(), false_alarms / (~known.malignant).sum()))


def in_hindsight(model: str, seed: int = SEED) -> float:
    """The ln of the ratio from which on alarms have the least cost on these very samples."""
    drawn = curve(model, seed)
    best = int(np.argmin([_cost(1 - hits, false) for false, hits in zip(drawn.false_alarms, drawn.hits, strict=True)]))
    return float(drawn.thresholds[best])


def saved_by_hindsight(seed: int) -> float:
    """What the best threshold in hindsight would have saved, with logistic regression."""
    best = rule("logistic", in_hindsight("logistic", seed), seed)
    return rule("logistic", threshold(), seed).cost - best.cost


def cost_of_forgetting(seed: int) -> float:
    """What it costs more to take the odds of logistic regression for a ratio."""
    return rule("logistic", threshold() - log(prior_odds(seed)), seed).cost - rule("logistic", threshold(), seed).cost


def cost_of_odds(seed: int) -> float:
    """What it costs to take the odds of logistic regression for odds in the clinic, as a multiple of the ratio's."""
    taken = rule("logistic", -log(COST_OF_A_MISS) - log(prior_odds(seed)), seed)
    return taken.cost / rule("logistic", threshold(), seed).cost


def share_of_scale(seed: int) -> float:
    """Of what naive Bayes costs more than logistic regression, the part that its best threshold saves in hindsight."""
    first, as_it_is = (rule(model, threshold(), seed).cost for model in ("logistic", "naive"))
    return (as_it_is - rule("naive", in_hindsight("naive", seed), seed).cost) / (as_it_is - first)


def _cost(missed: float, false_alarms: float) -> float:
    return float(MALIGNANT_IN_CLINIC * COST_OF_A_MISS * missed + (1 - MALIGNANT_IN_CLINIC) * false_alarms)


def _band(known: Claims, within: Which) -> Band:
    ours, theirs = int((within & known.malignant).sum()), int((within & ~known.malignant).sum())
    shares = ours / known.malignant.sum(), theirs / (~known.malignant).sum()
    return Band(ours, theirs, float(shares[0] / shares[1]) if theirs else float("inf"))
