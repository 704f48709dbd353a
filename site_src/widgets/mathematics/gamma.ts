// ln Γ and its relatives for arguments above 0, without cancellation: Stirling's formula, and what is left after it.

import { gibbsTerm } from "./information.ts";

/** From here on the asymptotic series has all digits of a double. */
const LARGE = 10;
// Binet's function μ(x) = Σ c x^(−m), with c = B_2k / (2k (2k − 1)); NIST DLMF 5.11.1.
const SERIES = [
  [1, 1 / 12],
  [3, -1 / 360],
  [5, 1 / 1260],
  [7, -1 / 1680],
  [9, 1 / 1188],
  [11, -691 / 360360],
  [13, 1 / 156],
] as const;
export const HALF_LOG_2PI = Math.log(2 * Math.PI) / 2;

export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const [moved, steps] = shiftedUp(x);
  return (moved - 0.5) * Math.log(moved) - moved + HALF_LOG_2PI + binetSeries(moved) - Math.log(product(steps));
}

/** The derivative of ln Γ. */
export function digamma(x: number): number {
  const [moved, steps] = shiftedUp(x);
  const slope = SERIES.reduce((total, [m, c]) => total - m * c * moved ** (-m - 1), 0);
  return Math.log(moved) - 1 / (2 * moved) + slope - steps.reduce((total, step) => total + 1 / step, 0);
}

export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** μ(x) = ln Γ(x) − (x − ½) ln x + x − ½ ln 2π, the error of Stirling's formula. */
export function binet(x: number): number {
  return x < LARGE ? logGamma(x) - (x - 0.5) * Math.log(x) + x - HALF_LOG_2PI : binetSeries(x);
}

/** k + ln Γ(k) + (1 − k) ψ(k), the entropy of Gamma(k, 1) in nats. */
export function gammaEntropy(shape: number): number {
  if (shape < LARGE) return shape + logGamma(shape) + (1 - shape) * digamma(shape);
  const slope = SERIES.reduce((total, [m, c]) => total - m * c * shape ** (-m - 1), 0);
  return HALF_LOG_2PI + (Math.log(shape) + 1 - 1 / shape) / 2 + binetSeries(shape) + (1 - shape) * slope;
}

/**
 * ln Γ(y) − ln Γ(x) − (y − x) ψ(x) less the Gibbs term of (y, x): never negative, and 0 at y = x.
 * Stirling's formula turns the Bregman divergence of ln Γ into that term, half of another, and that of μ;
 * where y or x is small, Γ(x + 1) = x Γ(x) shifts both up first. `gap` is y − x.
 */
export function bregmanRest(y: number, x: number, gap = y - x): number {
  if (Math.min(x, y) >= LARGE) return largeRest(y, x, gap);
  let steps = 0;
  for (let n = 0; n < LARGE; n++) steps += gibbsTerm(x + n, y + n, -gap) / (x + n);
  const moved =
    Math.abs(gap) < 0.1 * x
      ? gibbsTerm(y + LARGE, x + LARGE, gap) - gibbsTerm(y, x, gap)
      : (y + LARGE) * Math.log((y + LARGE) / (x + LARGE)) - y * Math.log(y / x); // the parts − y + x agree
  return steps + moved + largeRest(y + LARGE, x + LARGE, gap);
}

function largeRest(y: number, x: number, gap: number): number {
  const ratio = x / y;
  const factor = (gap / y) ** 2 / ratio;
  const bent = SERIES.reduce((total, [m, c]) => {
    let powers = 0;
    for (let j = 1; j <= m; j++) powers += j * ratio ** (m - j);
    return total + c * x ** -m * factor * powers;
  }, 0);
  return gibbsTerm(x, y, -gap) / (2 * x) + bent;
}

function binetSeries(x: number): number {
  return SERIES.reduce((total, [m, c]) => total + c * x ** -m, 0);
}

/** x + n ≥ 10 for the smallest whole n ≥ 0, and x, x + 1, …, x + n − 1. */
function shiftedUp(x: number): [moved: number, steps: number[]] {
  const steps = Array.from({ length: Math.max(0, Math.ceil(LARGE - x)) }, (_, n) => x + n);
  return [x + steps.length, steps];
}

function product(factors: readonly number[]): number {
  return factors.reduce((total, factor) => total * factor, 1);
}
