// The mathematics of telling two laws apart, for laws that are given by numbers.

import { uniforms } from "../../../site_src/widgets/mathematics/random.ts";
import type { Hills, RULES } from "../../../site_src/widgets/mathematics/telling-apart.ts";
import { coinPair, fewest, gaussianPair, promised } from "../../../site_src/widgets/mathematics/telling-apart.ts";

export function missedOfCoins(a: number, b: number, n: number, alpha: number): number {
  return coinPair(a, b).missed(n, alpha);
}

export function hillsOfCoins(a: number, b: number, n: number, alpha: number): Hills {
  return coinPair(a, b).hills(n, alpha);
}

export function fewestTosses(a: number, b: number, alpha: number, beta: number): number {
  return fewest(coinPair(a, b), alpha, beta);
}

export function missedOfGaussians(divergence: number, n: number, alpha: number): number {
  return gaussianPair(divergence).missed(n, alpha);
}

/** Of the coin that is fair and one that falls heads more often. */
export function promisedOfCoins(rule: keyof typeof RULES, b: number, alpha: number, beta: number): number {
  return promised(rule, coinPair(0.5, b), alpha, beta);
}

/** The shares of wrong verdicts under p and under q in so many tests; of Gaussians where there is one number. */
export function wrongShares(numbers: readonly number[], n: number, alpha: number, tests: number): number[] {
  const [a = 0, b] = numbers;
  const errs = (b === undefined ? gaussianPair(a) : coinPair(a, b)).errs(n, alpha);
  return (["p", "q"] as const).map((truth, i) => {
    const wrong = Array.from({ length: tests }, (_, k) => errs[truth](uniforms(8, 2 * k + i)));
    return wrong.filter(Boolean).length / tests;
  });
}
