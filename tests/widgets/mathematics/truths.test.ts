// The widgets' mathematics meets the truths that the Python package meets.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Law } from "../../../site_src/widgets/mathematics/families.ts";
import { FAMILIES, FAMILY_NAMES } from "../../../site_src/widgets/mathematics/families.ts";
import * as information from "../../../site_src/widgets/mathematics/information.ts";
import { asLists } from "../../../site_src/widgets/mathematics/integration.ts";
import * as measures from "../../../site_src/widgets/mathematics/measures.ts";
import { assertClose, given, readJson } from "../helpers.ts";

type Value = number | "inf" | "nan";
type Probabilities = number | readonly number[];
type FamilyLaw = Readonly<Record<string, Value>> & { readonly family: string };
type Measure = (p: Probabilities, q?: Probabilities, alpha?: number) => number;
interface Truth {
  readonly measure: string;
  readonly kind: "usual" | "hard" | "edge" | "invalid";
  readonly p: Probabilities | FamilyLaw;
  readonly q?: Probabilities | FamilyLaw;
  readonly alpha?: Value;
  readonly float64: Value;
}
interface Case {
  readonly p: Probabilities;
  readonly q?: Probabilities;
  readonly alpha?: Value;
  readonly float64: Value;
}
interface FamilyCase {
  readonly p: Law;
  readonly q?: Law;
  readonly alpha?: Value;
  readonly float64: Value;
}

// What is no law is stopped where a reader types it, before it reaches the mathematics.
const TRUTHS = readJson<{ cases: Truth[] }>(new URL("../../../docs/data/truths.json", import.meta.url)).cases.filter(
  ({ kind }) => kind !== "invalid",
);
// Sums of a hundred terms round a little; a widget prints three to six digits.
const RELATIVE_ERROR = 1e-14;

/** By the names of the package. */
const MEASURES = {
  gibbs_term: information.gibbsTerm,
  entropy: information.entropy,
  cross_entropy: information.crossEntropy,
  kl_divergence: information.klDivergence,
  js_divergence: measures.jsDivergence,
  total_variation: measures.totalVariation,
  hellinger_distance: measures.hellingerDistance,
  renyi_divergence: measures.renyiDivergence,
};

function number(value: Value): number {
  return value === "inf" ? Infinity : Number(value);
}

for (const [name, measure] of Object.entries(MEASURES)) {
  test(`${name} meets the truths`, () => {
    const cases = TRUTHS.filter((truth) => truth.measure === name && !isFamily(truth.p)) as Case[];
    assert.ok(cases.length > 0);
    for (const { p, q, alpha, float64 } of cases) {
      const order = alpha === undefined ? undefined : number(alpha);
      const actual = (measure as Measure)(p, q, order);
      assertClose(actual, number(float64), RELATIVE_ERROR, `${name}(${JSON.stringify({ p, q, alpha })})`);
    }
  });
}

test("kl_divergence of families meets the truths", () => {
  for (const { p, q, float64 } of familyCases("kl_divergence")) {
    const other = given(q);
    const closed = FAMILIES[p.family].divergence(p.parameters, other.parameters);
    assertClose(closed ?? divergenceOfLists(p, other), number(float64), 1e-13, said(p, other));
  }
});

test("renyi_divergence of families meets the truths", () => {
  for (const { p, q, alpha, float64 } of familyCases("renyi_divergence")) {
    const other = given(q);
    const closed = FAMILIES[p.family].renyi(p.parameters, other.parameters, number(given(alpha)));
    assertClose(given(closed), number(float64), 1e-11, `${said(p, other)} ${alpha}`);
  }
});

test("entropy of families meets the truths", () => {
  for (const { p, float64 } of familyCases("entropy")) {
    const closed = FAMILIES[p.family].entropy(p.parameters);
    assertClose(closed ?? information.entropy(given(asLists(p, p)).p), number(float64), 1e-13, said(p));
  }
});

/** The truths of a measure; every family must have some. */
function familyCases(measure: string): FamilyCase[] {
  const truths = TRUTHS.filter((truth) => truth.measure === measure && isFamily(truth.p));
  const cases = truths.map(({ p, q, ...rest }) => ({
    ...rest,
    p: asLaw(p as FamilyLaw),
    ...(q === undefined ? {} : { q: asLaw(q as FamilyLaw) }),
  }));
  assert.deepEqual(new Set(cases.map(({ p }) => p.family)), new Set(FAMILY_NAMES));
  return cases;
}

function isFamily(p: Probabilities | FamilyLaw): p is FamilyLaw {
  return typeof p === "object" && "family" in p;
}

function asLaw(law: FamilyLaw): Law {
  const family = given(FAMILY_NAMES.find((known) => known === law.family));
  return { family, parameters: FAMILIES[family].parameters.map(({ name }) => number(given(law[name]))) };
}

function said(...laws: readonly Law[]): string {
  return JSON.stringify(laws);
}

function divergenceOfLists(p: Law, q: Law): number {
  const lists = given(asLists(p, q));
  return information.klDivergence(lists.p, lists.q);
}
