// The upper tail of the chi-squared law.

import { upperTail } from "./normal.ts";

/**
 * The probability that a chi-squared variable with so many whole degrees of freedom exceeds g: the regularised upper
 * incomplete gamma function at half of both. It begins with one degree or two and adds, for each two more,
 * y^a e^−y / Γ(a + 1): all terms are positive, so small tails keep their digits; NIST DLMF 8.8.6.
 */
export function chanceAbove(g: number, degrees: number): number {
  if (g === Infinity) return 0;
  const y = g / 2;
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? 2 * Math.sqrt(y / Math.PI) : 1;
  let total = 0;
  for (let a = isOdd ? 0.5 : 0; a < degrees / 2; a++) {
    total += term;
    term *= y / (a + 1);
  }
  return (isOdd ? 2 * upperTail(Math.sqrt(g)) : 0) + Math.exp(Math.log(total) - y);
}
