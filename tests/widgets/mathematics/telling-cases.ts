// The mathematics of telling two laws apart, for laws that are given by numbers.

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
