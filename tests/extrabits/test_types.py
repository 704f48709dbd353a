"""What a type checker is told of results: mypy reads these lines, and they hold when they run, too."""

from typing import Any, assert_type

import numpy as np

import extrabits as xb
from extrabits._checks import Array


def test_one_law_gives_a_float_and_many_give_an_array() -> None:
    one, many, labelled = [0.5, 0.5], [[0.5, 0.5], [1.0, 0.0]], {"a": 0.5, "b": 0.5}
    assert isinstance(assert_type(xb.entropy(one), float), float)
    assert isinstance(assert_type(xb.entropy(labelled), float), float)
    assert isinstance(assert_type(xb.entropy(many), Array), np.ndarray)
    assert isinstance(assert_type(xb.kl_divergence(one, one, base=10), float), float)
    assert isinstance(assert_type(xb.kl_divergence(many, one), Array), np.ndarray)
    assert isinstance(assert_type(xb.kl_divergence(one, many), Array), np.ndarray)
    assert isinstance(assert_type(xb.js_divergence(one, one, one), float), float)
    assert isinstance(assert_type(xb.renyi_divergence(p=one, q=one, alpha=2), float), float)
    assert isinstance(assert_type(xb.mutual_information([[0.5, 0.0], [0.0, 0.5]]), float), float)


def test_of_an_array_the_checker_is_told_nothing() -> None:
    assert_type(xb.entropy(np.array([0.5, 0.5])), Any)
    assert_type(xb.kl_divergence(xb.Normal(0, 1), xb.Normal([0, 1], 1)), Any)


def test_normalize_gives_what_it_was_given() -> None:
    assert isinstance(assert_type(xb.normalize([1, 1]), Array), np.ndarray)
    assert isinstance(assert_type(xb.normalize({"a": 1, "b": 1}), dict[str, float]), dict)
