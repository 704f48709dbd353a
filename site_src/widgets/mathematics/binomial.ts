// The binomial law, apart from the other families: what needs it alone stays light.

import { binet, HALF_LOG_2PI } from "./gamma.ts";
import { gibbsTerm } from "./information.ts";

/** ln of a binomial probability as C. Loader computes it (2000): a misfit, and Stirling's formula for the rest. */
export function logBinomial(n: number, p: number, k: number): number {
  if (k === 0) return n === 0 ? 0 : n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  const misfit = gibbsTerm(k, n * p) + gibbsTerm(n - k, n * (1 - p), n * p - k);
  return binet(n) - binet(k) - binet(n - k) - Math.log(k * ((n - k) / n)) / 2 - HALF_LOG_2PI - misfit;
}
