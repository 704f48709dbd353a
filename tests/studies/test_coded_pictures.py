"""The bill by other draws, the lengths by another grid, and four pixels of which all pictures are counted."""

import itertools

import numpy as np
import pytest
from scipy.special import expit, logsumexp
from scipy.stats import multivariate_normal, norm

from studies import bit_pictures
from studies import coded_pictures as study
from studies.variational_autoencoder import decode, encode

FEW = bit_pictures.held_out()[:40]


def log_given(pictures: np.ndarray, latents: np.ndarray) -> np.ndarray:
    """ln p(x|z), of each picture at each place, from the chances themselves."""
    chances = expit(decode(study.weights(), latents)[1])
    return np.asarray(pictures @ np.log(chances).T + (1 - pictures) @ np.log1p(-chances).T)


@pytest.mark.parametrize("dimensions", [2, 8])
def test_bill_by_many_draws(dimensions: int) -> None:
    layers = study.weights(dimensions)
    _, mean, sd = encode(layers, FEW)
    latents = mean + sd * np.random.default_rng(6).normal(size=(3000, *mean.shape))
    chances = expit(decode(layers, latents)[1])
    pixels = -np.where(FEW == 1, np.log2(chances), np.log2(1 - chances)).sum(axis=2).mean(axis=0)
    bill = study.bill(dimensions)
    assert bill.pixels[:40] == pytest.approx(pixels, abs=0.2 if dimensions == 2 else 1.5)
    assert bill.pixels[:40].mean() == pytest.approx(pixels.mean(), abs=0.1)
    latent = (mean**2 + sd**2 - 1 - 2 * np.log(sd)).sum(axis=1) / 2
    assert bill.latent[:40] == pytest.approx(latent / np.log(2))
    assert bill.bits == pytest.approx(np.mean(bill.pixels) + np.mean(bill.latent))


def test_exact_by_a_grid_of_equal_chances() -> None:
    """Places that cut the prior into cells of the same probability, no grid of equal steps."""
    cells = norm.ppf((np.arange(160) + 0.5) / 160)
    latents = np.array(list(itertools.product(cells, cells)))
    bits = -(logsumexp(log_given(FEW, latents), axis=1) - np.log(len(latents))) / np.log(2)
    assert study.exact()[:40].mean() == pytest.approx(bits.mean(), abs=0.05)


def test_the_grid_is_a_law() -> None:
    points, logs = study.grid()
    assert np.exp(logs).sum() == pytest.approx(1)
    prior = multivariate_normal(np.zeros(2)).logpdf(points)
    assert np.ptp(logs - prior) < 1e-9


def test_gaps_are_divergences_from_the_posterior() -> None:
    """D(q(z|x)‖p(z|x)), both on the grid, where the Gaussian is wide enough for it."""
    points, _ = study.grid()
    for picture in (study.worst(), study.typical()):
        _, mean, sd = encode(study.weights(), bit_pictures.held_out()[[picture]])
        q = np.exp(-(((points - mean) / sd) ** 2).sum(axis=1) / 2)
        q /= q.sum()
        logs = log_given(bit_pictures.held_out()[[picture]], points)[0] - (points**2).sum(axis=1) / 2
        p = np.exp(logs - logsumexp(logs))
        assert study.posterior(picture) == pytest.approx(p, abs=1e-12)
        seen = q > 0
        bits = (q[seen] * np.log2(q[seen] / p[seen])).sum()
        assert study.gaps()[picture] == pytest.approx(bits, rel=0.05)
    assert study.gaps().mean() == pytest.approx(study.bill().bits - study.exact().mean())
    assert study.gaps()[study.worst()] == max(study.gaps())
    assert sorted(study.gaps())[375] == study.gaps()[study.typical()]
    assert study.share_of_worst_tenth() == pytest.approx(sum(sorted(study.gaps())[-75:]) / sum(study.gaps()))


def test_weights_come_down_to_the_exact_length() -> None:
    lengths = [study.bill().bits, *(study.weighted(count) for count in (10, 100, 1000)), study.exact().mean()]
    assert lengths == sorted(lengths, reverse=True)
    _, mean, sd = encode(study.weights(), bit_pictures.held_out())
    # By other draws, and densities from SciPy; of a hundred means of ten weights the noise is below a hundredth bit.
    latents = mean + sd * np.random.default_rng(8).normal(size=(1000, *mean.shape))
    chances = expit(decode(study.weights(), latents)[1])
    logs = np.where(bit_pictures.held_out() == 1, np.log(chances), np.log1p(-chances)).sum(axis=2)
    ratios = logs + (norm.logpdf(latents) - norm.logpdf(latents, mean, sd)).sum(axis=2)
    assert study.weighted(1) == pytest.approx(-ratios.mean() / np.log(2), abs=0.03)
    tens = np.log(np.exp(ratios).reshape(100, 10, -1).mean(axis=1))
    assert study.weighted(10) == pytest.approx(-tens.mean() / np.log(2), abs=0.03)


def test_best_bounds() -> None:
    """Searched for among laws on the grid: the law with the bound's own density reaches it, one beside it does not."""
    _, prior = study.grid()
    given = study.on_grid(FEW[:1])[0]
    for beta in (0.5, 1.0, 3.0):
        logs = prior + given / beta
        best = np.exp(logs - logsumexp(logs))

        def reached(q: np.ndarray, beta: float = beta) -> float:
            seen = q > 0
            return float((q[seen] * (given[seen] - beta * (np.log(q[seen]) - prior[seen]))).sum())

        assert study.best_bounds(FEW[:1], beta)[0] == pytest.approx(reached(best))
        assert reached(best) > reached(0.9 * best + 0.1 * np.exp(prior))
    mean = -study.best_bounds(bit_pictures.held_out(), 0.5).mean() / np.log(2)
    assert study.best_loss(0.5) == pytest.approx(mean)


def test_budget_by_counting_all_pictures_of_four_pixels() -> None:
    """The estimate from pictures that the model draws is right where all of them can be added up."""
    rng = np.random.default_rng(8)
    chances = rng.beta(0.5, 0.5, size=(5, 4))  # of four pixels at five places, all equally likely
    pictures = np.array(list(itertools.product([0, 1], repeat=4)), dtype=float)
    given = np.exp(pictures @ np.log(chances).T + (1 - pictures) @ np.log1p(-chances).T)
    for beta in (0.5, 2.0):
        bound = (given ** (1 / beta)).mean(axis=1) ** beta
        whole = given.mean(axis=1)
        drawn = rng.choice(16, 20_000, p=whole / whole.sum())
        assert (bound / whole)[drawn].mean() == pytest.approx(bound.sum(), rel=0.02)
        assert (bound.sum() > 1) == (beta < 1)
    assert study.budget(1) == pytest.approx(1)
    assert study.budget(2) < 1 < study.budget(0.5)
    pictures = study.samples(study.SAMPLES)
    ratios = np.exp(study.best_bounds(pictures, 0.5) - study.best_bounds(pictures, 1))
    assert ratios.std() / len(ratios) ** 0.5 < 0.1
    assert study.budget(0.5) == pytest.approx(ratios.mean())


def test_samples_have_the_means_of_the_model() -> None:
    points, logs = study.grid()
    ink = np.exp(logs) @ expit(decode(study.weights(), points)[1])
    assert study.samples(study.SAMPLES).mean(axis=0) == pytest.approx(ink, abs=0.06)


def test_shared_bits_add_up_to_the_price() -> None:
    _, mean, sd = encode(study.weights(), bit_pictures.training())
    price = ((mean**2 + sd**2 - 1) / 2 - np.log(sd)).sum(axis=1).mean() / np.log(2)
    assert sum(study.shared()) == pytest.approx(price, abs=0.05)
    assert study.shared()[0] < np.log2(len(mean))
    axis = np.linspace(-6, 6, 301)  # the mixture's divergence by a sum over a finer grid
    rows = (norm.pdf(axis[:, None], m, s) for m, s in zip(mean.T, sd.T, strict=True))
    mixture = np.einsum("xi,yi->xy", *rows) / len(mean)
    prior = np.multiply.outer(norm.pdf(axis), norm.pdf(axis))
    seen = mixture > 0
    bits = (mixture[seen] * np.log2(mixture[seen] / prior[seen])).sum() * (axis[1] - axis[0]) ** 2
    assert study.shared()[1] == pytest.approx(bits, abs=0.05)


def test_active_numbers() -> None:
    for beta in (1.0, 8.0):
        mean = encode(study.weights(8, beta), bit_pictures.training()).mean
        assert study.active(8, beta) == sum(np.var(column) > 0.01 for column in mean.T)


def test_size() -> None:
    assert study.size() == sum(layer.size for layer in study.model()[:8])
    assert study.size() == 65 * 64 + 65 * 4 + 3 * 64 + 65 * 64
