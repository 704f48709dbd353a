// Pasted text as lines of cells, and cells as numbers, in the ways that people write them.

import { minus } from "../parts/units.ts";

/** Words for the reader about what was pasted. */
export class Unreadable extends RangeError {}

export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

/** What was pasted. */
export interface Lines {
  readonly first: Line;
  readonly others: readonly Line[];
  readonly all: readonly Line[];
  readonly bracketed: boolean;
  /** A cell's number; undefined where it is none. */
  readonly read: (cell: string) => number | undefined;
  readonly assumed: readonly string[];
}

const MOST_LINES = 10_000;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?%?$/i;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+$/;
/** Stands for a quoted cell while its line is split; no keyboard has it. */
const SET_ASIDE = "\uE000";

/** The lines that are not empty, each with its number in the text; throws Unreadable where there are none. */
export function linesOf(text: string): Lines {
  const written = withoutBrackets(text)
    .split("\n")
    .map((line, i) => ({ number: i + 1, text: line.replace(/[,;\s]+$/, "") }))
    .filter((line) => line.text.trim() !== "");
  if (written.length > MOST_LINES) {
    throw new Unreadable(
      `That is ${written.length} lines; this page takes up to ${MOST_LINES}. Use the Python package for more.`,
    );
  }
  const [separator, comma] = layout(written.map((line) => line.text));
  const all = written.map((line) => ({ number: line.number, cells: cellsOf(line.text, separator) }));
  const [first, ...others] = all;
  if (!first) {
    throw new Unreadable(
      "Nothing is pasted yet. Paste two columns of numbers: p, what is true, and q, what you believe.",
    );
  }
  const assumed = comma ? wordsForCommas(all.flatMap(({ cells }) => cells)) : [];
  const read = (cell: string) => readNumber(comma ? cell.replace(",", ".") : cell);
  return { first, others, all, bracketed: text.includes("["), assumed, read };
}

/** A cell's number, of which nothing is wrong; `where` says whose it is. */
export function amountIn(cell: string, where: string, read: Lines["read"]): number {
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

/** Lists as Python prints them become lines. */
function withoutBrackets(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/−/g, "-")
    .replace(/(\d)\s+%/g, "$1%")
    .replace(/\]\s*,?\s*\[/g, "\n")
    .replace(/(?:\w+ *= *)?(?:[\w.]+\()?\[+/g, "")
    .replace(/\]+\)?/g, "\n");
}

/** What separates the columns, and whether a comma is a decimal comma. */
function layout(lines: readonly string[]): [separator: RegExp, decimalComma: boolean] {
  const has = (mark: string) => lines.some((line) => line.includes(mark));
  if (has("\t")) return [/\t/, true];
  if (has(";")) return [/;/, true];
  if (!has(",")) return [/\s+/, false];
  return lines.every(hasDecimalCommas) ? [/\s+/, true] : [/,/, false];
}

/** Whether blanks part two numbers or more, and every comma stands inside a number. */
function hasDecimalCommas(line: string): boolean {
  const tokens = line.trim().split(/\s+/);
  const numbers = tokens.filter((token) => DECIMAL_COMMA.test(token) || readNumber(token) !== undefined);
  return numbers.length >= 2 && tokens.every((token) => !token.includes(",") || DECIMAL_COMMA.test(token));
}

/** What is assumed of commas in numbers; throws Unreadable where they may separate thousands. */
function wordsForCommas(cells: readonly string[]): string[] {
  const decimals = cells.filter((cell) => DECIMAL_COMMA.test(cell));
  const [example] = decimals;
  if (example === undefined) return [];
  if (decimals.every((cell) => THOUSANDS.test(cell))) {
    const [near] = example.split(",");
    throw new Unreadable(
      `Is ${example} a number near ${near}, or thousands? Delete the commas that separate thousands, or write a point for the decimals.`,
    );
  }
  return [`The comma is the decimal comma: ${example} is ${example.replace(",", ".")}.`];
}

function cellsOf(line: string, separator: RegExp): string[] {
  const quoted: string[] = [];
  // A quoted name may hold the separator: set it aside while the line is split.
  const bare = line.trim().replace(/"((?:[^"]|"")*)"/g, (_, inside: string) => {
    quoted.push(inside.replace(/""/g, '"'));
    return SET_ASIDE;
  });
  const put = () => quoted.shift() ?? "";
  return bare.split(separator).map((cell) => cell.trim().replaceAll(SET_ASIDE, put));
}

/** A number as people write it: 12, .5, 1e-3, 12.5%, 1/6. */
function readNumber(cell: string): number | undefined {
  if (cell.endsWith("%")) {
    const number = readNumber(cell.slice(0, -1));
    return number === undefined ? undefined : number * (1 / 100);
  }
  const parts = cell.split("/");
  if (parts.length > 2 || !parts.every((part) => NUMBER.test(part))) return undefined;
  const [above = Number.NaN, below = 1] = parts.map(Number);
  return above / below;
}
