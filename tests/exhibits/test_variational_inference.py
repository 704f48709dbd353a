"""The figures and tables read back, by scipy's laws and the formulas for Gaussians written out."""

import numpy as np
import pytest
from reading import assert_labels_stand_clear, curve, curves, dots, panels
from scipy.integrate import fixed_quad
from scipy.stats import norm
from sklearn.datasets import load_iris

from exhibits import variational_inference
from exhibits._drawing import INK, MUTED, D, P, Q


def line(centred: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """Mean and covariance of intercept and slope."""
    length, width = load_iris().data[:, :2].T
    x = np.column_stack([np.ones(150), length - centred * length.mean()])
    noise = np.linalg.lstsq(x, width, rcond=None)[1][0] / 148
    covariance = np.linalg.inv(x.T @ x / noise + np.eye(2) / 100)
    return covariance @ x.T @ width / noise, covariance


def nats(a: float, mean: float, sd: float) -> float:
    def term(x: np.ndarray) -> np.ndarray:
        bells = norm.pdf(x[:, np.newaxis], [-a, a]).mean(axis=1)
        return np.asarray(norm.pdf(x, mean, sd) * (norm.logpdf(x, mean, sd) - np.log(bells)))

    return float(fixed_quad(term, mean - 10 * sd, mean + 10 * sd, n=400)[0])


def test_irises() -> None:
    (axes,) = panels(variational_inference.irises())
    mean, covariance = line()
    parts = np.diag(1 / np.diag(np.linalg.inv(covariance)))
    for colour, spread in ((P, covariance), (Q, parts)):
        apart = np.array(curve(axes, colour)) - mean[:, None]
        squares = (apart * (np.linalg.inv(spread) @ apart)).sum(axis=0)
        assert squares == pytest.approx(-2 * np.log(0.05))  # the chi-square of two degrees is an exponential law
    assert_labels_stand_clear(variational_inference.irises())


def test_two_bells() -> None:
    all_panels = panels(variational_inference.two_bells())
    z = np.linspace(-8, 8, 801)
    for column, a in enumerate((2.5, 3.1)):
        laws, loss, dips = all_panels[column::2]
        x, p = curve(laws, P)
        assert p == pytest.approx((norm.pdf(x, -a) + norm.pdf(x, a)) / 2)
        x, wide = curve(laws, MUTED)
        assert wide == pytest.approx(norm.pdf(x, 0, np.sqrt(1 + a**2)))  # the moments of p
        x, q = curve(laws, Q)
        mean, sd = x[q.argmax()], 1 / (q.max() * np.sqrt(2 * np.pi))
        best = min(nats(a, m, s) for m, s in ((0, 2.3909), (0, 2.8), (a - 0.02, 1.017), (2.386, 1.136)))
        assert nats(a, mean, sd) == pytest.approx(best, abs=0.01)
        assert (abs(mean) < 0.1) == (a == 2.5)
        x, lost = curve(loss, D)
        assert lost == pytest.approx(norm.pdf(x, mean, sd) * np.log(q / p), abs=0.01)
        assert loss.get_ylim()[0] > max(lost) > 0 > min(lost) > loss.get_ylim()[1]  # what is lost hangs below the line
        ((means, least),) = curves(dips, D)
        for m, d in list(zip(means, least, strict=True))[::10]:
            widths = np.geomspace(0.8, 3.6, 200)[:, None]
            at = m + widths * z
            log_ratio = norm.logpdf(at, m, widths) - np.log((norm.pdf(at, -a) + norm.pdf(at, a)) / 2)
            assert d == pytest.approx(min(log_ratio @ norm.pdf(z) * (z[1] - z[0])), abs=1e-3)
        where, low = dots(dips, D)
        assert where == pytest.approx([-where[2], 0, where[2]], abs=1e-6)
        assert a - 0.2 < where[2] < a
        assert low == pytest.approx(np.interp(where, means, least), abs=0.01)
        filled = [
            line.get_xdata()[0] for line in dips.lines if line.get_markerfacecolor() == D and line.get_marker() == "o"
        ]
        assert filled == pytest.approx([mean], abs=0.03)


def test_crossing() -> None:
    (axes,) = panels(variational_inference.crossing())
    (distances, both), (_, _) = curve(axes, D), dots(axes, D)
    at = 52
    a = distances[at]
    assert both[at] == pytest.approx(min(nats(a, 0, sd) for sd in np.linspace(2, 3, 101)), abs=1e-4)
    ((there, one),) = curves(axes, INK)
    a = there[10]
    assert one[10] == pytest.approx(
        min(nats(a, m, s) for m in np.linspace(a - 0.3, a, 16) for s in np.linspace(1, 1.3, 16)), abs=1e-3
    )
    (x,), (y,) = dots(axes, D)
    assert f"a = {x:.4f}" in [text.get_text() for text in axes.texts]
    assert np.interp(x, distances, both) == pytest.approx(y, abs=1e-3)
    assert np.interp(x, there, one) == pytest.approx(y, abs=1e-3)


def test_sweeps() -> None:
    mean, covariance = line()
    precision = np.linalg.inv(covariance)
    now, seen = np.zeros(2), {}
    for sweep in range(301):
        apart = now - mean
        left = (apart @ precision @ apart + np.linalg.slogdet(covariance)[1] + np.log(np.diag(precision)).sum()) / 2
        seen[sweep] = [sweep, *now, left]
        for i in (0, 1):
            now[i] = mean[i] - precision[i, 1 - i] / precision[i, i] * (now[1 - i] - mean[1 - i])
    for row in variational_inference.sweeps()[1:]:
        assert [float(cell.replace("−", "-")) for cell in row] == pytest.approx(seen[int(row[0])], abs=5.1e-5)


def test_coordinates() -> None:
    for centred, row in zip((False, True), variational_inference.coordinates()[1:], strict=True):
        _, covariance = line(centred)
        sds = np.sqrt(np.diag(covariance))
        correlation = covariance[0, 1] / sds.prod()
        independent = 1 / np.sqrt(np.diag(np.linalg.inv(covariance)))
        numbers = [float(cell.replace("−", "-")) for cell in row[1:4]]
        assert numbers == pytest.approx([correlation, sds[1], independent[1]], abs=5.1e-4)
        assert int(row[4]) == (1 if centred else 351)


def test_products() -> None:
    for size, first, second in variational_inference.products()[1:]:
        n, rho = int(size), 0.9
        log_determinant = np.log(1 + (n - 1) * rho) + (n - 1) * np.log(1 - rho)
        diagonal = (1 + (n - 2) * rho) / ((1 - rho) * (1 + (n - 1) * rho))
        assert float(first) == pytest.approx((log_determinant + n * np.log(diagonal)) / 2, abs=5.1e-5)
        assert float(second) == pytest.approx(-log_determinant / 2, abs=5.1e-5)
