"""What a sum or a product rounds away is kept: with it, it is the exact one."""

from collections.abc import Iterable
from fractions import Fraction

import numpy as np

from extrabits import mutual_information
from extrabits._exact import exact_product, exact_sum

UNIT = 2.0**-53  # what one rounding takes, as a share


def exact(values: Iterable[float]) -> Fraction:
    return sum((Fraction(float(value)) for value in values), Fraction(0))


def test_a_sum_and_its_rest_are_the_exact_sum() -> None:
    rng = np.random.default_rng(1)
    rounded = 0
    for length in [2, 3, 7, 64, 201]:
        for _ in range(50):
            values = rng.random(length) * 10.0 ** rng.integers(-8, 8, length)
            total, rest = exact_sum(values, -1)
            off = abs(exact([total[0], rest[0]]) - exact(values))
            assert off <= length * UNIT**2 * exact(values), length
            rounded += total[0] != exact(values)
    assert rounded > 100


def test_a_product_and_its_rest_are_the_exact_product() -> None:
    x, y = np.random.default_rng(2).random((2, 500))
    product, rest = exact_product(x, y)
    for a, b, high, low in zip(x, y, product, rest, strict=True):
        assert exact([high, low]) == Fraction(a) * Fraction(b)
    assert (rest != 0).sum() > 400


def test_tables_that_are_all_but_independent() -> None:
    """To first order, 2 I in nats is the sum of the squared gaps over the products."""
    rng = np.random.default_rng(3)
    for _ in range(20):
        table = np.outer(rng.dirichlet(np.ones(5)), rng.dirichlet(np.ones(7)))
        table[0, 0] *= 1 + 1e-11
        cells = [[Fraction(cell) for cell in row] for row in table.tolist()]
        rows, columns = [sum(row) for row in cells], [sum(column) for column in zip(*cells, strict=True)]
        total = sum(rows)
        gaps = ((cells[i][j] * total - a * b, a * b) for i, a in enumerate(rows) for j, b in enumerate(columns))
        wanted = sum(gap**2 / product for gap, product in gaps) / 2 / total
        assert abs(Fraction(float(mutual_information(table, base=np.e))) / wanted - 1) < 1e-9
