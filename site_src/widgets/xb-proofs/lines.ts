// How each line of a proof is written, and what it takes.

import type { Line, LineName, ProofName } from "../mathematics/gibbs-proofs.ts";
import { LENGTH } from "../mathematics/gibbs-proofs.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, LOG, minus, scientific } from "../parts/units.ts";

export const NAMES: Readonly<Record<ProofName, string>> = {
  tangent: "tangent line",
  jensen: "Jensen",
  "log-sum": "log-sum",
  lagrange: "Lagrange",
  coding: "coding",
};

/** A share, a number of strings, or an amount of information. */
type Kind = "number" | "amount";

interface Words {
  readonly formula: (unit: Unit) => string;
  readonly why: string;
  readonly kind: Kind;
}

const always = (text: string) => () => text;
/** A length that is not a logarithm, in the unit. */
const inUnits = (text: string) => (unit: Unit) => (unit === "nats" ? text : `(${text}) ${LOG[unit]} e`);

export const WORDS: Readonly<Record<LineName, Words>> = {
  "tangent-at-each-ratio": {
    formula: (unit) => `${LOG[unit]} t ≤ ${inUnits("t − 1")(unit)}`,
    why: "where it is tightest",
    kind: "amount",
  },
  "gaps-added-up": { formula: (unit) => `S ≥ ${inUnits("p(A) − q(A)")(unit)}`, why: "added up", kind: "amount" },
  "truth-sums-to-one": { formula: always("p(A) ≥ 1"), why: "needs Σp ≥ 1", kind: "number" },
  "belief-sums-to-one": { formula: always("q(A) ≤ 1"), why: "needs Σq ≤ 1", kind: "number" },
  "weights-of-a-mean": { formula: always("p(A) = 1"), why: "weights of a mean", kind: "number" },
  "mean-of-ratios": { formula: always("mean of t = q(A)"), why: "the p cancel", kind: "number" },
  "mean-of-logarithms": { formula: (unit) => `S ≥ ${LOG[unit]} 1/q(A)`, why: "Jensen", kind: "amount" },
  "logarithm-of-the-mean": { formula: (unit) => `${LOG[unit]} 1/q(A) ≥ 0`, why: "needs Σq ≤ 1", kind: "amount" },
  "no-cell-ruled-out": { formula: always("a = p(A)"), why: "needs q > 0", kind: "number" },
  lumped: { formula: (unit) => `Sₐ ≥ a ${LOG[unit]}(a/b)`, why: "log-sum", kind: "amount" },
  "sums-compared": { formula: (unit) => `a ${LOG[unit]}(a/b) ≥ 0`, why: "needs Σp ≥ Σq", kind: "amount" },
  "rest-spent": { formula: always("F(r) ≥ F(q)"), why: "needs Σq ≤ 1", kind: "amount" },
  "slope-at-the-truth": { formula: always("g′(0) ≤ 0"), why: "needs Σp ≥ 1", kind: "amount" },
  "bends-down": { formula: always("g″ ≤ 0"), why: "where it is flattest", kind: "amount" },
  "highest-at-the-truth": { formula: always("F(p) ≥ F(r)"), why: "downhill from p", kind: "amount" },
  "finite-cost": { formula: always("c < ∞"), why: "needs q > 0", kind: "amount" },
  "budget-of-strings": { formula: always("(Σq)ⁿ ≤ 1"), why: "needs Σq ≤ 1", kind: "number" },
  "short-strings": { formula: (unit) => `${LOG[unit]} N / n ≤ c + δ`, why: "N short strings", kind: "amount" },
  "likely-strings": { formula: always("P ≥ ½"), why: "needs Σp = 1", kind: "number" },
  "number-times-size": {
    formula: (unit) => `${LOG[unit]} P / n ≤ c − H + 2δ`,
    why: "number × size",
    kind: "amount",
  },
  conclusion: { formula: always("S ≥ 0"), why: "the inequality", kind: "amount" },
};

export function sides({ name, left, right }: Line, unit: Unit): [left: string, right: string] {
  const written = writing(name, unit);
  return [written(left), written(right)];
}

/** Whether a line holds, or by how much it fails: two infinities have no distance. */
export function verdictOn({ name, left, right, holds }: Line, unit: Unit): string {
  if (holds) return "holds";
  const gap = Math.abs(left - right);
  return Number.isNaN(gap) ? "fails" : `fails by ${writing(name, unit)(gap)}`;
}

/** What the letters in the lines stand for. */
export function legend(unit: Unit, miss: number): string {
  const log = LOG[unit];
  return (
    `A is where p > 0, and S = Σ p ${log}(p/q) over A; t = q/p. Log-sum: a is what p gives where q > 0, Sₐ the sum over ` +
    `it, b = Σq. Lagrange: F(q) = Σ p ${log} q; r is q with all of it spent on A; g is F on the way from p to r. ` +
    `Coding: strings of n = ${LENGTH} letters, δ = ${formatAmount(miss, unit)} ${unit}, c = −F(q), H = −F(p); N strings ` +
    "cost at most c + δ a letter, and P is what p gives to those of them with at least H − δ."
  );
}

// Amounts below this are what rounding left; a share of strings may well be smaller.
const ROUNDING = 1e-12;

function writing(name: LineName, unit: Unit): (value: number) => string {
  if (WORDS[name].kind === "number") return formatNumber;
  return (nats) => (Math.abs(nats) < ROUNDING ? "0" : formatAmount(nats, unit));
}

function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e5)) return minus(String(Number(value.toPrecision(4))));
  return scientific(value, 2);
}
