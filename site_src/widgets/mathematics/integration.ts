// Two laws of families as two lists of probabilities, fine enough that every measure of lists gives the laws' own value:
// all measures are sums of terms f(p, q) with f(wp, wq) = w f(p, q), so the weights of a quadrature go into the lists.

import type { Law } from "./families.ts";
import { FAMILIES } from "./families.ts";
import { gibbsTerm } from "./information.ts";
import { sum } from "./laws.ts";

export interface Lists {
  readonly p: readonly number[];
  readonly q: readonly number[];
  /** D(p‖q) and D(q‖p), also where a probability in the lists has underflowed. */
  readonly divergences: readonly [pq: number, qp: number];
}

/** One entry of both lists: a weight and the logarithms of two densities. */
interface Entry {
  readonly weight: number;
  readonly logP: number;
  readonly logQ: number;
}

const MOST_VALUES = 40_000;
const PANELS = 24;
const NODES = 16;
const FAR = 45; // e^(−45) of the peak is past the last digit
const FARTHEST = 700; // the exponential of more overflows
const LOST = 1e-7; // a list that misses more than this much of its law is none
const QUADRATURE = gaussLegendre(NODES);

/** The laws as lists; undefined where a list would be too long or would miss a part of its law. */
export function asLists(p: Law, q: Law): Lists | undefined {
  const lists = FAMILIES[p.family].discrete ? listValues(p, q) : listNodes(p, q);
  return lists && [lists.p, lists.q].every((list) => Math.abs(sum(list) - 1) < LOST) ? lists : undefined;
}

/** The values of two discrete laws that matter, ten standard deviations and a margin around each mean. */
export function valuesOf(...laws: readonly Law[]): number[] | undefined {
  const windows = laws.map(({ family, parameters }) => {
    const { mean, sd, support } = FAMILIES[family];
    const [low, high] = support(parameters);
    const margin = (family === "Geometric" ? 40 : 10) * sd(parameters) + 60;
    return {
      first: Math.max(low, Math.floor(mean(parameters) - margin)),
      last: Math.min(high, Math.ceil(mean(parameters) + margin)),
    };
  });
  const first = Math.min(...windows.map((window) => window.first));
  const last = Math.max(...windows.map((window) => window.last));
  if (last - first >= MOST_VALUES) return undefined;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The probability or density of a law at a point. */
export function density(law: Law, x: number): number {
  return Math.exp(logDensityOf(law, x));
}

function logDensityOf({ family, parameters }: Law, x: number): number {
  const { support, logDensity } = FAMILIES[family];
  const [low, high] = support(parameters);
  return x < low || x > high ? -Infinity : logDensity(parameters, x, 1 - x);
}

function listValues(p: Law, q: Law): Lists | undefined {
  const values = valuesOf(p, q);
  return values && listed(values.map((x) => ({ weight: 1, logP: logDensityOf(p, x), logQ: logDensityOf(q, x) })));
}

function listed(entries: readonly Entry[]): Lists {
  return {
    p: entries.map(({ weight, logP }) => weight * possible(logP)),
    q: entries.map(({ weight, logQ }) => weight * possible(logQ)),
    divergences: [
      sum(entries.map(({ weight, logP, logQ }) => weight * gibbsTermOfLogs(logP, logQ))),
      sum(entries.map(({ weight, logP, logQ }) => weight * gibbsTermOfLogs(logQ, logP))),
    ],
  };
}

/** e to a logarithm; what is possible stays so where it underflows. */
function possible(log: number): number {
  return log === -Infinity ? 0 : Math.max(Math.exp(log), Number.MIN_VALUE);
}

function gibbsTermOfLogs(logP: number, logQ: number): number {
  const [p, q] = [Math.exp(logP), Math.exp(logQ)];
  if (p === 0 || Math.abs(logP - logQ) < 1) return gibbsTerm(p, q);
  return p * (logP - logQ) - (p - q);
}

type Interval = readonly [low: number, high: number];

/** A law on the line t that covers the common support: ln of its density there, and the law itself. */
interface OnTheLine {
  readonly law: Law;
  readonly log: (t: number) => number;
}

/** A point of the line t that covers the support: where it is, its distance to 1, and ln |dx/dt|. */
interface Place {
  readonly x: number;
  readonly rest: number;
  readonly logStep: number;
}

function listNodes(p: Law, q: Law): Lists | undefined {
  const [a, b] = [supportOf(p), supportOf(q)];
  const common: Interval = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  if (!(common[0] < common[1])) return { p: [1, 0], q: [0, 1], divergences: [Infinity, Infinity] };
  const [one, other] = [onTheLine(p, common), onTheLine(q, common)];
  const entries = panels(one, other, common).flatMap(([from, to]) => {
    const [middle, half] = [(from + to) / 2, (to - from) / 2];
    return QUADRATURE.map(({ abscissa, weight }) => {
      const t = middle + half * abscissa;
      return { weight: half * weight, logP: one.log(t), logQ: other.log(t) };
    });
  });
  const lists = listed(entries);
  // What lies where the other law has nothing is one outcome more.
  const alone = (own: Interval, list: readonly number[]) =>
    own[0] < common[0] || own[1] > common[1] ? Math.max(0, 1 - sum(list)) : 0;
  const [onlyP, onlyQ] = [alone(a, lists.p), alone(b, lists.q)];
  const [pq, qp] = lists.divergences;
  return {
    p: [...lists.p, onlyP, 0],
    q: [...lists.q, 0, onlyQ],
    divergences: [onlyP > 0 ? Infinity : pq + onlyQ, onlyQ > 0 ? Infinity : qp + onlyP],
  };
}

function supportOf({ family, parameters }: Law): Interval {
  return FAMILIES[family].support(parameters);
}

function onTheLine(law: Law, common: Interval): OnTheLine {
  const place = line(common);
  return {
    law,
    log: (t) => {
      const { x, rest, logStep } = place(t);
      return FAMILIES[law.family].logDensity(law.parameters, x, rest) + logStep;
    },
  };
}

/** A line that covers an interval so that densities die off smoothly at both ends. */
function line([low, high]: Interval): (t: number) => Place {
  if (low === -Infinity) return (t) => ({ x: t, rest: 1 - t, logStep: 0 });
  if (high === Infinity) {
    return (t) => {
      const x = low + Math.exp(t);
      return { x, rest: 1 - x, logStep: t };
    };
  }
  const width = high - low;
  return (t) => {
    const toHigh = width / (1 + Math.exp(t));
    const x = low + width / (1 + Math.exp(-t));
    const logStep = Math.log(width) - Math.abs(t) - 2 * Math.log1p(Math.exp(-Math.abs(t)));
    return { x, rest: high === 1 ? toHigh : 1 - x, logStep };
  };
}

/** The panels of the quadrature: they end evenly over the reach of each law, and where a density bends or the two cross. */
function panels(one: OnTheLine, other: OnTheLine, common: Interval): Interval[] {
  const even = [one, other].flatMap(({ law, log }) => {
    const [from, to] = reach(log, law, common);
    return Array.from({ length: PANELS + 1 }, (_, k) => from + ((to - from) * k) / PANELS);
  });
  const bends = [one.law, other.law].flatMap(({ family, parameters: [mean = 0] }) =>
    family === "Laplace" ? [onLine(mean, common)] : [],
  );
  const ends = [...even, ...bends.filter(Number.isFinite)].sort(ascending);
  const ratio = (t: number) => one.log(t) - other.log(t);
  const crossings = between(ends).flatMap(([from, to]) => (ratio(from) * ratio(to) < 0 ? [root(ratio, from, to)] : []));
  return between([...ends, ...crossings].sort(ascending));
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** The intervals from each end to the next. */
function between(ends: readonly number[]): Interval[] {
  return ends.slice(1).map((to, i) => [ends[i] as number, to]);
}

/** The part of the line in which a law has all but nothing of its probability. */
function reach(log: (t: number) => number, { family, parameters }: Law, common: Interval): Interval {
  if (common[0] === -Infinity) {
    const { mean, sd } = FAMILIES[family];
    const half = (family === "Laplace" ? FAR : 10) * sd(parameters);
    return [mean(parameters) - half, mean(parameters) + half];
  }
  const peak = summit(log);
  const floor = (t: number) => log(t) - log(peak) + FAR;
  const side = (end: number) => (floor(end) < 0 ? root(floor, peak, end) : end);
  return [side(-FARTHEST), side(FARTHEST)];
}

/** Where a function that rises and then falls is highest. */
function summit(height: (t: number) => number): number {
  let [from, to] = [-FARTHEST, FARTHEST];
  for (let i = 0; i < 100; i++) {
    const [left, right] = [from + (to - from) / 3, to - (to - from) / 3];
    if (height(left) < height(right)) from = left;
    else to = right;
  }
  return (from + to) / 2;
}

/** Where a function changes its sign between two points. */
function root(f: (t: number) => number, from: number, to: number): number {
  const sign = Math.sign(f(from));
  let [before, after] = [from, to];
  for (let i = 0; i < 70; i++) {
    const middle = (before + after) / 2;
    if (Math.sign(f(middle)) === sign) before = middle;
    else after = middle;
  }
  return (before + after) / 2;
}

/** The inverse of `line`. */
function onLine(x: number, [low, high]: Interval): number {
  if (low === -Infinity) return x;
  return high === Infinity ? Math.log(x - low) : Math.log((x - low) / (high - x));
}

/** Abscissae and weights on (−1, 1), by Newton's method on the Legendre polynomial. */
function gaussLegendre(n: number): { abscissa: number; weight: number }[] {
  return Array.from({ length: n }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 10; step++) {
      let [before, value] = [1, x];
      for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      slope = (n * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    return { abscissa: x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}
