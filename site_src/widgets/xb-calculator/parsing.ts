// Pasted text as columns of numbers. What cannot be read gets words that say where and what to do; what was assumed on
// the way is said too.

import { minus } from "../parts/units.ts";

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

/** Words for the reader about what was pasted. */
export class Unreadable extends Error {}

interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

interface Lines {
  readonly lines: readonly Line[];
  readonly bracketed: boolean;
  readonly read: (cell: string) => number | undefined;
  readonly assumed: readonly string[];
}

const MOST_OUTCOMES = 10_000;
const MOST_COLUMNS = 4;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?%?$/i;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+$/;

/** Two columns, p and q; what stands before them names the outcome. A first line of words is a heading. */
export function readColumns(text: string): Columns {
  const { lines, bracketed, read, assumed } = split(text);
  const asRows = twoRows(lines, bracketed, read);
  if (asRows) return asRows;
  const [first, ...others] = lines as [Line, ...Line[]];
  const heading = others.length > 0 && first.cells.slice(-2).every((cell) => cell && read(cell) === undefined);
  const body = heading ? others : lines;
  for (const { number, cells } of body) {
    if (cells.length < 2) {
      throw new Unreadable(`Line ${number} has one column. Give two: p, what is true, and q, what you believe.`);
    }
    if (cells.length > MOST_COLUMNS) {
      throw new Unreadable(
        `Line ${number} has ${cells.length} columns. Keep two, p and q, and before them perhaps a name for each outcome.`,
      );
    }
  }
  const named = body.some(({ cells }) => cells.length > 2);
  const column = (fromEnd: number, name: string) =>
    body.map(({ number, cells }) => amount(cells[cells.length - fromEnd] as string, `${name} in line ${number}`, read));
  return {
    outcomes: body.map(({ cells }, i) => cells.slice(0, -2).join(" ") || String(i + 1)),
    p: notAllZero(column(2, "p"), "p"),
    q: notAllZero(column(1, "q"), "q"),
    assumed: [
      ...assumed,
      ...(heading ? [`The first line is a heading: p is “${first.cells.at(-2)}”, q is “${first.cells.at(-1)}”.`] : []),
      ...(named ? ["What stands before the last two columns names the outcome."] : []),
    ],
  };
}

/** A table with a row for each value of X and a column for each value of Y; names at the top and at the left may be there. */
export function readGrid(text: string): Grid {
  const { lines, read, assumed } = split(text);
  const [first, ...others] = lines as [Line, ...Line[]];
  const isHeading = others.length > 0 && first.cells.slice(1).some((cell) => cell && read(cell) === undefined);
  const body = isHeading ? others : lines;
  const named = body.every(({ cells }) => read(cells[0] as string) === undefined);
  const skip = named ? 1 : 0;
  const width = (body[0]?.cells.length ?? 0) - skip;
  for (const { number, cells } of body) {
    if (cells.length - skip !== width) {
      throw new Unreadable(
        `Line ${number} has ${counted(cells.length - skip, "number")} and the first has ${width}. Every line needs as many; write 0 for what never happens.`,
      );
    }
  }
  if (width < 2 || body.length < 2) {
    throw new Unreadable(
      "Give a table of at least two lines and two columns: a line for each value of X, a column for each of Y.",
    );
  }
  const names = isHeading ? first.cells.slice(-width) : [];
  const cells = body.map(({ number, cells }) =>
    cells.slice(skip).map((cell) => amount(cell, `A cell of line ${number}`, read)),
  );
  notAllZero(cells.flat(), "The table");
  return {
    rows: body.map((line, i) => (named ? (line.cells[0] as string) : `X${i + 1}`)),
    columns: Array.from({ length: width }, (_, i) => names[i] || `Y${i + 1}`),
    cells,
    assumed,
  };
}

/** A pasted list of two rows, as Python prints them: the first is p and the second is q. */
function twoRows(lines: readonly Line[], bracketed: boolean, read: Lines["read"]): Columns | undefined {
  if (lines.length !== 2) return undefined;
  const [p, q] = lines.map(({ cells }) => cells.map(read)) as [(number | undefined)[], (number | undefined)[]];
  const numeric = [...p, ...q].every((value) => value !== undefined);
  const sumsToOne = (row: (number | undefined)[]) => Math.abs(row.reduce<number>((a, b) => a + (b ?? 0), 0) - 1) < 1e-9;
  const long = p.length > MOST_COLUMNS || (p.length > 2 && sumsToOne(p) && sumsToOne(q));
  if (!numeric || !(bracketed || long)) return undefined;
  if (p.length !== q.length) {
    throw new Unreadable(
      `p has ${counted(p.length, "number")} and q has ${q.length}: both must list the same outcomes in the same order.`,
    );
  }
  const row = (line: Line, name: string) =>
    notAllZero(
      line.cells.map((cell, i) => amount(cell, `${name}, number ${i + 1},`, read)),
      name,
    );
  return {
    outcomes: p.map((_, i) => String(i + 1)),
    p: row(lines[0] as Line, "p"),
    q: row(lines[1] as Line, "q"),
    assumed: ["Two rows: the first is p, the second q."],
  };
}

function split(text: string): Lines {
  const bracketed = /\[/.test(text);
  const tidy = text
    .replace(/\r\n?/g, "\n")
    .replace(/−/g, "-")
    .replace(/(\d)\s+%/g, "$1%")
    .replace(/\]\s*,?\s*\[/g, "\n")
    .replace(/(?:\w+ *= *)?(?:[\w.]+\()?\[+/g, "")
    .replace(/\]+\)?/g, "\n");
  const numbered = tidy.split("\n").map((line, i) => ({ number: i + 1, text: line.replace(/[,;\s]+$/, "") }));
  const written = numbered.filter(({ text: line }) => line.trim() !== "");
  if (!written.length)
    throw new Unreadable(
      "Nothing is pasted yet. Paste two columns of numbers: p, what is true, and q, what you believe.",
    );
  if (written.length > MOST_OUTCOMES) {
    throw new Unreadable(
      `That is ${written.length} lines; this page takes up to ${MOST_OUTCOMES}. Use the Python package for more.`,
    );
  }
  const [separator, comma] = layout(written.map(({ text: line }) => line));
  const lines = written.map(({ number, text: line }) => ({ number, cells: cellsOf(line, separator) }));
  const decimals = comma ? lines.flatMap(({ cells }) => cells).filter((cell) => DECIMAL_COMMA.test(cell)) : [];
  if (decimals.length && decimals.every((cell) => THOUSANDS.test(cell))) {
    throw new Unreadable(
      `Is ${decimals[0]} a number near ${decimals[0]!.split(",")[0]}, or thousands? Delete the commas that separate thousands, or write a point for the decimals.`,
    );
  }
  const assumed = decimals.length
    ? [`The comma is the decimal comma: ${decimals[0]} is ${decimals[0]!.replace(",", ".")}.`]
    : [];
  return { lines, bracketed, assumed, read: (cell) => readNumber(comma ? cell.replace(",", ".") : cell) };
}

/** What separates the columns, and whether a comma is a decimal comma. */
function layout(lines: readonly string[]): [separator: RegExp, decimalComma: boolean] {
  for (const mark of ["\t", ";"])
    if (lines.some((line) => line.includes(mark))) return [mark === ";" ? /;/ : /\t/, true];
  if (!lines.some((line) => line.includes(","))) return [/\s+/, false];
  const decimal = lines.every((line) => {
    const tokens = line.trim().split(/\s+/);
    const numbers = tokens.filter((token) => DECIMAL_COMMA.test(token) || readNumber(token) !== undefined);
    return numbers.length >= 2 && tokens.every((token) => !token.includes(",") || DECIMAL_COMMA.test(token));
  });
  return decimal ? [/\s+/, true] : [/,/, false];
}

function cellsOf(line: string, separator: RegExp): string[] {
  const quoted: string[] = [];
  // A quoted name may hold the separator: set it aside while the line is split.
  const bare = line
    .trim()
    .replace(/"((?:[^"]|"")*)"/g, (_, inside: string) => `\u0000${quoted.push(inside.replace(/""/g, '"')) - 1}\u0000`);
  return bare
    .split(separator)
    .map((cell) => cell.trim().replace(/\u0000(\d+)\u0000/g, (_, i: string) => quoted[Number(i)] as string));
}

/** A number as people write it: 12, .5, 1e-3, 12.5%, 1/6. */
function readNumber(cell: string): number | undefined {
  if (cell.endsWith("%")) return scaled(readNumber(cell.slice(0, -1)), 1 / 100);
  const parts = cell.split("/");
  if (parts.length > 2 || !parts.every((part) => NUMBER.test(part))) return undefined;
  const [above, below] = parts.map(Number);
  return below === undefined ? above : (above as number) / below;
}

function amount(cell: string, where: string, read: Lines["read"]): number {
  const value = read(cell);
  if (cell === "") throw new Unreadable(`${where} is empty. Write 0 if it never happens, or delete the line.`);
  if (value === undefined) {
    throw new Unreadable(
      `${where} is “${cell.slice(0, 30)}”, which is no number. Write it as 12, 0.25, 1e-3, 25% or 1/4.`,
    );
  }
  if (value < 0) {
    throw new Unreadable(
      `${where} is ${minus(cell)}. A count or a probability is 0 or more. If these are samples, count first how often each value comes up; if they are logits, take the softmax.`,
    );
  }
  if (!Number.isFinite(value)) throw new Unreadable(`${where} is ${cell}, which is not finite.`);
  return value;
}

function notAllZero(values: number[], name: string): number[] {
  const total = values.reduce((all, value) => all + value, 0);
  if (!(total > 0)) throw new Unreadable(`${name} has nothing above 0, so it says nothing about what happens.`);
  if (total === Infinity)
    throw new Unreadable(`${name} has a sum beyond what a double holds. Divide by a large number first.`);
  return values;
}

function scaled(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
