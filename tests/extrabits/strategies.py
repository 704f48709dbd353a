"""Random laws for the property tests, zeros and near-zeros among them, and `given` for their cases.

Every run draws the same cases, so that what passed once passes again, on slow machines too.
"""

import hypothesis
import hypothesis.strategies as st
import numpy as np

from extrabits import normalize
from extrabits._checks import Array

hypothesis.settings.register_profile("extrabits", deadline=None, derandomize=True)
hypothesis.settings.load_profile("extrabits")
given = hypothesis.given

weight = st.one_of(st.floats(1e-3, 1), st.floats(1e-300, 1e-3), st.just(0.0))


@st.composite
def laws(draw: st.DrawFn, count: int = 1, least: int = 1, most: int = 8, positive: bool = False) -> tuple[Array, ...]:
    """Laws of equally many outcomes."""
    size = draw(st.integers(least, most))
    one = st.floats(1e-3, 1) if positive else weight
    rows = st.lists(one, min_size=size, max_size=size).filter(lambda row: max(row) > 0)
    return tuple(normalize(draw(rows)) for _ in range(count))


@st.composite
def joints(draw: st.DrawFn, dimensions: int = 2) -> Array:
    """A table of joint probabilities."""
    shape = draw(st.tuples(*[st.integers(1, 4)] * dimensions))
    size = int(np.prod(shape))
    cells = draw(st.lists(weight, min_size=size, max_size=size).filter(lambda row: max(row) > 0))
    return np.asarray(normalize(cells).reshape(shape))
