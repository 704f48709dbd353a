// The address of the code lab, and the budget that it keeps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kraftSum } from "../../../site_src/widgets/mathematics/codes.ts";
import { sum } from "../../../site_src/widgets/mathematics/laws.ts";
import { ATTRIBUTES } from "../../../site_src/widgets/xb-code-lab/attributes.ts";
import type { State } from "../../../site_src/widgets/xb-code-lab/state.ts";
import {
  fromAddress,
  LEAST_HEADS,
  LONGEST_BLOCK,
  LONGEST_WORD,
  MOST_HEADS,
  MOST_TOSSES,
  pairLaw,
  toAddress,
  VIEWS,
  withLength,
} from "../../../site_src/widgets/xb-code-lab/state.ts";
import { steps } from "../../../site_src/widgets/xb-code-lab/steps.ts";
import { nonsense, randomNumbers } from "../helpers.ts";

const PAGE = ATTRIBUTES.read((name) => ({ heads: "90", tosses: "HHT" })[name] ?? "");

/** States that a hand can reach, by moves that the budget allows or refuses. */
function* states(): Generator<State> {
  const random = randomNumbers(1);
  const from = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  let state = PAGE.initial;
  for (let i = 0; i < 2000; i++) {
    const tosses = Array.from({ length: from(1, MOST_TOSSES) }, () => (random() < 0.5 ? "H" : "T")).join("");
    const moved = withLength(state, from(0, 3), from(1, LONGEST_WORD));
    const view = VIEWS[from(0, 2)] ?? "words";
    const heads = from(LEAST_HEADS, MOST_HEADS);
    state = { ...moved, view, heads, together: from(1, LONGEST_BLOCK), tosses, read: from(0, tosses.length) };
    yield state;
  }
}

function read(values: Readonly<Record<string, string>>): State {
  return fromAddress((name) => values[name] || null, PAGE.initial);
}

test("every state comes back from its address", () => {
  for (const state of states()) assert.deepEqual(read(toAddress(state)), { ...state, refused: undefined });
});

test("nonsense gives the state of the page, and so do words that overspend", () => {
  for (const value of [...nonsense(1000), "1_1_1_1", "2_2_2", "2_2_2_2_2", "1_2_3_9", "HHX", "H".repeat(21)]) {
    const values = Object.fromEntries(Object.keys(toAddress(PAGE.initial)).map((name) => [name, value]));
    assert.deepEqual(read(values), PAGE.initial, value);
  }
});

test("the budget is never overspent, and what it refuses would have been", () => {
  let refused = 0;
  for (const state of states()) {
    assert.ok(kraftSum(state.lengths) <= 1);
    if (!state.refused) continue;
    refused++;
    assert.ok(kraftSum(state.lengths.with(state.refused.pair, state.refused.length)) > 1);
  }
  assert.ok(refused > 50, String(refused));
});

test("pairs of tosses have a law", () => {
  for (const state of states()) {
    const law = pairLaw(state);
    assert.ok(Math.abs(sum(law) - 1) < 1e-12);
    assert.ok(Math.abs(Math.sqrt(law[0] as number) - state.heads / 100) < 1e-12);
  }
});

test("each step has an address of its own", () => {
  const addresses = steps(PAGE).map(({ state }) => JSON.stringify(toAddress(state)));
  assert.equal(new Set(addresses).size, addresses.length);
});

test("a coin that cannot be, and tosses that are none, are refused", () => {
  const refused = (heads: string, tosses: string, why: RegExp) =>
    assert.throws(() => ATTRIBUTES.read((name) => ({ heads, tosses })[name] ?? ""), why);
  refused("49", "H", /heads="49"/);
  refused("90.5", "H", /heads="90.5"/);
  refused("90", "", /tosses=""/);
  refused("90", "HTX", /tosses="HTX"/);
});
