// What the widgets do to laws keeps them laws.

import assert from "node:assert/strict";
import { test } from "node:test";
import { moveShare, normalize, sum } from "../../../site_src/widgets/mathematics/laws.ts";
import { pairsOfLaws } from "../helpers.ts";

test("moving a share keeps the sum and the proportions of the others", () => {
  for (const [law] of pairsOfLaws(300)) {
    const moved = moveShare(law, 0, 0.37);
    assert.equal(moved[0], 0.37);
    assert.ok(Math.abs(sum(moved) - 1) < 1e-12);
    if (law.length > 2)
      assert.ok(
        Math.abs((moved[1] as number) * (law[2] as number) - (moved[2] as number) * (law[1] as number)) < 1e-12,
      );
  }
});

test("others that are all 0 share the rest equally", () => {
  assert.deepEqual(moveShare([1, 0, 0], 0, 0.5), [0.5, 0.25, 0.25]);
  assert.deepEqual(moveShare([0.2, 0.3, 0.5], 1, 1), [0, 1, 0]);
});

test("normalize refuses what has no proportion", () => {
  assert.deepEqual(normalize([1, 3]), [0.25, 0.75]);
  assert.throws(() => normalize([0, 0]), /positive, finite sum, not 0/);
  assert.throws(() => normalize([1, Infinity]), /positive, finite sum, not Infinity/);
});
