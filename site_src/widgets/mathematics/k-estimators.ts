// The estimates k1 = −u, k2 = u²/2 and k3 = e^u − 1 − u of D(p‖q), where u = ln q/p at a draw of p, for two Gaussians of
// one variance: p = N(0, 1), q = N(δ, 1), D = δ²/2. Exactly, and by draws; in nats.

import { normalDraw } from "./normal.ts";

export const ESTIMATORS = ["k1", "k2", "k3"] as const;
export type Estimator = (typeof ESTIMATORS)[number];

/** What of p is moved: its mean μ, or the logarithm of its width σ. */
export type By = "mean" | "width";

/** The mean and the variance of what one draw gives. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Of the estimates as values. */
export function valueMoments(estimator: Estimator, d: number): Moments {
  if (estimator === "k1") return { mean: d, variance: 2 * d };
  if (estimator === "k2") return { mean: d + (d * d) / 2, variance: 2 * d * d * (1 + d) };
  return { mean: d, variance: Math.expm1(2 * d) - 2 * d };
}

/** Of the gradients of the estimates, the draw held: what each descends as a loss. */
export function gradientMoments(estimator: Estimator, by: By, d: number): Moments {
  const square = 2 * d; // δ²
  if (estimator === "k1") return { mean: 0, variance: by === "mean" ? 1 : 2 };
  if (estimator === "k2") {
    return by === "mean"
      ? { mean: -Math.sqrt(square), variance: square * (2 + square / 4) }
      : { mean: 0, variance: square * (10 + square / 2) };
  }
  const grown = Math.exp(square); // E r²
  return by === "mean"
    ? { mean: -Math.sqrt(square), variance: grown * (1 + 4 * square) - 1 - 3 * square }
    : { mean: -square, variance: grown * (2 + 16 * square * (1 + square)) - 2 - square * (8 + 3 * square) };
}

/** The gradient of D(p‖q), at σ = 1. */
export function gradientOfD(by: By, d: number): number {
  return by === "mean" ? -Math.sqrt(2 * d) : 0;
}

/** The D at which k3 begins to scatter more than k1: e^2D = 1 + 4D. */
export function crossing(): number {
  let [low, high] = [0.5, 1];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (valueMoments("k3", middle).variance < valueMoments("k1", middle).variance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The mean of each estimate over so many draws of p. */
export function drawValues(d: number, draws: number, next: () => number): [k1: number, k2: number, k3: number] {
  const shift = Math.sqrt(2 * d);
  let [one, two, three] = [0, 0, 0];
  for (let n = 0; n < draws; n++) {
    const u = shift * normalDraw(next) - d;
    one -= u;
    two += (u * u) / 2;
    three += Math.expm1(u) - u;
  }
  return [one / draws, two / draws, three / draws];
}

/** The mean of each estimate's gradient over the same draws. */
export function drawGradients(
  by: By,
  d: number,
  draws: number,
  next: () => number,
): [k1: number, k2: number, k3: number] {
  const shift = Math.sqrt(2 * d);
  let [one, two, three] = [0, 0, 0];
  for (let n = 0; n < draws; n++) {
    const z = normalDraw(next);
    const u = shift * z - d;
    const score = by === "mean" ? z : z * z - 1; // the gradient of ln p, and minus that of u
    one += score;
    two -= u * score;
    three -= Math.expm1(u) * score;
  }
  return [one / draws, two / draws, three / draws];
}
