// The measures that the calculator shows, a row each: its symbol and name, its value, and the Python that gives the same.
// Results, sentences and programs are derived from these rows. Amounts of information are in nats.

import { crossEntropy, entropy, klDivergence } from "../mathematics/information.ts";
import * as measures from "../mathematics/measures.ts";
import type { LawName } from "../parts/roles.ts";
import { inPython } from "./python-text.ts";

export const LIBRARIES = ["extrabits", "SciPy", "PyTorch"] as const;
export type Library = (typeof LIBRARIES)[number];
export type List = readonly number[];

/** What the package's functions are told beside the laws, as Python writes it; and the order of the Rényi divergence. */
export interface Options {
  readonly base: string;
  readonly order: number;
}

export interface Shown {
  readonly name: string;
  /** A root is that of an amount of information, as which its value is given. */
  readonly of: "information" | "root" | "number";
  /** The class of its colour, where the site has one for it. */
  readonly ink?: "xb-h-ink" | "xb-d-ink" | undefined;
}

/** Two laws of which the first is true and the second is believed. */
export interface Pair {
  readonly entropy: number;
  readonly divergence: number;
  readonly crossEntropy: number;
  /** NaN where it cannot be computed here. */
  renyi(order: number): number;
  /** Both laws as lists of probabilities, where they can be listed. */
  readonly lists: { readonly p: List; readonly q: List } | undefined;
}

/** A measure of two laws; Python's lines speak of them by the names of their variables. */
export interface Measure extends Shown {
  symbol(truth: LawName, belief: LawName): string;
  /** The name of what it is when the laws are exchanged; undefined where that changes nothing. */
  readonly exchanged: string | undefined;
  /** NaN where it cannot be computed here. */
  value(pair: Pair, order: number): number;
  readonly python: Readonly<Record<Library, (truth: LawName, belief: LawName, options: Options) => string>>;
  /** The line for two densities, with SciPy's integration; undefined where an integral need not show that it is infinite. */
  densities?(truth: LawName, belief: LawName): string;
  /** The line for two of PyTorch's distributions, where it has one. */
  distributions?(truth: LawName, belief: LawName): string;
}

export const ENTROPY: Measure = {
  symbol: (p) => `H(${p})`,
  name: "entropy",
  exchanged: "entropy",
  of: "information",
  ink: "xb-h-ink",
  value: (pair) => pair.entropy,
  python: {
    extrabits: (p, _, { base }) => `entropy(${p}, base=${base})`,
    SciPy: (p) => `entr(${p}).sum() / unit`,
    PyTorch: (p) => `entr(${p}).sum() / unit`,
  },
  densities: (p) => `${p}.entropy() / unit`,
};

export const DIVERGENCE: Measure = {
  symbol: (p, q) => `D(${p}‖${q})`,
  name: "the extra",
  exchanged: "the extra",
  of: "information",
  ink: "xb-d-ink",
  value: (pair) => pair.divergence,
  python: {
    extrabits: (p, q, { base }) => `kl_divergence(${p}, ${q}, base=${base})`,
    SciPy: (p, q) => `kl_div(${p}, ${q}).sum() / unit`,
    PyTorch: (p, q) => `kl(${p}, ${q}) / unit`,
  },
  densities: (p, q) => `mean(${p}, lambda x: ${p}.logpdf(x) - ${q}.logpdf(x)) / unit`,
  distributions: (p, q) => `kl_divergence(${p}, ${q}) / unit`,
};

const CROSS_ENTROPY: Measure = {
  symbol: (p, q) => `H(${p}, ${q})`,
  name: "cross-entropy",
  exchanged: "cross-entropy",
  of: "information",
  value: (pair) => pair.crossEntropy,
  python: {
    extrabits: (p, q, { base }) => `cross_entropy(${p}, ${q}, base=${base})`,
    SciPy: (p, q) => `-xlogy(${p}, ${q}).sum() / unit`,
    PyTorch: (p, q) => `-xlogy(${p}, ${q}).sum() / unit`,
  },
  densities: (p, q) => `mean(${p}, lambda x: -${q}.logpdf(x)) / unit`,
};

const JENSEN_SHANNON: Measure = {
  symbol: () => "JSD",
  name: "Jensen–Shannon",
  exchanged: undefined,
  of: "information",
  value: ofLists(measures.jsDivergence),
  python: {
    extrabits: (p, q, { base }) => `js_divergence(${p}, ${q}, base=${base})`,
    SciPy: () => "js / unit",
    PyTorch: (p, q) => `(kl(${p}, m) + kl(${q}, m)) / 2 / unit`,
  },
  densities: () => "js / 2 / unit",
};

const ROOT_OF_JENSEN_SHANNON: Measure = {
  symbol: () => "√JSD",
  name: "a distance",
  exchanged: undefined,
  of: "root",
  value: JENSEN_SHANNON.value,
  python: {
    extrabits: (p, q, { base }) => `js_distance(${p}, ${q}, base=${base})`,
    SciPy: () => "np.sqrt(js / unit)",
    PyTorch: (p, q) => `((kl(${p}, m) + kl(${q}, m)) / 2 / unit).sqrt()`,
  },
  densities: () => "math.sqrt(js / 2 / unit)",
};

const TOTAL_VARIATION: Measure = {
  symbol: () => "TV",
  name: "total variation",
  exchanged: undefined,
  of: "number",
  value: ofLists(measures.totalVariation),
  python: {
    extrabits: (p, q) => `total_variation(${p}, ${q})`,
    SciPy: (p, q) => `np.abs(${p} - ${q}).sum() / 2`,
    PyTorch: (p, q) => `(${p} - ${q}).abs().sum() / 2`,
  },
  densities: (p, q) => `mean(${p}, lambda x: max(0, 1 - ${q}.pdf(x) / ${p}.pdf(x)))`,
};

const HELLINGER: Measure = {
  symbol: () => "Hellinger",
  name: "distance",
  exchanged: undefined,
  of: "number",
  value: ofLists(measures.hellingerDistance),
  python: {
    extrabits: (p, q) => `hellinger_distance(${p}, ${q})`,
    SciPy: (p, q) => `np.sqrt(((np.sqrt(${p}) - np.sqrt(${q})) ** 2).sum() / 2)`,
    PyTorch: (p, q) => `(((${p}.sqrt() - ${q}.sqrt()) ** 2).sum() / 2).sqrt()`,
  },
  densities: (p, q) => `math.sqrt(1 - mean(${p}, lambda x: math.sqrt(${q}.pdf(x) / ${p}.pdf(x))))`,
};

const CHI_SQUARED: Measure = {
  symbol: (p, q) => `χ²(${p}‖${q})`,
  name: "Pearson, per draw",
  exchanged: "the other way",
  of: "number",
  value: ofLists(measures.chi2Divergence),
  python: {
    extrabits: (p, q) => `chi2_divergence(${p}, ${q})`,
    SciPy: (p, q) => `((${p} - ${q}) ** 2 / ${q}).sum()`,
    PyTorch: (p, q) => `((${p} - ${q}) ** 2 / ${q}).sum()`,
  },
};

export const RENYI: Measure = {
  symbol: (p, q) => `Rényi(${p}‖${q})`,
  name: "of the order that is chosen",
  exchanged: "of the order that is chosen",
  of: "information",
  value: (pair, order) => pair.renyi(order),
  python: {
    extrabits: (p, q, { base, order }) => `renyi_divergence(${p}, ${q}, ${inPython(order)}, base=${base})`,
    SciPy: (p, q, options) =>
      options.order === 1
        ? DIVERGENCE.python.SciPy(p, q, options)
        : renyiInPython(p, q, { log: "np.log", logsumexp: (x) => `logsumexp(${x})` }, options.order),
    PyTorch: (p, q, options) =>
      options.order === 1
        ? DIVERGENCE.python.PyTorch(p, q, options)
        : renyiInPython(p, q, { log: "torch.log", logsumexp: (x) => `torch.logsumexp(${x}, 0)` }, options.order),
  },
};

/** What one law costs when the other is believed. */
export const IN_ONE_DIRECTION = [ENTROPY, DIVERGENCE, CROSS_ENTROPY] as const;
/** What stands between two laws; of densities, only what an integral can be trusted with. */
export const BETWEEN = [JENSEN_SHANNON, ROOT_OF_JENSEN_SHANNON, TOTAL_VARIATION, HELLINGER, CHI_SQUARED] as const;

/** A measure with the laws that it is taken of. */
export interface Taken {
  readonly measure: Measure;
  readonly truth: LawName;
  readonly belief: LawName;
}

export function takenOf(truth: LawName, rows: readonly Measure[]): Taken[] {
  return rows.map((measure) => ({ measure, truth, belief: truth === "p" ? "q" : "p" }));
}

/** Measures in both directions, but for those that are the same in both. */
export function taken(rows: readonly Measure[]): Taken[] {
  return rows.flatMap((measure) => [
    ...takenOf("p", [measure]),
    ...(measure.exchanged === undefined ? [] : takenOf("q", [measure])),
  ]);
}

/** Two laws in both directions, given as lists. */
export function pairsOfLists(p: List, q: List): Readonly<Record<LawName, Pair>> {
  const pair = (truth: List, belief: List): Pair => ({
    entropy: entropy(truth),
    divergence: klDivergence(truth, belief),
    crossEntropy: crossEntropy(truth, belief),
    renyi: (order) => measures.renyiDivergence(truth, belief, order),
    lists: { p: truth, q: belief },
  });
  return { p: pair(p, q), q: pair(q, p) };
}

function ofLists(measure: (p: List, q: List) => number): Measure["value"] {
  return ({ lists }) => (lists ? measure(lists.p, lists.q) : Number.NaN);
}

/** log Σ p^α q^(1−α) over the outcomes that the truth can have, divided by α − 1; and its limits, but for that at 1. */
function renyiInPython(
  p: LawName,
  q: LawName,
  { log, logsumexp }: { readonly log: string; logsumexp(x: string): string },
  order: number,
): string {
  const [logP, logQ] = [`${log}(${p}[${p} > 0])`, `${log}(${q}[${p} > 0])`];
  if (order === 0) return `-${log}(${q}[${p} > 0].sum()) / unit`;
  if (order === Infinity) return `(${logP} - ${logQ}).max() / unit`;
  return `${logsumexp(`${order} * ${logP} + ${inPython(1 - order)} * ${logQ}`)} / ${inPython(order - 1)} / unit`;
}
