// The address of the wrong-code lab: every state comes back, nonsense gives the first, and what is typed stays private.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ATTRIBUTES } from "../../../site_src/widgets/xb-wrong-code/attributes.ts";
import type { State } from "../../../site_src/widgets/xb-wrong-code/state.ts";
import {
  CODERS,
  fromAddress,
  LONGEST_IN_LINK,
  SOURCES,
  toAddress,
  withoutTyped,
} from "../../../site_src/widgets/xb-wrong-code/state.ts";
import { steps } from "../../../site_src/widgets/xb-wrong-code/steps.ts";
import { nonsense, randomNumbers } from "../helpers.ts";

const PAGE = ATTRIBUTES.read(() => "Tea|a tea for two|two|for tea|Tee|zwei Tassen für uns");
const TYPED = ["", "hello", "~", "ß☕ #?&=%", "line\nline", "x".repeat(LONGEST_IN_LINK + 1)];

function* states(): Generator<State> {
  const random = randomNumbers(1);
  const one = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  for (let i = 0; i < 1000; i++) {
    const message = one([PAGE.messages.known.text, PAGE.messages.foreign.text, ...TYPED]);
    const source = one(SOURCES);
    const own = source === "own" ? one([PAGE.initial.own, ...TYPED]) : PAGE.initial.own;
    const sent = one([Infinity, 1 + Math.floor(random() * ([...message].length - 1))]);
    yield { message, source, own, coder: one(CODERS), escaping: one([true, false]), sent: sent > 0 ? sent : Infinity };
  }
}

function read(values: Readonly<Record<string, string>>): State {
  return fromAddress((name) => new URLSearchParams(values).get(name) || null, PAGE);
}

test("every state comes back from its address", () => {
  for (const state of states()) {
    const expected = [...state.message].length > state.sent ? state : { ...state, sent: Infinity };
    assert.deepEqual(read(toAddress(expected, PAGE)), expected);
  }
});

test("nonsense gives the state of the page", () => {
  for (const value of nonsense(1000)) {
    const values = Object.fromEntries(Object.keys(toAddress(PAGE.initial, PAGE)).map((name) => [name, value]));
    assert.deepEqual(read(values), PAGE.initial, value);
  }
});

test("what a reader types is in no address of the page, and in a link if it is short", () => {
  for (const state of states()) {
    const whole = toAddress(state, PAGE);
    const page = JSON.stringify(withoutTyped(whole, -1));
    assert.ok(!page.includes("~"), page);
    const link = withoutTyped(whole, LONGEST_IN_LINK);
    for (const [name, text] of Object.entries(whole)) {
      assert.equal(link[name], [...text].length > LONGEST_IN_LINK + 1 ? "" : text);
    }
  }
});

test("each step has an address of its own", () => {
  const addresses = steps(PAGE).map(({ state }) => JSON.stringify(toAddress(state, PAGE)));
  assert.equal(new Set(addresses).size, addresses.length);
});

test("texts that tell no story are refused", () => {
  const refused = (texts: string, why: RegExp) => assert.throws(() => ATTRIBUTES.read(() => texts), why);
  refused("Tea|a tea", /three names/);
  refused("Tea|tea|two|tee|Tee|ß|more", /three names/);
  refused("Tea|tea|two|two|Tee|ß", /must have every letter/);
  refused("Tea|tea|two|eat|Tee|tee", /needs a letter that Tea lacks/);
});
