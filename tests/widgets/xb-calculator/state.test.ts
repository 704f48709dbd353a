// The address carries what is asked, whole or not at all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { orderAt, placeOf } from "../../../site_src/widgets/xb-calculator/orders.ts";
import {
  exchanged,
  fitsAnAddress,
  fromAddress,
  initialState,
  toAddress,
  unpack,
} from "../../../site_src/widgets/xb-calculator/state.ts";

test("an address carries the input with all its digits, and nonsense is no input", () => {
  const initial = initialState("a\t1\t2\nb\t3\t4", "1 2\n3 4");
  const states = [
    { ...initial, lists: `x_y\t${1 / 3}\t0.1\n50% *\t${2 / 3}\t0.9`, zeros: 0.001, place: 0 },
    { ...initial, mode: "table", table: "\twet\tdry\nrain\t30\t5\nsun\t10\t55" },
    { ...initial, mode: "families", p: { family: "Beta", parameters: [17, 6] }, place: 60 },
  ] as const;
  for (const state of states) {
    const address = toAddress(state);
    const { reading, ...opened } = fromAddress((name) => address[name] ?? null, initial);
    const { reading: _, ...sent } = state;
    assert.deepEqual(opened, sent);
    assert.equal(reading.total, state.mode === "families" ? undefined : "no", "a link leaves nothing open");
  }
  for (const nonsense of [
    "",
    "tea",
    "-1_2",
    "0_0_0_0",
    "NaN_NaN_NaN",
    "1e999_1",
    "%00",
    "<b>",
    "*",
    "Beta_-1_2",
    "toString_1",
    "61",
    "-1",
  ]) {
    assert.deepEqual(
      fromAddress(() => nonsense, initial),
      initial,
      nonsense,
    );
  }
  assert.equal(unpack("a_1*b_2"), "a\t1\nb\t2");
});

test("half-typed text has no place in an address", () => {
  assert.equal(toAddress({ ...initialState("1 2\n3 4", "1 2\n3 4"), lists: "1 2\n3" })["lists"], "");
});

test("what is too long for an address is known to be", () => {
  const long = {
    ...initialState("1 2\n3 4", "1 2\n3 4"),
    lists: Array.from({ length: 900 }, (_, i) => `${i + 0.123} ${i + 0.456}`).join("\n"),
  };
  assert.equal(fitsAnAddress(long), false);
  assert.equal(toAddress(long)["lists"], "");
  assert.equal(fitsAnAddress(initialState("1 2\n3 4", "1 2\n3 4")), true);
});

test("the slider reaches 0, ½, 1, 2 and ∞", () => {
  for (const order of [0, 0.5, 1, 2, 4, Infinity]) assert.equal(orderAt(placeOf(order)), order);
});

test("exchanging the laws twice changes nothing, and what cannot be read stays", () => {
  const state = initialState("a\t1\t2\nb\t3\t4", "1 2\n3 4");
  assert.equal(exchanged(state).lists, "a\t2\t1\nb\t4\t3");
  assert.equal(exchanged(exchanged(state)).lists, state.lists);
  const typing = { ...state, lists: "1 2\n3" };
  assert.deepEqual(exchanged(typing), typing);
  const families = { ...state, mode: "families" } as const;
  assert.deepEqual(exchanged(families).p, families.q);
});
