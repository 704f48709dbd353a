// The address of counts and a binomial, and what a reader types: every state comes back, and bad counts are told what is wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ATTRIBUTES, WORDS } from "../../../site_src/widgets/xb-counts/attributes.ts";
import { Landscape } from "../../../site_src/widgets/xb-counts/landscape.ts";
import { MOST, readCounts } from "../../../site_src/widgets/xb-counts/reading.ts";
import type { State } from "../../../site_src/widgets/xb-counts/state.ts";
import { countsOf, DATA, fromAddress, toAddress } from "../../../site_src/widgets/xb-counts/state.ts";
import { steps } from "../../../site_src/widgets/xb-counts/steps.ts";
import { given, nonsense, randomNumbers } from "../helpers.ts";

const GIVEN = { boys: "3 24 104 7", dice: "185 12 0", own: "1 9 14 12 4" };
const PAGE = ATTRIBUTES.read((name) => GIVEN[name as keyof typeof GIVEN]);
const TYPED = ["", "3 24 104", "3, 24; 104", "−1 2", "0 0", "tea", "1", "2.5 3", "ß☕ #?&=%", "1 ".repeat(16)];

function read(values: Readonly<Record<string, string>>): State {
  return fromAddress((name) => values[name] || null, PAGE.initial);
}

function* states(): Generator<State> {
  const random = randomNumbers(1);
  const one = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  for (let i = 0; i < 1000; i++) {
    const data = one(DATA);
    const theta = one(["best", "fair", 0, 1, Math.round(random() * 1e4) / 1e4] as const);
    const typed = data === "own" ? one(TYPED) : PAGE.initial.typed;
    yield { data, theta, whole: one([true, false]), typed };
  }
}

test("every state comes back from its address", () => {
  for (const state of states()) assert.deepEqual(read(toAddress(state)), state);
});

test("nonsense gives the state of the page", () => {
  for (const value of nonsense(1000)) {
    const found = read({ data: value, theta: value, whole: value, counts: value });
    const theta = Number(value || Number.NaN);
    const isTheta = theta >= 0 && theta <= 1;
    assert.deepEqual({ ...found, theta: isTheta ? "fair" : found.theta }, PAGE.initial, value);
  }
});

test("each step has an address of its own, and counts", () => {
  const told = steps(PAGE);
  assert.equal(new Set(told.map(({ state }) => JSON.stringify(toAddress(state)))).size, told.length);
  for (const { state } of told) assert.ok(countsOf(state, PAGE));
});

test("counts are read as people part them", () => {
  for (const text of ["3 24 104", " 3,24,104 ", "3;24 ; 104", "3_24_104", "3\t24\n104", "003 24 104"]) {
    assert.deepEqual(readCounts(text), { counts: [3, 24, 104] });
  }
});

test("bad counts are told which is bad, and why", () => {
  const problem = (text: string) => {
    const found = readCounts(text);
    return "problem" in found ? found.problem : "";
  };
  for (const [text, why] of [
    ["", /no counts/],
    ["5", /too few/],
    ["1 ".repeat(MOST + 1), /16 counts: there can be 15/],
    ["0 0 0", /All counts are 0/],
    ["3 -2 5", /2nd count is below 0/],
    ["3 −2 5", /2nd count is below 0/],
    ["3 5 2.5", /3rd count is no whole number/],
    ["1e3 5", /1st count is no whole number in digits/],
    ["1 2 3 tea", /4th count is no number/],
    [`${"1 ".repeat(10)}x`, /11th count is no number/],
    ["1 9999999999", /2nd count is larger than ten million/],
    ["1 NaN", /2nd count is no number/],
  ] as const) {
    assert.match(problem(text), why, text);
  }
  for (const value of nonsense(3000)) {
    const found = readCounts(value);
    assert.ok("counts" in found || found.problem.endsWith("."), value);
  }
});

test("what is wrong in the page is said to its author", () => {
  assert.throws(() => ATTRIBUTES.read((name) => (name === "dice" ? "1 -2" : "1 2")), /dice="1 -2": The 2nd count/);
});

test("the slider spans the best θ and the fair one, in round steps", () => {
  const random = randomNumbers(5);
  for (let i = 0; i < 2000; i++) {
    const size = 2 + Math.floor(random() * (MOST - 1));
    const counts = Array.from({ length: size }, () => Math.floor(10 ** (7 * random()) * (i % 3 ? 1 : random())));
    if (!counts.some((count) => count > 0)) continue;
    const { fair } = given(WORDS[i % 2 ? "boys" : "dice"]);
    for (const whole of [true, false]) {
      const land = new Landscape(counts, fair, whole);
      assert.ok(land.holds(land.best) && land.holds(fair), counts.join(" "));
      assert.ok(land.low >= 0 && land.high <= 1 && land.top > land.rest && land.top < Infinity, counts.join(" "));
      assert.ok(Number.isInteger(land.steps) && land.steps >= 10 && land.steps <= 210, `${land.steps}`);
      assert.equal(land.thetaAt(0), land.low);
      assert.equal(land.thetaAt(1), land.high);
      for (let j = 0; j <= land.steps; j++) {
        const theta = land.thetaAt(j / land.steps);
        assert.equal(Math.round(land.shareOf(theta) * land.steps), j);
      }
    }
  }
});
