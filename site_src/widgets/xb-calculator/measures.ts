// The measures that the calculator shows, a row each: its symbol and name, its value, and the Python that gives the same.
// Results, sentences and programs are derived from these rows. Amounts of information are in nats.

import { crossEntropy, entropy, klDivergence } from "../mathematics/information.ts";
import * as measures from "../mathematics/measures.ts";
import type { LawName } from "../parts/roles.ts";
import type { Called } from "./calls.ts";
import { call } from "./calls.ts";
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
  python: linesOf(() => "entropy"),
  densities: (p) => `${p}.entropy() / unit`,
};

export const DIVERGENCE: Measure = {
  symbol: (p, q) => `D(${p}‖${q})`,
  name: "the extra",
  exchanged: "the extra",
  of: "information",
  ink: "xb-d-ink",
  value: (pair) => pair.divergence,
  python: linesOf(() => "kl_divergence"),
  densities: (p, q) => `mean(${p}, lambda x: ${p}.logpdf(x) - ${q}.logpdf(x)) / unit`,
  distributions: (p, q) => `kl_divergence(${p}, ${q}) / unit`,
};

const CROSS_ENTROPY: Measure = {
  symbol: (p, q) => `H(${p}, ${q})`,
  name: "cross-entropy",
  exchanged: "cross-entropy",
  of: "information",
  value: (pair) => pair.crossEntropy,
  python: linesOf(() => "cross_entropy"),
  densities: (p, q) => `mean(${p}, lambda x: -${q}.logpdf(x)) / unit`,
};

const JENSEN_SHANNON: Measure = {
  symbol: () => "JSD",
  name: "Jensen–Shannon",
  exchanged: undefined,
  of: "information",
  value: ofLists(measures.jsDivergence),
  python: linesOf(() => "js_divergence"),
  densities: () => "js / 2 / unit",
};

const ROOT_OF_JENSEN_SHANNON: Measure = {
  symbol: () => "√JSD",
  name: "a distance",
  exchanged: undefined,
  of: "root",
  value: JENSEN_SHANNON.value,
  python: linesOf(() => "js_distance"),
  densities: () => "math.sqrt(js / 2 / unit)",
};

const TOTAL_VARIATION: Measure = {
  symbol: () => "TV",
  name: "total variation",
  exchanged: undefined,
  of: "number",
  value: ofLists(measures.totalVariation),
  python: linesOf(() => "total_variation"),
  densities: (p, q) => `mean(${p}, lambda x: max(0, 1 - ${q}.pdf(x) / ${p}.pdf(x)))`,
};

const HELLINGER: Measure = {
  symbol: () => "Hellinger",
  name: "distance",
  exchanged: undefined,
  of: "number",
  value: ofLists(measures.hellingerDistance),
  python: linesOf(() => "hellinger_distance"),
  densities: (p, q) => `math.sqrt(1 - mean(${p}, lambda x: math.sqrt(${q}.pdf(x) / ${p}.pdf(x))))`,
};

const CHI_SQUARED: Measure = {
  symbol: (p, q) => `χ²(${p}‖${q})`,
  name: "Pearson, per draw",
  exchanged: "the other way",
  of: "number",
  value: ofLists(measures.chi2Divergence),
  python: linesOf(() => "chi2_divergence"),
};

export const RENYI: Measure = {
  symbol: (p, q) => `Rényi(${p}‖${q})`,
  name: "of the order that is chosen",
  exchanged: "of the order that is chosen",
  of: "information",
  value: (pair, order) => pair.renyi(order),
  python: linesOf(renyi),
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

/** The lines of a function; which one it is may depend on the library, and on the order of the Rényi divergence. */
function linesOf(called: (library: Library, order: number) => Called): Measure["python"] {
  const lines =
    (library: Library) =>
    (p: LawName, q: LawName, { base, order }: Options): string =>
      call(called(library, order), library, { p, q, alpha: inPython(order), base: `, base=${base}`, unit: "unit" });
  return { extrabits: lines("extrabits"), SciPy: lines("SciPy"), PyTorch: lines("PyTorch") };
}

/** Where the formula of the Rényi divergence divides by 0 or has no meaning, its limits. */
function renyi(library: Library, order: number): Called {
  if (library === "extrabits") return "renyi_divergence";
  if (order === 1) return "kl_divergence";
  if (order === 0) return "renyi_divergence alpha=0";
  return order === Infinity ? "renyi_divergence alpha=math.inf" : "renyi_divergence";
}
