// Long work in slices, on a clock and a page of this test's own.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Slices } from "../../../site_src/widgets/parts/slices.ts";

const PIECE = 2; // milliseconds

class Page extends EventTarget {
  hidden = false;

  turn(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

let clock = 0;
let frames: (() => void)[] = [];
let page = new Page();

beforeEach(() => {
  [clock, frames, page] = [0, [], new Page()];
  mock.method(performance, "now", () => clock);
  const asked = (callback: () => void) => frames.push(callback);
  Object.assign(globalThis, { document: page, requestAnimationFrame: asked });
});
afterEach(() => mock.restoreAll());

/** The next frame that was asked for. */
function frame(): void {
  frames.shift()?.();
}

/** So many pieces of work, and what became of them. */
function working(pieces: number): { slices: Slices; done: () => number; shown: () => number } {
  const slices = new Slices();
  let [done, shown] = [0, 0];
  slices.begin({
    piece: () => {
      if (done === pieces) return false;
      clock += PIECE;
      done += 1;
      return true;
    },
    show: () => {
      shown += 1;
    },
  });
  return { slices, done: () => done, shown: () => shown };
}

test("short work is complete at once", () => {
  const { slices, done, shown } = working(2);
  assert.deepEqual([done(), shown(), slices.working, frames.length], [2, 0, false, 0]);
});

test("long work is done a slice a frame, and shown after each", () => {
  const { slices, done, shown } = working(10);
  const first = done();
  assert.ok(first * PIECE <= 8, "a slice leaves the frame time to draw");
  assert.deepEqual([slices.working, shown()], [true, 0]);
  frame();
  assert.deepEqual([done(), shown()], [2 * first, 1]);
  while (frames.length > 0) frame();
  assert.deepEqual([done(), slices.working], [10, false]);
  assert.equal(shown(), Math.ceil(10 / first) - 1);
});

test("work that is stopped goes no further", () => {
  const { slices, done, shown } = working(100);
  const first = done();
  slices.stop();
  frame();
  assert.deepEqual([done(), shown(), slices.working, frames.length], [first, 0, false, 0]);
});

test("what begins stops what was there", () => {
  const { slices, done } = working(100);
  const first = done();
  slices.begin({ piece: () => false, show: () => assert.fail("short work is shown by whoever begins it") });
  while (frames.length > 0) frame();
  assert.equal(done(), first);
});

test("nothing is done while the page is hidden", () => {
  const { slices, done } = working(100);
  const first = done();
  page.hidden = true;
  frame();
  assert.deepEqual([done(), frames.length, slices.working], [first, 0, true]);
  page.turn(false);
  assert.equal(done(), 2 * first);
  page.hidden = true;
  assert.equal(working(5).done(), 0);
});
