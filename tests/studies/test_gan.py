"""The small network: gradients by differences, the same numbers however a processor rounds, and what is read off it."""

import itertools

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon
from scipy.special import log_expit
from scipy.stats import kstest, norm

from studies import gan, gan_runs
from studies.gan import EDGES, STEPS


def humps(x: np.ndarray) -> np.ndarray:
    return np.asarray((norm.cdf(x, -2, 0.5) + norm.cdf(x, 2, 0.5)) / 2)


def untouched(train: object) -> object:
    return train.__wrapped__  # type: ignore[attr-defined]


def test_draws_are_from_two_humps() -> None:
    drawn = gan.draws(np.random.default_rng(1), 4000)[:, 0]
    assert kstest(drawn, humps).pvalue > 0.01


def test_gradients_are_those_of_the_losses() -> None:
    rng = np.random.default_rng(2)
    generator, discriminator = gan._network(rng), gan._network(rng)
    x = rng.normal(size=(6, 1))

    def log_loss(weights: gan.Weights) -> float:
        logits = gan._output(weights, x)[1][:, 0]
        return float(-log_expit(logits[:3]).mean() - log_expit(-logits[3:]).mean())

    def loss_of_made(weights: gan.Weights) -> float:
        return float(-log_expit(gan._output(discriminator, gan._output(weights, x)[1])[1]).mean())

    hidden, made = gan._output(generator, x)
    inner, logits = gan._output(discriminator, made)
    by_made = gan._backwards(discriminator, made, inner, (1 / (1 + np.exp(-logits)) - 1) / len(x))[1]
    pairs = [
        (discriminator, gan._gradient_of_log_loss(discriminator, x), log_loss),
        (generator, gan._backwards(generator, x, hidden, by_made)[0], loss_of_made),
    ]
    for weights, gradient, loss in pairs:
        for weight, by_weight in zip(weights, gradient, strict=True):
            for at in np.ndindex(weight.shape):
                before = weight[at]
                around = []
                for shift in (1e-6, -1e-6):
                    weight[at] = before + shift
                    around.append(loss(weights))
                weight[at] = before
                assert by_weight[at] == pytest.approx((around[0] - around[1]) / 2e-6, abs=1e-7)


def test_processors_that_round_differently_train_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gan, "STEPS", 1500)
    network = gan._network
    apart = {}
    for digits in (gan.DIGITS, 16):
        monkeypatch.setattr(gan, "DIGITS", digits)
        runs = []
        for shake in (0, 1e-14):
            monkeypatch.setattr(gan, "_network", lambda rng, by=1 + shake: [by * weight for weight in network(rng)])
            runs.append(untouched(gan.trained)(0))  # type: ignore[operator]
        apart[digits] = np.abs(runs[0].losses - runs[1].losses).max()
    assert apart[6] < 1e-14
    assert apart[16] > 1e-13


@pytest.mark.parametrize("setting", [gan_runs.USUAL, gan_runs.FIVE, gan_runs.SMALL])
def test_what_is_read_off(setting: gan_runs.Setting) -> None:
    rising = []
    for seed in gan_runs.SEEDS:
        run = gan_runs.run(seed, setting)
        assert run.steps.tolist() == list(range(0, STEPS + 1, 100))
        law = np.diff(humps(np.array([-50, *EDGES[1:-1], 50])))
        assert gan_runs.data_law() == pytest.approx(law)
        apart = [jensenshannon(law, row / row.sum(), 2) ** 2 for row in run.counts]
        assert gan_runs.divergences(seed, setting) == pytest.approx(apart)
        step, least = gan_runs.lowest(seed, setting)
        assert (step, least) == pytest.approx((run.steps[np.argmin(apart)], min(apart)))
        bits = [1 - loss / np.log(2) for loss in run.losses]
        assert gan_runs.known(seed, setting) == pytest.approx(bits)
        assert gan_runs.late(seed, setting) == pytest.approx((np.mean(apart[-10:]), np.mean(bits[-10:])))
        assert gan_runs.known_at_rest(seed, setting) == pytest.approx(1 - run.patient_loss / np.log(2))
        rising += [b > a for a, b in itertools.pairwise(apart[5:])]
        steps = [jensenshannon(a, b, 2) ** 2 for a, b in itertools.pairwise(run.counts[-11:])]
        assert gan_runs.moved(seed, setting) == pytest.approx(np.mean(steps))
    assert gan_runs.share_rising(500, setting) == pytest.approx(np.mean(rising))


def test_what_the_page_says_of_all_runs() -> None:
    """The generators are nearest early and far from the data late, and the discriminators know nothing of it."""
    for seed in gan_runs.SEEDS:
        step, least = gan_runs.lowest(seed)
        late, known = gan_runs.late(seed)
        assert step <= 500
        assert late > 2 * least
        assert abs(known) < 0.01
        assert gan_runs.known_at_rest(seed) > 0.2
