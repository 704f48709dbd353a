// Two laws of families: by their closed forms where there are some, as lists of probabilities where not.

import type { Law } from "../mathematics/families.ts";
import { FAMILIES } from "../mathematics/families.ts";
import { entropy } from "../mathematics/information.ts";
import { asLists, density, valuesOf } from "../mathematics/integration.ts";
import { renyiDivergence } from "../mathematics/measures.ts";
import type { Answer, Curves } from "./answer.ts";
import { groupsOf, NOTHING, saidOf } from "./answer.ts";
import type { Pair } from "./measures.ts";
import { BETWEEN, RENYI } from "./measures.ts";
import { forFamilies } from "./python.ts";

const CURVE_POINTS = 160;
const MOST_STEPS = 1e4;

/** Two families with parameters that make laws. */
export function answerFamilies(p: Law, q: Law): Answer {
  const { discrete } = FAMILIES[p.family];
  if (discrete !== FAMILIES[q.family].discrete) return { ...NOTHING, notes: [wordsForMixture(p, q)] };
  const lists = asLists(p, q);
  const back = lists && { p: lists.q, q: lists.p };
  const pairs = {
    p: pairOf(p, q, lists, lists?.divergences[0]),
    q: pairOf(q, p, back, lists?.divergences[1]),
  };
  const between = BETWEEN.filter((measure) => lists && (discrete || measure.densities));
  return {
    ...NOTHING,
    notes: notesOn(p, q, lists !== undefined),
    said: saidOf(pairs),
    groups: groupsOf(pairs, between),
    curves: curvesOf(p, q),
    renyi: (order) => [RENYI.value(pairs.p, order), RENYI.value(pairs.q, order)],
    script: forFamilies(p, q, lists !== undefined),
  };
}

function wordsForMixture(p: Law, q: Law): string {
  const [whole, dense] = FAMILIES[p.family].discrete ? [p, q] : [q, p];
  return `${whole.family} is a law of whole numbers and ${dense.family} has a density: neither has a finite divergence from the other.`;
}

function notesOn(p: Law, q: Law, listed: boolean): string[] {
  const { discrete } = FAMILIES[p.family];
  const how = discrete ? "summed, value by value" : "integrated numerically, in this page";
  return [
    ...(p.family === q.family ? [] : [`Different families: D is ${how}.`]),
    ...(discrete
      ? []
      : ["H of a density is a differential entropy: it depends on the scale of x and may be negative. D does not."]),
    ...(listed ? [] : ["These laws are too spread out to be summed here: the measures between them are left out."]),
  ];
}

function pairOf(p: Law, q: Law, lists: Pair["lists"], summed: number | undefined): Pair {
  const [h, d] = [entropyOf(p), divergenceOf(p, q, summed)];
  return {
    entropy: h,
    divergence: d,
    crossEntropy: h + d,
    renyi: (order) => (order === 1 ? d : (renyiOf(p, q, order, lists) ?? Number.NaN)),
    lists,
  };
}

function divergenceOf(p: Law, q: Law, summed = Number.NaN): number {
  const closed = p.family === q.family ? FAMILIES[p.family].divergence(p.parameters, q.parameters) : undefined;
  return closed ?? (reachesBeyond(p, q) ? Infinity : summed);
}

function renyiOf(p: Law, q: Law, order: number, lists: Pair["lists"]): number | undefined {
  const { discrete, renyi, support } = FAMILIES[p.family];
  const closed = order !== 0 && p.family === q.family ? renyi(p.parameters, q.parameters, order) : undefined;
  if (closed !== undefined) return closed;
  if (order > 1 && reachesBeyond(p, q)) return Infinity;
  // Up to 1 the integral is at most 1; above, it may be infinite without a list showing it.
  const finite = order < 1 || (discrete && support(p.parameters)[1] < Infinity);
  return finite && lists ? renyiDivergence(lists.p, lists.q, order) : undefined;
}

function entropyOf(law: Law): number {
  const closed = FAMILIES[law.family].entropy(law.parameters);
  if (closed !== undefined) return closed;
  const values = valuesOf(law);
  return values ? entropy(values.map((x) => density(law, x))) : Number.NaN;
}

function reachesBeyond(p: Law, q: Law): boolean {
  const [[low, high], [from, to]] = [
    FAMILIES[p.family].support(p.parameters),
    FAMILIES[q.family].support(q.parameters),
  ];
  return low < from || high > to;
}

function curvesOf(p: Law, q: Law): Curves | undefined {
  const { discrete } = FAMILIES[p.family];
  const [from, to] = shownRange([p, q], discrete);
  const count = discrete ? to - from : CURVE_POINTS;
  if (!(count > 0 && count < MOST_STEPS)) return undefined;
  const x = Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
  return { discrete, x, p: x.map((at) => density(p, at)), q: x.map((at) => density(q, at)) };
}

function shownRange(laws: readonly Law[], discrete: boolean): [from: number, to: number] {
  const ranges = laws.map(({ family, parameters }) => {
    const { mean, sd, support } = FAMILIES[family];
    const [low, high] = support(parameters);
    const reach = 3.5 * sd(parameters);
    const inset = discrete ? 0 : 1e-3 * Math.min(high - low, sd(parameters));
    return [Math.max(low + inset, mean(parameters) - reach), Math.min(high - inset, mean(parameters) + reach)] as const;
  });
  const [from, to] = [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
  return discrete ? [Math.floor(from), Math.ceil(to)] : [from, to];
}
