// Pasted text as columns of numbers. What cannot be read gets words that say where and what to do; what was assumed on
// the way is said too.

import { sum } from "../mathematics/laws.ts";
import type { Line, Lines } from "./cells.ts";
import { amountIn, linesOf, Unreadable } from "./cells.ts";

/** Two columns, what each outcome is called, and what was assumed in reading them. */
export interface Columns {
  readonly outcomes: readonly string[];
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly assumed: readonly string[];
}

/** A table of two variables. */
export interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
  readonly assumed: readonly string[];
}

const MOST_COLUMNS = 4;
const ROUNDING = 1e-9;
const ROUNDED = 0.02; // a sum of rounded probabilities is this near to 1

/** Two columns, p and q; what stands before them names the outcome. A first line of words is a heading. */
export function readColumns(text: string): Columns {
  const lines = linesOf(text);
  const { first, others, all, read, assumed } = lines;
  const asRows = readRows(lines);
  if (asRows) return asRows;
  const heading = others.length > 0 && first.cells.slice(-2).every((cell) => cell && read(cell) === undefined);
  const body = heading ? others : all;
  for (const line of body) checkColumns(line);
  const named = body.some(({ cells }) => cells.length > 2);
  const column = (fromEnd: number, name: string) =>
    notAllZero(
      body.map(({ number, cells }) => amountIn(cells.at(-fromEnd) ?? "", `${name} in line ${number}`, read)),
      name,
    );
  return {
    outcomes: body.map(({ cells }, i) => cells.slice(0, -2).join(" ") || String(i + 1)),
    p: column(2, "p"),
    q: column(1, "q"),
    assumed: [
      ...assumed,
      ...(heading ? [`The first line is a heading: p is “${first.cells.at(-2)}”, q is “${first.cells.at(-1)}”.`] : []),
      ...(named ? ["What stands before the last two columns names the outcome."] : []),
    ],
  };
}

/** A table with a row for each value of X and a column for each value of Y; names at the top and at the left may be there. */
export function readGrid(text: string): Grid {
  const { first, others, all, read, assumed } = linesOf(text);
  const heading = others.length > 0 && first.cells.slice(1).some((cell) => cell && read(cell) === undefined);
  const body = heading ? others : all;
  const named = body.every(({ cells: [name = ""] }) => read(name) === undefined);
  const numbers = body.map((line) => ({ number: line.number, cells: line.cells.slice(named ? 1 : 0) }));
  const width = checkedWidth(numbers);
  const names = heading ? first.cells.slice(-width) : [];
  const cells = numbers.map((line) => line.cells.map((cell) => amountIn(cell, `A cell of line ${line.number}`, read)));
  notAllZero(cells.flat(), "The table");
  return {
    rows: body.map((line, i) => (named && line.cells[0]) || `X${i + 1}`),
    columns: Array.from({ length: width }, (_, i) => names[i] || `Y${i + 1}`),
    cells,
    assumed,
  };
}

/** Two rows of numbers, as Python prints lists: the first is p and the second is q. Undefined for anything else. */
function readRows({ first, others, bracketed, read }: Lines): Columns | undefined {
  const [second, ...more] = others;
  if (!second || more.length > 0) return undefined;
  const rows = [first, second].map(({ cells }) => cells.map((cell) => read(cell) ?? Number.NaN));
  if (rows.flat().some(Number.isNaN) || !(bracketed || areLaws(rows))) return undefined;
  if (first.cells.length !== second.cells.length) {
    throw new Unreadable(
      `p has ${counted(first.cells.length, "number")} and q has ${second.cells.length}: both must list the same outcomes in the same order.`,
    );
  }
  const law = (line: Line, name: string) =>
    notAllZero(
      line.cells.map((cell, i) => amountIn(cell, `${name}, number ${i + 1},`, read)),
      name,
    );
  return {
    outcomes: first.cells.map((_, i) => String(i + 1)),
    p: law(first, "p"),
    q: law(second, "q"),
    assumed: ["Two rows: the first is p, the second q."],
  };
}

/** Whether two rows are too long for lines with two numbers each, or sum to about 1 where the columns do not. */
function areLaws(rows: readonly (readonly number[])[]): boolean {
  const [first = []] = rows;
  if (first.length > MOST_COLUMNS) return true;
  const columns = first.map((_, i) => rows.map((row) => row[i] ?? Number.NaN));
  const nearer = columns.length !== 2 || fromOne(rows) + ROUNDING < fromOne(columns);
  return fromOne(rows) < ROUNDED && nearer;
}

/** How far the sum farthest from 1 is. */
function fromOne(lists: readonly (readonly number[])[]): number {
  return Math.max(...lists.map((values) => Math.abs(sum(values) - 1)));
}

function checkColumns({ number, cells }: Line): void {
  if (cells.length < 2) {
    throw new Unreadable(`Line ${number} has one column. Give two: p, what is true, and q, what you believe.`);
  }
  if (cells.length > MOST_COLUMNS) {
    throw new Unreadable(
      `Line ${number} has ${cells.length} columns. Keep two, p and q, and before them perhaps a name for each outcome.`,
    );
  }
}

/** How many numbers each line of a table has; throws Unreadable where they differ or are too few. */
function checkedWidth(lines: readonly Line[]): number {
  const width = lines[0]?.cells.length ?? 0;
  for (const { number, cells } of lines) {
    if (cells.length === width) continue;
    throw new Unreadable(
      `Line ${number} has ${counted(cells.length, "number")} and the first has ${width}. Every line needs as many; write 0 for what never happens.`,
    );
  }
  if (width < 2 || lines.length < 2) {
    throw new Unreadable(
      "Give a table of at least two lines and two columns: a line for each value of X, a column for each of Y.",
    );
  }
  return width;
}

function notAllZero(values: number[], name: string): number[] {
  const total = sum(values);
  if (!(total > 0)) throw new Unreadable(`${name} has nothing above 0, so it says nothing about what happens.`);
  if (total === Infinity) {
    throw new Unreadable(`${name} has a sum beyond what a double holds. Divide by a large number first.`);
  }
  return values;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
