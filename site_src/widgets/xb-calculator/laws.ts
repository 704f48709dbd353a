// From columns of numbers to laws: counts are told from probabilities, and what needs a decision is asked.

import { normalize, sum } from "../mathematics/laws.ts";

/** What a column of numbers is. Unsure: its numbers look like probabilities, but their sum is not 1. */
export type Kind = "probabilities" | "counts" | "weights" | "unsure";

/** What to do about a sum that is nearly 1: nothing yet, divide by it, or add what is missing as one outcome more. */
export type Mend = "" | "divide" | "rest";

/** What to do about a zero that makes D infinite: leave it, add ½ to each count, or mix with so much of the uniform law. */
export type Zeros = "infinite" | "half" | number;

export interface Column {
  readonly name: "p" | "q";
  readonly values: readonly number[];
  readonly kind: Kind;
  readonly total: number;
}

/** A law with how it was made from the column, for people and for Python. */
export interface Made {
  readonly law: readonly number[];
  /** What was done to the numbers, in words; empty where nothing was. */
  readonly done: string;
  readonly column: Column;
  /** The numbers that stand in the Python lines, one for each outcome. */
  readonly given: readonly number[];
  readonly half: boolean;
  readonly mixed: number;
}

/** Something of both laws, p first. */
export type Both<T> = readonly [p: T, q: T];

export function ofBoth<T, U>([p, q]: Both<T>, make: (one: T) => U): Both<U> {
  return [make(p), make(q)];
}

const TOLERANCE = 1e-9;
const NEARLY = 1.1;
export const REST = "(missing)";

export function columnOf(name: "p" | "q", values: readonly number[]): Column {
  const total = sum(values);
  return { name, values, total, kind: kindOf(values, total) };
}

function kindOf(values: readonly number[], total: number): Kind {
  if (Math.abs(total - 1) <= TOLERANCE) return "probabilities";
  if (values.every(Number.isInteger)) return "counts";
  return total < NEARLY ? "unsure" : "weights";
}

/** Whether the missing part of each column can be one outcome more. */
export function canAddRest(columns: Both<Column>): boolean {
  return columns.every(({ kind, total }) => kind === "probabilities" || (kind === "unsure" && total < 1));
}

/** What a column is, and what is done with it, in a sentence. */
export function describe({ name, kind, total, values }: Column, mend: Mend): string {
  const shown = Number(total.toPrecision(10));
  if (kind === "probabilities") return `${name}: probabilities, their sum is 1.`;
  if (kind === "counts") return `${name}: counts of ${shown} in all, divided by that.`;
  if (kind === "weights") {
    const what = Math.abs(total - 100) < 1e-6 ? "per cent" : "weights";
    return `${name}: ${what} with sum ${shown}, divided by that.`;
  }
  if (mend === "divide") return `${name}: ${values.length} numbers with sum ${shown}, divided by that as you asked.`;
  if (mend === "rest")
    return `${name}: sum ${shown}, and the missing ${missing(total)} is one outcome more, as you asked.`;
  return `${name}: sum ${shown}, which is not 1.`;
}

export function missing(total: number): number {
  return Number((1 - total).toPrecision(6));
}

/** The laws of two columns, with nothing done about zeros. */
export function lawsOf(columns: Both<Column>, mend: Mend): Both<Made> {
  const rest = mend === "rest" && canAddRest(columns);
  return ofBoth(columns, (column) => {
    const given = rest ? [...column.values, column.kind === "unsure" ? 1 - column.total : 0] : column.values;
    const divide = column.kind !== "probabilities" && !rest;
    return { column, given, law: divide ? normalize(given) : given, done: "", half: false, mixed: 0 };
  });
}

/** The outcomes that q rules out and p does not. */
export function ruledOut(p: readonly number[], q: readonly number[]): number[] {
  return p.flatMap((share, i) => (share > 0 && q[i] === 0 ? [i] : []));
}

/** Whether a half may be added: only counts have halves. */
export function mayAddHalf(laws: Both<Made>): boolean {
  return withHarmfulZeros(laws).every(({ column }) => column.kind === "counts");
}

/** The laws after what the reader chose to do about zeros. */
export function withoutZeros(laws: Both<Made>, zeros: Zeros): Both<Made> {
  const harmful = withHarmfulZeros(laws);
  if (zeros === "infinite" || (zeros === "half" && !mayAddHalf(laws))) return laws;
  return ofBoth(laws, (made) => {
    if (zeros === "half") return harmful.length > 0 && made.column.kind === "counts" ? addHalf(made) : made;
    return harmful.includes(made) ? mix(made, zeros) : made;
  });
}

/** The laws with a zero where the other has none. */
export function withHarmfulZeros([p, q]: Both<Made>): Made[] {
  const harms = (one: Made, other: Made) => ruledOut(other.law, one.law).length > 0;
  return [...(harms(p, q) ? [p] : []), ...(harms(q, p) ? [q] : [])];
}

function addHalf(made: Made): Made {
  const { name, total, values } = made.column;
  const done = `${name} is (count + ½) / (${total} + ${values.length}/2)`;
  return { ...made, law: normalize(made.given.map((count) => count + 0.5)), done, half: true };
}

function mix(made: Made, epsilon: number): Made {
  const { law, column } = made;
  const done = `${column.name} is ${Number((1 - epsilon).toPrecision(12))} ${column.name} + ${epsilon}/${law.length}`;
  return { ...made, law: law.map((share) => (1 - epsilon) * share + epsilon / law.length), done, mixed: epsilon };
}
