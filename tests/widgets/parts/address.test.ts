// The state of a widget in the address: what is written is read again, and nonsense reads as nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pairs } from "../../../site_src/widgets/mathematics/laws.ts";
import type { Fragment } from "../../../site_src/widgets/parts/address.ts";
import {
  aloneIn,
  formatWeights,
  fragmentOf,
  modern,
  notAlone,
  parseWeights,
  withFragment,
  withValues,
} from "../../../site_src/widgets/parts/address.ts";
import { given } from "../helpers.ts";

const PAGE = new URL("https://example.org/concepts/gibbs/?other=1#board");

function at(fragment: string): Fragment {
  return fragmentOf(new URL(`https://example.org/#${fragment}`));
}

function written(fragment: Fragment): string {
  return withFragment(new URL("https://example.org/"), fragment).hash;
}

test("what is written is read again", () => {
  const law = [0.5, 1 / 3, 1 / 6];
  const address = withFragment(PAGE, withValues(fragmentOf(PAGE), "board", { p: formatWeights(law) }));
  assert.equal(address.href, "https://example.org/concepts/gibbs/?other=1#board?p=0.5_0.333333_0.166667");
  const read = given(parseWeights(fragmentOf(address).values.get("board.p") ?? null, 3));
  for (const [share, wanted] of pairs(read, law)) assert.ok(Math.abs(share - wanted) < 1e-6);
});

test("owners keep apart, and each but the place itself is named", () => {
  const both = withValues(withValues(at("one"), "one", { p: "1_2" }), "two", { p: "3_4", q: "5_6" });
  assert.equal(written(both), "#one?p=1_2&two.p=3_4&two.q=5_6");
  assert.equal(written({ ...both, anchor: "proof" }), "#proof?one.p=1_2&two.p=3_4&two.q=5_6");
  assert.equal(written({ ...both, anchor: "" }), "#?one.p=1_2&two.p=3_4&two.q=5_6");
  for (const anchor of ["one", "two", "proof", ""]) {
    assert.deepEqual(at(written({ ...both, anchor }).slice(1)), { ...both, anchor });
  }
});

test("an empty value is dropped, and with the last one the question mark", () => {
  const fragment = withValues(at("board?p=1_2&reader.known=entropy"), "board", { p: "" });
  assert.equal(written(fragment), "#board?reader.known=entropy");
  assert.equal(written(withValues(fragment, "reader", { known: "" })), "#board");
  assert.equal(withFragment(PAGE, at("")).href, "https://example.org/concepts/gibbs/?other=1");
});

test("any mark may stand in a value", () => {
  const text = "a b+c&d=e#f?g%h_ü*\n";
  assert.equal(at(written(withValues(at("board"), "board", { text })).slice(1)).values.get("board.text"), text);
});

test("a plain anchor is one, and what cannot be read is absent", () => {
  for (const anchor of ["", "proof", "figure-bill", "%E0%A4%A", "a.b"]) {
    assert.deepEqual(at(anchor), { anchor, values: new Map() });
  }
  for (const fragment of ["?", "?=", "?&&=1", "?p=1", "?.p=1", "board?", "board?p", "board?p=", "board?.=1"]) {
    assert.deepEqual([...at(fragment).values], [], fragment);
  }
  assert.equal(at("__proto__?constructor.p=1").values.get("constructor.p"), "1");
});

test("an address of the time before says the same in the new way", () => {
  const rewritten = (old: string) => modern(new URL(`https://example.org/${old}`), "first").href.slice(20);
  assert.equal(rewritten("?board.p=1_2&other=1&board.q=3_4#board"), "?other=1#board?p=1_2&q=3_4");
  assert.equal(rewritten("?board.p=1_2#proof"), "#proof?board.p=1_2");
  assert.equal(rewritten("?board.p=1_2"), "#?board.p=1_2");
  assert.equal(rewritten("?embed=board&board.p=1_2"), "#board?alone=1&p=1_2");
  assert.equal(rewritten("?embed=1"), "#first?alone=1");
  for (const today of ["", "?other=a%20b", "#proof", "?other=1#board?p=1_2", "#"])
    assert.equal(rewritten(today), today);
});

test("a widget alone, in the scheme of its host, and the way out of the frame", () => {
  const frame = at("board?alone=1&scheme=dark&p=1_2");
  assert.deepEqual(aloneIn(frame), { id: "board", scheme: "dark" });
  assert.deepEqual(aloneIn(at("board?alone=1&scheme=pink")), { id: "board", scheme: undefined });
  assert.equal(aloneIn(at("board?p=1_2")), undefined);
  assert.equal(written(notAlone(frame)), "#board?p=1_2");
});

test("nonsense reads as no weights", () => {
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
