// Counts and chances as readers see them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatChance, formatCount, formatOdds } from "../../../site_src/widgets/parts/counts.ts";

test("thousands stand apart from five digits on", () => {
  assert.deepEqual([0, 7, 1000, 9999, 10_000, 1_234_567].map(formatCount), [
    "0",
    "7",
    "1000",
    "9999",
    "10\u202f000",
    "1\u202f234\u202f567",
  ]);
});

test("a chance is a percentage, or a power of ten where it is tiny", () => {
  const chances = [1, 0.05, 0.0526, 0.001, 2.34e-4, 1e-6, 1e-12, 4e-30, 0];
  const words = [
    "100\u00a0%",
    "5\u00a0%",
    "5.3\u00a0%",
    "0.1\u00a0%",
    "2.3·10⁻⁴",
    "10⁻⁶",
    "10⁻¹²",
    "4·10⁻³⁰",
    "0\u00a0%",
  ];
  assert.deepEqual(chances.map(formatChance), words);
});

test("odds have three digits", () => {
  assert.equal(formatOdds(Math.log(19)), "19 : 1");
  assert.equal(formatOdds(Math.log(949_999)), "950\u202f000 : 1");
  assert.equal(formatOdds(0), "1 : 1");
});
