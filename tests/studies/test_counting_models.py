"""The counting models in exact fractions and in plain counters, the file, and every way to cut."""

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from scipy.special import rel_entr

from studies import alice, coded_alice, rounded_alice, token_models
from studies.byte_pairs import learned, tokenised
from studies.coded_alice import LONGEST, ORDERS, by_discount, by_witten_bell
from studies.context_counts import DISCOUNT, WITTEN_BELL, Counts, Rule

TEXT = alice.text()


def exact_laws(symbols: int, order: int, message: Sequence[int], rule: Rule) -> list[list[Fraction]]:
    """The law before each symbol of a message, from counts that are made anew for each."""
    laws = []
    for end in range(len(message) + 1):
        mass: dict[tuple[int, ...], Counter[int]] = defaultdict(Counter)  # how often a symbol was counted
        for at in range(end):
            for length in range(min(order, at), -1, -1):
                seen = mass[tuple(message[at - length : at])]
                known = message[at] in seen
                seen[message[at]] += 1
                if known and not rule.everywhere:
                    break
        law = [Fraction(1, symbols)] * symbols
        for length in range(min(order, end) + 1):
            seen = mass[tuple(message[end - length : end])]
            if seen:
                kinds, total = len(seen), sum(seen.values())
                if rule.everywhere:  # Witten and Bell
                    law = [Fraction(seen[x] + kinds * law[x], total + kinds) for x in range(symbols)]
                else:  # three quarters are taken from each count
                    taken = [max(seen[x] - Fraction(3, 4), Fraction(0)) for x in range(symbols)]
                    law = [(taken[x] + Fraction(3, 4) * kinds * law[x]) / total for x in range(symbols)]
        laws.append(law)
    return laws


def discount_bits(message: Sequence[int], symbols: int, order: int) -> np.ndarray:
    """The bits of each symbol, with counters."""
    after: dict[tuple[int, ...], Counter[int]] = defaultdict(Counter)
    bits = []
    for at, symbol in enumerate(message):
        contexts = [tuple(message[at - length : at]) for length in range(min(order, at) + 1)]
        chance = 1 / symbols
        for seen in (after[context] for context in contexts):
            if seen:
                chance = (max(seen[symbol] - 0.75, 0) + 0.75 * len(seen) * chance) / sum(seen.values())
        bits.append(-math.log2(chance))
        for context in reversed(contexts):
            after[context][symbol] += 1
            if after[context][symbol] > 1:
                break
    return np.array(bits)


@pytest.mark.parametrize("rule", [WITTEN_BELL, DISCOUNT])
@pytest.mark.parametrize("order", [0, 1, 3])
def test_laws_are_the_fractions(rule: Rule, order: int) -> None:
    message = np.random.default_rng(order).choice(4, 60, p=[0.5, 0.3, 0.15, 0.05]).tolist()
    exact, counts = exact_laws(5, order, message, rule), Counts(5, order, rule)
    for at, symbol in enumerate([*message, 0]):
        assert sum(exact[at]) == 1
        assert counts.laws()[-1] == pytest.approx([float(share) for share in exact[at]], rel=1e-12)
        counts.learn(symbol)


def test_lower_orders_of_witten_bell_are_models_of_their_own() -> None:
    message = list(b"how doth the little crocodile")
    for order in range(4):
        high, low = Counts(256, 3, WITTEN_BELL), Counts(256, order, WITTEN_BELL)
        for symbol in message:
            assert list(high.laws()[order]) == list(low.laws()[-1])
            high.learn(symbol)
            low.learn(symbol)


@pytest.mark.parametrize("order", ORDERS)
def test_the_file_is_as_long_as_the_loss(order: int) -> None:
    coded = by_discount(order)
    assert set(np.unique(coded.code)) == {0, 1}
    assert 0 < len(coded.code) - coded.bits.sum() < 2
    assert coded.bits[:4000] == pytest.approx(discount_bits(TEXT[:4000], 256, order), rel=1e-9)


def test_the_text_comes_out_again() -> None:
    assert by_discount(LONGEST).decoded.tobytes() == TEXT


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_decodes(order: int) -> None:
    bits, code = coded_alice.encoded(TEXT[:600], order)
    assert coded_alice.decoded(code, 600, order) == TEXT[:600]
    assert code[:100] == by_discount(order).code[:100].tolist()
    assert bits == list(by_discount(order).bits[:600])


def test_shares_are_the_law_and_none_is_empty() -> None:
    law = np.array([0.0, 1e-12, 0.25, 0.75])
    parts = coded_alice.shares(law)
    assert parts.min() == 1
    assert parts / parts.sum() == pytest.approx(law, abs=1e-9)


def test_witten_bell_in_plain_counters() -> None:
    after: dict[bytes, Counter[int]] = defaultdict(Counter)
    totals = np.zeros(len(ORDERS))
    for at, symbol in enumerate(TEXT):
        chance = 1 / 256
        for order in ORDERS:
            if order <= at:
                seen = after[TEXT[at - order : at]]
                if seen:
                    chance = (seen[symbol] + len(seen) * chance) / (seen.total() + len(seen))
                seen[symbol] += 1
            totals[order] -= math.log2(chance)
    assert by_witten_bell().bits.sum(axis=1) == pytest.approx(totals, rel=1e-9)


def test_bytes_are_tokens_without_merges() -> None:
    chapter = token_models.read(0, LONGEST).bits
    assert chapter == pytest.approx(by_discount(LONGEST).bits[alice.head() :], rel=1e-12)


@pytest.mark.parametrize(("merges", "order"), token_models.MODELS[1:])
def test_token_models_in_plain_counters(merges: int, order: int) -> None:
    text, head = TEXT.decode(), alice.head()
    pairs = learned(text[:head], merges)
    cut, before = tokenised(text[:head], pairs) + tokenised(text[head:], pairs), len(tokenised(text[:head], pairs))
    numbers: dict[str, int] = {}
    ids = [numbers.setdefault(token, len(numbers)) for token in cut]
    bits = discount_bits(ids, 256 + merges, order)
    assert token_models.read(merges, order).bits == pytest.approx(bits[before:], rel=1e-9)


def test_over_all_cuts_by_trying_them() -> None:
    logs = {"a": -2.0, "b": -3.0, "ab": -4.0, "aa": -2.5, "bab": -7.0}
    for text in ("a", "aab", "abaab", "babaabab"):
        products = []
        for marks in itertools.product([0, 1], repeat=len(text) - 1):
            cut: list[str] = []
            token = text[0]
            for mark, letter in zip(marks, text[1:], strict=True):
                cut, token = ([*cut, token], letter) if mark else (cut, token + letter)
            products.append(math.prod(2 ** logs.get(token, -math.inf) for token in [*cut, token]))
        best, every = token_models.over_all_cuts(text, logs)
        assert 2**best == pytest.approx(max(products))
        assert 2**every == pytest.approx(sum(products))


def test_cuts() -> None:
    cuts = token_models.cuts(token_models.MERGES)
    assert cuts.tokeniser > cuts.best > cuts.all > 0
    text, head = TEXT.decode(), alice.head()
    pairs = learned(text[:head], token_models.MERGES)
    before, chapter = tokenised(text[:head], pairs), tokenised(text[head:], pairs)
    counts, n = Counter(before), len(before)
    share = {token: (max(counts[token] - 0.75, 0) + 0.75 * len(counts) / 556) / n for token in set(chapter)}
    assert cuts.tokeniser == pytest.approx(-sum(math.log2(share[token]) for token in chapter), rel=1e-9)


@pytest.mark.parametrize("bits", [3, 4, 8])
def test_at_precision_surprisals_stand_on_a_grid(bits: int) -> None:
    p = np.random.default_rng(bits).dirichlet(np.full(30, 0.1), 20)
    q = rounded_alice.at_precision(p, bits)
    assert q.sum(axis=1) == pytest.approx(np.ones(20))
    step = 16 / (2**bits - 1)
    places = (np.log2(q.max(axis=1, keepdims=True)) - np.log2(q)) / step
    assert places == pytest.approx(np.round(places), abs=1e-9)
    assert places.max() <= 2**bits - 1
    # But for one factor for each law, surprisals up to the largest are off by half a step at most.
    off = np.where(p > 2.0**-16, np.log2(p) - np.log2(q), np.nan)
    assert np.all(np.nanmax(off, axis=1) - np.nanmin(off, axis=1) <= step + 1e-9)


def test_rounded() -> None:
    read = rounded_alice.rounded("discount")
    assert read.full == pytest.approx(by_discount(LONGEST).bits[alice.head() :], rel=1e-12)
    assert rounded_alice.rounded("Witten–Bell").full == pytest.approx(by_witten_bell().bits[5, alice.head() :])
    counts = Counts(256, LONGEST, DISCOUNT)
    for byte in TEXT[: alice.head() + 300]:
        counts.learn(byte)
    p = counts.laws()[-1]
    q = 2.0 ** -(np.round(np.minimum(-np.log2(p), 16) * 15 / 16) * 16 / 15)
    q /= q.sum()
    row = rounded_alice.PRECISIONS.index(4)
    assert read.divergence[row, 300] == pytest.approx(rel_entr(p, q).sum() / math.log(2), rel=1e-9)
    assert read.rounded[row, 300] == pytest.approx(-math.log2(q[TEXT[alice.head() + 300]]), rel=1e-12)
    assert read.divergence.min() >= 0
