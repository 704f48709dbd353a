// Laws given by a few parameters, as the Python package has them: the same names, parameters and closed forms, in nats.
// Arguments are (p, q) = (truth, belief), each a list of parameters in the order of the family.

import { logBinomial } from "./binomial.ts";
import type { Two } from "./family-formulas.ts";
import {
  betaDivergence,
  coinDivergence,
  coinEntropy,
  coinRenyi,
  gammaDivergence,
  gibbsOfSds,
  laplaceRenyi,
  poissonSeries,
  renyiThrough,
} from "./family-formulas.ts";
import { binet, digamma, gammaEntropy, HALF_LOG_2PI, logBeta, logGamma } from "./gamma.ts";
import { gibbsTerm } from "./information.ts";
import { powerTerm } from "./measures.ts";

export type Parameters = readonly number[];

export interface Parameter {
  readonly name: string;
  /** What a reader finds there: for p and for q. */
  readonly initial: readonly [p: number, q: number];
  readonly allows: (value: number) => boolean;
  readonly must: string;
}

/** Methods, and not properties, so that a family of two parameters is a family: each gets as many as it names. */
export interface Family<P extends Parameters = Parameters> {
  readonly parameters: readonly Parameter[];
  readonly discrete: boolean;
  /** Why these parameters together make no law, if they do not. */
  objection?(p: P): string | undefined;
  support(p: P): readonly [low: number, high: number];
  mean(p: P): number;
  sd(p: P): number;
  /** ln of the density, or of the probability, at a point inside the support; `rest` is 1 − x with all its digits. */
  logDensity(p: P, x: number, rest: number): number;
  /** The closed form; undefined where only a sum has the value. */
  entropy(p: P): number | undefined;
  divergence(p: P, q: P): number | undefined;
  /** The Rényi divergence of an order other than 0, 1 and ∞. */
  renyi(p: P, q: P, alpha: number): number | undefined;
}

type One = readonly [number];

const one = (family: Family<One>): Family => family;
const two = (family: Family<Two>): Family => family;

const LARGEST_COUNT = 1e6;
const LARGE_RATE = 1e4;

const anything = { allows: Number.isFinite, must: "a number" };
const positive = { allows: (x: number) => x > 0 && x < Infinity, must: "a number above 0" };
const probability = { allows: (x: number) => x >= 0 && x <= 1, must: "a number from 0 to 1" };
const count = {
  allows: (x: number) => Number.isInteger(x) && x >= 0 && x <= LARGEST_COUNT,
  must: "a whole number from 0 to a million",
};

/** The families by the names that the package gives them. */
export const FAMILIES = {
  Normal: two({
    parameters: [
      { name: "mean", initial: [0, 1], ...anything },
      { name: "sd", initial: [1, 1.5], ...positive },
    ],
    discrete: false,
    support: () => [-Infinity, Infinity],
    mean: ([mean]) => mean,
    sd: ([, sd]) => sd,
    logDensity: ([mean, sd], x) => -(((x - mean) / sd) ** 2) / 2 - Math.log(sd) - HALF_LOG_2PI,
    entropy: ([, sd]) => 0.5 + HALF_LOG_2PI + Math.log(sd),
    divergence: ([m, a], [n, b]) => gibbsOfSds(a, b) + ((m - n) / b) ** 2 / 2,
    renyi: ([m, a], [n, b], alpha) => {
      const widest = Math.max(a, b);
      const mixed = alpha * (b / widest) ** 2 + (1 - alpha) * (a / widest) ** 2; // of the variances, in that unit
      if (!(mixed > 0)) return Infinity;
      const sd = Math.min(a, b) / Math.sqrt(mixed);
      const ofScales = renyiThrough(alpha, gibbsOfSds(sd, a), gibbsOfSds(sd, b));
      return ofScales + (alpha * ((m - n) / widest) ** 2) / (2 * mixed);
    },
  }),
  Laplace: two({
    parameters: [
      { name: "mean", initial: [0, 1], ...anything },
      { name: "scale", initial: [1, 1.5], ...positive },
    ],
    discrete: false,
    support: () => [-Infinity, Infinity],
    mean: ([mean]) => mean,
    sd: ([, scale]) => Math.SQRT2 * scale,
    logDensity: ([mean, scale], x) => -Math.abs(x - mean) / scale - Math.log(2) - Math.log(scale),
    entropy: ([, scale]) => 1 + Math.log(2) + Math.log(scale),
    divergence: ([m, b], [n, c]) => {
      const t = Math.abs(m - n) / b;
      const shifted = t < 1 ? gibbsTerm(1, Math.exp(-t), -Math.expm1(-t)) : Math.exp(-t) - 1 + t;
      return gibbsTerm(c, b) / c + (b / c) * shifted;
    },
    renyi: laplaceRenyi,
  }),
  Exponential: one({
    parameters: [{ name: "rate", initial: [2, 1], ...positive }],
    discrete: false,
    support: () => [0, Infinity],
    mean: ([rate]) => 1 / rate,
    sd: ([rate]) => 1 / rate,
    logDensity: ([rate], x) => Math.log(rate) - rate * x,
    entropy: ([rate]) => 1 - Math.log(rate),
    divergence: ([a], [b]) => gibbsTerm(a, b) / a,
    renyi: ([a], [b], alpha) => {
      const mixed = alpha * a + (1 - alpha) * b;
      return mixed > 0 ? renyiThrough(alpha, gibbsTerm(mixed, a) / mixed, gibbsTerm(mixed, b) / mixed) : Infinity;
    },
  }),
  Gamma: two({
    parameters: [
      { name: "shape", initial: [3, 2], ...positive },
      { name: "rate", initial: [2, 1], ...positive },
    ],
    discrete: false,
    support: () => [0, Infinity],
    mean: ([shape, rate]) => shape / rate,
    sd: ([shape, rate]) => Math.sqrt(shape) / rate,
    logDensity: ([k, rate], x) => k * Math.log(rate) - logGamma(k) + (k - 1) * Math.log(x) - rate * x,
    entropy: ([shape, rate]) => gammaEntropy(shape) - Math.log(rate),
    divergence: gammaDivergence,
    renyi: (p, q, alpha) => {
      const [shape, rate] = [alpha * p[0] + (1 - alpha) * q[0], alpha * p[1] + (1 - alpha) * q[1]];
      if (!(shape > 0 && rate > 0)) return Infinity;
      const mixed: Two = [shape, rate];
      return renyiThrough(alpha, gammaDivergence(mixed, p), gammaDivergence(mixed, q));
    },
  }),
  Beta: two({
    parameters: [
      { name: "a", initial: [17, 3], ...positive },
      { name: "b", initial: [6, 3], ...positive },
    ],
    discrete: false,
    support: () => [0, 1],
    mean: ([a, b]) => a / (a + b),
    sd: ([a, b]) => Math.sqrt((a * b) / (a + b + 1)) / (a + b),
    logDensity: ([a, b], x, rest) => (a - 1) * Math.log(x) + (b - 1) * Math.log(rest) - logBeta(a, b),
    entropy: ([a, b]) => gammaEntropy(a) + gammaEntropy(b) - gammaEntropy(a + b) - digamma(a + b),
    divergence: betaDivergence,
    renyi: (p, q, alpha) => {
      const mixed: Two = [alpha * p[0] + (1 - alpha) * q[0], alpha * p[1] + (1 - alpha) * q[1]];
      if (!(mixed[0] > 0 && mixed[1] > 0)) return Infinity;
      return renyiThrough(alpha, betaDivergence(mixed, p), betaDivergence(mixed, q));
    },
  }),
  Uniform: two({
    parameters: [
      { name: "low", initial: [0, -1], ...anything },
      { name: "high", initial: [1, 2], ...anything },
    ],
    discrete: false,
    objection: ([low, high]) => (low < high ? undefined : `low is ${low} and high is ${high}: low must be below high`),
    support: ([low, high]) => [low, high],
    mean: ([low, high]) => (low + high) / 2,
    sd: ([low, high]) => (high - low) / Math.sqrt(12),
    logDensity: ([low, high]) => -Math.log(high - low),
    entropy: ([low, high]) => Math.log(high - low),
    divergence: ([a, b], [c, d]) => (a < c || b > d ? Infinity : Math.log1p((d - b + (a - c)) / (b - a))),
    renyi: ([a, b], [c, d], alpha) => {
      const missed = Math.max(0, b - d) + Math.max(0, c - a);
      if (Math.min(b, d) <= Math.max(a, c) || (alpha > 1 && missed > 0)) return Infinity;
      return Math.log1p((d - b + (a - c)) / (b - a)) + Math.log1p(-missed / (b - a)) / (alpha - 1);
    },
  }),
  Bernoulli: one({
    parameters: [{ name: "p", initial: [0.5, 0.9], ...probability }],
    discrete: true,
    support: () => [0, 1],
    mean: ([p]) => p,
    sd: ([p]) => Math.sqrt(p * (1 - p)),
    logDensity: ([p], x) => (x === 1 ? Math.log(p) : Math.log1p(-p)),
    entropy: ([p]) => coinEntropy(p),
    divergence: ([p], [q]) => coinDivergence(p, q),
    renyi: ([p], [q], alpha) => coinRenyi(p, q, alpha),
  }),
  Binomial: two({
    parameters: [
      { name: "n", initial: [12, 12], ...count },
      { name: "p", initial: [0.4, 0.25], ...probability },
    ],
    discrete: true,
    support: ([n]) => [0, n],
    mean: ([n, p]) => n * p,
    sd: ([n, p]) => Math.sqrt(n * p * (1 - p)),
    logDensity: ([n, p], k) => logBinomial(n, p, k),
    entropy: () => undefined,
    divergence: ([n, p], [m, q]) => (n === m ? n * coinDivergence(p, q) : undefined),
    renyi: ([n, p], [m, q], alpha) => (n === m ? n * coinRenyi(p, q, alpha) : undefined),
  }),
  Geometric: one({
    parameters: [{ name: "p", initial: [0.5, 0.2], allows: (x) => x > 0 && x <= 1, must: "a number above 0, up to 1" }],
    discrete: true,
    support: ([p]) => [1, p === 1 ? 1 : Infinity],
    mean: ([p]) => 1 / p,
    sd: ([p]) => Math.sqrt(1 - p) / p,
    logDensity: ([p], k) => (k === 1 ? 0 : (k - 1) * Math.log1p(-p)) + Math.log(p),
    entropy: ([p]) => coinEntropy(p) / p,
    divergence: ([p], [q]) => coinDivergence(p, q) / p,
    renyi: ([p], [q], alpha) => {
      const mixed = p === 1 ? 1 : -Math.expm1(alpha * Math.log1p(-p) + (1 - alpha) * Math.log1p(-q));
      if (!(mixed > 0)) return Infinity;
      return renyiThrough(alpha, coinDivergence(mixed, p) / mixed, coinDivergence(mixed, q) / mixed);
    },
  }),
  Poisson: one({
    parameters: [{ name: "rate", initial: [4, 2], ...positive }],
    discrete: true,
    support: () => [0, Infinity],
    mean: ([rate]) => rate,
    sd: ([rate]) => Math.sqrt(rate),
    logDensity: ([rate], k) => (k === 0 ? -rate : -gibbsTerm(k, rate) - HALF_LOG_2PI - Math.log(k) / 2 - binet(k)),
    entropy: ([rate]) => (rate > LARGE_RATE ? poissonSeries(rate) : undefined),
    divergence: ([a], [b]) => gibbsTerm(a, b),
    renyi: ([a], [b], alpha) => alpha * powerTerm(a, b, alpha),
  }),
};

export type FamilyName = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as FamilyName[];

/** A law of a family. */
export interface Law {
  readonly family: FamilyName;
  readonly parameters: Parameters;
}
