// What a page's author writes into the tag is understood, or refused in words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ATTRIBUTES } from "../../../site_src/widgets/xb-calculator/attributes.ts";

const LISTS = "sun_18_0.2*rain_12_0.8";
const TABLE = "_wet_dry*rain_3_1*sun_0_6";

function read(examples: string): ReturnType<typeof ATTRIBUTES.read> {
  return ATTRIBUTES.read((name) => ({ lists: LISTS, table: TABLE, examples })[name] ?? "");
}

test("examples are names and pasted texts", () => {
  assert.deepEqual(read("A coin|5_0.5*7_0.5|Thirds|1_0.3*1_0.3").examples, [
    { name: "A coin", lists: "5\t0.5\n7\t0.5" },
    { name: "Thirds", lists: "1\t0.3\n1\t0.3" },
  ]);
  assert.deepEqual(read("").examples, []);
});

test("an example that the calculator cannot read is refused", () => {
  assert.throws(() => read("A coin|5_0.5*7_half"), /q in line 2 is “half”, which is no number/);
  assert.throws(() => read("A coin"), /write a name and its lists/);
});

test("lists and a table must be there", () => {
  assert.throws(() => ATTRIBUTES.read(() => ""), /Nothing is pasted yet/);
});
