// Cells as numbers, in the ways that people write them; and what the commas and the points in them are.

import { ONE_MARK, PARTED, readNumber, THOUSANDS } from "../parts/numbers.ts";
import { minus } from "../parts/units.ts";
import type { Decisions } from "./doubts.ts";
import { Unreadable } from "./unreadable.ts";

/** A cell's number; undefined where it is none. */
export type Read = (cell: string) => number | undefined;

/** 1,200,300 and 1,200.5 cannot be near one. */
const SURELY_THOUSANDS = {
  ",": /^[+-]?[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)$/,
  ".": /^[+-]?[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)$/,
};
const OTHER = { ",": ".", ".": "," } as const;
type Mark = keyof typeof OTHER;
const MARKS: readonly Mark[] = [",", "."];

/** How the cells of a paste are read; what is assumed of their marks is added to `assumed`. */
export function readerFor(cells: readonly string[], decisions: Decisions, assumed: string[]): Read {
  const thousands = thousandsMark(cells, decisions);
  if (thousands) {
    const parted = (cell: string) => THOUSANDS[thousands].test(cell) || SURELY_THOUSANDS[thousands].test(cell);
    const example = cells.find((cell) => parted(cell));
    if (example) assumed.push(`${named(thousands)} parts thousands: ${example} is ${plain(example, thousands)}.`);
    return (cell) => readNumber(parted(cell) ? plain(cell, thousands) : cell.replace(OTHER[thousands], "."));
  }
  const [comma] = cells.filter((cell) => ONE_MARK[","].test(cell));
  if (comma) assumed.push(`The comma is the decimal comma: ${comma} is ${comma.replace(",", ".")}.`);
  return (cell) => readNumber(ONE_MARK[","].test(cell) || PARTED.test(cell) ? cell.replace(",", ".") : cell);
}

/** A cell's number, of which nothing is wrong; `where` says whose it is. */
export function amountIn(cell: string, where: string, read: Read): number {
  const value = read(cell);
  if (cell === "") throw new Unreadable(`${where} is empty. Write 0 if it never happens, or delete the line.`);
  if (/^(?:\.{2,3}|…|⋮)$/.test(cell)) {
    throw new Unreadable(`${where} is “${cell}”: the paste leaves numbers out. Print all of them.`);
  }
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

/** Throws Unreadable for shares in percent beside counts, which belong to two columns. */
export function refuseTwoKinds(cells: readonly string[], name: string, read: Read): void {
  const inPercent = cells.find((cell) => cell.endsWith("%"));
  const other = cells.find((cell) => !cell.endsWith("%") && read(cell));
  if (inPercent && other) {
    throw new Unreadable(`${name} has ${inPercent} beside ${other}. Write all of it in percent, or none.`);
  }
}

/** The mark that parts thousands in these cells; undefined where there is none. */
function thousandsMark(cells: readonly string[], decisions: Decisions): Mark | undefined {
  const marked = { ",": withMark(cells, ","), ".": withMark(cells, ".") };
  const sure = MARKS.find((sign) => cells.some((cell) => SURELY_THOUSANDS[sign].test(cell)));
  if (sure) return sure;
  const possible = MARKS.filter(
    (sign) => marked[sign].length > 0 && marked[sign].every((cell) => THOUSANDS[sign].test(cell)),
  );
  const [mark] = possible;
  if (mark === undefined) return undefined;
  const [example] = marked[mark] as [string];
  if (possible.length > 1) {
    const [other] = marked[OTHER[mark]] as [string];
    throw new Unreadable(`${example} and ${other} part their digits in two ways. Write all numbers in one way.`);
  }
  if (marked[OTHER[mark]].length > 0) return mark; // 1,200 beside 0.5
  const taken = decisions.decide("mark", {
    question: `Is ${example} the number ${plain(example, mark)}, or one near ${Math.round(Number(example.replace(mark, ".")))}?`,
    readings: {
      thousands: `${named(mark)} parts thousands: ${plain(example, mark)}`,
      decimal: `${named(mark)} stands before decimals: ${example.replace(mark, ".")}`,
    },
  });
  return taken === "thousands" ? mark : undefined;
}

function withMark(cells: readonly string[], mark: Mark): string[] {
  return cells.filter((cell) => ONE_MARK[mark].test(cell) || THOUSANDS[mark].test(cell));
}

/** A number whose thousands are parted, without that. */
function plain(cell: string, thousands: Mark): string {
  return cell.replaceAll(thousands, "").replace(OTHER[thousands], ".");
}

function named(mark: Mark): string {
  return mark === "," ? "The comma" : "The point";
}
