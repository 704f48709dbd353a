// What the calculator says about each kind of input, without a document. Amounts of information are in nats.

import { FAMILIES } from "../mathematics/families.ts";
import { asLists, density, valuesOf } from "../mathematics/integration.ts";
import type { Law } from "../mathematics/integration.ts";
import { crossEntropy, entropy, klDivergence, logRatioTerm } from "../mathematics/information.ts";
import { normalize } from "../mathematics/laws.ts";
import {
  chi2Divergence,
  hellingerDistance,
  jsDivergence,
  margins,
  mutualInformation,
  renyiDivergence,
  totalVariation,
} from "../mathematics/measures.ts";
import {
  canAddRest,
  columnOf,
  describe,
  lawsOf,
  mayAddHalf,
  REST,
  ruledOut,
  withHarmfulZeros,
  withoutZeros,
} from "./laws.ts";
import type { Column, Made, Mend, Zeros } from "./laws.ts";
import { readColumns, readGrid } from "./parsing.ts";
import * as python from "./python.ts";
import type { Script } from "./python.ts";

/** One result; a root is that of an amount of information, as which its value is given. */
export interface Measure {
  readonly symbol: string;
  readonly name: string;
  readonly of: "information" | "root" | "number";
  readonly value: number;
}

export interface Group {
  readonly title: string;
  /** Whether it stands across, not beside its neighbour. */
  readonly wide?: boolean;
  readonly measures: readonly Measure[];
}

/** One outcome's share of D(p‖q), or of the mutual information. */
export interface Term {
  readonly name: string;
  readonly p: number;
  readonly q: number;
}

/** Two densities, or the probabilities of two discrete laws, over one axis. */
export interface Curves {
  readonly discrete: boolean;
  readonly x: readonly number[];
  readonly p: readonly number[];
  readonly q: readonly number[];
}

export interface Answer {
  /** How the input was understood, a sentence each. */
  readonly notes: readonly string[];
  /** The columns whose sums need a decision before anything can be said. */
  readonly unsure: readonly Column[];
  readonly mayAddRest: boolean;
  /** The zeros that make a divergence infinite, in words; and whether adding ½ is a way out. */
  readonly zeros: readonly string[];
  readonly mayAddHalf: boolean;
  readonly groups: readonly Group[];
  readonly terms: readonly Term[];
  readonly curves?: Curves;
  /** The Rényi divergences of both directions at an order; undefined where they are not computed. */
  readonly renyi?: (alpha: number) => readonly [pq: number | undefined, qp: number | undefined];
  readonly script: Script | undefined;
}

/** The answer to what is not yet a question. */
export const NOTHING: Answer = {
  notes: [],
  unsure: [],
  mayAddRest: false,
  zeros: [],
  mayAddHalf: false,
  groups: [],
  terms: [],
  script: undefined,
};
const CURVE_POINTS = 160;

/** Two pasted columns; throws Unreadable. */
export function answerLists(text: string, mend: Mend, zeros: Zeros): Answer {
  const { outcomes, p, q, assumed } = readColumns(text);
  const columns = [columnOf("p", p), columnOf("q", q)];
  const unsure = columns.filter(({ kind }) => kind === "unsure");
  const mayAddRest = canAddRest(columns);
  const answered = mend === "rest" && !mayAddRest ? "" : mend;
  const notes = [...assumed, ...columns.map((column) => describe(column, answered))];
  if (unsure.length && !answered) return { ...NOTHING, notes, unsure, mayAddRest };
  const plain = lawsOf(columns, answered);
  const names = plain[0]!.law.length > outcomes.length ? [...outcomes, REST] : outcomes;
  const made = withoutZeros(plain, zeros);
  return {
    ...betweenLaws(made[0]!, made[1]!, names),
    notes: [...notes, ...wordsForChoice(made, names)],
    unsure,
    mayAddRest,
    zeros: wordsForZeros(plain, names),
    mayAddHalf: mayAddHalf(plain),
  };
}

function betweenLaws(p: Made, q: Made, names: readonly string[]): Answer {
  return {
    ...NOTHING,
    groups: measuresOf(entropy(p.law), entropy(q.law), p.law, q.law),
    terms: names.map((name, i) => ({ name, p: p.law[i]!, q: q.law[i]! })),
    renyi: (alpha) => [renyiDivergence(p.law, q.law, alpha), renyiDivergence(q.law, p.law, alpha)],
    script: python.forLists(p, q),
  };
}

function wordsForZeros(laws: readonly Made[], names: readonly string[]): string[] {
  return withHarmfulZeros(laws).map((ruling) => {
    const other = laws.find((made) => made !== ruling)!;
    const [own, its] = [ruling.column.name, other.column.name];
    const where = ruledOut(other.law, ruling.law).map((i) => names[i]!);
    return `${own} is 0 where ${its} is not (${listed(where)}): D(${its}‖${own}) is infinite.`;
  });
}

/** What the reader's choice did, and which zeros it leaves or makes. */
function wordsForChoice(made: readonly Made[], names: readonly string[]): string[] {
  const done = made.flatMap(({ done }) => (done ? [`As you chose, ${done}.`] : []));
  return done.length ? [...done, ...wordsForZeros(made, names)] : [];
}

function measuresOf(
  hp: number,
  hq: number,
  p: readonly number[],
  q: readonly number[],
  pq = klDivergence(p, q),
  qp = klDivergence(q, p),
  crosses: readonly [number, number] = [crossEntropy(p, q), crossEntropy(q, p)],
): Group[] {
  const js = jsDivergence(p, q);
  return [
    ...bothDirections(hp, hq, pq, qp, crosses),
    {
      title: "Between the two",
      wide: true,
      measures: [
        { symbol: "JSD", name: "Jensen–Shannon", of: "information", value: js },
        { symbol: "√JSD", name: "a distance", of: "root", value: js },
        { symbol: "TV", name: "total variation", of: "number", value: totalVariation(p, q) },
        { symbol: "Hellinger", name: "distance", of: "number", value: hellingerDistance(p, q) },
        { symbol: "χ²(p‖q)", name: "Pearson, per draw", of: "number", value: chi2Divergence(p, q) },
        { symbol: "χ²(q‖p)", name: "the other way", of: "number", value: chi2Divergence(q, p) },
      ],
    },
  ];
}

function bothDirections(
  hp: number,
  hq: number,
  pq: number,
  qp: number,
  [cross, back]: readonly [number, number],
): Group[] {
  return [
    {
      title: "p is true, q is believed",
      measures: [
        { symbol: "H(p)", name: "entropy", of: "information", value: hp },
        { symbol: "D(p‖q)", name: "the extra", of: "information", value: pq },
        { symbol: "H(p, q)", name: "cross-entropy", of: "information", value: cross },
      ],
    },
    {
      title: "q is true, p is believed",
      measures: [
        { symbol: "H(q)", name: "entropy", of: "information", value: hq },
        { symbol: "D(q‖p)", name: "the extra", of: "information", value: qp },
        { symbol: "H(q, p)", name: "cross-entropy", of: "information", value: back },
      ],
    },
  ];
}

/** Two families with parameters that make laws. */
export function answerFamilies(p: Law, q: Law): Answer {
  const [truth, belief] = [FAMILIES[p.family]!, FAMILIES[q.family]!];
  if (truth.discrete !== belief.discrete) {
    const [whole, dense] = truth.discrete ? [p, q] : [q, p];
    return {
      ...NOTHING,
      notes: [
        `${whole.family} is a law of whole numbers and ${dense.family} has a density: neither has a finite divergence from the other.`,
      ],
    };
  }
  const lists = asLists(p, q);
  const [hp, hq] = [entropyOf(p), entropyOf(q)];
  const [pq, qp] = [divergenceOf(p, q), divergenceOf(q, p)];
  const crosses: [number, number] = [hp + pq, hq + qp];
  const groups = lists
    ? measuresOf(hp, hq, lists.p, lists.q, pq, qp, crosses).map((group) =>
        truth.discrete ? group : withoutUncertain(group),
      )
    : bothDirections(hp, hq, pq, qp, crosses);
  const notes = [
    ...(p.family === q.family
      ? []
      : [
          truth.discrete
            ? "Different families: D is summed, value by value."
            : "Different families: D is integrated numerically, in this page.",
        ]),
    ...(truth.discrete
      ? []
      : ["H of a density is a differential entropy: it depends on the scale of x and may be negative. D does not."]),
    ...(lists ? [] : ["These laws are too spread out to be summed here: the measures between them are left out."]),
  ];
  return {
    ...NOTHING,
    notes,
    groups,
    ...(curvesOf(p, q) && { curves: curvesOf(p, q)! }),
    renyi: (alpha) => [renyiOf(p, q, alpha, pq), renyiOf(q, p, alpha, qp)],
    script: python.forFamilies(p, q, lists !== undefined, valuesOf),
  };

  function divergenceOf(one: Law, other: Law): number {
    const closed =
      one.family === other.family ? FAMILIES[one.family]!.divergence(one.parameters, other.parameters) : undefined;
    if (closed !== undefined) return closed;
    if (reachesBeyond(one, other)) return Infinity;
    return lists ? lists.divergences[one === p ? 0 : 1] : NaN;
  }

  function renyiOf(one: Law, other: Law, alpha: number, divergence: number): number | undefined {
    if (alpha === 1) return Number.isNaN(divergence) ? undefined : divergence;
    const fromLists = () =>
      lists && (one === p ? renyiDivergence(lists.p, lists.q, alpha) : renyiDivergence(lists.q, lists.p, alpha));
    if (alpha === 0) return fromLists();
    if (one.family === other.family) {
      const closed = FAMILIES[one.family]!.renyi(one.parameters, other.parameters, alpha);
      if (closed !== undefined) return closed;
    }
    // Up to 1 the integral is at most 1; above, it may be infinite without a list showing it.
    return alpha < 1 || (truth.discrete && truth.support(p.parameters)[1] < Infinity) ? fromLists() : undefined;
  }
}

/** χ² of densities may be infinite without a list of finite length showing it. */
function withoutUncertain(group: Group): Group {
  return { ...group, measures: group.measures.filter(({ symbol }) => !symbol.startsWith("χ²")) };
}

function entropyOf(law: Law): number {
  const closed = FAMILIES[law.family]!.entropy(law.parameters);
  if (closed !== undefined) return closed;
  const values = valuesOf(law);
  return values ? entropy(values.map((x) => density(law, x))) : NaN;
}

function reachesBeyond(p: Law, q: Law): boolean {
  const [[low, high], [from, to]] = [
    FAMILIES[p.family]!.support(p.parameters),
    FAMILIES[q.family]!.support(q.parameters),
  ];
  return low < from || high > to;
}

function curvesOf(p: Law, q: Law): Curves | undefined {
  const { discrete } = FAMILIES[p.family]!;
  const [from, to] = shownRange([p, q], discrete);
  const count = discrete ? to - from : CURVE_POINTS;
  if (!(count > 0 && count < 1e4)) return undefined;
  const x = Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
  const heights = [p, q].map((law) => x.map((at) => density(law, at)));
  return { discrete, x, p: heights[0]!, q: heights[1]! };
}

function shownRange(laws: readonly Law[], discrete: boolean): [number, number] {
  const ranges = laws.map(({ family, parameters }) => {
    const { mean, sd, support } = FAMILIES[family]!;
    const [low, high] = support(parameters);
    const reach = 3.5 * sd(parameters);
    const inset = discrete ? 0 : 1e-3 * Math.min(high - low, sd(parameters));
    return [Math.max(low + inset, mean(parameters) - reach), Math.min(high - inset, mean(parameters) + reach)] as const;
  });
  const [from, to] = [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
  return discrete ? [Math.floor(from), Math.ceil(to)] : [from, to];
}

/** A pasted table of two variables; throws Unreadable. */
export function answerTable(text: string, mend: Mend): Answer {
  const { rows, columns, cells, assumed } = readGrid(text);
  const column = columnOf("p", cells.flat());
  const words = describe(column, mend === "rest" ? "" : mend).replace(/^p: /, "");
  const notes = [...assumed, `${rows.length} rows and ${columns.length} columns: ${words}`];
  if (column.kind === "unsure" && mend !== "divide") return { ...NOTHING, notes, unsure: [column] };
  const joint = column.kind === "probabilities" ? cells : inRows(normalize(cells.flat()), columns.length);
  const [x, y] = margins(joint);
  const information = mutualInformation(joint);
  const [hx, hy, both] = [entropy(x), entropy(y), entropy(joint.flat())];
  return {
    ...NOTHING,
    notes,
    groups: [
      {
        title: "What X and Y share",
        wide: true,
        measures: [
          { symbol: "I(X; Y)", name: "mutual information", of: "information", value: information },
          { symbol: "H(X, Y)", name: "of both", of: "information", value: both },
        ],
      },
      {
        title: "X, the rows",
        measures: [
          { symbol: "H(X)", name: "entropy", of: "information", value: hx },
          {
            symbol: "H(X|Y)",
            name: "left once Y is known",
            of: "information",
            value: conditionalEntropy(columnsOf(joint), y),
          },
        ],
      },
      {
        title: "Y, the columns",
        measures: [
          { symbol: "H(Y)", name: "entropy", of: "information", value: hy },
          { symbol: "H(Y|X)", name: "left once X is known", of: "information", value: conditionalEntropy(joint, x) },
        ],
      },
    ],
    terms: joint.flatMap((row, i) =>
      row.map((share, j) => ({ name: `${rows[i]}, ${columns[j]}`, p: share, q: x[i]! * y[j]! })),
    ),
    unsure: column.kind === "unsure" ? [column] : [],
    script: python.forTable(cells, column.kind !== "probabilities"),
  };
}

/** Σ p(x, y) ln(p(x)/p(x, y)) over the rows of a table, which have these sums. */
function conditionalEntropy(joint: readonly (readonly number[])[], rowSums: readonly number[]): number {
  return joint.reduce(
    (total, row, i) => total + row.reduce((sum, share) => sum + logRatioTermOrZero(share, rowSums[i]!), 0),
    0,
  );
}

function logRatioTermOrZero(share: number, whole: number): number {
  return share === 0 ? 0 : -logRatioTerm(share, whole) || 0;
}

function columnsOf(table: readonly (readonly number[])[]): number[][] {
  return table[0]!.map((_, j) => table.map((row) => row[j]!));
}

function inRows(values: readonly number[], width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
