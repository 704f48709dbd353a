// Numbers are taken for what they are, and nothing is repaired that the reader did not ask for.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer } from "../../../site_src/widgets/xb-calculator/answer.ts";
import { answerFamilies } from "../../../site_src/widgets/xb-calculator/answer-families.ts";
import { answerLists } from "../../../site_src/widgets/xb-calculator/answer-lists.ts";
import { answerTable } from "../../../site_src/widgets/xb-calculator/answer-table.ts";
import { columnOf } from "../../../site_src/widgets/xb-calculator/laws.ts";
import { given } from "../helpers.ts";
import { lawNamed } from "../mathematics/laws-by-name.ts";

function valuesOf(answer: Answer): Map<string, number> {
  return new Map(answer.groups.flatMap(({ results }) => results).map(({ symbol, value }) => [symbol, value]));
}

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
  assert.equal(rest.terms?.all.length, 4);
  assert.match(rest.zeros.join(" "), /q is 0 where p is not \(\(missing\)\): D\(p‖q\) is infinite/);
  assert.deepEqual(
    answerLists("0.52 0.5\n0.52 0.5", "rest", "infinite").groups,
    [],
    "nothing is missing from more than 1",
  );
});

test("a zero stays a zero until the reader says otherwise, and the half is for counts", () => {
  const divergence = (text: string, zeros: Parameters<typeof answerLists>[2]) =>
    valuesOf(answerLists(text, "", zeros)).get("D(p‖q)") ?? Number.NaN;
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

test("mutual information is what one variable's entropy loses when the other is known", () => {
  const values = valuesOf(answerTable("30 5\n10 55", ""));
  const value = (symbol: string) => given(values.get(symbol));
  const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-14, `${a}, not ${b}`);
  close(value("I(X; Y)"), value("H(X)") - value("H(X|Y)"));
  close(value("I(X; Y)"), value("H(Y)") - value("H(Y|X)"));
  close(value("H(X, Y)"), value("H(X)") + value("H(Y|X)"));
});

test("the Rényi divergence above 1 is infinite from a law that reaches beyond the other, and known from a finite one", () => {
  const { renyi } = answerFamilies(lawNamed("Poisson(4)"), lawNamed("Binomial(12, 0.25)"));
  const [pq, qp] = given(renyi)(2);
  assert.equal(pq, Infinity);
  assert.ok(qp > 0 && qp < Infinity);
});

test("of densities no measure is shown that an integral may miss, and of spread-out laws none that needs a list", () => {
  const symbols = (p: string, q: string) => [...valuesOf(answerFamilies(lawNamed(p), lawNamed(q))).keys()];
  const closed = ["H(p)", "D(p‖q)", "H(p, q)", "H(q)", "D(q‖p)", "H(q, p)"];
  assert.deepEqual(symbols("Normal(0, 1)", "Normal(1, 2)"), [...closed, "JSD", "√JSD", "TV", "Hellinger"]);
  assert.deepEqual(symbols("Poisson(1e9)", "Poisson(1)"), closed);
});
