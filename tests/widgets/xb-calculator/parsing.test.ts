// What people paste is read as they mean it, or they are told what to do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerLists, answerTable } from "../../../site_src/widgets/xb-calculator/answers.ts";
import { columnOf } from "../../../site_src/widgets/xb-calculator/laws.ts";
import { readColumns, readGrid, Unreadable } from "../../../site_src/widgets/xb-calculator/parsing.ts";
import { orderAt, placeOf } from "../../../site_src/widgets/xb-calculator/renyi-curve.ts";
import {
  fitsAnAddress,
  fromAddress,
  initialState,
  toAddress,
  unpack,
} from "../../../site_src/widgets/xb-calculator/state.ts";

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

test("counts are told from probabilities", () => {
  const kinds: [number[], string][] = [
    [[0.5, 0.5], "probabilities"],
    [[0.1, 0.2, 0.7], "probabilities"],
    [[1, 0, 0], "probabilities"],
    [[18, 7, 4, 1], "counts"],
    [[1, 1], "counts"],
    [[12.5, 87.5], "weights"],
    [[0.333, 0.333, 0.333], "unsure"],
    [[0.3, 0.3], "unsure"],
    [[0.5, 0.501], "unsure"],
    [[1 + 1e-8, 0], "unsure"],
  ];
  for (const [values, kind] of kinds) assert.equal(columnOf("p", values).kind, kind, String(values));
});

test("nothing is computed while a sum is in doubt, nor repaired", () => {
  const doubtful = "0.333 0.5\n0.333 0.25\n0.333 0.25";
  assert.deepEqual(answerLists(doubtful, "", "infinite").groups, []);
  assert.ok(answerLists(doubtful, "divide", "infinite").groups.length > 0);
  const rest = answerLists(doubtful, "rest", "infinite");
  assert.equal(rest.terms.length, 4);
  assert.match(rest.zeros.join(" "), /q is 0 where p is not \(\(missing\)\): D\(p‖q\) is infinite/);
  assert.deepEqual(
    answerLists("0.52 0.5\n0.52 0.5", "rest", "infinite").groups,
    [],
    "nothing is missing from more than 1",
  );
});

test("a zero stays a zero until the reader says otherwise, and the half is for counts", () => {
  const divergence = (text: string, zeros: Parameters<typeof answerLists>[2]) =>
    answerLists(text, "", zeros).groups[0]!.measures.find(({ symbol }) => symbol === "D(p‖q)")!.value;
  const counts = "5 3\n5 7\n2 0";
  assert.equal(divergence(counts, "infinite"), Infinity);
  assert.ok(divergence(counts, "half") < Infinity);
  assert.ok(divergence(counts, 0.001) < divergence(counts, 1e-9));
  const model = "5 0.5\n5 0.5\n2 0";
  assert.equal(answerLists(model, "", "infinite").mayAddHalf, false);
  assert.equal(divergence(model, "half"), Infinity);
  assert.equal(divergence("5 3\n5 7", "half"), divergence("5 3\n5 7", "infinite"), "without a zero nothing is added");
});

test("a choice that makes a new zero harmful says so", () => {
  const { notes } = answerLists("5 0.5\n5 0.5\n4 0\n0 0", "", 0.01);
  assert.match(notes.join(" "), /D\(q‖p\) is infinite/);
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

test("mutual information is what one variable's entropy loses when the other is known", () => {
  const values = Object.fromEntries(
    answerTable("30 5\n10 55", "").groups.flatMap(({ measures }) =>
      measures.map(({ symbol, value }) => [symbol, value]),
    ),
  ) as Record<string, number>;
  const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-14, `${a}, not ${b}`);
  close(values["I(X; Y)"]!, values["H(X)"]! - values["H(X|Y)"]!);
  close(values["I(X; Y)"]!, values["H(Y)"]! - values["H(Y|X)"]!);
  close(values["H(X, Y)"]!, values["H(X)"]! + values["H(Y|X)"]!);
});

test("an address carries the input with all its digits, and nonsense is no input", () => {
  const initial = initialState("a\t1\t2\nb\t3\t4", "1 2\n3 4");
  const states = [
    { ...initial, lists: `x_y\t${1 / 3}\t0.1\n50% *\t${2 / 3}\t0.9`, zeros: 0.001, place: 0 },
    { ...initial, mode: "table", table: "\twet\tdry\nrain\t30\t5\nsun\t10\t55" },
    { ...initial, mode: "families", p: { family: "Beta", parameters: [17, 6] }, place: 60 },
  ] as const;
  for (const state of states) {
    const address = toAddress(state);
    assert.deepEqual(
      fromAddress((name) => address[name] ?? null, initial),
      state,
    );
  }
  for (const nonsense of [
    "",
    "tea",
    "-1_2",
    "0_0_0_0",
    "NaN_NaN_NaN",
    "1e999_1",
    "%00",
    "<b>",
    "*",
    "Beta_-1_2",
    "toString_1",
    "61",
    "-1",
  ]) {
    assert.deepEqual(
      fromAddress(() => nonsense, initial),
      initial,
      nonsense,
    );
  }
  assert.equal(unpack("a_1*b_2"), "a\t1\nb\t2");
});

test("half-typed text has no place in an address", () => {
  assert.equal(toAddress({ ...initialState("1 2\n3 4", "1 2\n3 4"), lists: "1 2\n3" })["lists"], "");
});

test("what is too long for an address is known to be", () => {
  const long = {
    ...initialState("1 2\n3 4", "1 2\n3 4"),
    lists: Array.from({ length: 900 }, (_, i) => `${i + 0.123} ${i + 0.456}`).join("\n"),
  };
  assert.equal(fitsAnAddress(long), false);
  assert.equal(toAddress(long)["lists"], "");
  assert.equal(fitsAnAddress(initialState("1 2\n3 4", "1 2\n3 4")), true);
});

test("the slider reaches 0, ½, 1, 2 and ∞", () => {
  for (const order of [0, 0.5, 1, 2, 4, Infinity]) assert.equal(orderAt(placeOf(order)), order);
});
