// Laws that hold among the measures, and between the closed forms of families and their lists.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Law } from "../../../site_src/widgets/mathematics/families.ts";
import { FAMILIES, FAMILY_NAMES } from "../../../site_src/widgets/mathematics/families.ts";
import { gibbsTerm, klDivergence } from "../../../site_src/widgets/mathematics/information.ts";
import { asLists } from "../../../site_src/widgets/mathematics/integration.ts";
import { normalize } from "../../../site_src/widgets/mathematics/laws.ts";
import {
  chi2Divergence,
  hellingerDistance,
  jsDivergence,
  mutualInformation,
  renyiDivergence,
  totalVariation,
} from "../../../site_src/widgets/mathematics/measures.ts";
import { assertClose, given, randomNumbers } from "../helpers.ts";
import { lawNamed } from "./laws-by-name.ts";

/** Each family with the parameters that a reader finds. */
function* familiar(): Generator<[Law, Law]> {
  for (const family of FAMILY_NAMES) {
    const law = (i: 0 | 1) => ({ family, parameters: FAMILIES[family].parameters.map(({ initial }) => initial[i]) });
    yield [law(0), law(1)];
  }
}

test("lists of a family's probabilities have the divergences of its closed forms", () => {
  for (const [p, q] of familiar()) {
    const lists = given(asLists(p, q));
    const { divergence, renyi } = FAMILIES[p.family];
    const closed = given(divergence(p.parameters, q.parameters));
    assertClose(klDivergence(lists.p, lists.q), closed, 1e-12, `D of ${p.family}`);
    for (const alpha of [0.3, 0.5, 1.2]) {
      assertClose(
        renyiDivergence(lists.p, lists.q, alpha),
        given(renyi(p.parameters, q.parameters, alpha)),
        1e-11,
        `Rényi of ${p.family} at ${alpha}`,
      );
    }
  }
});

test("two Normals: Hellinger distance and total variation as the books have them", () => {
  const [p, q] = [lawNamed("Normal(0, 1)"), lawNamed("Normal(1, 1)")];
  const lists = given(asLists(p, q));
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
    const lists = given(asLists(lawNamed(p), lawNamed(q)));
    assertClose(lists.divergences[0], value, 1e-12, `${p} ${q}`);
  }
});

test("laws too spread out for a list have none, rather than a wrong one", () => {
  assert.equal(asLists(lawNamed("Beta(0.001, 0.001)"), lawNamed("Beta(1, 1)")), undefined);
  assert.equal(asLists(lawNamed("Poisson(1e9)"), lawNamed("Poisson(1)")), undefined);
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
    const [one, other] = [lawNamed(p), lawNamed(q)];
    assert.equal(FAMILIES[one.family].renyi(one.parameters, other.parameters, alpha), Infinity, `${p} ${q}`);
  }
});

test("Pinsker, and the order of the measures", () => {
  const random = randomNumbers(7);
  for (let i = 0; i < 2000; i++) {
    const law = () => normalize(Array.from({ length: 2 + (i % 5) }, () => random() ** 3));
    const [p, q] = [law(), law()];
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
