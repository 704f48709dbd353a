// What the calculator says about an input, without a document. Amounts of information are in nats.

import type { LawName } from "../parts/roles.ts";
import type { Table } from "../parts/table.ts";
import type { Doubt } from "./doubts.ts";
import type { Column } from "./laws.ts";
import type { Measure, Pair, Taken } from "./measures.ts";
import { DIVERGENCE, IN_ONE_DIRECTION, taken, takenOf } from "./measures.ts";
import type { Script } from "./python.ts";

/** A measure's value, as it is shown. */
export interface Result extends Pick<Measure, "name" | "of" | "ink"> {
  readonly symbol: string;
  readonly value: number;
}

export interface Group {
  readonly title: string;
  /** Whether it stands across, not beside its neighbour. */
  readonly wide?: boolean;
  readonly results: readonly Result[];
}

/** One outcome's share of D(p‖q), or of the mutual information. */
export interface Term {
  readonly name: string;
  readonly p: number;
  readonly q: number;
}

/** The terms of a divergence, with what its laws and their sum are called. */
export interface Terms {
  readonly p: string;
  readonly q: string;
  readonly sum: string;
  readonly all: readonly Term[];
  /** Whether the divergence the other way round is of interest too. */
  readonly exchanged: boolean;
}

/** Two densities, or the probabilities of two discrete laws, over one axis. */
export interface Curves {
  readonly discrete: boolean;
  readonly x: readonly number[];
  readonly p: readonly number[];
  readonly q: readonly number[];
}

/** The Rényi divergences of both directions at an order; NaN where they are not computed. */
export type Renyi = (order: number) => readonly [pq: number, qp: number];

export interface Answer {
  /** How the input was understood, a sentence each. */
  readonly notes: readonly string[];
  /** What was guessed or is asked about the text, and how it is read at present. */
  readonly doubts: readonly Doubt[];
  readonly understood: Table | undefined;
  /** The columns whose sums need a decision before anything can be said. */
  readonly unsure: readonly Column[];
  readonly mayAddRest: boolean;
  /** The zeros that make a divergence infinite, in words; and whether adding ½ is a way out. */
  readonly zeros: readonly string[];
  readonly mayAddHalf: boolean;
  /** The results that are said in words, and what they mean. */
  readonly said: readonly Result[];
  readonly meaning: string;
  readonly groups: readonly Group[];
  readonly terms: Terms | undefined;
  readonly curves: Curves | undefined;
  readonly renyi: Renyi | undefined;
  readonly script: Script | undefined;
}

/** The answer to what is not yet a question. */
export const NOTHING: Answer = {
  notes: [],
  doubts: [],
  understood: undefined,
  unsure: [],
  mayAddRest: false,
  zeros: [],
  mayAddHalf: false,
  said: [],
  meaning: "",
  groups: [],
  terms: undefined,
  curves: undefined,
  renyi: undefined,
  script: undefined,
};

const NO_ORDER = Number.NaN; // for measures that have none

/** D in both directions: what is said of two laws. */
export function saidOf(pairs: Readonly<Record<LawName, Pair>>): Result[] {
  return resultsOf(taken([DIVERGENCE]), pairs);
}

/** What each law costs when the other is believed, and what stands between them. */
export function groupsOf(pairs: Readonly<Record<LawName, Pair>>, between: readonly Measure[]): Group[] {
  const directions = [
    { title: "p is true, q is believed", results: resultsOf(takenOf("p", IN_ONE_DIRECTION), pairs) },
    { title: "q is true, p is believed", results: resultsOf(takenOf("q", IN_ONE_DIRECTION), pairs) },
  ];
  const both = { title: "Between the two", wide: true, results: resultsOf(taken(between), pairs) };
  return between.length > 0 ? [...directions, both] : directions;
}

function resultsOf(measures: readonly Taken[], pairs: Readonly<Record<LawName, Pair>>): Result[] {
  return measures.map(({ measure, truth, belief }) => ({
    symbol: measure.symbol(truth, belief),
    name: truth === "p" ? measure.name : (measure.exchanged ?? measure.name),
    of: measure.of,
    ink: measure.ink,
    value: measure.value(pairs[truth], NO_ORDER),
  }));
}
