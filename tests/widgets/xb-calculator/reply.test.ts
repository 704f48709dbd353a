// What the calculator says in words, and as a table.

import assert from "node:assert/strict";
import { test } from "node:test";
import { replyTo, sentence } from "../../../site_src/widgets/xb-calculator/reply.ts";
import { initialState } from "../../../site_src/widgets/xb-calculator/state.ts";
import { tableOf } from "../../../site_src/widgets/xb-calculator/tables.ts";

const STATE = initialState("1 1\n1 3", "1 0\n0 1");

function said(change: Partial<typeof STATE>): string {
  const state = { ...STATE, ...change };
  return sentence(replyTo(state), state.place, "bits");
}

test("D in both directions, and the Rényi divergence of the order that is chosen", () => {
  assert.equal(
    said({ place: 30 }),
    "D(p‖q) = 0.207519 bits and D(q‖p) = 0.188722 bits. " +
      "The Rényi divergence of order α = 1 is 0.207519 bits for p‖q and 0.188722 bits for q‖p.",
  );
});

test("of a table, what it means", () => {
  assert.equal(said({ mode: "table" }), "I(X; Y) = 1.00000 bits: so much does X tell about Y, and Y about X.");
});

test("what is wrong, and what is missing", () => {
  assert.match(said({ lists: "1 2\n3" }), /Line 2 has one column/);
  assert.equal(said({ lists: "0.3 0.5\n0.3 0.5" }), "Nothing is computed until you say what the sum means.");
  const impossible = { family: "Normal", parameters: [0, -1] } as const;
  assert.equal(said({ mode: "families", p: impossible }), "p: sd must be a number above 0.");
  const poisson = { family: "Poisson", parameters: [3] } as const;
  assert.match(said({ mode: "families", p: poisson }), /neither has a finite divergence/);
});

test("a table of whole numbers begins with the number 0", () => {
  const [p, q] = [1, 2].map((rate) => ({ family: "Poisson", parameters: [rate] }) as const);
  assert.ok(p && q);
  const { rows } = tableOf(replyTo({ ...STATE, mode: "families", p, q }).answer, "nats");
  assert.equal(rows[0]?.[0], "0");
  assert.equal(rows[0]?.[1], "0.367879");
});

test("a table of terms ends with their sums", () => {
  const { head, rows } = tableOf(replyTo(STATE).answer, "bits");
  assert.equal(head.length, 7);
  assert.deepEqual(rows.at(-1), ["sum", "1", "1", "1.00000", "0.207519", "1.20752", "0.188722"]);
});
