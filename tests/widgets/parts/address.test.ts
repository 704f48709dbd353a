// The state of a widget in the address: what is written is read again, and nonsense reads as nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pairs } from "../../../site_src/widgets/mathematics/laws.ts";
import {
  aloneIn,
  embedded,
  formatWeights,
  notEmbedded,
  parseWeights,
  readParameter,
  withParameters,
} from "../../../site_src/widgets/parts/address.ts";
import { given } from "../helpers.ts";

const PAGE = new URL("https://example.org/concepts/gibbs/?other=1#proof");

test("what is written is read again", () => {
  const law = [0.5, 1 / 3, 1 / 6];
  const address = withParameters(PAGE, "board", { p: formatWeights(law) });
  assert.equal(address.search, "?other=1&board.p=0.5_0.333333_0.166667");
  const read = given(parseWeights(readParameter(address, "board", "p"), 3));
  for (const [share, wanted] of pairs(read, law)) assert.ok(Math.abs(share - wanted) < 1e-6);
});

test("two widgets on a page keep apart", () => {
  const address = withParameters(withParameters(PAGE, "one", { p: "1_2" }), "two", { p: "3_4" });
  assert.equal(readParameter(address, "one", "p"), "1_2");
  assert.equal(readParameter(address, "two", "p"), "3_4");
});

test("an empty value drops its parameter, and the rest of the address stays", () => {
  const address = withParameters(withParameters(PAGE, "board", { p: "1_2" }), "board", { p: "" });
  assert.equal(address.href, PAGE.href);
});

test("nonsense reads as nothing", () => {
  for (const text of [
    null,
    "",
    "_",
    "1_",
    "1_2_3",
    "a_b",
    "-1_2",
    "0_0",
    "NaN_1",
    "Infinity_1",
    "1e309_1",
    "1,2",
    " _ ",
  ]) {
    assert.equal(parseWeights(text, 2), null, String(text));
  }
});

test("the address of a frame names its widget, and the link out of it does not", () => {
  const frame = embedded(PAGE, "board");
  assert.equal(aloneIn(frame), "board");
  assert.equal(frame.hash, "");
  assert.equal(notEmbedded(frame).search, PAGE.search);
  assert.equal(aloneIn(PAGE), null);
});
