"""The theorems of the subject as properties of the package, each named after what it says."""

import itertools
import math
from collections import Counter
from typing import Any

import hypothesis.strategies as st
import numpy as np
import pytest
from strategies import given, joints, laws

import extrabits as xb
from extrabits._checks import Array

ROUNDING = 1e-12
Laws = tuple[Array, ...]


def close(a: Any, b: Any) -> bool:
    return a == b or math.isclose(a, b, rel_tol=1e-9, abs_tol=ROUNDING)


@given(laws(2))
def test_gibbs_inequality(pair: Laws) -> None:
    p, q = pair
    assert xb.kl_divergence(p, q) >= 0
    assert xb.cross_entropy(p, q) >= xb.entropy(p) - ROUNDING
    assert (xb.gibbs_term(p, q) >= 0).all()


@given(laws(2))
def test_gibbs_equality_only_for_equal_laws(pair: Laws) -> None:
    p, q = pair
    assert xb.kl_divergence(p, p) == 0
    assert xb.kl_divergence(p, q) > 0 or np.allclose(p, q, rtol=1e-150, atol=1e-150)


@given(laws(2))
def test_cross_entropy_is_entropy_plus_divergence(pair: Laws) -> None:
    p, q = pair
    assert close(xb.cross_entropy(p, q), xb.entropy(p) + xb.kl_divergence(p, q))


@given(laws(2))
def test_divergence_is_infinite_exactly_where_support_is_missing(pair: Laws) -> None:
    p, q = pair
    assert math.isinf(xb.kl_divergence(p, q)) == bool(((p > 0) & (q == 0)).any())


@given(laws())
def test_entropy_is_between_zero_and_that_of_the_uniform_law(one: Laws) -> None:
    (p,) = one
    assert 0 <= xb.entropy(p) <= math.log2(len(p)) + ROUNDING
    assert close(math.log2(len(p)) - xb.entropy(p), xb.kl_divergence(p, np.full(len(p), 1 / len(p))))
    assert 1 <= xb.perplexity(p) <= len(p) * (1 + ROUNDING)


@given(laws(2), st.floats(0, 1))
def test_entropy_is_concave(pair: Laws, t: float) -> None:
    p, q = pair
    mixed = t * xb.entropy(p) + (1 - t) * xb.entropy(q)
    assert xb.entropy(t * p + (1 - t) * q) >= mixed - ROUNDING


@given(laws(4), st.floats(0.01, 0.99))
def test_joint_convexity(four: Laws, t: float) -> None:
    p, q, r, s = four
    mixed = t * xb.kl_divergence(p, q) + (1 - t) * xb.kl_divergence(r, s)
    assert xb.kl_divergence(t * p + (1 - t) * r, t * q + (1 - t) * s) <= mixed * (1 + ROUNDING) + ROUNDING


@given(laws(2), st.integers(0, 2**32 - 1))
def test_data_processing(pair: Laws, seed: int) -> None:
    p, q = pair
    channel = np.random.default_rng(seed).dirichlet(np.ones(3), size=len(p))
    through = [p @ channel, q @ channel]
    for divergence in (xb.kl_divergence, xb.js_divergence, xb.total_variation, xb.hellinger_distance):
        assert divergence(*through) <= divergence(*pair) + ROUNDING
    for alpha in (0.5, 2, math.inf):
        assert xb.renyi_divergence(through[0], through[1], alpha) <= xb.renyi_divergence(p, q, alpha) + ROUNDING


@given(laws(2))
def test_pinsker(pair: Laws) -> None:
    assert xb.kl_divergence(*pair, base=math.e) >= 2 * xb.total_variation(*pair) ** 2 - ROUNDING


@given(laws(2))
def test_bretagnolle_huber(pair: Laws) -> None:
    divergence = xb.kl_divergence(*pair, base=math.e)
    assert xb.total_variation(*pair) <= math.sqrt(-math.expm1(-divergence)) + ROUNDING


@given(laws(2))
def test_divergence_is_at_most_log_of_one_plus_chi2(pair: Laws) -> None:
    assert xb.kl_divergence(*pair, base=math.e) <= math.log1p(xb.chi2_divergence(*pair)) + ROUNDING


@given(laws(2))
def test_hellinger_and_total_variation_bound_each_other(pair: Laws) -> None:
    h, tv = xb.hellinger_distance(*pair), xb.total_variation(*pair)
    assert h**2 - ROUNDING <= tv <= h * math.sqrt(max(2 - h**2, 0)) + ROUNDING
    assert close(xb.bhattacharyya_coefficient(*pair), 1 - h**2)


@given(laws(3))
def test_metrics_obey_the_triangle_inequality(three: Laws) -> None:
    p, q, r = three
    for distance in (xb.js_distance, xb.hellinger_distance, xb.total_variation):
        assert distance(p, r) <= distance(p, q) + distance(q, r) + 1e-7
        assert close(distance(p, q), distance(q, p))


def test_divergence_breaks_the_triangle_inequality() -> None:
    a, b, c = ([x, 1 - x] for x in (0.1, 0.3, 0.5))
    assert xb.kl_divergence(a, c) > xb.kl_divergence(a, b) + xb.kl_divergence(b, c)


@given(laws(2))
def test_jensen_shannon_is_bounded_and_mutual_information(pair: Laws) -> None:
    p, q = pair
    assert 0 <= xb.js_divergence(p, q) <= 1 + ROUNDING
    assert close(xb.js_divergence(p, q), xb.mutual_information(np.stack([p, q]) / 2))


@given(laws(2))
def test_renyi_divergence_does_not_decrease_with_its_order(pair: Laws) -> None:
    orders = (0, 0.1, 0.5, 0.999999, 1, 1.000001, 2, 20, math.inf)
    values = [xb.renyi_divergence(pair[0], pair[1], alpha) for alpha in orders]
    assert all(low <= high * (1 + 1e-9) + ROUNDING for low, high in itertools.pairwise(values))


@given(laws())
def test_renyi_entropy_does_not_increase_with_its_order(one: Laws) -> None:
    values = [xb.renyi_entropy(one[0], alpha) for alpha in (0, 0.1, 0.5, 1, 1.000001, 2, 20, math.inf)]
    assert all(low >= high - ROUNDING for low, high in itertools.pairwise(values))


@given(laws(2, positive=True), st.floats(-3, 4))
def test_alpha_divergence_is_the_same_with_arguments_exchanged(pair: Laws, alpha: float) -> None:
    p, q = pair
    assert close(xb.alpha_divergence(p, q, alpha), xb.alpha_divergence(q, p, 1 - alpha))


@given(laws(2, positive=True))
def test_alpha_divergence_contains_its_relatives(pair: Laws) -> None:
    p, q = pair
    assert close(xb.alpha_divergence(p, q, 1), xb.kl_divergence(p, q, base=math.e))
    assert close(xb.alpha_divergence(p, q, 0), xb.kl_divergence(q, p, base=math.e))
    assert close(xb.alpha_divergence(p, q, 2), xb.chi2_divergence(p, q) / 2)
    assert close(xb.alpha_divergence(p, q, 0.5), 4 * xb.hellinger_distance(p, q) ** 2)


@given(joints())
def test_chain_rule(joint: Array) -> None:
    x, y = xb.marginals(joint)
    assert close(xb.joint_entropy(joint), xb.entropy(x) + xb.conditional_entropy(joint))
    assert close(xb.joint_entropy(joint), xb.entropy(y) + xb.conditional_entropy(joint, axes=(-1, -2)))


@given(joints())
def test_conditioning_does_not_increase_entropy(joint: Array) -> None:
    assert 0 <= xb.conditional_entropy(joint) <= xb.entropy(xb.marginals(joint)[1]) + ROUNDING


@given(joints())
def test_mutual_information_is_a_divergence_and_symmetric(joint: Array) -> None:
    x, y = xb.marginals(joint)
    information = xb.mutual_information(joint)
    assert information >= 0
    assert close(information, xb.mutual_information(joint.T))
    assert close(information, xb.entropy(x) + xb.entropy(y) - xb.joint_entropy(joint))
    assert close(information, xb.entropy(y) - xb.conditional_entropy(joint))
    assert close(xb.variation_of_information(joint), xb.joint_entropy(joint) - information)


@given(st.lists(st.tuples(*[st.sampled_from("abc")] * 3), min_size=1, max_size=30))
def test_laws_with_labels_obey_the_same_chain_rule(rows: list[tuple[str, str, str]]) -> None:
    x, y, z = zip(*rows, strict=True)
    joint = xb.joint_law(x, y, z)
    assert sum(joint.values()) == pytest.approx(1)
    of_y = xb.normalize(Counter(y))
    given_x = xb.conditional_entropy(xb.joint_law(x, y))
    assert close(xb.entropy(xb.joint_law(x, y)), xb.entropy(xb.normalize(Counter(x))) + given_x)
    together = xb.mutual_information(xb.joint_law(x, list(zip(y, z, strict=True))))
    chained = xb.mutual_information(xb.joint_law(x, z)) + xb.conditional_mutual_information(joint)
    assert close(together, chained)
    assert xb.kl_divergence(xb.marginals(xb.joint_law(x, y))[1], of_y) <= ROUNDING


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=30), st.lists(st.floats(-8, 8), max_size=6, unique=True))
def test_finer_bins_have_no_less_entropy(sample: list[float], inner: list[float]) -> None:
    edges = [-9, *sorted(inner), 9]
    fine, coarse = xb.histogram_law(sample, edges), xb.histogram_law(sample, [edges[0], *edges[1:-1:2], edges[-1]])
    assert fine.sum() == pytest.approx(1)
    assert xb.entropy(fine) >= xb.entropy(coarse) - ROUNDING


@given(joints(3))
def test_chain_rule_of_mutual_information(joint: Array) -> None:
    """I(X; Y, Z) = I(X; Z) + I(X; Y | Z)."""
    together = xb.mutual_information(joint.reshape(len(joint), -1))
    assert close(together, xb.mutual_information(joint.sum(1)) + xb.conditional_mutual_information(joint))


@given(joints())
def test_chain_rule_of_divergence(joint: Array) -> None:
    """D(p_XY‖q_XY) = D(p_X‖q_X) + Σ p(x) D(p_Y|x‖q_Y|x), for a q under which Y does not depend on X."""
    x, y = xb.marginals(joint)
    belief_x, belief_y = np.full(len(x), 1 / len(x)), np.full(len(y), 1 / len(y))
    product = np.multiply.outer(belief_x, belief_y)
    rows = [w * xb.kl_divergence(row / row.sum(), belief_y) for w, row in zip(x, joint, strict=True) if w > 1e-100]
    whole = xb.kl_divergence(joint.ravel(), product.ravel())
    assert close(whole, xb.kl_divergence(x, belief_x) + math.fsum(rows))


@given(laws(3, positive=True))
def test_donsker_varadhan(three: Laws) -> None:
    p, q, scores = three
    f = 10 * scores
    assert xb.kl_divergence(p, q, base=math.e) >= p @ f - math.log(q @ np.exp(f)) - ROUNDING
    best = np.log(p / q)
    assert close(xb.kl_divergence(p, q, base=math.e), p @ best - math.log(q @ np.exp(best)))


@given(laws(1, least=2, positive=True), st.integers(0, 2**32 - 1))
def test_divergence_is_half_a_fisher_length_near_equality(one: Laws, seed: int) -> None:
    (p,) = one
    step = np.random.default_rng(seed).normal(size=len(p)) * p
    step = 1e-6 * (step - p * step.sum())
    q = xb.normalize(p + step)
    assert xb.kl_divergence(p, q, base=math.e) == pytest.approx(((q - p) ** 2 / p).sum() / 2, rel=1e-4, abs=1e-30)


@given(laws())
def test_source_coding(one: Laws) -> None:
    (p,) = one
    huffman = xb.expected_length(p, xb.huffman_lengths(p))
    assert xb.entropy(p) - ROUNDING <= huffman < xb.entropy(p) + 1 + ROUNDING


@given(laws(1, positive=True), st.integers(1, 3))
def test_blocks_bring_the_rate_to_the_entropy(one: Laws, n: int) -> None:
    (p,) = one
    blocks = xb.block_law(p, n)
    rate = xb.expected_length(blocks, xb.huffman_lengths(blocks)) / n
    assert xb.entropy(p) - ROUNDING <= rate <= xb.entropy(p) + 1 / n + ROUNDING


@given(laws(1, positive=True))
def test_shannon_and_elias_lengths_follow_the_surprisal(one: Laws) -> None:
    (p,) = one
    excess = xb.shannon_lengths(p) - xb.surprisal(p)
    assert (excess >= -1e-15).all()
    assert (excess < 1).all()
    assert (xb.shannon_fano_elias_lengths(p) == xb.shannon_lengths(p) + 1).all()


@given(laws(2, positive=True))
def test_wrong_code_costs_the_divergence_up_to_a_bit(pair: Laws) -> None:
    p, q = pair
    extra = xb.expected_length(p, xb.shannon_lengths(q)) - xb.entropy(p)
    divergence = xb.kl_divergence(p, q)
    assert divergence - ROUNDING <= extra < divergence + 1


@given(laws())
def test_kraft(one: Laws) -> None:
    lengths = xb.huffman_lengths(one[0])
    assert xb.kraft_sum(lengths) == 1
    code = xb.canonical_code(lengths)
    assert [len(word) for word in code] == lengths.tolist()
    assert all(not b.startswith(a) for i, a in enumerate(code) for j, b in enumerate(code) if i != j)


@given(laws(1, least=2), st.integers(0, 2**32 - 1))
def test_prefix_code_decodes_what_it_encodes(one: Laws, seed: int) -> None:
    (p,) = one
    code = xb.canonical_code(xb.huffman_lengths(p))
    message = np.random.default_rng(seed).integers(len(p), size=20).tolist()
    assert xb.decode(xb.encode(message, code), code) == message


@given(laws(), st.integers(0, 2**32 - 1), st.integers(0, 40))
def test_arithmetic_code_is_exact_and_within_two_bits_of_the_surprisal(one: Laws, seed: int, n: int) -> None:
    (p,) = one
    message = np.random.default_rng(seed).choice(len(p), n, p=p).tolist()
    bits = xb.arithmetic_encode(message, p)
    assert xb.arithmetic_decode(bits, p, n) == message
    assert len(bits) <= (xb.surprisal(p[message]).sum() + 2 + ROUNDING if n else 0)


@given(laws(2, least=2, positive=True))
def test_pythagoras(pair: Laws) -> None:
    """D(r‖q) = D(r‖p*) + D(p*‖q) for the I-projection p* of q and every r with the same means."""
    r, q = pair
    feature = np.arange(float(len(q)))
    nearest = xb.i_projection(q, [feature], [r @ feature])
    assert nearest @ feature == pytest.approx(r @ feature, abs=1e-9)
    assert close(
        round(xb.kl_divergence(r, q), 8), round(xb.kl_divergence(r, nearest) + xb.kl_divergence(nearest, q), 8)
    )


@given(laws(4))
def test_jensen_shannon_of_many_laws_is_the_entropy_that_mixing_adds(four: Laws) -> None:
    p, q, r, w = four
    weights = xb.normalize(np.resize(w, 3) + 0.01)
    added = xb.entropy(weights @ np.stack([p, q, r])) - weights @ xb.entropy(np.stack([p, q, r]))
    divergence = xb.js_divergence(p, q, r, weights=weights)
    assert close(divergence, added)
    assert 0 <= divergence <= xb.entropy(weights) + ROUNDING


@given(laws())
def test_orders_of_tsallis_and_renyi_meet_at_the_entropy(one: Laws) -> None:
    nats = xb.entropy(one[0], base=math.e)
    assert xb.tsallis_entropy(one[0], 1) == pytest.approx(nats, rel=1e-13)
    assert xb.tsallis_entropy(one[0], 1 + 1e-13) == pytest.approx(nats, rel=1e-9)
    assert xb.renyi_entropy(one[0], 1 - 1e-13, base=math.e) == pytest.approx(nats, rel=1e-9)
    assert close(xb.tsallis_entropy(one[0], 2), 1 - (one[0] ** 2).sum())


def test_long_messages_cost_their_surprisal() -> None:
    p = [0.9, 0.07, 0.03]
    message = np.random.default_rng(0).choice(3, 2000, p=p)
    bits = xb.arithmetic_encode(message.tolist(), p)
    assert len(bits) <= xb.surprisal(np.array(p)[message]).sum() + 2
    assert xb.arithmetic_decode(bits, p, 2000) == message.tolist()
