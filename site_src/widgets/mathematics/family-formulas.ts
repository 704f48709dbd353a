// The closed forms of the families that take more than a line, in nats. Arguments are (p, q) = (truth, belief).

import { bregmanRest, HALF_LOG_2PI } from "./gamma.ts";
import { gibbsTerm } from "./information.ts";
import { sum } from "./laws.ts";
import { logOfSum, renyiDivergence } from "./measures.ts";

/** Two parameters. */
export type Two = readonly [number, number];

/** Gauss and Legendre's rule of five points on the interval from 0 to 1: where, and with what weight. */
const GAUSS = [
  [0.046910077030668, 0.118463442528095],
  [0.230765344947158, 0.239314335249683],
  [0.5, 0.284444444444444],
  [0.769234655052842, 0.239314335249683],
  [0.953089922969332, 0.118463442528095],
] as const;

/**
 * The Rényi divergence of two laws of an exponential family, from the divergences of the law between them, whose
 * natural parameters are the mean of theirs with the weights α and 1 − α: nothing cancels near equality, and an error
 * in that law shows only in second order, since it makes the sum stationary.
 */
export function renyiThrough(alpha: number, fromP: number, fromQ: number): number {
  return (alpha / (1 - alpha)) * fromP + fromQ;
}

/** D of two normal laws with one mean. */
export function gibbsOfSds(a: number, b: number): number {
  return gibbsTerm(b, a) / b + ((a - b) / b) ** 2 / 2;
}

export function gammaDivergence([k, a]: Two, [j, b]: Two): number {
  const scaled = k * (b / a);
  const near = Math.max(Math.abs(j - k) / k, Math.abs(b - a) / a) < 0.5;
  const gap = near ? j - k - k * ((b - a) / a) : j - scaled;
  return gibbsTerm(j, scaled, gap) + bregmanRest(j, k);
}

export function coinDivergence(p: number, q: number): number {
  return gibbsTerm(p, q) + gibbsTerm(1 - p, 1 - q, q - p);
}

export function coinRenyi(p: number, q: number, alpha: number): number {
  const certain = [p, q].some((share) => share === 0 || share === 1);
  if (certain) return renyiDivergence([p, 1 - p], [q, 1 - q], alpha);
  const logit = (share: number) => Math.log(share) - Math.log1p(-share);
  const mixed = 1 / (1 + Math.exp(-(alpha * logit(p) + (1 - alpha) * logit(q))));
  return renyiThrough(alpha, coinDivergence(mixed, p), coinDivergence(mixed, q));
}

export function coinEntropy(p: number): number {
  return (p > 0 ? -p * Math.log(p) : 0) - (p < 1 ? (1 - p) * Math.log1p(-p) : 0);
}

/** The series of R. J. Evans and J. Boersma (1988) for the entropy of a Poisson law with a large rate. */
export function poissonSeries(rate: number): number {
  return HALF_LOG_2PI + (1 + Math.log(rate)) / 2 - 1 / (12 * rate) - 1 / (24 * rate ** 2) - 19 / (360 * rate ** 3);
}

/** As D of the means, the belief's weighing, and what Stirling's formula leaves of each ln Γ: nothing cancels near equality. */
export function betaDivergence(p: Two, q: Two): number {
  const [total, other] = [p[0] + p[1], q[0] + q[1]];
  const totalStep = q[0] - p[0] + (q[1] - p[1]);
  const part = (alpha: number, beta: number) => {
    const scaled = alpha * (other / total);
    const step = beta - alpha;
    const gap = Math.abs(step) < beta ? (step * total - alpha * totalStep) / total : beta - scaled;
    return { share: gibbsTerm(beta, scaled, gap), rest: bregmanRest(beta, alpha) };
  };
  const [a, b] = [part(p[0], q[0]), part(p[1], q[1])];
  return a.share + b.share + (a.rest + b.rest - bregmanRest(other, total, totalStep));
}

/** ∫ p^α q^(1−α) in three pieces, on each of which the logarithm is a straight line. */
export function laplaceRenyi([m, b]: Two, [n, c]: Two, alpha: number): number {
  const outer = alpha / b + (1 - alpha) / c;
  if (!(outer > 0)) return Infinity;
  const step = Math.abs(m - n);
  if (step * Math.max(alpha / b, Math.abs(1 - alpha) / c) < 1) return nearLaplaceRenyi(b, c, step, alpha);
  const [low, high] = [Math.min(m, n), Math.max(m, n)];
  const log = (x: number) => (-alpha * Math.abs(x - m)) / b - ((1 - alpha) * Math.abs(x - n)) / c;
  const ends = [log(low) - Math.log(outer), log(high) - Math.log(outer)];
  const rise = log(high) - log(low);
  // (e^rise − 1)/rise, from whichever end is higher so that it does not overflow.
  const [top, size] = [Math.max(log(low), log(high)), Math.abs(rise)];
  const between =
    high === low ? [] : [top + Math.log(high - low) + Math.log(size === 0 ? 1 : -Math.expm1(-size) / size)];
  const scale = -alpha * Math.log(2 * b) - (1 - alpha) * Math.log(2 * c);
  return (logOfSum([...ends, ...between]) + scale) / (alpha - 1);
}

/** The same where the means are near each other, so that nothing cancels: of the scales alone, and what the step adds. */
function nearLaplaceRenyi(b: number, c: number, step: number, alpha: number): number {
  const scale = 1 / (alpha / b + (1 - alpha) / c);
  const ofScales = renyiThrough(alpha, gibbsTerm(b, scale) / b, gibbsTerm(c, scale) / c);
  const [left, right] = [((1 - alpha) / c) * step, (alpha / b) * step];
  const rest = (y: number) => gibbsTerm(1, Math.exp(-y), -Math.expm1(-y)); // e^−y − 1 + y
  const between = sum(GAUSS.map(([at, weight]) => weight * rest(left + (right - left) * at)));
  const both = left + right;
  const relative = (rest(left) + rest(right) - (both * both) / 2 + both * between) / 2;
  return ofScales + Math.log1p(relative) / (alpha - 1);
}
