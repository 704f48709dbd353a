"""Tables and figures read back: losses by the package from logits, and shares counted by numpy."""

import numpy as np
import pytest
from reading import curve, curves, dots, label, panels

from exhibits import cross_entropy_training
from exhibits._drawing import INK, LINE, MUTED, D, Q
from extrabits import log_loss_logits
from studies import digits
from studies.softmax_regression import (
    LAST,
    Run,
    at,
    by_cross_entropy,
    by_cross_entropy_from_wrong,
    by_squared_error_from_wrong,
)

TRAINING, VALIDATION, TEST = digits.split(0)


def loss(weights: np.ndarray, pictures: digits.Images, temperature: float = 1) -> float:
    logits = pictures.pixels @ weights / temperature
    return float(np.mean(log_loss_logits(pictures.digits.astype(int), logits, base=np.e)))


def right(weights: np.ndarray, pictures: digits.Images) -> np.ndarray:
    return np.asarray((pictures.pixels @ weights).argmax(axis=1) == pictures.digits)


def test_path() -> None:
    for step, training, validation, from_wrong, share in cross_entropy_training.path()[1:]:
        weights = at(by_cross_entropy(0), int(step))
        assert float(training) == pytest.approx(loss(weights, TRAINING), abs=6e-4)
        assert float(validation) == pytest.approx(loss(weights, VALIDATION), abs=6e-4)
        good = right(weights, VALIDATION)
        of_bad = loss(weights, digits.Images(VALIDATION.pixels[~good], VALIDATION.digits[~good]))
        assert float(from_wrong) == pytest.approx(of_bad * (1 - good.mean()), abs=6e-4)
        assert float(share.removesuffix(" %")) == pytest.approx(100 * good.mean(), abs=0.06)


def test_temperatures() -> None:
    for step, temperature, lost, sure, share in cross_entropy_training.temperatures()[1:]:
        weights = at(by_cross_entropy(0), int(step))
        assert float(lost) == pytest.approx(loss(weights, TEST, float(temperature)), abs=1e-3)
        assert float(share.removesuffix(" %")) == pytest.approx(100 * right(weights, TEST).mean(), abs=0.06)
        odds = TEST.pixels @ weights / float(temperature)
        given = 1 / np.exp(odds - odds.max(axis=1, keepdims=True)).sum(axis=1)
        assert float(sure.removesuffix(" %")) == pytest.approx(100 * given.mean(), abs=0.06)
    steps = [row[0] for row in cross_entropy_training.temperatures()[1:]]
    assert steps == [steps[0], steps[0], str(LAST), str(LAST)]


def test_seeds() -> None:
    for seed, lowest, there, rise, change in cross_entropy_training.seeds()[1:]:
        validation = digits.split(int(seed))[1]
        run = by_cross_entropy(int(seed))
        losses = [loss(weights, validation) for weights in run.weights]
        assert int(run.steps[int(np.argmin(losses))]) == int(lowest)
        assert float(there) == pytest.approx(min(losses), abs=6e-4)
        assert float(rise.removesuffix(" %")) == pytest.approx(100 * (losses[-1] / min(losses) - 1), abs=0.51)
        shares = [right(at(run, step), validation).mean() for step in (int(lowest), LAST)]
        assert float(change.replace("−", "-")) == pytest.approx(100 * (shares[1] - shares[0]), abs=0.051)


def test_losses() -> None:
    upper, lower = panels(cross_entropy_training.losses())
    run = by_cross_entropy(0)
    steps, validation = curve(upper, INK)
    assert (steps[0], steps[-1]) == (10, LAST)
    weights = [at(run, int(step)) for step in steps]
    assert validation == pytest.approx([loss(w, VALIDATION) for w in weights])
    assert curve(upper, MUTED)[1] == pytest.approx([loss(w, TRAINING) for w in weights])
    good = [right(w, VALIDATION) for w in weights]
    wrong = [
        loss(w, digits.Images(VALIDATION.pixels[~g], VALIDATION.digits[~g])) * (1 - g.mean())
        for w, g in zip(weights, good, strict=True)
    ]
    assert curve(upper, D)[1] == pytest.approx(wrong)
    assert curve(lower, INK)[1] == pytest.approx([100 * g.mean() for g in good])
    assert label(upper, "validation").get_position()[1] > validation[-1] > wrong[-1]
    assert wrong[-1] > label(upper, "of it, from\npictures\nread wrong").get_position()[1]
    # What caption and words for the picture say.
    assert int(steps[np.argmin(wrong)]) in range(60, 120)
    assert wrong[-1] / min(wrong) == pytest.approx(1.85, abs=0.1)
    assert wrong[-1] / validation[-1] == pytest.approx(0.9, abs=0.02)
    assert lower.get_ylim() == (80, 100)


def test_sureness() -> None:
    (axes,) = panels(cross_entropy_training.sureness())
    diagonal = curve(axes, LINE)
    assert list(diagonal[0]) == list(diagonal[1])
    weights = at(by_cross_entropy(0), LAST)
    good = right(weights, TEST)
    for colour, temperature in ((Q, 1.0), (INK, float(cross_entropy_training.temperatures()[4][1]))):
        logits = TEST.pixels @ weights / temperature
        sure = 100 / np.exp(logits - logits.max(axis=1, keepdims=True)).sum(axis=1)
        bins = np.digitize(sure, [50, 80, 95, 99])
        x, y = dots(axes, colour)
        assert x == pytest.approx([sure[bins == i].mean() for i in range(1, 5)], abs=0.02)
        assert y == pytest.approx([100 * good[bins == i].mean() for i in range(1, 5)], abs=1e-9)
        assert all(y < x) == (colour == Q)
    assert (bins == 0).sum() < 20  # those that are not drawn
    assert label(axes, "logits divided\nby 1.64")


def shares(run: Run) -> list[float]:
    return [100 * right(weights, VALIDATION).mean() for weights in run.weights[1:]]


def test_from_wrong() -> None:
    (axes,) = panels(cross_entropy_training.from_wrong())
    assert curve(axes, INK)[1] == pytest.approx(shares(by_cross_entropy_from_wrong(0)))
    steps, squared = curve(axes, MUTED)
    assert squared == pytest.approx(shares(by_squared_error_from_wrong(0)))
    assert max(squared[steps < 30]) < 2
    assert max(squared) < 55
    assert len(curves(axes, INK)) == 1
