"""Every public function answers every kind of bad input with a ValueError that says what was wrong.

The functions are walked by their names and signatures: a new one is covered, or this fails and asks what a good
argument of an unknown name looks like.
"""

import inspect
import math
import re
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis.strategies as st
import numpy as np
import pytest
from strategies import given

import extrabits as xb

RNG = np.random.default_rng(0)
LAW, OTHER = [0.5, 0.25, 0.25], [0.25, 0.25, 0.5]
JOINT = [[0.25, 0.25], [0.0, 0.5]]
CUBE = [[[0.125, 0.125], [0.25, 0.0]], [[0.125, 0.125], [0.0, 0.25]]]
NAN_INF = [math.nan, math.inf]
NOT_NUMBERS = ["0.5", None, 1j, [["a", "b"]], {"a": 1}]

BAD_LAWS = [
    [0.5, 0.7, -0.2], [0.5, math.nan, 0.5], [math.inf, 0, 0], [0.5, 0.3, 0.17], [0.5, 0.25, 0.25 + 2e-9], [],
    [[0.5, 0.5], [1]], ["a", "b", "c"], [0.5, 0.25, 0.25j], [None, 0.5, 0.5], "law", 0.5, 1, {1: 2}, [0, 0, 0],
    np.ma.masked_array([0.5, 0.5, 0.5], mask=[False, False, True]), [50, 25, 25],
]  # fmt: skip
BAD_JOINTS = [
    [[0.5, 0.5], [0.5, -0.5]], [[0.5, math.nan], [0, 0.5]], [[math.inf, 0], [0, 0]], [[0.5, 0.5], [0.5, 0.5]], [[]],
    [[0.5, 0.5], [1]], "joint", 1.0, [["a"]],
]  # fmt: skip
BAD_NUMBERS = [math.nan, math.inf, -math.inf, "1", None, 1j, [1, 2], 10**400]
# A parameter of a family may be a list, which makes a batch; one bad number in it is enough.
BAD_PARAMETERS = [n for n in BAD_NUMBERS if n != [1, 2]] + [[1, math.nan], [1, math.inf], ["1"], [[1], [1, 2]], []]

# What an argument of this name may be, and what it may not be. Names mean the same thing in every function.
GOOD: dict[str, Any] = {
    "p": LAW, "q": OTHER, "axis": -1, "base": 2, "alpha": 2, "joint": JOINT, "axes": None, "counts": [3, 1, 1],
    "weights": [0.5, 0.5], "logits": [0.0, 1.0, 2.0], "p_logits": [0.0, 1.0, 2.0], "q_logits": [2.0, 1.0, 0.0],
    "labels": 1, "label_smoothing": 0.1, "lengths": [1, 2, 2], "alphabet": 2, "message": [0, 1, 2],
    "code": ["0", "10", "11"], "bits": "01011", "n": 3, "length": 3, "rate": 2, "mean": 1, "sd": 2, "scale": 2,
    "a": 2, "b": 3, "shape": 2, "low": 0, "high": 1, "concentration": [1, 2, 3], "covariance": [[1, 0], [0, 1]],
    "family": xb.Poisson, "values": [0, 1, 2], "start": xb.Normal(0, 1), "log_density": xb.Normal(0, 1).log_density,
    "features": [[0, 1, 2]], "targets": [1.0], "x": np.sqrt([2, 3, 5, 7, 11, 13]), "y": np.log([2, 3, 5, 7, 11, 13]),
    "k": 1, "log_ratio": [0.5, -0.5], "sample": [1.0, 2.0, 4.0], "statistic": np.mean, "rng": RNG, "level": 0.9,
    "resamples": 9, "edges": [0, 2, 4],
}  # fmt: skip
BAD: dict[str, list[Any]] = {
    "p": BAD_LAWS,
    "q": [*BAD_LAWS, [0.5, 0.5]],
    "axis": [1, -2, 0.5, "x", None, True, False],
    "base": [1, 0.5, 0, -2, *BAD_NUMBERS[:-1]],
    "alpha": [math.nan, -math.inf, "2", None, 1j, [1, 2], np.array([1, 2]), True],
    "joint": BAD_JOINTS,
    "axes": [(0,), (0, 0), (0, 5), (0, 1, 2, 3), 0, None, (0, True), "01"],
    "counts": [[-1, 2], [math.nan, 1], [math.inf, 1], [], [0, 0], [[1, 2], [1]], ["a"], "counts", None],
    "weights": [*BAD_LAWS, [1.0]],
    "logits": [[math.nan, 0, 0], [math.inf, 0, 0], [-math.inf] * 3, [], ["a", "b", "c"], 1.0, None],
    "p_logits": [[math.nan, 0, 0], [math.inf, 0, 0], [-math.inf] * 3, [], ["a", "b", "c"], [0.0, 0.0], 1.0],
    "q_logits": [[math.nan, 0, 0], [math.inf, 0, 0], [-math.inf] * 3, [], ["a", "b", "c"], [0.0, 0.0], 1.0],
    "labels": [-1, 3, 0.5, math.nan, [0, 1], "1", None, [[0, 1, 0]]],
    "label_smoothing": [-0.1, 1.1, *BAD_NUMBERS],
    "lengths": [[-1, 2, 2], [math.nan, 1, 1], [math.inf, 1, 1], [], ["a"], None, 3],
    "alphabet": [1, 0, 2.5, *BAD_NUMBERS],
    "message": [[3], [-1], [0.5], ["a"], [None]],
    "code": [[], ["0", "01", "11"], ["0", "0"], ["0", "2"], [0, 1]],
    "bits": ["012", 101, None, b"01"],
    "n": [-1, 0.5, *BAD_NUMBERS],
    "length": [-1, 0.5, *BAD_NUMBERS],
    **{key: [0, -1, [1, 0], *BAD_PARAMETERS] for key in ["rate", "sd", "scale", "a", "b", "shape"]},
    "mean": BAD_PARAMETERS,
    "low": [1, 2, [0, 1], *BAD_PARAMETERS],
    "high": [0, -1, [1, 0], *BAD_PARAMETERS],
    "concentration": [[1, 0], [1, -1], [1], [], [1, math.nan], [1, math.inf], "a", 1],
    "covariance": [[[1, 2], [2, 1]], [[1, 1], [0, 1]], [[1]], [[0, 0], [0, 0]], [[1, math.nan], [0, 1]], 1, "a"],
    "family": [float, "Poisson", xb.Dirichlet, None],
    "values": [[0, 1], [0, math.nan, 1], [0, math.inf, 1], ["a", "b", "c"], 1, [-1, -1, -1]],
    "start": [LAW, None, xb.Poisson(1)],
    "log_density": [lambda x: np.full(np.shape(x), -math.inf), lambda x: np.full(np.shape(x), math.nan)],
    "features": [[0, 1, 2], [[0, 1]], [[0, math.nan, 1]], [[1, 2, 3], [1, 2, 3]], [["a", "b", "c"]], []],
    "targets": [[5.0], [2.0], [math.nan], [1.0, 1.0], 1.0, []],
    "x": [[], [math.nan] * 6, [math.inf] * 6, [1.0], ["a"] * 6, 1.0, np.zeros((2, 2, 2)), None],
    "y": [[], [math.nan] * 6, [math.inf] * 6, ["a"] * 6, 1.0, np.zeros((2, 2, 2)), np.ones((6, 2, 2)), None],
    "k": [0, 6, 1.5, *BAD_NUMBERS],
    "log_ratio": [[math.nan], [math.inf], [-math.inf], [], ["a"], None],
    "sample": [[], [math.nan], [math.inf], 1.0, ["a"]],
    "rng": [None, 0, np.random.RandomState(0)],
    "level": [-0.1, 1.1, *BAD_NUMBERS],
    "resamples": [0, -1, 0.5, *BAD_NUMBERS],
    "edges": [10, [0], [], [2, 1], [0, 0, 9], [0, 3], [math.nan, 9], ["a", "b"], None],
}  # fmt: skip
UNCHECKED = {"statistic"}  # any function of a sample will do

# Where an argument of this name means something else.
SPECIAL: dict[tuple[str, str], tuple[Any, list[Any]]] = {
    **{(f, "p"): (0.5, [-0.1, 1.1, math.nan, math.inf, "0.5", None, 1j, [1, -1]])
       for f in ("surprisal", "binary_entropy")},
    **{(f, "p"): (0.5, [-0.1, 1.1, [0.5, 1.1], *BAD_PARAMETERS]) for f in ("Bernoulli", "Binomial", "Geometric")},
    ("Binomial", "n"): (3, [-1, 0.5, [1, 0.5], *BAD_PARAMETERS]),
    ("Poisson", "rate"): (2, [-1, [1, -1], *BAD_PARAMETERS]),
    **{(f, "counts"): ([[3, 1], [0, 2]], [*BAD["counts"], [1, 2], [[[1]]], [[0.5, 1]], {("a", "b"): 1, "c": 1}])
       for f in ("plugin_mutual_information", "miller_madow_mutual_information")},
    **{("joint_law", name): (["a", "a", "b"], [[], ["a"], ["a", None, "b"], [math.nan] * 3, [0.1, 0.2, 0.3], 1, None])
       for name in "xy"},
    **{("gibbs_term", name): (LAW, [[-1, 0, 0], [math.nan] * 3, [math.inf] * 3, [], ["a"] * 3, [1, 1], None])
       for name in "pq"},
    **{(f, name): (xb.Normal(0, 1), [LAW, None, 1, xb.Poisson(1)])
       for f in ("k1_moments", "k2_moments", "k3_moments") for name in "pq"},
    **{(f, "p"): (xb.MultivariateNormal([0, 0], [[1, 0.5], [0.5, 1]]), [LAW, None, xb.Normal(0, 1)])
       for f in ("mean_field", "product_of_marginals")},
    ("MultivariateNormal", "mean"): ([0, 0], [[0], [], [0, math.nan], [[0, 0]], "a", 1]),
    ("conditional_mutual_information", "joint"): (CUBE, BAD_JOINTS),
    ("joint_entropy", "axes"): ((-2, -1), [(0, 0), (0, 5), (), 0, None, "01"]),
    ("binary_log_loss_logits", "labels"): ([0, 1, 0.5], [[-0.1] * 3, [1.1] * 3, [math.nan] * 3, [0, 1], ["a"] * 3]),
    ("binary_log_loss_logits", "logits"): ([0.0, 1.0, 2.0], [[math.nan] * 3, [math.inf] * 3, [0.0, 1.0], [], "a"]),
    ("normalize", "axis"): (-1, [axis for axis in BAD["axis"] if axis is not None] + [(), (0, 0), [5]]),
    ("kraft_sum", "lengths"): ([1, 2, 2], [*BAD["lengths"], [0.5, 1, 1]]),
    ("canonical_code", "lengths"): ([1, 2, 2], [*BAD["lengths"], [0.5, 1, 1], [1, 1, 1]]),
    ("inclusive_fit", "p"): (LAW, BAD_LAWS),
}  # fmt: skip
NO_ZERO = {"shannon_lengths": [1, 0], "shannon_fano_elias_lengths": [1, 0], "Geometric": 0}


def functions() -> dict[str, Callable[..., Any]]:
    """Every public function and every family, by name."""
    return {name: getattr(xb, name) for name in xb.__all__}


def required(name: str) -> dict[str, Any]:
    """Good values for the arguments without which the function cannot be called."""
    parameters = inspect.signature(functions()[name]).parameters.values()
    return {
        p.name: good(name, p.name)
        for p in parameters
        if p.default is p.empty and p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)
    }


def good(function: str, argument: str) -> Any:
    return SPECIAL[function, argument][0] if (function, argument) in SPECIAL else GOOD[argument]


def cases() -> Iterator[Any]:
    for name, function in functions().items():
        for p in inspect.signature(function).parameters.values():
            if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) or p.name in UNCHECKED:
                continue
            bad = SPECIAL[name, p.name][1] if (name, p.name) in SPECIAL else BAD[p.name]
            for index, value in enumerate(bad):
                yield pytest.param(name, p.name, value, id=f"{name}-{p.name}-{index}")


@pytest.mark.parametrize("name", functions())
def test_good_arguments_are_accepted(name: str) -> None:
    functions()[name](**required(name))


@pytest.mark.parametrize(("name", "argument", "value"), list(cases()))
def test_bad_argument(name: str, argument: str, value: Any) -> None:
    arguments = required(name) | {argument: value}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ValueError, match=r"\w") as caught:
            functions()[name](**arguments)
    assert len(str(caught.value)) > 15
    assert "numpy" not in str(caught.value) or argument == "rng"


@given(st.lists(st.floats(0, 1), min_size=3, max_size=3).filter(lambda p: abs(math.fsum(p) - 1) > 2e-9))
def test_no_function_normalises_in_silence(p: list[float]) -> None:
    for name in functions():
        if required(name).get("p") == LAW and (name, "p") not in SPECIAL:
            with pytest.raises(ValueError, match="sum"):
                functions()[name](**(required(name) | {"p": p}))


@given(st.integers(0, 2), st.sampled_from([-0.25, math.nan, math.inf, -math.inf]))
def test_the_message_names_the_place_and_the_value(index: int, fault: float) -> None:
    p = list(LAW)
    p[index] = fault
    with pytest.raises(ValueError, match=rf"p\[{index}\] is {fault}"):
        xb.entropy(p)


def test_messages_say_what_to_do() -> None:
    with pytest.raises(ValueError, match=r"p sums to 0\.97, not 1; `normalize` turns counts into probabilities"):
        xb.entropy([0.5, 0.47])
    with pytest.raises(ValueError, match=r"q\[1\] sums to 0.5, not 1"):
        xb.kl_divergence([0.5, 0.5], [[0.5, 0.5], [0.25, 0.25]])
    with pytest.raises(ValueError, match=r"p\[1, 0\] is -1.0"):
        xb.entropy([[2, 0.5], [-1, 0.5]], axis=0)
    with pytest.raises(ValueError, match="p has 2 outcomes and q has 3"):
        xb.kl_divergence([0.5, 0.5], [0.5, 0.25, 0.25])
    with pytest.raises(ValueError, match=r"D\(Geometric‖Poisson\) has no closed form"):
        xb.kl_divergence(xb.Geometric(0.5), xb.Poisson(1))
    with pytest.raises(ValueError, match="two families or two arrays"):
        xb.kl_divergence(xb.Geometric(0.5), [0.5, 0.5])


def test_the_last_number_that_a_message_allows_is_allowed_and_the_next_is_not() -> None:
    limits = set()
    for name, argument, value in (case.values for case in cases()):
        end = re.search(r"from 0 to (\d+)", complaint(name, {argument: value}))
        if end and (argument == "message" or isinstance(good(name, argument), int | float)):
            limits.add((name, argument, int(end[1])))
    assert {argument for _, argument, _ in limits} == {"p", "message", "labels", "label_smoothing", "level"}
    for name, argument, last in limits:
        allowed, beyond = ([n] if argument == "message" else n for n in (last, last + 1))
        assert complaint(name, {argument: allowed}) == ""
        assert complaint(name, {argument: beyond}) != ""


@pytest.mark.parametrize("k", [1, 2, 5])
@pytest.mark.parametrize("name", ["knn_kl_divergence", "ksg_mutual_information"])
def test_the_draws_that_a_message_asks_for_are_enough(name: str, k: int) -> None:
    draws = np.random.default_rng(0).normal(size=(2, 20))
    end = re.search(r"more than (\d+)", complaint(name, {"x": draws[0, :1], "y": draws[1, :1], "k": k}))
    assert end
    few, enough = ({"x": draws[0, :n], "y": draws[1, :n], "k": k} for n in (int(end[1]), int(end[1]) + 1))
    assert complaint(name, few) != ""
    assert complaint(name, enough) == ""


def complaint(name: str, arguments: dict[str, Any]) -> str:
    """What the function says of these arguments; nothing if it takes them."""
    try:
        functions()[name](**(required(name) | arguments))
    except ValueError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("zero", NO_ZERO)
def test_zero_is_refused_where_it_has_no_meaning(zero: str) -> None:
    with pytest.raises(ValueError, match="0"):
        functions()[zero](NO_ZERO[zero])
