// A table as comma-separated values: numbers as programs read them, words as they are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../../../site_src/widgets/parts/csv.ts";

function field(text: string): string {
  return csv({ caption: "", head: [text], rows: [] }).slice(0, -2);
}

test("numbers are written for programs", () => {
  const written: Readonly<Record<string, string>> = {
    "0.500": "0.500",
    "−0.250": "-0.250",
    "+1.000": "1.000",
    "12.5\u00a0%": "12.5%",
    "∞": "inf",
    "−∞": "-inf",
    "10⁻¹²": "1e-12",
    "2.5·10⁻⁷": "2.5e-7",
    "−3·10⁴": "-3e4",
    "26\u202f306": "26306",
  };
  for (const [text, plain] of Object.entries(written)) assert.equal(field(text), plain);
});

test("words stay, in quotes where they need them", () => {
  for (const text of ["q − p", "sun + rain", "p log₂ p/q", "10 of 12", "a ∞ b"]) assert.equal(field(text), text);
  assert.equal(field("H(p, q)"), '"H(p, q)"');
  assert.equal(field('he said "no"'), '"he said ""no"""');
});

test("a row is a line", () => {
  const rows = [
    ["a", "1"],
    ["b", "2"],
  ];
  assert.equal(csv({ caption: "c", head: ["x", "y"], rows }), "x,y\r\na,1\r\nb,2\r\n");
});
