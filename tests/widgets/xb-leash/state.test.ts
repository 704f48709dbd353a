// The address of the leash, the slider for β, and the story that its page's numbers must allow.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bestOf, policyAt } from "../../../site_src/widgets/mathematics/leash.ts";
import { ATTRIBUTES } from "../../../site_src/widgets/xb-leash/attributes.ts";
import type { State } from "../../../site_src/widgets/xb-leash/state.ts";
import {
  BETAS,
  betaAt,
  DRAGGED,
  fromAddress,
  LAST,
  placeOf,
  rewardsIn,
  toAddress,
} from "../../../site_src/widgets/xb-leash/state.ts";
import { steps } from "../../../site_src/widgets/xb-leash/steps.ts";
import { given, nonsense, randomNumbers } from "../helpers.ts";

const WRITTEN: Readonly<Record<string, string>> = {
  reference: "0.26 0.3 0.2 0.22 0.02",
  score: "1 2 4 3 5",
  truth: "1 2 4 2.5 0.5",
  labels: "short plain clear wordy slick",
};
const PAGE = ATTRIBUTES.read((name) => WRITTEN[name] ?? "");

function read(values: Readonly<Record<string, string>>): State {
  return fromAddress((name) => values[name] || null, PAGE.initial);
}

test("every state comes back from its address", () => {
  const random = randomNumbers(5);
  const rewards = () => Array.from({ length: 5 }, () => Math.round(random() * 50) / 10);
  for (let i = 0; i < 2000; i++) {
    const weights = Array.from({ length: 5 }, () => (random() < 0.2 ? 0 : Math.round(random() * 100)));
    const place = Math.floor(random() * (LAST + 1));
    const state = { ...PAGE.initial, score: rewards(), truth: rewards(), place, dragged: given(DRAGGED[i % 2]) };
    const back = read({ ...toAddress(state), reference: weights.join("_") });
    const again = read(toAddress(back));
    assert.deepEqual({ ...again, reference: [] }, { ...state, reference: [] });
    for (const [at, share] of again.reference.entries()) assert.ok(Math.abs(share - given(back.reference[at])) < 1e-5);
  }
});

test("nonsense gives the state of the page", () => {
  for (const value of [...nonsense(1000), "1_1_1_1", "1_2_3_4_-1", "1_2__4_5", "0.5", "78"]) {
    const all = Object.fromEntries(Object.keys(toAddress(PAGE.initial)).map((name) => [name, value]));
    const place = Number.isInteger(Number(value)) && value.trim() !== "" ? Number(value) : -1;
    const isPlace = place >= 0 && place <= LAST;
    assert.deepEqual(read(all), isPlace ? { ...PAGE.initial, place } : PAGE.initial, value);
  }
});

test("a reward beyond the scale is nonsense, and such a weight is none", () => {
  const { score, reference } = read({ score: "1_2_3_4_6", reference: "1_2_3_4_6" });
  assert.deepEqual(score, PAGE.initial.score);
  assert.equal(reference[4], 6 / 16);
});

test("rewards are tenths, so that ties are ties", () => {
  assert.deepEqual(rewardsIn("0.30000000000000004_0.3_4.96", 3), [0.3, 0.3, 5]);
  assert.deepEqual(rewardsIn("0_0_0", 3), [0, 0, 0]);
});

test("the slider goes from no reward at all to no leash at all", () => {
  assert.equal(betaAt(0), Infinity);
  assert.equal(betaAt(LAST), 0);
  assert.deepEqual([BETAS[0], BETAS.at(-1)], [Infinity, 0]);
  for (let place = 0; place <= LAST; place++) {
    assert.equal(placeOf(betaAt(place)), place);
    assert.ok(place === 0 || betaAt(place) < betaAt(place - 1));
  }
  assert.ok(BETAS.every((beta, i) => i === 0 || beta < given(BETAS[i - 1])));
  assert.deepEqual([placeOf(1e9), placeOf(1e-9)], [1, LAST - 1]);
});

test("the steps tell of a truth that rises, turns, falls below the reference, and of one that does not", () => {
  const story = steps(PAGE).map(({ state }) => ({ state, truth: policyAt(state, betaAt(state.place)).truth }));
  assert.equal(new Set(story.map(({ state }) => JSON.stringify(toAddress(state)))).size, 4);
  const [tight, best, none, never] = story.map(({ truth }) => truth) as [number, number, number, number];
  const start = policyAt(PAGE.initial, Infinity).truth;
  assert.ok(start < tight && tight < best && none < start && best < never);
  const found = bestOf(
    PAGE.initial,
    BETAS.map((beta) => policyAt(PAGE.initial, beta)),
  );
  assert.ok(found.truth - best < 1e-3);
  assert.equal(never, Math.max(...PAGE.initial.truth));
});

test("numbers that tell another story are refused", () => {
  const refused = (changed: Readonly<Record<string, string>>, why: RegExp) =>
    assert.throws(() => ATTRIBUTES.read((name) => ({ ...WRITTEN, ...changed })[name] ?? ""), why);
  refused({ score: "1 2 4 3 6" }, /score="1 2 4 3 6"/);
  refused({ truth: "1 2 4 2.55 0.5" }, /truth="1 2 4 2.55 0.5"/);
  refused({ reference: "0.5 0.4" }, /reference="0.5 0.4"|score=/);
  refused({ reference: "0.1 0.1 0.1 0.1 0.1 0.1 0.4" }, /7 answers/);
  refused({ truth: "1 2 4 2.5 4.5" }, /worth less/);
  refused({ truth: "1 2 2.5 4 0.5" }, /next to the best/);
});
