// How many draws tell a law p from a law q, where p is missed with probability α: the least chance β to take q for p, by
// the lemma of Neyman and Pearson, and what several rules promise. In nats.

import { logGamma } from "./gamma.ts";
import { gibbsTerm, logRatio } from "./information.ts";
import { normalDraw, quantileAbove, upperTail } from "./normal.ts";

const HALVINGS = 200;
const BEYOND = 1e-30; // of the largest probability of a law: what is smaller adds nothing that is seen

/** Two laws of one draw, and what n draws of each come to. */
export interface Pair {
  /** D(p‖q). */
  readonly divergence: number;
  /** −ln Σ p^λ q^(1 − λ). */
  readonly overlap: (lambda: number) => number;
  /** The least β after n draws. */
  readonly missed: (n: number, alpha: number) => number;
  /** The laws of the evidence after n draws, and the verdicts of that test. */
  readonly hills: (n: number, alpha: number) => Hills;
  /** Run that test once, with chance: whether its verdict is wrong. */
  readonly errs: (n: number, alpha: number) => Readonly<Record<"p" | "q", (next: () => number) => boolean>>;
}

/** The evidence in rising order, its probabilities under either law, and how surely the test says q there. */
export interface Hills {
  readonly evidence: readonly number[];
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly saysQ: readonly number[];
  /** Whether the evidence has these values alone; else these are points of a density. */
  readonly discrete: boolean;
  /** The least β. */
  readonly missed: number;
}

/** D between coins that fall heads with probabilities a and b. */
export function coinDivergence(a: number, b: number): number {
  return gibbsTerm(a, b) + gibbsTerm(1 - a, 1 - b, b - a);
}

/** The b at which a coin with this share of heads is so far from coin a: above a, or below it. */
export function coinAt(a: number, divergence: number, above: boolean): number {
  // On a logarithmic scale, for below a the answer may be tiny.
  let [near, far] = above ? [Math.log(a), 0] : [Math.log(a), Math.log(Number.MIN_VALUE) + 40];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (near + far) / 2;
    if (coinDivergence(a, Math.exp(middle)) < divergence) near = middle;
    else far = middle;
  }
  return Math.exp((near + far) / 2);
}

/** Two coins: the evidence is settled by the number of heads. */
export function coinPair(a: number, b: number): Pair {
  const [heads, tails] = [logRatio(a, b), logRatio(1 - a, 1 - b)];
  const counts = (n: number) => {
    const [p, q] = [binomial(n, a), binomial(n, b)];
    const [low, high] = [Math.min(p.low, q.low), Math.max(p.high, q.high)];
    const all = Array.from({ length: high - low + 1 }, (_, i) => low + i);
    // In rising order of the evidence for p.
    return { p, q, counted: heads > tails ? all : all.reverse() };
  };
  const test = (n: number, alpha: number) => {
    const { p, q, counted } = counts(n);
    let left = alpha;
    let beta = 0;
    const saysQ = counted.map((k) => {
      const [here, there] = [at(p, k), at(q, k)];
      const share = here > left ? Math.max(left, 0) / here : 1;
      left -= here;
      beta += (1 - share) * there;
      return share;
    });
    return { p, q, counted, saysQ, beta };
  };
  return {
    divergence: coinDivergence(a, b),
    overlap: (lambda) => -Math.log(a ** lambda * b ** (1 - lambda) + (1 - a) ** lambda * (1 - b) ** (1 - lambda)),
    missed: (n, alpha) => test(n, alpha).beta,
    hills: (n, alpha) => {
      const { p, q, counted, saysQ, beta } = test(n, alpha);
      return {
        missed: beta,
        evidence: counted.map((k) => k * heads + (n - k) * tails),
        p: counted.map((k) => at(p, k)),
        q: counted.map((k) => at(q, k)),
        saysQ,
        discrete: true,
      };
    },
    errs: (n, alpha) => {
      const { counted, saysQ } = test(n, alpha);
      const [first, last] = [counted[0] as number, counted.at(-1) as number];
      const says = (share: number, next: () => number) => {
        let count = 0;
        for (let i = 0; i < n; i++) if (next() < share) count += 1;
        const place = Math.min(Math.max((count - first) * Math.sign(last - first), 0), counted.length - 1);
        return next() < (saysQ[place] as number) ? "q" : "p";
      };
      return { p: (next) => says(a, next) === "q", q: (next) => says(b, next) === "p" };
    },
  };
}

/** Two Gaussians of one variance, at this divergence: the evidence is Gaussian, with a variance of twice its mean. */
export function gaussianPair(divergence: number): Pair {
  const border = (n: number, alpha: number) => n * divergence - quantileAbove(alpha) * Math.sqrt(2 * n * divergence);
  const missed = (n: number, alpha: number) =>
    upperTail((border(n, alpha) + n * divergence) / Math.sqrt(2 * n * divergence));
  return {
    divergence,
    overlap: (lambda) => lambda * (1 - lambda) * divergence,
    missed,
    hills: (n, alpha) => {
      const [mean, sd] = [n * divergence, Math.sqrt(2 * n * divergence)];
      const [low, high] = [-mean - 5 * sd, mean + 5 * sd];
      const evidence = Array.from({ length: 161 }, (_, i) => low + ((high - low) * i) / 160);
      const density = (x: number, centre: number) => Math.exp(-(((x - centre) / sd) ** 2) / 2);
      const limit = border(n, alpha);
      return {
        evidence,
        p: evidence.map((x) => density(x, mean)),
        q: evidence.map((x) => density(x, -mean)),
        saysQ: evidence.map((x) => (x < limit ? 1 : 0)),
        discrete: false,
        missed: missed(n, alpha),
      };
    },
    errs: (n, alpha) => {
      const limit = border(n, alpha);
      const evidence = (mean: number, next: () => number) => {
        let total = 0;
        for (let i = 0; i < n; i++) total += mean + Math.sqrt(2 * divergence) * normalDraw(next);
        return total;
      };
      return {
        p: (next) => evidence(divergence, next) < limit,
        q: (next) => evidence(-divergence, next) >= limit,
      };
    },
  };
}

/** The fewest draws after which q is taken for p with at most this probability: one more never hurts. */
export function fewest({ missed }: Pair, alpha: number, beta: number): number {
  let enough = 1;
  while (missed(enough, alpha) > beta) enough *= 2;
  let few = Math.floor(enough / 2); // too few, or none
  while (enough - few > 1) {
    const middle = Math.floor((enough + few) / 2);
    if (missed(middle, alpha) > beta) few = middle;
    else enough = middle;
  }
  return enough;
}

/** What rules promise that know no more than D, or than the overlap of the two laws. */
export const RULES = {
  /** No test does with fewer. */
  floor: ({ divergence }, alpha, beta) =>
    ((1 - alpha) * logRatio(1 - alpha, beta) + alpha * logRatio(alpha, 1 - beta)) / divergence,
  stein: ({ divergence }, _, beta) => -Math.log(beta) / divergence,
  gauss: ({ divergence }, alpha, beta) => (quantileAbove(alpha) + quantileAbove(beta)) ** 2 / 2 / divergence,
  /** From there on naming the more probable law is enough. */
  chernoff: ({ overlap }, alpha, beta) => -Math.log(Math.min(alpha, beta)) / largest(overlap),
} satisfies Record<string, (pair: Pair, alpha: number, beta: number) => number>;

/** The draws that a rule promises to be enough, or too few. */
export function promised(rule: keyof typeof RULES, pair: Pair, alpha: number, beta: number): number {
  return Math.ceil(RULES[rule](pair, alpha, beta) * (1 - 1e-12)); // what is whole but for rounding is whole
}

/** The largest value of a concave function between 0 and 1. */
function largest(of: (x: number) => number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 90; i++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (of(left) < of(right)) low = left;
    else high = right;
  }
  return of((low + high) / 2);
}

/** The law of the number of heads in n tosses where it is not negligible, and the first of these numbers. */
interface Counts {
  readonly low: number;
  readonly high: number;
  readonly shares: readonly number[];
}

function binomial(n: number, heads: number): Counts {
  const mode = Math.min(Math.floor((n + 1) * heads), n);
  const odds = heads / (1 - heads);
  const top = Math.exp(
    logGamma(n + 1) -
      logGamma(mode + 1) -
      logGamma(n - mode + 1) +
      (mode ? mode * Math.log(heads) : 0) +
      (n - mode) * Math.log1p(-heads),
  );
  const above = [top];
  for (let k = mode; k < n && (above.at(-1) as number) > BEYOND * top; k++) {
    above.push((above.at(-1) as number) * ((n - k) / (k + 1)) * odds);
  }
  const below: number[] = [];
  for (let [k, share] = [mode, top]; k > 0 && share > BEYOND * top; k--) {
    share *= k / ((n - k + 1) * odds);
    below.push(share);
  }
  return { low: mode - below.length, high: mode + above.length - 1, shares: [...below.reverse(), ...above] };
}

function at({ low, shares }: Counts, k: number): number {
  return shares[k - low] ?? 0;
}
