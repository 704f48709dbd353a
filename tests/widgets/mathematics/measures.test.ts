// The calculator's measures and families meet the truths that the Python package meets.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FAMILIES } from "../../../site_src/widgets/mathematics/families.ts";
import { asLists } from "../../../site_src/widgets/mathematics/integration.ts";
import type { Law } from "../../../site_src/widgets/mathematics/integration.ts";
import { entropy, gibbsTerm, klDivergence } from "../../../site_src/widgets/mathematics/information.ts";
import { normalize } from "../../../site_src/widgets/mathematics/laws.ts";
import * as measures from "../../../site_src/widgets/mathematics/measures.ts";

type Value = number | "inf";
interface Case {
  readonly p: number[];
  readonly q: number[];
  readonly alpha?: Value;
  readonly base?: number;
  readonly value: Value;
}
interface FamilyCase {
  readonly p: string;
  readonly q?: string;
  readonly value: number;
}

function read<Cases>(file: string): Record<string, Cases> {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Record<string, Cases>;
}

const TRUTHS = read<Case[]>("../../truths.json");
const FAMILY_TRUTHS = read<FamilyCase[]>("./families.json");
const { chi2Divergence, hellingerDistance, jsDivergence, mutualInformation, renyiDivergence, totalVariation } =
  measures;

function number(value: Value | undefined): number {
  return value === "inf" ? Infinity : (value as number);
}

function assertClose(actual: number, expected: number, error: number, message: string): void {
  const close = actual === expected || Math.abs(actual - expected) <= error * Math.abs(expected);
  assert.ok(close, `${message}: ${actual}, not ${expected}`);
}

/** "Normal(0, 1)" as the truths name laws. */
function law(text: string): Law {
  const [, family, parameters] = /^(\w+)\((.*)\)$/.exec(text) as unknown as [string, string, string];
  return { family, parameters: parameters.split(",").map(Number) };
}

for (const [name, measure] of Object.entries({
  js_divergence: jsDivergence,
  total_variation: totalVariation,
  hellinger_distance: hellingerDistance,
  renyi_divergence: renyiDivergence,
})) {
  test(`${name} meets the truths`, () => {
    const cases = TRUTHS[name] as Case[];
    assert.ok(cases.length);
    for (const { p, q, alpha, base, value } of cases) {
      const actual = (measure as typeof renyiDivergence)(p, q, number(alpha)) / (base ? Math.log(base) : 1);
      assertClose(actual, number(value), 1e-14, `${name}([${p}], [${q}], ${alpha})`);
    }
  });
}

for (const [name, form] of [
  ["kl_divergence", "divergence"],
  ["entropy", "entropy"],
] as const) {
  test(`${name} of families meets the truths`, () => {
    const cases = FAMILY_TRUTHS[name] as FamilyCase[];
    assert.deepEqual([...new Set(cases.map(({ p }) => law(p).family))].sort(), Object.keys(FAMILIES).sort());
    for (const { p, q, value } of cases) {
      const [one, other] = [law(p), law(q ?? p)];
      const computed = FAMILIES[one.family]![form](one.parameters, other.parameters) ?? asSum(form, one, other);
      assertClose(computed, value, 1e-13, `${name} of ${p} ${q ?? ""}`);
    }
  });
}

function asSum(form: "divergence" | "entropy", p: Law, q: Law): number {
  const lists = asLists(p, q)!;
  return form === "entropy" ? entropy(lists.p) : klDivergence(lists.p, lists.q);
}

/** Each family with the parameters that a reader finds. */
function* familiar(): Generator<[Law, Law]> {
  for (const [family, { parameters }] of Object.entries(FAMILIES)) {
    yield [0, 1].map((i) => ({ family, parameters: parameters.map(({ initial }) => initial[i]!) })) as unknown as [
      Law,
      Law,
    ];
  }
}

test("lists of a family's probabilities have the divergences of its closed forms", () => {
  for (const [p, q] of familiar()) {
    const lists = asLists(p, q)!;
    const { divergence, renyi } = FAMILIES[p.family]!;
    const closed = divergence(p.parameters, q.parameters)!;
    assertClose(klDivergence(lists.p, lists.q), closed, 1e-12, `D of ${p.family}`);
    for (const alpha of [0.3, 0.5, 1.2]) {
      assertClose(
        renyiDivergence(lists.p, lists.q, alpha),
        renyi(p.parameters, q.parameters, alpha)!,
        1e-11,
        `Rényi of ${p.family} at ${alpha}`,
      );
    }
  }
});

test("two Normals: Hellinger distance and total variation as the books have them", () => {
  const [p, q] = [law("Normal(0, 1)"), law("Normal(1, 1)")];
  const lists = asLists(p, q)!;
  assertClose(hellingerDistance(lists.p, lists.q) ** 2, 1 - Math.exp(-1 / 8), 1e-12, "Hellinger");
  assertClose(totalVariation(lists.p, lists.q), 0.3829249225480262, 1e-12, "2 Φ(½) − 1");
});

test("different families: as the chain rule or an integral by hand has it", () => {
  const pairs: [string, string, number][] = [
    ["Uniform(0, 1)", "Normal(0, 1)", Math.log(2 * Math.PI) / 2 + 1 / 6],
    ["Exponential(1)", "Gamma(1, 2)", gibbsTerm(1, 2)],
    ["Beta(1, 1)", "Uniform(0, 4)", Math.log(4)],
    ["Laplace(0, 1)", "Normal(0, 1)", Math.log(2 * Math.PI) / 2 + 1 - 1 - Math.log(2)],
  ];
  for (const [p, q, value] of pairs) {
    const lists = asLists(law(p), law(q))!;
    assertClose(lists.divergences[0], value, 1e-12, `${p} ${q}`);
  }
});

test("laws too spread out for a list have none, rather than a wrong one", () => {
  assert.equal(asLists(law("Beta(0.001, 0.001)"), law("Beta(1, 1)")), undefined);
  assert.equal(asLists(law("Poisson(1e9)"), law("Poisson(1)")), undefined);
});

test("Rényi is infinite where its integral is", () => {
  const infinite: [string, string, number][] = [
    ["Normal(0, 2)", "Normal(0, 1)", 1.5],
    ["Exponential(1)", "Exponential(3)", 2],
    ["Laplace(0, 2)", "Laplace(0, 1)", 2],
    ["Geometric(0.1)", "Geometric(0.9)", 3],
    ["Beta(1, 1)", "Beta(3, 3)", 2],
  ];
  for (const [p, q, alpha] of infinite) {
    const [one, other] = [law(p), law(q)];
    assert.equal(FAMILIES[one.family]!.renyi(one.parameters, other.parameters, alpha), Infinity, `${p} ${q}`);
  }
});

test("Pinsker, and the order of the measures", () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let i = 0; i < 2000; i++) {
    const [p, q] = [0, 1].map(() => normalize(Array.from({ length: 2 + (i % 5) }, () => random() ** 3))) as [
      number[],
      number[],
    ];
    const divergence = klDivergence(p, q);
    assert.ok(2 * totalVariation(p, q) ** 2 <= divergence * (1 + 1e-12));
    assert.ok(renyiDivergence(p, q, 0.5) <= divergence * (1 + 1e-12));
    assert.ok(divergence <= renyiDivergence(p, q, 2) * (1 + 1e-12));
    assert.ok(Math.abs(Math.log1p(chi2Divergence(p, q)) - renyiDivergence(p, q, 2)) < 1e-9);
    assert.ok(jsDivergence(p, q) <= Math.LN2 * totalVariation(p, q) * (1 + 1e-12));
  }
});

test("mutual information: all of it, none of it", () => {
  assertClose(
    mutualInformation([
      [0.5, 0],
      [0, 0.5],
    ]),
    Math.LN2,
    1e-15,
    "a copy",
  );
  assert.equal(
    mutualInformation([
      [0.25, 0.25],
      [0.25, 0.25],
    ]),
    0,
  );
});
