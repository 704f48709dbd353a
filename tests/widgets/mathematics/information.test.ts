// The widgets' mathematics meets the truths that the Python package meets, and the laws that the pages state.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as information from "../../../site_src/widgets/mathematics/information.ts";
import { sum } from "../../../site_src/widgets/mathematics/laws.ts";
import { pairsOfLaws } from "./random-laws.ts";

type Value = number | "inf";
type Probabilities = number | readonly number[];
interface Case {
  readonly p: Probabilities;
  readonly q?: Probabilities;
  readonly base?: number;
  readonly value: Value;
}

const TRUTHS = JSON.parse(readFileSync(new URL("../../truths.json", import.meta.url), "utf8")) as Record<
  string,
  Case[]
>;
// Sums of a hundred terms round a little; a widget prints three digits.
const RELATIVE_ERROR = 1e-14;

const { crossEntropy, entropy, gibbsTerm, klDivergence, logRatioTerm, surprisalTerm, tangentGap } = information;

function number(value: Value): number {
  return value === "inf" ? Infinity : value;
}

function assertClose(actual: number, expected: number, message: string): void {
  const close =
    actual === expected || Math.abs(actual - expected) <= RELATIVE_ERROR * Math.max(Math.abs(expected), 1e-300);
  assert.ok(close, `${message}: ${actual}, not ${expected}`);
}

for (const [name, cases] of Object.entries(TRUTHS)) {
  const camelCase = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const measure = (information as Record<string, unknown>)[camelCase] as
    | ((p: Probabilities, q?: Probabilities) => number)
    | undefined;
  if (!measure) continue;
  test(`${camelCase} meets the truths`, () => {
    for (const { p, q, base, value } of cases) {
      const expected = number(value);
      assertClose(
        measure(p, q) / (base ? Math.log(base) : 1),
        expected,
        `${camelCase}(${JSON.stringify(p)}, ${JSON.stringify(q)})`,
      );
    }
  });
}

test("the truths speak of every measure that the widgets print", () => {
  for (const name of ["entropy", "cross_entropy", "kl_divergence", "gibbs_term"]) assert.ok(TRUTHS[name]?.length, name);
});

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
    const signed = sum(p.map((share, i) => logRatioTerm(share, q[i] as number)));
    assert.ok(Math.abs(signed - klDivergence(p, q)) < 1e-12);
  }
});

test("no signed term is below −1/e", () => {
  for (let p = 0.01; p <= 1; p += 0.01)
    for (let q = 0.01; q <= 1; q += 0.01) assert.ok(logRatioTerm(p, q) >= -1 / Math.E);
  assertClose(logRatioTerm(1 / Math.E, 1), -1 / Math.E, "the lowest term");
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
