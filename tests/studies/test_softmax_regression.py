"""The training by another way: gradients by differences, a least loss by L-BFGS, and each loss picture by picture."""

import numpy as np
import pytest
from scipy.optimize import approx_fprime, minimize
from scipy.special import logsumexp, softmax
from sklearn.datasets import load_digits

from studies import digit_classifiers as classifiers
from studies import digits, softmax_regression
from studies.softmax_regression import LAST, at, by_cross_entropy


def smoothed(pictures: digits.Images) -> np.ndarray:
    return np.asarray(0.9 * np.eye(10)[pictures.digits.astype(int)] + 0.01)


def mean_loss(weights: np.ndarray, pictures: digits.Images, targets: np.ndarray) -> float:
    logits = pictures.pixels @ weights
    return float(np.mean(logsumexp(logits, axis=1) - (targets * logits).sum(axis=1)))


def test_the_parts_are_all_the_pictures_each_once() -> None:
    parts = digits.split(3)
    assert [len(part.digits) for part in parts] == [300, 747, 750]
    rows = np.vstack([np.column_stack(part) for part in parts])
    assert rows[:, 64].tolist() == [1] * 1797
    pixels, shown = load_digits(return_X_y=True)
    pictures = np.column_stack([pixels / 16, np.ones(1797), shown])
    assert np.array_equal(pictures[np.lexsort(pictures.T)], rows[np.lexsort(rows.T)])
    assert not np.array_equal(parts[0].digits, digits.split(4)[0].digits)


@pytest.mark.parametrize("name", ["cross_entropy", "squared_error"])
def test_gradients_are_those_of_the_losses(name: str) -> None:
    gradients = {
        "cross_entropy": softmax_regression.cross_entropy_gradient,
        "squared_error": softmax_regression.squared_error_gradient,
    }
    rng = np.random.default_rng(5)
    logits, target = rng.normal(size=4), rng.dirichlet(np.ones(4))
    losses = {
        "cross_entropy": lambda z: logsumexp(z) - z @ target,
        "squared_error": lambda z: np.sum((softmax(z) - target) ** 2),
    }
    (found,) = gradients[name](softmax(logits)[None], target[None])
    assert found == pytest.approx(approx_fprime(logits, losses[name], 1e-7), abs=1e-6)


def test_the_run_goes_down_the_gradient() -> None:
    """The first two steps, picture by picture."""
    training = digits.split(0)[0]
    weights = np.zeros((65, 10))
    for step in range(3):
        assert at(by_cross_entropy(0), step) == pytest.approx(weights)
        slope = np.zeros((65, 10))
        for pixels, digit in zip(*training, strict=True):
            said = np.exp(pixels @ weights) / np.exp(pixels @ weights).sum()
            said[int(digit)] -= 1
            slope += np.outer(pixels, said)
        weights = weights - 2 * slope / 300


def test_it_comes_near_the_least_smoothed_loss() -> None:
    training = digits.split(0)[0]
    targets = smoothed(training)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(65, 10)
        slope = training.pixels.T @ (softmax(training.pixels @ weights, axis=1) - targets) / 300
        return mean_loss(weights, training, targets), slope.ravel()

    least = minimize(loss, np.zeros(650), jac=True, method="L-BFGS-B", options={"maxiter": 3000}).fun
    reached = classifiers.smoothed_training_loss(LAST)
    assert reached == pytest.approx(mean_loss(at(by_cross_entropy(0, 0.1), LAST), training, targets))
    assert least < reached < least + 0.01


def test_smoothing_costs_more_in_validation_from_step_300_on() -> None:
    for step in classifiers.steps():
        if step >= 300:
            assert classifiers.in_validation_of_smoothed(step).loss > classifiers.in_validation(step).loss


def right(weights: np.ndarray, pictures: digits.Images) -> float:
    return float(np.mean((pictures.pixels @ weights).argmax(axis=1) == pictures.digits))


def test_what_stands_at_a_step() -> None:
    """Losses and shares of the three parts, and of the other runs, once more."""
    training, validation, _ = digits.split(0)
    one_hot = np.eye(10)[validation.digits.astype(int)]
    for step in (0, 100, LAST):
        weights = at(by_cross_entropy(0), step)
        seen = classifiers.in_validation(step)
        assert seen.loss == pytest.approx(mean_loss(weights, validation, one_hot))
        assert seen.accuracy == right(weights, validation)
        assert classifiers.in_training(step).accuracy == right(weights, training)
        assert softmax_regression.length(by_cross_entropy(0), step) == pytest.approx(np.sqrt(np.sum(weights**2)))
    runs = {
        "by_cross_entropy": softmax_regression.by_cross_entropy_from_wrong(0),
        "by_squared_error": softmax_regression.by_squared_error_from_wrong(0),
    }
    for name, run in runs.items():
        assert at(run, 0) == pytest.approx(softmax_regression.sure_and_wrong(0))
        shares = classifiers.accuracies(run)
        assert (
            shares[-1] == classifiers.in_validation_from_wrong(name, LAST).accuracy == right(at(run, LAST), validation)
        )
    squares = softmax_regression.by_squared_error(0)
    assert not at(squares, 0).any()
    assert classifiers.in_validation_by_squared_error(LAST).accuracy == right(at(squares, LAST), validation)


def test_the_squared_error_falls() -> None:
    training = digits.split(0)[0]
    targets = np.eye(10)[training.digits.astype(int)]
    for run in (softmax_regression.by_squared_error(0), softmax_regression.by_squared_error_from_wrong(0)):
        errors = [
            np.mean((softmax(training.pixels @ at(run, step), axis=1) - targets) ** 2) for step in (0, 1000, LAST)
        ]
        assert errors[0] > errors[1] > errors[2]


def test_the_rise() -> None:
    validation = digits.split(2)[1]
    one_hot = np.eye(10)[validation.digits.astype(int)]
    run = by_cross_entropy(2)
    losses = [mean_loss(weights, validation, one_hot) for weights in run.weights]
    best = int(np.argmin(losses))
    assert classifiers.lowest(2) == run.steps[best]
    assert classifiers.rise(2) == pytest.approx(losses[-1] / losses[best] - 1)
    change = right(run.weights[-1], validation) - right(run.weights[best], validation)
    assert classifiers.accuracy_change(2) == pytest.approx(change)


def test_judging_picture_by_picture() -> None:
    validation = digits.split(0)[1]
    weights = at(by_cross_entropy(0), 1000)
    seen = classifiers.judged(weights, validation, temperature=1.7)
    for i in range(40):
        given = softmax(validation.pixels[i] @ weights / 1.7)
        digit = int(validation.digits[i])
        assert seen.losses[i] == pytest.approx(-np.log(given[digit]))
        assert seen.right[i] == (max(range(10), key=lambda k: given[k]) == digit)
        assert seen.sure[i] == pytest.approx(max(given))
    assert seen.from_right + seen.from_wrong == pytest.approx(seen.loss)


def test_the_best_temperature_is_best() -> None:
    best = classifiers.best_temperature(LAST)
    weights, validation = at(by_cross_entropy(0), LAST), digits.split(0)[1]
    losses = [classifiers.judged(weights, validation, best * factor).loss for factor in (0.98, 1, 1.02)]
    assert losses[1] < min(losses[0], losses[2])


@pytest.mark.parametrize("seed", [0, 2])
def test_what_a_temperature_takes_back(seed: int) -> None:
    """With a grid of temperatures, and losses picture by picture."""
    _, validation, test = digits.split(seed)
    run = by_cross_entropy(seed)

    def loss(weights: np.ndarray, pictures: digits.Images) -> float:
        return mean_loss(weights, pictures, np.eye(10)[pictures.digits.astype(int)])

    first = min(run.weights, key=lambda weights: loss(weights, validation))
    last = run.weights[-1]
    best = min(np.linspace(1, 3, 401), key=lambda t: loss(last / t, validation))
    risen = loss(last, test) - loss(first, test)
    back = loss(last, test) - loss(last / best, test)
    assert classifiers.taken_back(seed) == pytest.approx(back / risen, abs=0.005)


def test_the_wrong_start_names_the_next_digit() -> None:
    pictures = digits.split(0)[0]
    said = (pictures.pixels @ softmax_regression.sure_and_wrong(0)).argmax(axis=1)
    assert np.array_equal(said, (pictures.digits + 1) % 10)


def test_a_step_that_was_not_kept_is_told() -> None:
    with pytest.raises(ValueError, match="step is 25; the run kept 0, 1, "):
        at(by_cross_entropy(0), 25)


def test_no_picture_is_lost_in_the_bins() -> None:
    rows = classifiers.sureness(classifiers.in_test(LAST))
    assert sum(count for count, _, _ in rows) == 750
    for (_, sure, right), low, high in zip(rows, (0, 0.5, 0.8, 0.95, 0.99), (0.5, 0.8, 0.95, 0.99, 1), strict=True):
        assert low <= sure <= high
        assert 0 <= right <= 1


def test_what_is_trained_hardly_depends_on_rounding() -> None:
    """So its digits are the same on other processors: disturbed a little, it ends where it would have."""
    start = softmax_regression.sure_and_wrong(0)
    disturbed = start * (1 + 1e-9 * np.random.default_rng(3).normal(size=start.shape))
    run = softmax_regression._descend(0, disturbed, softmax_regression.squared_error_gradient)
    ends = (at(run, LAST), at(softmax_regression.by_squared_error_from_wrong(0), LAST))
    one, other = (classifiers.judged(weights, digits.split(0)[1]) for weights in ends)
    assert one.accuracy == other.accuracy
    assert one.loss == pytest.approx(other.loss, abs=0.005)
