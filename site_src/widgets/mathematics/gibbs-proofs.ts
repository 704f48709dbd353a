// The five proofs of Gibbs' inequality, line by line, for two lists of three numbers that need not be laws; in nats.
// A line is two numbers and a relation. Each is computed from p and q, whatever they are, and then it holds or not.
//
// A is the support, where p > 0, and S = Σ p ln(p/q) over A. That S ≥ 0 is what each proof ends with.

import { logRatio, logRatioTerm, surprisalTerm } from "./information.ts";
import { pairs, sum } from "./laws.ts";

export const PROOFS = ["tangent", "jensen", "log-sum", "lagrange", "coding"] as const;
export type ProofName = (typeof PROOFS)[number];
export type Relation = "≤" | "≥" | "=" | "<";

export interface Line {
  readonly name: LineName;
  readonly left: number;
  readonly relation: Relation;
  readonly right: number;
  readonly holds: boolean;
}

export type LineName =
  | "tangent-at-each-ratio"
  | "gaps-added-up"
  | "truth-sums-to-one"
  | "belief-sums-to-one"
  | "weights-of-a-mean"
  | "mean-of-ratios"
  | "mean-of-logarithms"
  | "logarithm-of-the-mean"
  | "no-cell-ruled-out"
  | "lumped"
  | "sums-compared"
  | "rest-spent"
  | "slope-at-the-truth"
  | "bends-down"
  | "highest-at-the-truth"
  | "finite-cost"
  | "budget-of-strings"
  | "short-strings"
  | "likely-strings"
  | "number-times-size"
  | "conclusion";

type List = readonly number[];

/** How long the strings of the last proof are, and by how much a mean may be missed; counting takes three letters. */
export const LENGTH = 100;
export const MISS = 0.2 * Math.LN2;
const LETTERS = 3;

// What rounding leaves where two numbers should agree.
const ROUNDING = 1e-9;
const HALVINGS = 40;

/** Every line of every proof for these two lists; q has no negative number, and p has a positive one. */
export function proofsFor(p: List, q: List): Readonly<Record<ProofName, readonly Line[]>> {
  if (p.length !== LETTERS || q.length !== LETTERS) throw new RangeError(`write ${LETTERS} numbers for p and for q`);
  const support = pairs(p, q).filter(([a]) => a > 0);
  const [onSupportP, onSupportQ] = [support.map(([a]) => a), support.map(([, b]) => b)];
  const total = sum(support.map(([a, b]) => a * logRatio(a, b)));
  const end = line("conclusion", total, "≥", 0);
  return {
    tangent: [...byTangent(onSupportP, onSupportQ, total), end],
    jensen: [...byJensen(onSupportP, onSupportQ, total), end],
    "log-sum": [...byLogSum(onSupportP, onSupportQ, sum(q)), end],
    lagrange: [...byLagrange(onSupportP, onSupportQ), end],
    coding: [...byCoding(p, q), end],
  };
}

function byTangent(p: List, q: List, total: number): Line[] {
  const ratios = pairs(p, q).map(([a, b]) => b / a);
  const slack = (t: number) => t - 1 - Math.log(t);
  const tightest = ratios.reduce((least, t) => (slack(t) < slack(least) ? t : least));
  return [
    line("tangent-at-each-ratio", Math.log(tightest), "≤", tightest - 1),
    line("gaps-added-up", total, "≥", sum(p) - sum(q)),
    line("truth-sums-to-one", sum(p), "≥", 1),
    line("belief-sums-to-one", sum(q), "≤", 1),
  ];
}

function byJensen(p: List, q: List, total: number): Line[] {
  const mean = sum(pairs(p, q).map(([a, b]) => a * (b / a)));
  return [
    line("weights-of-a-mean", sum(p), "=", 1),
    line("mean-of-ratios", mean, "=", sum(q)),
    line("mean-of-logarithms", total, "≥", -Math.log(sum(q))),
    line("logarithm-of-the-mean", -Math.log(sum(q)), "≥", 0),
  ];
}

/** The cells are the letters with q > 0; all of the support should be among them. */
function byLogSum(p: List, q: List, allOfQ: number): Line[] {
  const cells = pairs(p, q).filter(([, b]) => b > 0);
  const inCells = sum(cells.map(([a]) => a));
  const lumped = inCells === 0 ? 0 : inCells * logRatio(inCells, allOfQ);
  return [
    line("no-cell-ruled-out", inCells, "=", sum(p)),
    line("lumped", sum(cells.map(([a, b]) => a * logRatio(a, b))), "≥", lumped),
    line("sums-compared", lumped, "≥", 0),
  ];
}

/** F(q) = Σ p ln q, and r is q with what it does not spend on the support spent there in proportion. */
function byLagrange(p: List, q: List): Line[] {
  const value = (belief: List) => -sum(pairs(p, belief).map(([a, b]) => surprisalTerm(a, b)));
  const r = q.map((b) => b / (sum(q) || 1));
  return [
    line("rest-spent", value(r), "≥", value(q)),
    line("slope-at-the-truth", sum(pairs(p, r).map(([a, b]) => b - a)), "≤", 0),
    line("bends-down", -leastBend(p, r), "≤", 0),
    line("highest-at-the-truth", value(p), "≥", value(r)),
  ];
}

/** The least of −g″(s) = Σ p (r − p)²/(p + s (r − p))² on the way from p to r: it is convex, and where it no longer falls. */
function leastBend(p: List, r: List): number {
  const steps = pairs(p, r).map(([a, b]) => ({ start: a, gap: b - a }));
  /** Σ p ((r − p)/(p + s (r − p)))ᵏ: −g″ where k is 2, and where it is 3 what −g″ falls by, but for a factor of 2. */
  const powers = (s: number, k: 2 | 3) => {
    let total = 0;
    for (const { start, gap } of steps) total += start * (gap / (start + s * gap)) ** k;
    return total;
  };
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (powers(middle, 3) > 0) low = middle;
    else high = middle;
  }
  return powers((low + high) / 2, 2);
}

/** Strings are counted by how often each letter is in them. */
function byCoding(p: List, q: List): Line[] {
  const support = pairs(p, q).filter(([a]) => a > 0);
  const cost = sum(support.map(([a, b]) => surprisalTerm(a, b)));
  const entropy = -sum(support.map(([a]) => logRatioTerm(a, 1)));
  const { short, likely } = counted(p, q, cost + MISS, entropy - MISS);
  return [
    line("finite-cost", cost, "<", Infinity),
    line("budget-of-strings", sum(q) ** LENGTH, "≤", 1),
    line("short-strings", Math.log(short) / LENGTH, "≤", cost + MISS),
    line("likely-strings", likely, "≥", 1 / 2),
    line("number-times-size", Math.log(likely) / LENGTH, "≤", cost - entropy + 2 * MISS),
  ];
}

/** How many strings cost at most so much a letter in the code for q, and what p gives to those of them that are rare. */
function counted(p: List, q: List, most: number, least: number): { short: number; likely: number } {
  const [costs, surprisals] = [q.map((b) => -Math.log(b)), p.map((a) => (a > 0 ? -Math.log(a) : Infinity))];
  let [short, likely] = [0, 0];
  for (const { counts, strings } of TYPES) {
    if (ofString(counts, costs) > LENGTH * most) continue;
    const surprisal = ofString(counts, surprisals);
    short += strings;
    if (surprisal >= LENGTH * least) likely += strings * Math.exp(-surprisal);
  }
  return { short, likely };
}

// By index, for thousands of them: taking lists apart needs more time than the sum.
function ofString(counts: Counts, amounts: List): number {
  return (
    times(counts[0], amounts[0] as number) +
    times(counts[1], amounts[1] as number) +
    times(counts[2], amounts[2] as number)
  );
}

/** A letter that is not there costs nothing, whatever it would cost. */
function times(count: number, amount: number): number {
  return count === 0 ? 0 : count * amount;
}

type Counts = readonly [number, number, number];

interface Type {
  readonly counts: Counts;
  readonly strings: number;
}

/** How often each letter can be in a string, and how many strings there are of each kind. */
const TYPES: readonly Type[] = /* @__PURE__ */ types();

function types(): Type[] {
  const logFactorial = [0];
  for (let k = 1; k <= LENGTH; k++) logFactorial.push((logFactorial[k - 1] as number) + Math.log(k));
  const made: Type[] = [];
  for (let a = 0; a <= LENGTH; a++) {
    for (let b = 0; b <= LENGTH - a; b++) {
      const counts = [a, b, LENGTH - a - b] as const;
      const ways = (logFactorial[LENGTH] as number) - sum(counts.map((count) => logFactorial[count] as number));
      made.push({ counts, strings: Math.exp(ways) });
    }
  }
  return made;
}

function line(name: LineName, left: number, relation: Relation, right: number): Line {
  return { name, left, relation, right, holds: isTrue(left, relation, right) };
}

function isTrue(left: number, relation: Relation, right: number): boolean {
  if (left === right) return relation !== "<";
  const rounding = ROUNDING * (1 + Math.min(Math.abs(left), Math.abs(right)));
  if (relation === "=") return Math.abs(left - right) <= rounding;
  if (relation === "<") return left < right;
  return relation === "≤" ? left <= right + rounding : left >= right - rounding;
}
