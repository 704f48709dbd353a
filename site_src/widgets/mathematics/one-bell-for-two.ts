// Two bells of standard deviation 1, N(−a, 1) and N(a, 1), as the truth p, and the one bell q that fits them best:
// with the least D(p‖q), which has the mean and the variance of p, and with the least D(q‖p), of which there may be
// several. In nats and without a document.

/** The truth: how far the two bells are from the middle, and the share of the left one. */
export interface Bells {
  readonly apart: number;
  readonly left: number;
}

export interface Bell {
  readonly mean: number;
  readonly sd: number;
}

/** A bell with the divergence that it minimises. */
export interface Fit extends Bell {
  readonly divergence: number;
}

/** The best of all bells with this mean, and how fast the divergence changes with the mean. */
export interface Best extends Fit {
  readonly slope: number;
}

/** The order of the divergence that is made small: D(p‖q), or D(q‖p). */
export const ORDERS = ["inclusive", "exclusive"] as const;
export type Order = (typeof ORDERS)[number];

/** Up to here each mean has one best standard deviation, and no other that is better than those near it. */
export const MOST_APART = 3.6;

const LOG_ROOT = Math.log(2 * Math.PI) / 2;
const MEANS = 61;
const BEYOND = 1.6; // how far outside the two bells a mean is tried
const MOST_STEPS = 60;
const FLAT = 1e-3; // a slope that nobody sees
const LEVEL = 1e-10;
// A sum for a mean under q errs by about e to minus this.
const ROUGHLY = 9;
const EXACTLY = 30;
const GROWTH = 3; // what is summed grows in the tails, by less than e to this

/** D(q‖p) with its first and second derivatives in the mean and in the logarithm of the standard deviation. */
interface Landscape {
  readonly value: number;
  readonly byMean: number;
  readonly bySd: number;
  readonly byMeanTwice: number;
  readonly byBoth: number;
  readonly bySdTwice: number;
}

export function density(bells: Bells, x: number): number {
  return Math.exp(logDensity(bells, x));
}

export function bellDensity(bell: Bell, x: number): number {
  return Math.exp(logBell(bell, x));
}

/** What stands under the integral at x: p ln(p/q) for D(p‖q), q ln(q/p) for D(q‖p). */
export function lossAt(order: Order, bells: Bells, bell: Bell, x: number): number {
  const [logP, logQ] = [logDensity(bells, x), logBell(bell, x)];
  return order === "inclusive" ? Math.exp(logP) * (logP - logQ) : Math.exp(logQ) * (logQ - logP);
}

export function moments({ apart, left }: Bells): { readonly mean: number; readonly variance: number } {
  return { mean: apart * (1 - 2 * left), variance: 1 + 4 * left * (1 - left) * apart ** 2 };
}

/** D(p‖q): of p it needs the moments and the entropy alone. */
export function fromTruth(bells: Bells, { mean, sd }: Bell): number {
  const { mean: middle, variance } = moments(bells);
  return LOG_ROOT + Math.log(sd) + (variance + (mean - middle) ** 2) / (2 * sd ** 2) - entropyOf(bells);
}

/** D(q‖p). */
export function toTruth(bells: Bells, { mean, sd }: Bell): number {
  return landscape(bells, mean, sd, EXACTLY).value;
}

/** The one bell with the least D(p‖q): it has the mean and the variance of p. */
export function inclusiveFit(bells: Bells): Fit {
  const { mean, variance } = moments(bells);
  const bell = { mean, sd: Math.sqrt(variance) };
  return { ...bell, divergence: fromTruth(bells, bell) };
}

/** The least D(p‖q) with each of some means. */
export function inclusiveProfile(bells: Bells, means: readonly number[]): Best[] {
  const { mean: middle, variance } = moments(bells);
  const own = entropyOf(bells);
  return means.map((mean) => {
    const sd = Math.sqrt(variance + (mean - middle) ** 2);
    return { mean, sd, divergence: LOG_ROOT + Math.log(sd) + 0.5 - own, slope: (mean - middle) / sd ** 2 };
  });
}

/** The least D(q‖p) with each of some means, and every q that is better than those near it; both from left to right. */
export function exclusiveFits(bells: Bells): { readonly profile: readonly Best[]; readonly fits: readonly Fit[] } {
  const profile = exclusiveProfile(bells, evenly(-bells.apart - BEYOND, bells.apart + BEYOND, MEANS));
  const fits = profile.flatMap((best, i) => {
    const next = profile[i + 1];
    return next && best.slope < 0 && next.slope >= 0 ? descended(bells, best, next) : [];
  });
  return { profile, fits };
}

/** The standard deviation with the least D(q‖p) for each mean, looked for where that of the mean before it was. */
export function exclusiveProfile(bells: Bells, means: readonly number[]): Best[] {
  let sd = 1;
  return means.map((mean) => {
    let at = landscape(bells, mean, sd, ROUGHLY);
    for (let step = 0; step < MOST_STEPS && Math.abs(at.bySd) > FLAT; step++) {
      sd *= Math.exp(limited(-at.bySd / Math.max(Math.abs(at.bySdTwice), 0.2)));
      at = landscape(bells, mean, sd, ROUGHLY);
    }
    return { mean, sd, divergence: at.value, slope: at.byMean };
  });
}

export function evenly(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

/** The bottom of a dip, by Newton's method from between two means on either side of it. */
function descended(bells: Bells, before: Best, after: Best): Fit[] {
  const share = before.slope / (before.slope - after.slope);
  let mean = before.mean + share * (after.mean - before.mean);
  let sd = before.sd + share * (after.sd - before.sd);
  let at = landscape(bells, mean, sd, EXACTLY);
  for (let step = 0; step < MOST_STEPS && Math.hypot(at.byMean, at.bySd) > LEVEL; step++) {
    const [along, wider] = direction(at, sd);
    mean += along;
    sd *= Math.exp(wider);
    at = landscape(bells, mean, sd, EXACTLY);
  }
  return at.byMeanTwice * at.bySdTwice > at.byBoth ** 2 ? [{ mean, sd, divergence: at.value }] : [];
}

/** Newton's step where the landscape is a bowl, down the slope elsewhere. */
function direction({ byMean, bySd, byMeanTwice, byBoth, bySdTwice }: Landscape, sd: number): [number, number] {
  const determinant = byMeanTwice * bySdTwice - byBoth ** 2;
  if (byMeanTwice <= 0 || determinant <= 0) return [limited(-byMean * sd ** 2), limited(-bySd / 2)];
  return [
    limited((byBoth * bySd - bySdTwice * byMean) / determinant),
    limited((byBoth * byMean - byMeanTwice * bySd) / determinant),
  ];
}

function limited(step: number): number {
  return Math.min(Math.max(step, -0.7), 0.7);
}

function landscape({ apart, left }: Bells, mean: number, sd: number, digits: number): Landscape {
  const [logLeft, logRight] = [Math.log(left), Math.log1p(-left)];
  // The logarithm of p is singular π/2a beside the real line; the nearer, the shorter are the steps of a good sum.
  const step = Math.min(Math.PI ** 2 / (apart * sd * digits), 3 / Math.sqrt(digits));
  const half = Math.ceil(Math.sqrt(2 * (digits + GROWTH)) / step); // beyond it the weight is as small
  let [value, first, firstZ, second, secondZ, secondZZ] = [0, 0, 0, 0, 0, 0];
  for (let i = -half; i <= half; i++) {
    const z = i * step;
    const weight = Math.exp((-z * z) / 2);
    const x = mean + sd * z;
    const tilt = 2 * apart * x + logRight - logLeft; // the log-odds of the right bell at x
    const small = Math.exp(-Math.abs(tilt));
    const larger = 1 / (1 + small);
    const log =
      (tilt > 0 ? logRight + apart * x : logLeft - apart * x) + Math.log1p(small) - (x * x + apart * apart) / 2;
    const slope = (tilt > 0 ? apart : -apart) * (2 * larger - 1) - x;
    const bend = 4 * apart * apart * larger * larger * small - 1;
    value += weight * log;
    first += weight * slope;
    firstZ += weight * slope * z;
    second += weight * bend;
    secondZ += weight * bend * z;
    secondZZ += weight * bend * z * z;
  }
  const share = step / Math.sqrt(2 * Math.PI);
  return {
    value: -0.5 - Math.log(sd) - share * value,
    byMean: -share * first,
    bySd: -1 - sd * share * firstZ,
    byMeanTwice: -share * second,
    byBoth: -sd * share * secondZ,
    bySdTwice: -sd * share * firstZ - sd * sd * share * secondZZ,
  };
}

/** By a sum over steps that are short enough for fifteen digits. */
function entropyOf(bells: Bells): number {
  const step = 0.08;
  const end = bells.apart + 9;
  let total = 0;
  for (let x = -end; x <= end; x += step) {
    const log = logDensity(bells, x);
    total -= step * Math.exp(log) * log;
  }
  return total;
}

function logDensity({ apart, left }: Bells, x: number): number {
  const [ofLeft, ofRight] = [Math.log(left) - apart * x, Math.log1p(-left) + apart * x];
  const high = Math.max(ofLeft, ofRight);
  const other = Math.min(ofLeft, ofRight);
  return high + Math.log1p(Math.exp(other - high)) - (x * x + apart * apart) / 2 - LOG_ROOT;
}

function logBell({ mean, sd }: Bell, x: number): number {
  return -(((x - mean) / sd) ** 2) / 2 - Math.log(sd) - LOG_ROOT;
}
