// What is said of an answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { NumberTask, Verdict } from "../../../site_src/widgets/practice/tasks.ts";
import {
  isWithin,
  verdictOn,
  verdictOnChoice,
  verdictOnMatching,
  verdictOnOrder,
} from "../../../site_src/widgets/practice/tasks.ts";

const TOSS: NumberTask = {
  kind: "number",
  value: 1 - Math.log2(3) / 2,
  shown: "0.2075",
  unit: "bits per toss",
  tolerance: 0.0005,
  asks: "",
  diagnoses: [
    { value: 0.188721, tolerance: 0.0005, right: false, words: "You averaged under the belief." },
    { value: 0.143841, tolerance: 0.0005, right: true, words: "It is right, in nats." },
  ],
};
const SHARE: NumberTask = { ...TOSS, value: 5.44, shown: "5.44", unit: "%", tolerance: 0.005, diagnoses: [] };

function said({ right, read, words, told }: Verdict): string {
  return `${right ? "right" : "wrong"}${read ? "" : ", unread"}: ${words}${told ? ` ${told}` : ""}`;
}

for (const typed of ["0.2075", ".2075", "0,2075", "20.75 %", "1 - log2(3)/2", "0.2075 bits", "0.208"]) {
  test(`${typed} is right`, () => assert.equal(said(verdictOn(typed, TOSS)), "right: Right."));
}

test("the edge of the tolerance counts, on either side", () => {
  const task = { ...TOSS, value: 0.3, tolerance: 0.1, unit: "" };
  assert.ok(verdictOn("0.4", task).right); // 0.4 − 0.3 is more than 0.1 in floating point
  assert.ok(verdictOn("0.2", task).right);
  assert.ok(!verdictOn("0.4001", task).right);
  assert.ok(!verdictOn("0.1999", task).right);
  assert.ok(isWithin(Infinity, Infinity, 0));
  assert.ok(!isWithin(Infinity, 1, 0));
});

test("the answer in another unit is right, and told in the one that was asked for", () => {
  const nats = "right: Right, in nats. In bits it is 0.2075.";
  assert.equal(said(verdictOn("0.1438", TOSS)), nats);
  assert.equal(said(verdictOn("0.1438", { ...TOSS, diagnoses: [] })), nats);
  assert.equal(said(verdictOn("0.1438 nats", TOSS)), nats);
  assert.match(said(verdictOn("0.0625", TOSS)), /^right: Right, in bans/);
  assert.match(said(verdictOn("0.2075 nats", TOSS)), /^wrong/);
});

test("a known wrong answer is told by what it means", () => {
  assert.equal(said(verdictOn("0.189", TOSS)), "wrong: Not yet. You averaged under the belief.");
  assert.equal(said(verdictOn("0.5", TOSS)), "wrong: Not yet.");
  assert.equal(said(verdictOn("-0.2075", TOSS)), "wrong: Right but for its sign.");
});

test("a known wrong answer that is the right one in another unit by chance is told as what it is", () => {
  const task = { ...TOSS, diagnoses: [{ value: 0.1438, tolerance: 0.0005, right: false, words: "You mixed it up." }] };
  assert.equal(said(verdictOn("0.1438", task)), "wrong: Not yet. You mixed it up.");
});

test("a share may be typed as one or in per cent", () => {
  for (const typed of ["5.44", "5.44 %", "0.0544"]) assert.ok(verdictOn(typed, SHARE).right, typed);
  assert.ok(!verdictOn("544", SHARE).right);
});

test("what cannot be read is no answer", () => {
  assert.equal(verdictOn("0.2 bit?", TOSS).read, false);
  assert.equal(verdictOn("", TOSS).read, false);
});

test("of options the right ones, and all of them", () => {
  const options = [true, false, true].map((right) => ({ right, reply: "" }));
  const task = { kind: "choice", several: true, options } as const;
  assert.ok(verdictOnChoice(new Set([0, 2]), task).right);
  assert.match(verdictOnChoice(new Set([0]), task).words, /not all/);
  assert.match(verdictOnChoice(new Set([0, 1]), task).words, /Not all of these/);
  assert.equal(verdictOnChoice(new Set(), task).read, false);
});

test("an order is right as far as it is", () => {
  const task = { kind: "order", right: [2, 0, 1] } as const;
  assert.ok(verdictOnOrder([2, 0, 1], task).right);
  assert.match(verdictOnOrder([2, 1, 0], task).words, /as far as line 1/);
  assert.match(verdictOnOrder([0, 1, 2], task).words, /another line comes first/);
});

test("pairs are counted, once each line has one", () => {
  const task = {
    kind: "matching",
    right: [
      [0, 3],
      [1, 2],
    ],
  } as const;
  assert.ok(
    verdictOnMatching(
      [
        [0, 3],
        [1, 2],
      ],
      task,
    ).right,
  );
  assert.match(
    verdictOnMatching(
      [
        [0, 3],
        [1, 3],
      ],
      task,
    ).words,
    /1 of 2/,
  );
  assert.equal(
    verdictOnMatching(
      [
        [0, 3],
        [1, -1],
      ],
      task,
    ).read,
    false,
  );
});
