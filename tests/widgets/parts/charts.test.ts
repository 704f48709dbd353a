// Scales are numbered as people number them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ticks } from "../../../site_src/widgets/parts/charts.ts";

test("ticks are round numbers inside the range", () => {
  assert.deepEqual(ticks(0, 2, 4), [0, 0.5, 1, 1.5, 2]);
  assert.deepEqual(ticks(-3, 4, 4), [-2, 0, 2, 4]);
  assert.ok(!Object.is(ticks(-1, 1, 2)[1], -0));
});
