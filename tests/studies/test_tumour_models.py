"""The two models by scikit-learn, tenth by tenth."""

import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.preprocessing import StandardScaler

from studies import tumours
from studies.tumour_models import claims


@pytest.mark.parametrize("seed", [0, 3])
def test_the_claims_by_scikit_learn(seed: int) -> None:
    x, malignant, fold = tumours.samples(seed)
    known = claims(seed)
    assert np.array_equal(known.malignant, malignant)
    for tenth in range(10):
        held, seen = fold == tenth, fold != tenth
        scale = StandardScaler().fit(x[seen])
        model = LogisticRegression(tol=1e-10, max_iter=1000).fit(scale.transform(x[seen]), malignant[seen])
        odds = malignant[seen].sum() / (~malignant[seen]).sum()
        ratios = model.decision_function(scale.transform(x[held])) - np.log(odds)
        assert known.logistic[held] == pytest.approx(ratios, abs=1e-4)
        bayes = GaussianNB(var_smoothing=0).fit(x[seen], malignant[seen])
        joint = bayes.predict_joint_log_proba(x[held]) - np.log(bayes.class_prior_)
        assert known.naive[held] == pytest.approx(joint[:, 1] - joint[:, 0])


def test_the_samples_are_all_of_them_in_tenths() -> None:
    table = load_breast_cancer()
    x, malignant, fold = tumours.samples(5)
    assert np.array_equal(x, table.data[:, :10])
    assert all(name.startswith("mean") for name in table.feature_names[:10])
    assert table.target_names[0] == "malignant"
    assert np.array_equal(malignant, table.target == 0)
    assert sorted(np.bincount(fold)) == [56] + [57] * 9
    assert not np.array_equal(fold, tumours.samples(6).fold)
