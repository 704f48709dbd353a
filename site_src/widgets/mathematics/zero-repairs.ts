// What is reported for D(p‖q) where q has a zero that p has not, by the ways of making the number finite; in nats.

import { klDivergence, logRatio } from "./information.ts";
import { normalize, sum, sumOfPairs } from "./laws.ts";

type Law = readonly number[];

export const REPAIRS = ["mixed", "added", "clipped"] as const;
export type Repair = (typeof REPAIRS)[number];

/** The number that comes out with an ε between 0 and 1. Only where ε of the uniform law is mixed in is it a divergence. */
export function reported(repair: Repair, p: Law, q: Law, epsilon: number): number {
  if (repair === "mixed") {
    return klDivergence(
      p,
      q.map((share) => (1 - epsilon) * share + epsilon / q.length),
    );
  }
  return plainSum(
    p,
    q.map((share) => (repair === "added" ? share + epsilon : Math.max(share, epsilon))),
  );
}

/** The plain sum over what q does not rule out. */
export function leftOut(p: Law, q: Law): number {
  return sumOfPairs(p, q, (a, b) => (a === 0 || b === 0 ? 0 : a * logRatio(a, b)));
}

/** What p gives to the outcomes that q rules out: dividing ε by e costs so many nats more. */
export function ruledOutShare(p: Law, q: Law): number {
  return sumOfPairs(p, q, (a, b) => (b === 0 ? a : 0));
}

/** The ε that comes to the same as adding a number to each count. */
export function shareOf(number: number, counts: readonly number[]): number {
  const added = number * counts.length;
  return added / (sum(counts) + added);
}

/** The law of some counts. */
export function lawOf(counts: readonly number[]): number[] {
  return normalize(counts);
}

/** Σ p ln(p/w) for weights w that need not sum to 1. */
function plainSum(p: Law, weights: Law): number {
  return sumOfPairs(p, weights, (a, b) => (a === 0 ? 0 : a * logRatio(a, b)));
}
