// The widgets' mathematics meets the truths that the Python package meets.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Law } from "../../../site_src/widgets/mathematics/families.ts";
import { FAMILIES, FAMILY_NAMES } from "../../../site_src/widgets/mathematics/families.ts";
import * as information from "../../../site_src/widgets/mathematics/information.ts";
import { asLists } from "../../../site_src/widgets/mathematics/integration.ts";
import * as measures from "../../../site_src/widgets/mathematics/measures.ts";
import { assertClose, given, readJson } from "../helpers.ts";
import { lawNamed } from "./laws-by-name.ts";

type Value = number | "inf";
type Probabilities = number | readonly number[];
type Measure = (p: Probabilities, q?: Probabilities, alpha?: number) => number;
interface Case {
  readonly p: Probabilities;
  readonly q?: Probabilities;
  readonly alpha?: Value;
  readonly base?: number;
  readonly value: Value;
}
interface FamilyCase {
  readonly p: string;
  readonly q?: string;
  readonly alpha?: number;
  readonly value: Value;
}

const TRUTHS = readJson<Record<string, Case[]>>(new URL("../../truths.json", import.meta.url));
const FAMILY_TRUTHS = readJson<Record<string, FamilyCase[]>>(new URL("families.json", import.meta.url));
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
  return value === "inf" ? Infinity : value;
}

for (const [name, measure] of Object.entries(MEASURES)) {
  test(`${name} meets the truths`, () => {
    const cases = given(TRUTHS[name]);
    assert.ok(cases.length > 0);
    for (const { p, q, alpha, base, value } of cases) {
      const order = alpha === undefined ? undefined : number(alpha);
      const actual = (measure as Measure)(p, q, order) / (base ? Math.log(base) : 1);
      assertClose(actual, number(value), RELATIVE_ERROR, `${name}(${JSON.stringify({ p, q, alpha })})`);
    }
  });
}

test("kl_divergence of families meets the truths", () => {
  for (const { p, q, value } of familyCases("kl_divergence")) {
    const [one, other] = [lawNamed(p), lawNamed(given(q))];
    const closed = FAMILIES[one.family].divergence(one.parameters, other.parameters);
    assertClose(closed ?? divergenceOfLists(one, other), number(value), 1e-13, `${p} ${q}`);
  }
});

test("renyi_divergence of families meets the truths", () => {
  for (const { p, q, alpha, value } of familyCases("renyi_divergence")) {
    const [one, other] = [lawNamed(p), lawNamed(given(q))];
    const closed = FAMILIES[one.family].renyi(one.parameters, other.parameters, given(alpha));
    assertClose(given(closed), number(value), 1e-11, `${p} ${q} ${alpha}`);
  }
});

test("entropy of families meets the truths", () => {
  for (const { p, value } of familyCases("entropy")) {
    const law = lawNamed(p);
    const closed = FAMILIES[law.family].entropy(law.parameters);
    assertClose(closed ?? information.entropy(given(asLists(law, law)).p), number(value), 1e-13, p);
  }
});

/** The truths of a measure; every family must have some. */
function familyCases(measure: string): FamilyCase[] {
  const cases = given(FAMILY_TRUTHS[measure]);
  assert.deepEqual(new Set(cases.map(({ p }) => lawNamed(p).family)), new Set(FAMILY_NAMES));
  return cases;
}

function divergenceOfLists(p: Law, q: Law): number {
  const lists = given(asLists(p, q));
  return information.klDivergence(lists.p, lists.q);
}
