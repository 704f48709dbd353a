// Counts of successes against a binomial law: counts[k] of the observations had k successes. In nats.

import { logBinomial } from "./binomial.ts";
import { chanceAbove } from "./chi-square.ts";
import { entropy, gibbsTerm, klDivergence } from "./information.ts";
import { normalize, sum } from "./laws.ts";

/** What a θ makes of the counts. */
export interface Comparison {
  /** The number of observations. */
  readonly n: number;
  readonly seen: readonly number[];
  readonly model: readonly number[];
  readonly entropy: number;
  /** D(data‖model), and D(model‖data). */
  readonly divergence: number;
  readonly other: number;
  /** 2nD, and the degrees of freedom of the chi-squared law that it follows when the model is true. */
  readonly g: number;
  readonly degrees: number;
  /** How often that law exceeds G; undefined where no degree of freedom is left. */
  readonly chance: number | undefined;
  /** Signed roots of what each cell adds to G: their squares add up to it. */
  readonly residuals: readonly number[];
}

export function compare(counts: readonly number[], theta: number, isFitted: boolean): Comparison {
  const n = sum(counts);
  const [seen, model] = [normalize(counts), binomialLaw(counts.length - 1, theta)];
  const divergence = klDivergence(seen, model);
  const g = 2 * n * divergence;
  // A cell that the model rules out can take up no chance.
  const degrees = model.filter((share) => share > 0).length - 1 - (isFitted ? 1 : 0);
  return {
    n,
    seen,
    model,
    entropy: entropy(seen),
    divergence,
    other: klDivergence(model, seen),
    g,
    degrees,
    chance: degrees > 0 || g === Infinity ? chanceAbove(g, degrees) : undefined,
    residuals: counts.map((count, k) => residual(count, n * (model[k] as number))),
  };
}

/** The maximum-likelihood θ: successes over trials. */
export function bestTheta(counts: readonly number[]): number {
  return sum(counts.map((count, k) => k * count)) / ((counts.length - 1) * sum(counts));
}

/** How much more than the best θ another one loses: D of the two binomials, which comes on top. */
export function excess(trials: number, best: number, theta: number): number {
  return trials * (gibbsTerm(best, theta) + gibbsTerm(1 - best, 1 - theta, theta - best));
}

function binomialLaw(trials: number, theta: number): number[] {
  return Array.from({ length: trials + 1 }, (_, k) => Math.exp(logBinomial(trials, theta, k)));
}

function residual(count: number, expected: number): number {
  return Math.sign(count - expected) * Math.sqrt(2 * gibbsTerm(count, expected));
}
