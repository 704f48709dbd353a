// Entropy, cross-entropy, divergence and their terms, in nats and without a document. Tests hold them to the truths of
// the Python package.
// A law is an array of probabilities; arguments are (p, q) = (truth, belief).

import { sumOfPairs } from "./laws.ts";

const SERIES_BELOW = 0.05;

/**
 * One term of every divergence: p ln(p/q) − p + q, never negative, 0 only where p = q.
 * Near equality the plain form cancels to noise, so there it is summed as a series in s = (p − q)/(p + q).
 * `gap` is p − q where that is known better than by subtracting.
 */
export function gibbsTerm(p: number, q: number, gap = p - q): number {
  if (gap === 0) return 0;
  if (p === 0) return q;
  if (q === 0) return Infinity;
  const s = gap / (p + q);
  if (Math.abs(s) >= SERIES_BELOW) return p * logRatio(p, q) - gap;
  const z = s * s;
  const tail = 1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z / 13))));
  return gap * s * (1 + (s + z) * tail);
}

/** ln(p/q) with all its digits where p ≈ q, and where their ratio is beyond what a double holds. */
export function logRatio(p: number, q: number): number {
  if (p === q) return 0;
  const ratio = p / q;
  if (ratio > 0.5 && ratio < 2) return Math.log1p((p - q) / q);
  return ratio > 1e-300 && ratio < Infinity ? Math.log(ratio) : Math.log(p) - Math.log(q);
}

/** The gap t − 1 − ln t between the tangent line and the logarithm at the ratio t = q/p. */
export function tangentGap(ratio: number): number {
  return gibbsTerm(1, ratio);
}

/** One outcome's share of D(p‖q), the term p ln(p/q): negative where q > p. */
export function logRatioTerm(p: number, q: number): number {
  if (p === q || p === 0) return 0;
  return gibbsTerm(p, q) + p - q;
}

/** p ln(1/q): what an outcome adds to the cross-entropy; 0 where p = 0, infinite where only q is 0. */
export function surprisalTerm(p: number, q: number): number {
  return p === 0 || q === 1 ? 0 : -p * Math.log(q);
}

/** D(p‖q) of two laws: since both sum to 1, the terms p ln(p/q) and the Gibbs terms have the same sum. */
export function klDivergence(p: readonly number[], q: readonly number[]): number {
  return sumOfPairs(p, q, gibbsTerm);
}

/** H(p, q) = Σ p ln(1/q). */
export function crossEntropy(p: readonly number[], q: readonly number[]): number {
  return sumOfPairs(p, q, surprisalTerm);
}

/** H(p) = Σ p ln(1/p). */
export function entropy(p: readonly number[]): number {
  return crossEntropy(p, p);
}
