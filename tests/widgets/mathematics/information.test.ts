// The laws that the pages state hold for the mathematics of the widgets.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  crossEntropy,
  entropy,
  gibbsTerm,
  klDivergence,
  logRatioTerm,
  surprisalTerm,
  tangentGap,
} from "../../../site_src/widgets/mathematics/information.ts";
import { sumOfPairs } from "../../../site_src/widgets/mathematics/laws.ts";
import { assertClose, pairsOfLaws } from "../helpers.ts";

test("Gibbs' inequality: the sum is never negative, and 0 only where q = p", () => {
  for (const [p, q] of pairsOfLaws(3000)) {
    assert.ok(klDivergence(p, q) > 0);
    assert.equal(klDivergence(p, p), 0);
  }
});

test("cross-entropy is entropy plus divergence", () => {
  for (const [p, q] of pairsOfLaws(3000)) {
    assert.ok(Math.abs(crossEntropy(p, q) - entropy(p) - klDivergence(p, q)) < 1e-12);
  }
});

test("the signed terms have the same sum as the Gibbs terms", () => {
  for (const [p, q] of pairsOfLaws(3000)) {
    const signed = sumOfPairs(p, q, logRatioTerm);
    assert.ok(Math.abs(signed - klDivergence(p, q)) < 1e-12);
  }
});

test("no signed term is below −1/e", () => {
  for (let p = 0.01; p <= 1; p += 0.01)
    for (let q = 0.01; q <= 1; q += 0.01) assert.ok(logRatioTerm(p, q) >= -1 / Math.E);
  assertClose(logRatioTerm(1 / Math.E, 1), -1 / Math.E, 1e-14, "the lowest term");
});

test("the gap is the distance from the line to the curve, and weighted by p a Gibbs term", () => {
  for (const ratio of [1e-6, 0.2, 0.5, 2, 4])
    assert.ok(Math.abs(tangentGap(ratio) - (ratio - 1 - Math.log(ratio))) < 1e-14);
  assert.equal(tangentGap(1), 0);
  assert.equal(tangentGap(0), Infinity);
  assert.ok(Math.abs(0.25 * tangentGap(0.6 / 0.25) - gibbsTerm(0.25, 0.6)) < 1e-15);
});

test("zero probabilities: 0 log 0 is 0, and what q rules out costs infinitely much", () => {
  assert.equal(klDivergence([1, 0], [0.5, 0.5]), Math.LN2);
  assert.equal(klDivergence([0.5, 0.5], [1, 0]), Infinity);
  assert.equal(logRatioTerm(0, 0), 0);
  assert.equal(logRatioTerm(0.5, 0), Infinity);
  assert.ok(Object.is(surprisalTerm(1, 1), 0));
  assert.equal(surprisalTerm(0.5, 0), Infinity);
});

test("laws over different outcomes are refused", () => {
  assert.throws(() => klDivergence([1], [0.5, 0.5]), /p has 1 outcomes and q has 2/);
});
