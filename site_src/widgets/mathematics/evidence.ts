// The evidence that draws bring for one law p against another, q: ln p(x)/q(x), in nats. Wald's sequential test stops as
// soon as its sum is beyond one of two limits.

import { digamma, logBeta } from "./gamma.ts";
import { logRatio } from "./information.ts";

/** Two laws, seen through the evidence of one draw. */
export interface Pair {
  /** D(p‖q) and D(q‖p). */
  readonly divergence: Readonly<Record<Truth, number>>;
  /** The evidence for p that one draw from either law brings. */
  readonly draw: Readonly<Record<Truth, (next: () => number) => number>>;
}

export type Truth = "p" | "q";

/** Two coins that fall heads with these probabilities, strictly between 0 and 1. */
export function coins(a: number, b: number): Pair {
  const [heads, tails] = [logRatio(a, b), logRatio(1 - a, 1 - b)];
  const draw = (share: number) => (next: () => number) => (next() < share ? heads : tails);
  const mean = (share: number) => share * heads + (1 - share) * tails;
  return { divergence: { p: mean(a), q: -mean(b) }, draw: { p: draw(a), q: draw(b) } };
}

/** Two Beta laws with whole parameters. */
export function betas(p: readonly [number, number], q: readonly [number, number]): Pair {
  const constant = logBeta(...q) - logBeta(...p);
  const [left, right] = [p[0] - q[0], p[1] - q[1]];
  // A Beta draw is one Gamma draw as a share of two, and a Gamma draw with a whole shape is minus the logarithm of a product.
  const draw =
    ([a, b]: readonly [number, number]) =>
    (next: () => number) => {
      const [one, other] = [gammaDraw(a, next), gammaDraw(b, next)];
      return constant + left * Math.log(one / (one + other)) + right * Math.log(other / (one + other));
    };
  const mean = ([a, b]: readonly [number, number]) =>
    constant + left * (digamma(a) - digamma(a + b)) + right * (digamma(b) - digamma(a + b));
  return { divergence: { p: mean(p), q: -mean(q) }, draw: { p: draw(p), q: draw(q) } };
}

function gammaDraw(shape: number, next: () => number): number {
  let product = 1;
  for (let i = 0; i < shape; i++) product *= 1 - next(); // above 0, for the numbers are below 1
  return -Math.log(product);
}

/** The evidence from which on Wald's test says p, and that from which down it says q. */
export interface Limits {
  readonly p: number;
  readonly q: number;
}

/** Of the test that is asked to err at most about so often: α where p is true, β where q is. */
export function limitsFor(alpha: number, beta: number): Limits {
  return { p: Math.log((1 - alpha) / beta), q: Math.log(alpha / (1 - beta)) };
}

/** Wald's bounds on what the errors of his test come to. */
export function mostErrors(alpha: number, beta: number): Readonly<Record<Truth, number>> {
  return { p: alpha / (1 - beta), q: beta / (1 - alpha) };
}

/** The mean number of draws below which no test has these errors; Wald's formula, if they are those that were asked for. */
export function leastDraws({ divergence }: Pair, truth: Truth, alpha: number, beta: number): number {
  const [own, other] = truth === "p" ? [alpha, beta] : [beta, alpha];
  const verdicts =
    own === 0 && other === 0 ? Infinity : (1 - own) * logRatio(1 - own, other) + own * logRatio(own, 1 - other);
  return verdicts / divergence[truth];
}

/**
 * A race without end, of which limits say how far it is run: the evidence after each draw, 0 before the first, until the
 * test stops. Other limits stop it elsewhere on the same way, and what was drawn once is not drawn again.
 */
export function race({ draw }: Pair, truth: Truth, next: () => number): (limits: Limits) => number[] {
  const step = draw[truth];
  const sums = [0];
  return ({ p, q }) => {
    let [sum, draws] = [0, 0];
    while (sum < p && sum > q) {
      draws += 1;
      if (draws === sums.length) sums.push(sum + step(next));
      sum = sums[draws] as number;
    }
    return sums.slice(0, draws + 1);
  };
}

/** How many races there were, how many had the wrong verdict, and the draws that they took. */
export class Tally {
  count = 0;
  wrong = 0;
  draws = 0;

  get meanDraws(): number {
    return this.draws / this.count;
  }

  /** One more race, of which nothing but its end is kept. */
  add({ draw }: Pair, truth: Truth, limits: Limits, next: () => number): void {
    const step = draw[truth];
    let [sum, draws] = [0, 0];
    while (sum < limits.p && sum > limits.q) {
      sum += step(next);
      draws += 1;
    }
    this.count += 1;
    this.draws += draws;
    if (sum >= limits.p !== (truth === "p")) this.wrong += 1;
  }
}
