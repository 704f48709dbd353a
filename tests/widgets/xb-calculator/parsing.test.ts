// What people paste is read as they mean it, or they are told what to do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Unreadable } from "../../../site_src/widgets/xb-calculator/cells.ts";
import { readColumns, readGrid } from "../../../site_src/widgets/xb-calculator/parsing.ts";

const TWO = { outcomes: ["1", "2"], p: [0.5, 0.5], q: [0.25, 0.75] };

test("whatever separates the columns", () => {
  for (const text of [
    "0.5 0.25\n0.5 0.75",
    "0.5\t0.25\n0.5\t0.75\n",
    "0.5,0.25\r\n0.5,0.75\r\n",
    "0.5, 0.25\n0.5, 0.75",
    "0.5;0.25\n\n0.5;0.75",
    "0,5;0,25\n0,5;0,75",
    "0,5 0,25\n0,5 0,75",
    "0,5\t0,25\n0,5\t0,75",
    "  .5   .25 \n .5 .75 ",
    "50% 25%\n50 % 75 %",
    "1/2 1/4\n1/2 3/4",
    "5e-1 2.5E-1\n+0.5 7.5e-1",
    "0.5,0.25,\n0.5,0.75,",
    "[0.5, 0.5]\n[0.25, 0.75]",
    "p = [0.5, 0.5]\nq = [0.25, 0.75]",
    "[0.5, 0.5], [0.25, 0.75]",
    "np.array([0.5, 0.5])\nnp.array([0.25, 0.75])",
    "p = torch.tensor([0.5, 0.5])\nq = torch.tensor([0.25, 0.75])",
  ]) {
    const { outcomes, p, q } = readColumns(text);
    assert.deepEqual({ outcomes, p, q }, TWO, JSON.stringify(text));
  }
});

test("names, headings and bins", () => {
  const named = readColumns('weather,days,forecast\nsun,18,0.2\n"rain, snow",12,0.8');
  assert.deepEqual(named.outcomes, ["sun", "rain, snow"]);
  assert.match(named.assumed.join(" "), /p is “days”, q is “forecast”/);
  assert.deepEqual(readColumns("New York 3 4\nBoston 1 2").outcomes, ["New York", "Boston"]);
  assert.deepEqual(readColumns("0 1 30 20\n1 2 5 6").outcomes, ["0 1", "1 2"]);
  assert.deepEqual(readColumns("0.2 0.3 0.5\n0.1 0.1 0.8").p, [0.2, 0.3, 0.5], "two rows that sum to 1 are two laws");
});

test("what is guessed is said", () => {
  assert.match(readColumns("0,5;0,25\n0,5;0,75").assumed.join(" "), /decimal comma: 0,5 is 0\.5/);
  assert.match(readColumns("[0.5, 0.5]\n[0.25, 0.75]").assumed.join(" "), /first is p, the second q/);
});

test("what cannot be read gets words that say where, and what to do", () => {
  const objections: [string, RegExp][] = [
    ["", /Nothing is pasted yet/],
    ["1 2\n3", /Line 2 has one column/],
    ["1 2 3 4 5\n1 2 3 4 x", /5 columns/],
    ["1 2\nx 3 y", /q in line 2 is “y”, which is no number/],
    ["1 2\n3 nan", /no number/],
    ["1,2\n,3", /p in line 2 is empty. Write 0/],
    ["1 2\n-1 3", /p in line 2 is −1.*count first/],
    ["1 2\n1e999 3", /not finite/],
    ["1/0 2\n1 3", /not finite/],
    ["0 1\n0 2", /p has nothing above 0/],
    ["1,234\t5,678\n2,345\t6,789", /thousands\?/],
    ["[1, 2, 3]\n[1, 2]", /p has 3 numbers and q has 2/],
  ];
  for (const [text, words] of objections) {
    assert.throws(
      () => readColumns(text),
      (error) => error instanceof Unreadable && words.test(error.message),
      JSON.stringify(text),
    );
  }
});

test("tables with and without names", () => {
  const { rows, columns, cells } = readGrid("\twet\tdry\nrain\t30\t5\nsun\t10\t55");
  assert.deepEqual(
    [rows, columns, cells],
    [
      ["rain", "sun"],
      ["wet", "dry"],
      [
        [30, 5],
        [10, 55],
      ],
    ],
  );
  assert.deepEqual(readGrid("30,5\n10,55").cells, cells);
  assert.throws(() => readGrid("1 2\n3"), /Line 2 has 1 number and the first has 2/);
  assert.throws(() => readGrid("1 2 3"), /at least two lines/);
});

test("two rows are two laws where their sums are nearer to 1 than those of the columns", () => {
  const inRows = (text: string) => readColumns(text).assumed.join(" ").includes("the first is p, the second q");
  assert.deepEqual(readColumns("0.5 0.5\n0.9 0.1").q, [0.9, 0.1]);
  for (const text of ["0.5 0.5\n0.9 0.1", "0.51 0.49\n0.5 0.5", "0.333 0.333 0.333\n0.2 0.3 0.5"]) {
    assert.ok(inRows(text), text);
  }
  for (const text of [
    "0.3 0.7\n0.7 0.3",
    "0.5 0.51\n0.5 0.49",
    "18 12\n7 9",
    "1 0.5 0.5\n2 0.5 0.5",
    "0.5 0.4\n0.5 0.6",
  ]) {
    assert.ok(!inRows(text), text);
  }
  assert.deepEqual(readColumns("0.3 0.7\n0.7 0.3").p, [0.3, 0.7]);
});
