// What comes next in a session.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING, withKnown, withSolved } from "../../../site_src/widgets/learning/knowledge.ts";
import { inTurn } from "../../../site_src/widgets/practice/turns.ts";

const ALL = ["x/a/#1", "x/a/#2", "x/b/#1", "x/b/#2", "x/c/#1"];

test("without a record, pages take turns", () => {
  assert.deepEqual(inTurn(ALL, NOTHING), ["x/a/#1", "x/b/#1", "x/c/#1", "x/a/#2", "x/b/#2"]);
});

test("the oldest mistake comes first, then what was not tried, and last what is solved", () => {
  let said = withSolved(NOTHING, "x/c/#1", false, 5);
  said = withSolved(said, "x/b/#2", false, 3);
  said = withSolved(said, "x/a/#1", true, 9);
  said = withSolved(said, "x/a/#2", true, 7);
  assert.deepEqual(inTurn(ALL, said), ["x/b/#2", "x/c/#1", "x/b/#1", "x/a/#2", "x/a/#1"]);
});

test("questions of known pages come before those of others", () => {
  assert.deepEqual(inTurn(ALL, withKnown(NOTHING, "x/b/", true, 1)).slice(0, 2), ["x/b/#1", "x/b/#2"]);
});
