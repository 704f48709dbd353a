"""Units by powers, files by their length, and the libraries at hand asked once more."""

import math

import numpy as np
import pytest
from reading import assert_end_to_end, bars, label, panels
from scipy import special, stats

import extrabits as xb
from exhibits import bits_nats_bans
from exhibits._drawing import GRID, LINE, H, Q
from studies import stored_tosses

BASES = {"bits": 2, "nats": math.e, "bans": 10}


def test_chances() -> None:
    for axes, (unit, base) in zip(panels(bits_nats_bans.chances()), BASES.items(), strict=True):
        (whole,), (part,) = bars(axes, GRID), bars(axes, Q)
        chance = part.width * part.height / (whole.width * whole.height)
        assert base**2.3 == pytest.approx(1 / chance)
        assert part.width == pytest.approx(part.height)
        assert (part.left, part.bottom, whole.left, whole.bottom) == pytest.approx((0, 0, 0, 0), abs=1e-9)
        assert (axes.get_xlim(), axes.get_ylim(), axes.get_aspect()) == ((0, 1), (0, 1), 1)
        assert axes.get_title(loc="left") == f"2.3 {unit}"
        assert label(axes, f"{chance:.3f}")


def test_density() -> None:
    for axes, chance in zip(panels(bits_nats_bans.density()), (0.1, 0.5), strict=True):
        held = stored_tosses.information(chance) / 100_000
        names = [text.get_text() for text in axes.get_yticklabels()]
        assert names == ["eight to a byte", "bzip2", "arithmetic coder"]
        sizes = [len(stored_tosses.packed(chance)), len(stored_tosses.zipped(chance))]
        taken = [8 * size / 100_000 for size in sizes] + [sum(map(len, stored_tosses.coded(chance))) / 100_000]
        for row, (grey, green) in enumerate(zip(bars(axes, LINE), bars(axes, H), strict=True)):
            assert (grey.middle[1], green.middle[1]) == pytest.approx((row, row))
            assert_end_to_end([grey], 0, taken[row])
            assert_end_to_end([green], 0, min(held, taken[row]))
        assert sorted(text.get_text() for text in axes.texts) == sorted(f"{digits:.3f}" for digits in taken)


def test_units() -> None:
    head, *rows = bits_nats_bans.units()
    assert head[2:] == list(BASES)
    assert [row[0] for row in rows] == ["deciban", "bit", "nat", "trit", "ban"]
    for (_, factor, *amounts), exact in zip(rows, (10**0.1, 2, math.e, 3, 10), strict=True):
        assert float(factor) == pytest.approx(exact, abs=5e-5)
        for amount, base in zip(amounts, BASES.values(), strict=True):
            assert base ** float(amount) == pytest.approx(exact, rel=2e-4)


def test_loss() -> None:
    _, *rows = bits_nats_bans.loss()
    for (loss, chance, one_in), (unit, base) in zip(rows, BASES.items(), strict=True):
        assert loss == f"2.3 {unit}"
        assert float(one_in) == pytest.approx(base**2.3, abs=0.05)
        assert float(chance) * base**2.3 == pytest.approx(1, rel=5e-3)


def test_files() -> None:
    _, *rows = bits_nats_bans.files()
    numbers = [[int(cell.strip("*").replace("\u202f", "")) for cell in row[1:]] for row in rows]
    for column, chance in enumerate((0.1, 0.5)):
        *sizes, held = [row[column] for row in numbers]
        files = (stored_tosses.as_text(chance), stored_tosses.packed(chance), stored_tosses.zipped(chance))
        assert sizes == [*(8 * len(file) for file in files), sum(map(len, stored_tosses.coded(chance)))]
        assert held == pytest.approx(stored_tosses.information(chance), abs=0.5)


def test_compared() -> None:
    _, *rows = bits_nats_bans.compared()
    for (unit, *cells), (name, base) in zip(rows, BASES.items(), strict=True):
        before, after, quotient, difference = map(float, cells)
        assert unit == name
        assert [base**before, base**after, base**difference] == pytest.approx([10, 2, 5], rel=2e-4)
        assert 2**quotient == pytest.approx(10, rel=1e-4)


def test_libraries() -> None:
    """Those that are installed here are asked; the fair coin against one of three quarters has a known divergence."""
    _, *rows = bits_nats_bans.libraries()
    units = {name: unit for name, unit, _ in rows}
    in_nats = {"PyTorch", "SciPy", "scikit-learn", "Keras", "JAX", "Optax"}
    assert units == dict.fromkeys(in_nats, "nats") | {"dit": "bits", "extrabits": "bits"}
    p, q = np.array([1 / 2, 1 / 2]), np.array([3 / 4, 1 / 4])
    bits = 1 - math.log2(3) / 2
    nats = [stats.entropy(p, q), special.rel_entr(p, q).sum(), special.kl_div(p, q).sum()]
    assert nats == pytest.approx([bits * math.log(2)] * 3)
    assert xb.kl_divergence(p, q) == pytest.approx(bits)
    torch = pytest.importorskip("torch")
    asked = torch.nn.functional.kl_div(torch.tensor(q).log(), torch.tensor(p), reduction="sum").item()
    assert asked == pytest.approx(bits * math.log(2))
