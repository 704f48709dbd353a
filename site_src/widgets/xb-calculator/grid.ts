// Pasted text as a table of two variables.

import { sum } from "../mathematics/laws.ts";
import { notAllZero } from "./columns.ts";
import type { Choices, Doubt } from "./doubts.ts";
import { Decisions } from "./doubts.ts";
import { tableFrom } from "./literal-sheets.ts";
import type { Read } from "./marks.ts";
import { amountIn, readerFor, refuseTwoKinds } from "./marks.ts";
import type { Line } from "./sheet.ts";
import { counted } from "./sheet.ts";
import { sheetOf } from "./sheet-of.ts";
import { isCalledMean, isCalledTotal, isSum } from "./totals.ts";
import { Unreadable } from "./unreadable.ts";

export interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
  readonly assumed: readonly string[];
  readonly doubts: readonly Doubt[];
}

type Table = Omit<Grid, "assumed" | "doubts">;

const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** A table with a row for each value of X and a column for each value of Y; names at the top and at the left may be there. */
export function readGrid(text: string, chosen: Choices = {}): Grid {
  const sheet = sheetOf(text, tableFrom);
  const decisions = new Decisions(sheet.known, chosen);
  const assumed = [...sheet.assumed];
  try {
    const read = readerFor(
      sheet.lines.flatMap(({ cells }) => cells),
      decisions,
      assumed,
    );
    const table = withoutTotals(tableIn(sheet.lines, read, decisions), decisions, assumed);
    return { ...table, assumed, doubts: decisions.doubts };
  } catch (error) {
    throw error instanceof Unreadable ? new Unreadable(error.message, decisions.doubts) : error;
  }
}

function tableIn(lines: readonly Line[], read: Read, decisions: Decisions): Table {
  const [first, ...others] = lines as [Line, ...Line[]];
  const heading = others.length > 0 && isHeading(first, others, read, decisions);
  const body = heading ? others : lines;
  // A corner that is empty or a word stands above names, numbers too.
  const [corner = ""] = first.cells;
  const short = heading && body.every((line) => line.cells.length === first.cells.length + 1);
  const named =
    short ||
    body.every(({ cells: [name = ""] }) => read(name) === undefined) ||
    (heading ? read(corner) === undefined : countsLines(body, read) && areNames(body, decisions));
  const numbers = body.map((line) => ({ ...line, cells: line.cells.slice(named ? 1 : 0) }));
  refuseMeans(body, read);
  const width = checkedWidth(numbers);
  const names = heading ? first.cells.slice(-width) : [];
  refuseTwoKinds(
    numbers.flatMap((line) => line.cells),
    "The table",
    read,
  );
  const cells = numbers.map((line) => line.cells.map((cell) => amountIn(cell, `A cell of line ${line.number}`, read)));
  notAllZero(cells.flat(), "The table");
  return {
    rows: body.map((line, i) => (named && line.cells[0]) || `X${i + 1}`),
    columns: Array.from({ length: width }, (_, i) => names[i] || `Y${i + 1}`),
    cells,
  };
}

/** Whether every line begins with its number, before two numbers or more. */
function countsLines(lines: readonly Line[], read: Read): boolean {
  const firsts = lines.map(({ cells: [first = ""] }) => read(first));
  return (
    lines.every(({ cells }) => cells.length > 2) &&
    [0, 1].some((start) => firsts.every((first, i) => first === start + i))
  );
}

function areNames(lines: readonly Line[], decisions: Decisions): boolean {
  const [{ cells }] = lines as [Line];
  const taken = decisions.decide("names", {
    question: `Is ${cells[0]}, before ${cells.slice(1).join(" ")}, the name of the first line?`,
    readings: { yes: "A name: every line begins with its number", no: "A number of the table" },
  });
  return taken === "yes";
}

/** Throws Unreadable where the last line holds the means of the others. */
function refuseMeans(lines: readonly Line[], read: Read): void {
  const [last, others] = [lines.at(-1) as Line, lines.slice(0, -1)];
  const [name = "", ...means] = last.cells;
  const areMeans = means.every((mean, i) =>
    isSum(
      (read(mean) ?? Number.NaN) * others.length,
      others.map(({ cells }) => read(cells[i + 1] ?? "") ?? Number.NaN),
    ),
  );
  if (isCalledMean(name) && areMeans) throw new Unreadable(`“${name}” holds the means of the lines above. Delete it.`);
}

function isHeading(first: Line, others: readonly Line[], read: Read, decisions: Decisions): boolean {
  const [corner = "", ...above] = first.cells;
  if (above.some((cell) => cell !== "" && read(cell) === undefined)) return true;
  if (corner === "") return above.length > 0;
  if (read(corner) !== undefined) return false;
  const namesBelow = others.every(({ cells: [name = ""] }) => read(name) === undefined);
  if (!namesBelow) return true; // a word above numbers is the corner of a table whose names are numbers
  if (!above.every((cell) => YEAR.test(cell))) return false;
  const taken = decisions.decide("heading", {
    question: `Is the first line, “${first.cells.join(" ")}”, a heading?`,
    readings: { yes: "A heading: the names of the columns", no: "A row like the others" },
  });
  return taken === "yes";
}

/** The table without a last row and a last column that are the sums of the others. */
function withoutTotals(table: Table, decisions: Decisions, assumed: string[]): Table {
  const { rows, columns, cells } = table;
  const margins = marginsOf(table);
  const { under, beside } = margins;
  if (!(under || beside)) return table;
  const found = [under, beside].filter((margin) => margin !== undefined);
  const what = found.map(({ where }) => where).join(" and the ");
  const sure = found.length === 2 || found.every(({ called }) => called);
  const taken = decisions.decide("total", {
    question: `The ${what} ${found.length === 2 ? "hold" : "holds"} the sums of the others. Leave out?`,
    readings: { yes: "Sums: leave them out", no: "Numbers like the others" },
    guess: sure ? "yes" : undefined,
  });
  if (taken === "no") return table;
  assumed.push(`The sums in the ${what} are left out.`);
  const [height, width] = [rows.length - (under ? 1 : 0), columns.length - (beside ? 1 : 0)];
  return {
    rows: rows.slice(0, height),
    columns: columns.slice(0, width),
    cells: cells.slice(0, height).map((row) => row.slice(0, width)),
  };
}

interface Margin {
  readonly where: string;
  /** Whether it is called a total. */
  readonly called: boolean;
}

/** A last row and a last column that hold the sums of what stands above and before them. */
function marginsOf({ rows, columns, cells }: Table): { under?: Margin | undefined; beside?: Margin | undefined } {
  const [under = "", beside = ""] = [rows.at(-1), columns.at(-1)];
  const last = cells.at(-1) ?? [];
  const isUnder = rows.length > 2 && isMargin(under, last, columnSums(cells.slice(0, -1)));
  const ends = cells.map((row) => row.at(-1) ?? Number.NaN);
  const isBeside =
    columns.length > 2 &&
    isMargin(
      beside,
      ends,
      cells.map((row) => sum(row.slice(0, -1))),
    );
  return {
    under: isUnder ? { where: `row “${under}”`, called: isCalledTotal(under) } : undefined,
    beside: isBeside ? { where: `column “${beside}”`, called: isCalledTotal(beside) } : undefined,
  };
}

function isMargin(name: string, totals: readonly number[], sums: readonly number[]): boolean {
  const adds = totals.every((total, i) => isSum(total, [sums[i] as number]) || (total === 0 && sums[i] === 0));
  if (isCalledTotal(name) && !adds) {
    throw new Unreadable(
      `“${name}” is called a total, but its numbers are not the sums of the others. Delete it, or mend it.`,
    );
  }
  return adds;
}

function columnSums(cells: readonly (readonly number[])[]): number[] {
  return (cells[0] ?? []).map((_, i) => sum(cells.map((row) => row[i] as number)));
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
