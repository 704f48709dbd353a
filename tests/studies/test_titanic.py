"""The Titanic against the totals of the report, and what shuffling does against exact probabilities."""

from math import fsum, log, log2

import pytest
from scipy.stats import chi2, chi2_contingency

from studies import titanic as study


def bits(share: float, belief: float) -> float:
    return share * log2(share / belief) + (1 - share) * log2((1 - share) / (1 - belief))


def test_the_counts_add_up_to_those_of_the_report() -> None:
    assert study.COUNTS.sum(1).tolist() == [325, 285, 706, 885]
    assert study.COUNTS[:, 0].tolist() == [203, 118, 178, 212]
    assert study.COUNTS[:, 0].sum() == 711
    assert study.ABOARD == 2201
    assert study.joint().sum() == pytest.approx(1)
    assert study.with_sex().sum(2) * 2201 == pytest.approx(study.COUNTS)
    assert study.fates()[1].tolist() == pytest.approx([118 / 285, 167 / 285])


def test_within_each_sex() -> None:
    for value, table in zip(study.within_each_sex(), (study.MEN, study.WOMEN), strict=True):
        g = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
        assert value == pytest.approx(g / (2 * sum(map(sum, table)) * log(2)))


@pytest.mark.parametrize("saved", [0.1, 711 / 2201, 0.5])
def test_against(saved: float) -> None:
    rows = [(203, 325), (118, 285), (178, 706), (212, 885)]
    assert study.against(saved) == pytest.approx(fsum(n * bits(k / n, saved) for k, n in rows) / 2201)


def test_fairest() -> None:
    shares = [203 / 325, 118 / 285, 178 / 706, 212 / 885]
    worst = {saved / 10000: max(bits(share, saved / 10000) for share in shares) for saved in range(2000, 7000)}
    assert study.fairest() == pytest.approx(min(worst, key=lambda saved: worst[saved]), abs=1e-4)


def test_shuffled_g() -> None:
    values = study.shuffled_g()
    assert len(values) == study.SHUFFLES
    assert values.mean() == pytest.approx(3, abs=0.06)
    assert (values > chi2.isf(0.05, 3)).mean() == pytest.approx(0.05, abs=0.006)
    seen = chi2_contingency(study.COUNTS, correction=False, lambda_="log-likelihood").statistic
    assert values.max() < seen / 5
    dealt = study.shuffled_g(seed=1)
    assert not (dealt == values).all()
    assert seen == pytest.approx(2 * sum(k * log(k / e) for k, e in zip(*_cells(), strict=True)))


def _cells() -> tuple[list[float], list[float]]:
    seen = [float(k) for k in study.COUNTS.ravel()]
    return seen, [n * k / 2201 for n in (325, 285, 706, 885) for k in (711, 1490)]
