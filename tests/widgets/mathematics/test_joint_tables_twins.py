"""What variables share, and the circles that show it: as the package and studies have it, and by counting points."""

from typing import Any

import numpy as np
import pytest
from called import call
from numpy.typing import NDArray

import extrabits as xb
from studies import information_circles as circles

Array = NDArray[np.float64]

SEED = 3
THIRDS = {"xor": np.not_equal, "and": np.multiply, "copy": lambda x, _: x}
PAIRS = ((0, 1), (0, 2), (1, 2))
EDGES = [
    [[0.25, 0.25], [0.25, 0.25]],
    [[0.5, 0], [0, 0.5]],
    [[0, 0.5], [0.5, 0]],
    [[1, 0], [0, 0]],
    [[0, 0], [0.3, 0.7]],
    [[1 / 3, 1 / 3], [1 / 3, 0]],
    [[1 - 3e-9, 1e-9], [1e-9, 1e-9]],
]


def tables(count: int) -> list[Array]:
    """Tables of two bits: with small cells, with zeros, near independence, and the edges."""
    rng = np.random.default_rng(SEED)
    some = [rng.random(4) ** rng.integers(1, 12) * (rng.random(4) < 0.85) for _ in range(count)]
    near = [np.outer(rng.dirichlet([1, 1]), rng.dirichlet([1, 1])).ravel() * (1 + 1e-6 * rng.random(4)) for _ in some]
    laws = [cells / cells.sum() for cells in (*some, *near) if cells.sum() > 0]
    return [*map(np.array, EDGES), *(law.reshape(2, 2) for law in laws)]


def cube(table: Array, third: str) -> Array:
    """Axes X, Y, Z."""
    x, y = np.indices((2, 2))
    z = THIRDS[third](x, y).astype(int)  # type: ignore[operator]
    return np.stack([np.where(z == 0, table, 0), np.where(z == 1, table, 0)], axis=-1)


def in_nats(measure: Any, joint: Array, **options: Any) -> float:
    return float(measure(joint, base=np.e, **options))


def test_two_variables() -> None:
    laws = tables(1500)
    for table, found in zip(laws, call("joint-tables", "pairOf", [[table.tolist()] for table in laws]), strict=True):
        x, y = xb.marginals(table)
        wanted = {
            "x": in_nats(xb.entropy, x),
            "y": in_nats(xb.entropy, y),
            "shared": in_nats(xb.mutual_information, table),
            "leftOfX": in_nats(xb.conditional_entropy, table, axes=(-1, -2)),
            "leftOfY": in_nats(xb.conditional_entropy, table),
            "together": in_nats(xb.joint_entropy, table),
        }
        assert found == pytest.approx(wanted, rel=1e-9, abs=1e-15), table


@pytest.mark.parametrize("third", THIRDS)
def test_three_variables(third: str) -> None:
    laws = tables(500)
    answers = call("joint-tables", "tripleOf", [[table.tolist(), third] for table in laws])
    for table, found in zip(laws, answers, strict=True):
        joint = cube(table, third)
        pairs = [joint.sum(axis) for axis in (2, 1, 0)]
        given = [
            in_nats(xb.conditional_mutual_information, joint, axes=axes) for axes in ((0, 1, 2), (0, 2, 1), (1, 2, 0))
        ]
        left = [in_nats(xb.conditional_entropy, np.moveaxis(joint, axis, 0).reshape(2, 4).T) for axis in range(3)]
        single = [in_nats(xb.entropy, joint.sum(axes)) for axes in ((1, 2), (0, 2), (0, 1))]
        assert found["entropies"] == pytest.approx(single, abs=1e-13)
        assert found["shared"] == pytest.approx([in_nats(xb.mutual_information, pair) for pair in pairs], abs=1e-13)
        assert found["sharedGivenThird"] == pytest.approx(given, abs=1e-13)
        assert found["left"] == pytest.approx(left, abs=1e-13)
        assert found["together"] == pytest.approx(in_nats(xb.entropy, joint.ravel()), abs=1e-13)
        differences = np.subtract(found["shared"], found["sharedGivenThird"])
        assert differences == pytest.approx([found["middle"]] * 3, abs=1e-13), "the same whichever comes third"
        parts = sum(found["left"]) + sum(found["sharedGivenThird"]) + found["middle"]
        assert parts == pytest.approx(found["together"], abs=1e-13), "seven parts add up"


def test_overlaps_and_distances() -> None:
    rng = np.random.default_rng(SEED)
    radii = rng.random((3000, 2)) + 0.01
    apart = radii.sum(1) * rng.random(3000) * 1.1
    found = call("circles", "overlapOf", [(*pair, d) for pair, d in zip(radii.tolist(), apart.tolist(), strict=True)])
    wanted = [circles.overlap(one, other, d) for (one, other), d in zip(radii, apart, strict=True)]
    assert found == pytest.approx(wanted, abs=1e-12)
    shares = [0, 1, *rng.random(2998)]
    areas = [share * np.pi * min(pair) ** 2 for share, pair in zip(shares, radii, strict=True)]
    found = call("circles", "distanceFor", [(*pair, area) for pair, area in zip(radii.tolist(), areas, strict=True)])
    wanted = [
        circles.distance(np.pi * one**2, np.pi * other**2, area)
        for (one, other), area in zip(radii, areas, strict=True)
    ]
    assert found == pytest.approx(wanted, abs=1e-7)


@pytest.mark.parametrize("third", THIRDS)
def test_circles_overlap_as_the_variables_share(third: str) -> None:
    laws = tables(300)
    triples = call("joint-tables", "tripleOf", [[table.tolist(), third] for table in laws])
    cases = [(triple["entropies"], triple["shared"], 0.02) for triple in triples]
    fitting = 0
    for (areas, shared, _), answer in zip(cases, call("circles", "placed", cases), strict=True):
        made = answer["circles"]
        assert [np.pi * circle["radius"] ** 2 for circle in made] == pytest.approx(areas)
        if not answer["fits"]:
            sides = [circles.distance(areas[i], areas[j], area) for (i, j), area in zip(PAIRS, shared, strict=True)]
            assert 2 * max(sides) > sum(sides), "where they do not fit, no triangle has these sides"
            continue
        fitting += 1
        for (i, j), area in zip(PAIRS, shared, strict=True):
            one, other = made[i], made[j]
            apart = np.hypot(one["x"] - other["x"], one["y"] - other["y"])
            assert circles.overlap(one["radius"], other["radius"], apart) == pytest.approx(area, abs=1e-7)
    assert fitting > 0.4 * len(cases)


def test_what_three_circles_cover() -> None:
    """Every relation that three circles can have, by counting the points of a grid."""
    side = np.linspace(-2.5, 2.5, 1501)
    x, y = np.meshgrid(side, side)
    rng = np.random.default_rng(SEED)
    some = [
        [{"x": float(a), "y": float(b), "radius": float(r)} for a, b, r in rng.random((3, 3)) * [1.5, 1.5, 0.9]]
        for _ in range(60)
    ]
    one = {"x": 0.0, "y": 0.0, "radius": 1.0}
    small = {"x": 0.3, "y": 0.0, "radius": 0.4}
    some += [[one, one, one], [one, one, small], [one, small, {**small, "x": 1.0}], [small, one, {**one, "x": 1.4}]]
    some += [[one, {**one, "x": 1e-12}, one], [one, small, {"x": 0.6, "y": 0.0, "radius": 0.4}]]
    commons, covered = (call("circles", name, [[three] for three in some]) for name in ("commonArea", "coveredBy"))
    for three, common, cover in zip(some, commons, covered, strict=True):
        inside = np.array([(x - c["x"]) ** 2 + (y - c["y"]) ** 2 <= c["radius"] ** 2 for c in three])
        cell = (side[1] - side[0]) ** 2
        assert common == pytest.approx(inside.all(0).sum() * cell, abs=0.01), three
        assert cover == pytest.approx(inside.any(0).sum() * cell, abs=0.02), three
