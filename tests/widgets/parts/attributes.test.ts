// What a page's author writes into a tag makes a widget, or is refused in words that say what to write.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readLaws } from "../../../site_src/widgets/parts/attributes.ts";
import { ATTRIBUTES } from "../../../site_src/widgets/xb-tangent/attributes.ts";

function laws(p: string, q: string, labels = ""): ReturnType<typeof readLaws> {
  return readLaws((name) => ({ p, q, labels })[name]);
}

test("two laws with names for their outcomes", () => {
  assert.deepEqual(laws("0.5 .5", ".25  .75", "sun rain"), { p: [0.5, 0.5], q: [0.25, 0.75], labels: ["sun", "rain"] });
  assert.deepEqual(laws("0.5 0.5", "1 0").labels, ["a", "b"]);
});

test("what is no law is refused, by name", () => {
  for (const nonsense of ["", "1", "0.5 0.4", "0.5 half", "1.5 -0.5", "NaN 1"]) {
    assert.throws(() => laws("0.5 0.5", nonsense), /q="[^"]*": write two or more numbers ≥ 0 that sum to 1/, nonsense);
  }
  assert.throws(() => laws("0.5 0.5", "0.5 0.25 0.25"), /p has 2 outcomes and q has 3/);
  assert.throws(() => laws("0.5 0.5", "0.5 0.5", "one"), /2 outcomes need 2 labels/);
});

test("a ratio needs something below its line", () => {
  assert.throws(() => ATTRIBUTES.read((name) => ({ p: "1 0", q: "0.5 0.5" })[name] ?? ""), /every p > 0/);
});
