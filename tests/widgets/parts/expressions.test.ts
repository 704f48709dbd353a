// What is typed as an answer is read as it was meant, or told where reading stopped.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readAnswer } from "../../../site_src/widgets/parts/expressions.ts";

const NEAR = 1e-12;

const READ: readonly (readonly [string, number])[] = [
  ["0.811", 0.811],
  [".811", 0.811],
  ["0,811", 0.811],
  [",811", 0.811],
  ["81.1 %", 0.811],
  ["81,1%", 0.811],
  ["13/16", 13 / 16],
  ["29 167", 29167],
  ["29\u202f167", 29167],
  ["−0.25", -0.25],
  ["1e-3", 1e-3],
  ["10^-3", 1e-3],
  ["1.5·10^-19", 1.5e-19],
  ["log2(3)-2/3", Math.log2(3) - 2 / 3],
  ["log₂ 3 − ⅔", Math.log2(3) - 2 / 3],
  ["1 - H(0.1)", 1 + 0.1 * Math.log2(0.1) + 0.9 * Math.log2(0.9)],
  ["1 - h(0,1)", 1 + 0.1 * Math.log2(0.1) + 0.9 * Math.log2(0.9)],
  ["H(1/2,1/4,1/4)", 1.5],
  ["H(0.5, 0.25, 0.25)", 1.5],
  ["H(0.5,0.25,0.25)", 1.5],
  ["H(0,5; 0,25; 0,25)", 1.5],
  ["H(0)", 0],
  ["2 log2(3)", 2 * Math.log2(3)],
  ["2(3+4)", 14],
  ["-2^2", -4],
  ["2^-1", 0.5],
  ["2**3**2", 512],
  ["√2/2", Math.SQRT2 / 2],
  ["sqrt(pi)", Math.sqrt(Math.PI)],
  ["ln(2)", Math.LN2],
  ["e²", Math.E ** 2],
  ["2½", 2.5],
  ["½·log2(3)", Math.log2(3) / 2],
  ["1 - 50 %", 0.5],
  ["inf", Infinity],
  ["3.", 3],
];
for (const [typed, value] of READ) {
  test(`${typed} is read`, () => {
    const read = readAnswer(typed).value;
    assert.ok(read === value || Math.abs(read - value) <= NEAR * Math.abs(value), `${typed} is read as ${read}`);
  });
}

test("a unit behind it is known, and may be told in full", () => {
  assert.deepEqual(readAnswer("0.2075 bits per toss"), { value: 0.2075, unit: "bits", isPercent: false });
  assert.equal(readAnswer("ln 2 nats").unit, "nats");
  assert.equal(readAnswer("1 bit.").unit, "bits");
  assert.equal(readAnswer("0.3 bans").unit, "bans");
  assert.equal(readAnswer("0.3").unit, undefined);
  assert.equal(readAnswer("30 %").isPercent, true);
});

const UNREAD: readonly (readonly [string, RegExp])[] = [
  ["", /Type a number/],
  ["0.2 + x", /Read up to “0\.2 \+”; “x”/],
  ["0.2 0.3 !", /Read up to “0\.2”; “0\.3 !”/],
  ["abc", /“abc” cannot be read/],
  ["2/", /missing behind “2\/”/],
  ["1 - log2(3", /parenthesis stays open/],
  ["(1))", /Read up to “\(1\)”/],
  ["log(3)", /log needs its base/],
  ["29,167", /may be 29167 or 29\.167/],
  ["H(2)", /one probability/],
  ["H(0.5, 0.4)", /add up to 1/],
  ["ln(-1)", /is no number/],
  ["0/0", /is no number/],
  ["(".repeat(60), /too many parentheses/],
  ["constructor", /cannot be read/],
];
for (const [typed, words] of UNREAD) {
  test(`“${typed.slice(0, 20)}” is told what cannot be read`, () => {
    assert.throws(() => readAnswer(typed), words);
  });
}
