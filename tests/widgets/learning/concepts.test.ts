// Ways through the map: what remains to a goal, in which order, and what can be read next.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Concept } from "../../../site_src/widgets/learning/concepts.ts";
import { Concepts, pageOf, slugOf } from "../../../site_src/widgets/learning/concepts.ts";

function concept(address: string, minutes: number, ...needs: string[]): Concept {
  return { address, title: address, minutes, needs, questions: 0 };
}

// b and c build on a; d on both, e on a section of b, f on e and on all of b. The order of reading has e before b.
const MAP = new Concepts({
  concepts: [
    concept("x/a/", 1),
    concept("x/e/", 16, "x/b/#part"),
    concept("x/b/", 2, "x/a/"),
    concept("x/c/", 4, "x/a/"),
    concept("x/d/", 8, "x/b/", "x/c/"),
    concept("x/f/", 32, "x/e/", "x/b/"),
    concept("x/alone/", 64),
    concept("x/b/#part", 1, "x/a/"),
  ],
  moved: { "x/was/d/": "x/d/", "x/gone/": "x/nowhere/" },
});

function way(goal: string, ...known: string[]): string[] {
  return MAP.way(goal, new Set(known)).map(({ address }) => address);
}

test("each page of a way stands after what it needs", () => {
  assert.deepEqual(way("x/d/"), ["x/a/", "x/b/", "x/c/", "x/d/"]);
  assert.deepEqual(way("x/a/"), ["x/a/"]);
});

test("what is known hides what is before it", () => {
  assert.deepEqual(way("x/d/", "x/b/"), ["x/a/", "x/c/", "x/d/"]);
  assert.deepEqual(way("x/d/", "x/b/", "x/c/"), ["x/d/"]);
  assert.deepEqual(way("x/d/", "x/d/"), []);
});

test("a section is read alone, unless its page is known or was read", () => {
  assert.deepEqual(way("x/e/"), ["x/a/", "x/b/#part", "x/e/"]);
  assert.deepEqual(way("x/e/", "x/b/"), ["x/e/"]);
});

test("a way has so many pages, and so many minutes are left", () => {
  assert.deepEqual(MAP.distance("x/d/", new Set(["x/b/"])), {
    left: MAP.way("x/d/", new Set(["x/b/"])),
    all: 4,
    minutes: 13,
  });
});

test("what can be read next has all it needs", () => {
  const next = (...known: string[]): string[] => MAP.next(new Set(known)).map(({ address }) => address);
  assert.deepEqual(next(), ["x/a/", "x/alone/"]);
  assert.deepEqual(next("x/a/"), ["x/b/", "x/c/", "x/alone/"]);
  assert.deepEqual(next("x/a/", "x/b/"), ["x/e/", "x/c/", "x/alone/"]);
});

test("what a page leads to, at once and in the end", () => {
  assert.deepEqual(MAP.followers("x/b/"), ["x/e/", "x/d/", "x/f/"]);
  assert.deepEqual([...MAP.after("x/a/")], ["x/e/", "x/b/", "x/c/", "x/d/", "x/f/"]);
  assert.deepEqual([...MAP.after("x/alone/")], []);
});

test("old addresses and short names are followed, others are not", () => {
  assert.equal(MAP.follow("x/was/d/"), "x/d/");
  assert.equal(MAP.follow("x/gone/"), undefined);
  assert.equal(MAP.follow("toString"), undefined);
  assert.equal(MAP.named("alone"), "x/alone/");
  assert.equal(MAP.named("d"), "x/d/");
  assert.equal(MAP.named("constructor"), undefined);
  assert.equal(pageOf("x/b/#part"), "x/b/");
  assert.equal(slugOf("x/b/#part"), "b");
});
