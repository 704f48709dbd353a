"""The lines of one divergence on the triangle, by the package's divergences."""

import math
import random
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest
from called import call
from matplotlib.path import Path as Outline

from extrabits import kl_divergence

MAPS = ("beliefs", "truths")
LEAST = 1e-300  # shares below it are nearer to a side than a double says
EDGES = [(1, 0, 0), (0, 0, 1), (0, 0.5, 0.5), (0.3, 0, 0.7), (0.99, 0.01, 0), (1 / 3, 1 / 3, 1 / 3), (0.98, 0.01, 0.01)]
HUNDREDTHS = np.array([(i, j, 100 - i - j) for i in range(101) for j in range(101 - i)]) / 100
SIDES = HUNDREDTHS[(HUNDREDTHS == 0).any(axis=1)]


def cases() -> Iterator[tuple[str, list[float], float]]:
    rng = random.Random(7)
    for _ in range(1000):
        cut = sorted((rng.randrange(101), rng.randrange(101)))
        law = [cut[0] / 100, (cut[1] - cut[0]) / 100, (100 - cut[1]) / 100]
        yield rng.choice(MAPS), law, 10 ** rng.uniform(-4, 1)
    for name, edge, nats in product(MAPS, EDGES, (1e-6, 0.05, math.log(2), math.log(3), 3.0)):
        yield name, list(edge), nats


@cache
def answers() -> list[tuple[str, np.ndarray[Any, Any], float, Any]]:
    asked = list(cases())
    given = call("levels-at", "levelAt", asked)
    return [(name, np.array(law), nats, level) for (name, law, nats), level in zip(asked, given, strict=True)]


def heights(name: str, centre: Any, places: Any) -> Any:
    """The divergences between a law and each row."""
    places = np.array(places) / np.sum(places, axis=1, keepdims=True)  # one that begins at six digits sums to 1 nearly
    whole = np.broadcast_to(centre, places.shape)
    return kl_divergence(*((whole, places) if name == "beliefs" else (places, whole)), base=math.e)


def test_every_place_of_a_line_is_as_far() -> None:
    seen = 0
    for name, centre, nats, level in answers():
        for line in level["lines"]:
            away = heights(name, centre, line)
            told = np.min(np.where(centre > 0, line, 1), axis=1) > LEAST
            assert away[told] == pytest.approx(nats, rel=1e-7, abs=1e-13), (name, centre)
            hidden = np.array(line)[~told]
            if hidden.size and name == "beliefs":
                # The line runs between the side and a place that nobody can tell from it.
                assert (heights(name, centre, hidden + 1e-9 * (centre - hidden)) < nats).all()
            seen += int(told.sum())
    assert seen > 50_000


def test_an_area_holds_what_is_nearer_and_nothing_else() -> None:
    laws = np.random.default_rng(3).dirichlet([0.7] * 3, 150)
    inside = 0
    for name, centre, nats, level in answers():
        if len(level["area"]) < 3 or nats < 0.01:
            continue
        corners = _plane(np.array(level["area"]))
        outline = Outline(corners)
        within = outline.contains_points(_plane(laws))
        away = heights(name, centre, laws)
        # The area is convex and has straight sides, so it never holds too much, and leaves out too little to see.
        assert not within[away > nats * (1 + 1e-9)].any(), (name, centre, nats)
        left_out = _plane(laws[(away < nats) & ~within])
        assert all(_distance(place, corners) < 0.003 for place in left_out), (name, centre, nats)
        inside += int(within.sum())
    assert inside > 5_000


def test_lines_end_on_sides_that_are_nearer_and_close_otherwise() -> None:
    kinds = set()
    for name, centre, nats, level in answers():
        walls = heights(name, centre, SIDES)
        kind = "none" if not level["lines"] else "open" if level["lines"][0][0] != level["lines"][0][-1] else "closed"
        points = all(len(line) == 1 for line in level["lines"])
        if name == "truths" and 0 in centre:
            assert points
            assert len(level["lines"]) == sum(math.log(1 / share) >= nats for share in centre if share)
        elif walls.min() > nats:
            assert kind == "closed"
        elif walls.max() < nats:
            assert kind == "none"
        elif walls.min() < 0.99 * nats and walls.max() > nats:
            assert kind == "open"
            ends = [line[end] for line in level["lines"] for end in (0, -1)]
            assert all(min(place) < 1e-12 for place in ends)
        kinds.add(kind)
    assert kinds == {"none", "open", "closed"}


def test_barriers_are_where_the_sides_are_infinite() -> None:
    middles = (1 - np.eye(3)) / 2
    asked = list(product(MAPS, EDGES, range(3)))
    told = [({"map": name, "centre": law}, i) for name, law, i in asked]
    for (name, law, i), barrier in zip(asked, call("triangle", "isBarrier", told), strict=True):
        assert barrier == (heights(name, law, [middles[i]])[0] == math.inf), (name, law, i)


def test_a_point_becomes_the_nearest_law_in_hundredths() -> None:
    rng = random.Random(5)
    points = [{"x": rng.uniform(-1, 2), "y": rng.uniform(-1, 2)} for _ in range(2000)]
    points += [{"x": float(x), "y": float(y)} for x, y in _plane(HUNDREDTHS[::7])]
    for point, law in zip(points, call("triangle", "lawAt", [[point] for point in points]), strict=True):
        assert sum(law) == pytest.approx(1, abs=1e-15)
        assert [share in HUNDREDTHS for share in law] == [True] * 3
        away = np.hypot(*(_plane(HUNDREDTHS) - [point["x"], point["y"]]).T)
        own = math.hypot(*(_plane(np.array(law)) - [point["x"], point["y"]]))
        assert own <= away.min() + 0.006  # the next law is a hundredth away
        if away.min() < 1e-12:
            assert own < 1e-12


def _plane(laws: Any) -> Any:
    """An equilateral triangle, in which the third outcome stands above the other two."""
    return np.stack([laws[..., 1] + laws[..., 2] / 2, laws[..., 2] * math.sqrt(3) / 2], axis=-1)


def _distance(place: Any, corners: Any) -> float:
    """How far a place is from the nearest side of a polygon."""
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.maximum(np.sum(sides**2, axis=1), 1e-300)
    along = np.clip(np.sum((place - corners) * sides, axis=1) / lengths, 0, 1)
    return float(np.hypot(*(corners + along[:, None] * sides - place).T).min())
