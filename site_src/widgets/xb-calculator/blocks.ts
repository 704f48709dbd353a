// Two laws that stand below each other, as programs print them one after the other.

import { readNumber } from "../parts/numbers.ts";
import type { Named } from "./literal-sheets.ts";
import { matched } from "./literal-sheets.ts";
import type { Line, Sheet } from "./sheet.ts";
import { linesFrom, WRITTEN } from "./sheet.ts";
import { Unreadable } from "./unreadable.ts";

/** The two laws of two blocks of lines; undefined where the lines are no such blocks. */
export function lawsInBlocks(lines: readonly Line[]): Sheet | undefined {
  const named = namesAboveNumbers(lines);
  if (named) return matched(...named);
  const [one, other, ...more] = new Set(lines.map(({ block }) => block));
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  const first = lines.filter(({ block }) => block === one);
  const second = lines.filter(({ block }) => block === other);
  const laws = [first, second].map(namedLaw);
  const [p, q] = laws;
  if (p && q) return matched(p, q);
  const lists = [first, second].map(listOf);
  const [inP, inQ] = lists;
  if (inP && inQ) {
    return { lines: linesFrom([inP, inQ]), known: { ...WRITTEN, laws: "rows" }, assumed: [] };
  }
  const [again] = second;
  if (again && isHeading(again) && isHeading(first[0] as Line)) {
    throw new Unreadable(
      `There are two tables: one from line ${first[0]?.number}, one from line ${again.number}. Paste one, with p and q side by side.`,
    );
  }
  return undefined;
}

/** A name and a number in each line. */
function namedLaw(lines: readonly Line[]): Named | undefined {
  const [first, ...others] = lines;
  const body = first && others.length > 0 && isHeading(first) ? others : lines;
  const isNamed = body.every(
    ({ cells, named }) => cells.length > 1 && isNumber(cells.at(-1) ?? "") && (named || !isNumber(cells.at(-2) ?? "")),
  );
  return isNamed ? body.map(({ cells }) => [cells.slice(0, -1).join(" "), cells.at(-1) ?? ""] as const) : undefined;
}

/** One number in each line. */
function listOf(lines: readonly Line[]): string[] | undefined {
  const cells = lines.map((line) => line.cells);
  return cells.every((row) => row.length === 1 && isNumber(row[0] ?? "")) ? cells.flat() : undefined;
}

/** A line of names above a line of numbers, twice, as R prints vectors with names and tables of one variable. */
function namesAboveNumbers(lines: readonly Line[]): [Named, Named] | undefined {
  // R puts the name of a table's variable above it.
  const rows = lines
    .filter(({ cells }, i) => cells.length > 1 || !isHeading(lines[i] as Line))
    .map(({ cells }) => cells);
  const [names, numbers, again, others, ...more] = rows;
  if (!(names && numbers && again && others) || more.length > 0) return undefined;
  const above = (words: readonly string[], row: readonly string[]): Named | undefined => {
    const fits = words.length === row.length && words.length > 1 && row.every(isNumber) && !words.some(isNumber);
    return fits ? words.map((word, i) => [word, row[i] as string] as const) : undefined;
  };
  const [p, q] = [above(names, numbers), above(again, others)];
  return p && q ? [p, q] : undefined;
}

function isHeading({ cells }: Line): boolean {
  return !cells.some(isNumber);
}

function isNumber(cell: string): boolean {
  return readNumber(cell) !== undefined;
}
