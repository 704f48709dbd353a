// What a reader said is read again as it was written, whatever else stands in the record.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Knowledge } from "../../../site_src/widgets/learning/knowledge.ts";
import {
  isKnown,
  isSolved,
  knownIn,
  merged,
  NOTHING,
  parsed,
  remember,
  remembered,
  withGoal,
  withKnown,
  withSolved,
  written,
} from "../../../site_src/widgets/learning/knowledge.ts";
import { given } from "../helpers.ts";

const PAGES = new Set(["concepts/entropy/", "concepts/gibbs/"]);
const MOVED = new Map([["concepts/old/", "concepts/gibbs/"]]);

function follow(address: string): string | undefined {
  const place = MOVED.get(address) ?? address;
  return PAGES.has(place) ? place : undefined;
}

function known(address: string, at: number, value = true): Knowledge {
  return withKnown(NOTHING, address, value, at);
}

test("what is written is read again", () => {
  const said = withGoal(withKnown(known("concepts/entropy/", 5), "concepts/gibbs/", false, 6), "concepts/gibbs/", 7);
  assert.deepEqual(parsed(written(said), follow), said);
  assert.deepEqual([...knownIn(said)], ["concepts/entropy/"]);
});

test("what is no record reads as none", () => {
  for (const text of [null, "", "{", "7", "null", "[]", '"known"', '{"other": 1}'])
    assert.equal(parsed(text, follow), null);
});

test("of a record what is valid is kept and the rest dropped", () => {
  const text = JSON.stringify({
    known: {
      "concepts/entropy/": { value: true, at: 1 },
      "concepts/gibbs/": { value: "yes", at: 1 },
      "concepts/nowhere/": { value: true, at: 1 },
      __proto__: { value: true, at: 1 },
      toString: { value: true, at: "now" },
    },
    goal: { value: "concepts/nowhere/", at: 3 },
  });
  assert.deepEqual(parsed(text, follow), known("concepts/entropy/", 1));
  assert.deepEqual(parsed('{"known": [], "goal": 7}', follow), NOTHING);
});

test("a page that was renamed is known by its new name", () => {
  const text = written(withGoal(known("concepts/old/", 4), "concepts/old/", 4));
  assert.deepEqual(parsed(text, follow), withGoal(known("concepts/gibbs/", 4), "concepts/gibbs/", 4));
  const both = withKnown(known("concepts/old/", 4), "concepts/gibbs/", false, 9);
  assert.equal(isKnown(given(parsed(written(both), follow)), "concepts/gibbs/"), false);
});

test("of two records what was said last counts", () => {
  const here = withGoal(withKnown(known("a/", 1), "b/", true, 5), "a/", 5);
  const there = withGoal(withKnown(withKnown(known("a/", 2, false), "b/", false, 4), "c/", true, 1), "", 9);
  const wanted = withGoal(withKnown(withKnown(known("a/", 2, false), "b/", true, 5), "c/", true, 1), "", 9);
  assert.deepEqual(merged(here, there), wanted);
  assert.deepEqual(merged(there, here), withGoal(wanted, "", 9));
});

test("storage that is forbidden loses nothing but the memory", () => {
  assert.equal(remember(known("concepts/entropy/", 1)), false, "Node.js has no storage");
  assert.deepEqual(remembered(follow), NOTHING);
});

test("what was solved is merged by the newer mark, moves with its page and is dropped with it", () => {
  const record = JSON.stringify({
    solved: {
      "concepts/old/#question-a": { value: false, at: 2 },
      "concepts/gibbs/#question-a": { value: true, at: 1 },
      "concepts/gone/#question-b": { value: true, at: 1 },
      "concepts/gibbs/": { value: true, at: 1 },
      "concepts/gibbs/#question-c": { value: "yes", at: 1 },
    },
  });
  const read = parsed(record, follow);
  assert.deepEqual([...(read?.solved ?? [])], [["concepts/gibbs/#question-a", { value: false, at: 2 }]]);
  assert.ok(read && !isSolved(read, "concepts/gibbs/#question-a"));
  const later = withSolved(read, "concepts/gibbs/#question-a", true, 3);
  assert.ok(isSolved(merged(read, later), "concepts/gibbs/#question-a"));
  assert.ok(isSolved(merged(later, read), "concepts/gibbs/#question-a"));
  assert.deepEqual(parsed(written(later), follow), later);
});
