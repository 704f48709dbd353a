// The measures of a table of two variables, a row each; all are amounts of information, in nats.

import { entropy, logRatioTerm } from "../mathematics/information.ts";
import { sum } from "../mathematics/laws.ts";
import { mutualInformation } from "../mathematics/measures.ts";
import type { Called } from "./calls.ts";
import { call } from "./calls.ts";
import type { Library, List, Shown } from "./measures.ts";

/** A table of two variables that sums to 1, with the laws of its rows and of its columns. */
export interface Joint {
  readonly cells: readonly List[];
  readonly x: List;
  readonly y: List;
}

/** A measure of two variables; Python's lines speak of `joint`, `x` and `y`. */
export interface JointMeasure extends Shown {
  readonly symbol: string;
  value(joint: Joint): number;
  readonly python: Readonly<Record<Library, (base: string) => string>>;
}

export const MUTUAL_INFORMATION: JointMeasure = {
  symbol: "I(X; Y)",
  name: "mutual information",
  of: "information",
  ink: "xb-d-ink",
  value: ({ cells }) => mutualInformation(cells),
  python: linesOf("mutual_information"),
};

const JOINT_ENTROPY: JointMeasure = {
  symbol: "H(X, Y)",
  name: "of both",
  of: "information",
  value: ({ cells }) => entropy(cells.flat()),
  python: linesOf("joint_entropy"),
};

const ENTROPY_OF_X: JointMeasure = {
  symbol: "H(X)",
  name: "entropy",
  of: "information",
  ink: "xb-h-ink",
  value: ({ x }) => entropy(x),
  python: linesOf("entropy", "x"),
};

const X_GIVEN_Y: JointMeasure = {
  symbol: "H(X|Y)",
  name: "left once Y is known",
  of: "information",
  ink: "xb-h-ink",
  value: ({ cells, y }) => conditionalEntropy(columnsOf(cells), y),
  python: linesOf("conditional_entropy axes=(1, 0)"),
};

const ENTROPY_OF_Y: JointMeasure = {
  symbol: "H(Y)",
  name: "entropy",
  of: "information",
  ink: "xb-h-ink",
  value: ({ y }) => entropy(y),
  python: linesOf("entropy", "y"),
};

const Y_GIVEN_X: JointMeasure = {
  symbol: "H(Y|X)",
  name: "left once X is known",
  of: "information",
  ink: "xb-h-ink",
  value: ({ cells, x }) => conditionalEntropy(cells, x),
  python: linesOf("conditional_entropy"),
};

export const SHARED = [MUTUAL_INFORMATION, JOINT_ENTROPY] as const;
export const OF_ROWS = [ENTROPY_OF_X, X_GIVEN_Y] as const;
export const OF_COLUMNS = [ENTROPY_OF_Y, Y_GIVEN_X] as const;

/** The lines of a function of the table, or of the law of one variable. */
function linesOf(called: Called, p = ""): JointMeasure["python"] {
  const lines =
    (library: Library) =>
    (base: string): string =>
      call(called, library, { joint: "joint", p, base: `, base=${base}`, unit: "unit" });
  return { extrabits: lines("extrabits"), SciPy: lines("SciPy"), PyTorch: lines("PyTorch") };
}

/** Σ p(x, y) ln(p(x)/p(x, y)) over the rows of a table, which have these sums. */
function conditionalEntropy(rows: readonly List[], rowSums: List): number {
  return sum(rows.map((row, i) => sum(row.map((share) => negativeTerm(share, rowSums[i] as number)))));
}

function negativeTerm(share: number, whole: number): number {
  return -logRatioTerm(share, whole) || 0; // 0, not −0
}

function columnsOf(table: readonly List[]): number[][] {
  return (table[0] ?? []).map((_, j) => table.map((row) => row[j] as number));
}
