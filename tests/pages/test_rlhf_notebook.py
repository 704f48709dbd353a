"""The sentences between the cells of the notebook on RLHF, where they say what the cells return."""

import runpy
from typing import Any

import numpy as np
import pytest

from environment import ROOT
from studies import leashed_policies

NOTEBOOK = ROOT / "docs" / "notebooks" / "rlhf-by-hand.py"


@pytest.fixture(scope="module")
def after() -> dict[str, Any]:
    """Every name as the notebook leaves it."""
    return runpy.run_path(str(NOTEBOOK))


def test_it_needs_nothing_of_the_site() -> None:
    lines = NOTEBOOK.read_text(encoding="utf-8").splitlines()
    imported = {line.split()[1].partition(".")[0] for line in lines if line.startswith(("import ", "from "))}
    assert imported == {"numpy", "matplotlib", "extrabits"}


def test_two_penalties_end_at_the_best_policy(after: dict[str, Any]) -> None:
    assert after["best"] == pytest.approx(leashed_policies.optimum())
    for penalty in ("k1 in the reward", "k2 as a loss"):
        assert after["trained"][penalty] == pytest.approx(after["best"], abs=0.02)


def test_k3_ends_elsewhere_and_k1_nowhere(after: dict[str, Any]) -> None:
    assert after["exchanged"] == pytest.approx(leashed_policies.held_by_k3(), abs=1e-6)
    assert after["trained"]["k3 as a loss"] == pytest.approx(after["exchanged"], abs=0.02)
    assert after["trained"]["k3 as a loss"][2] > 3 * after["best"][2]
    assert after["trained"]["k1 as a loss"][0] > 0.99


def test_what_the_log_would_say(after: dict[str, Any]) -> None:
    far = after["nats"](after["best"], after["reference"])
    one, two, three = (after[name](after["u"]).mean(axis=1) for name in ("k1", "k2", "k3"))
    assert one.mean() == pytest.approx(far, abs=0.005)
    assert three.mean() == pytest.approx(far, abs=0.008)
    assert two.mean() > far + 0.02
    assert three.std() > one.std()


def test_the_true_reward_is_highest_near_three_nats(after: dict[str, Any]) -> None:
    score, true = after["means"].T
    assert (np.diff(score) > 0).all()
    assert after["d"][true.argmax()] == pytest.approx(3, abs=0.3)
    assert true[-1] < 0.6
    assert score.max() > 4


def test_preferences_alone(after: dict[str, Any]) -> None:
    assert after["dpo"](after["wins"]) == pytest.approx(after["best"], abs=0.04)
    assert after["dpo"](after["unseen"])[2] > 0.2
