// Two laws that are written as two rows, one below the other.

import { sum } from "../mathematics/laws.ts";
import type { Outcome, Reading } from "./columns.ts";
import type { Read } from "./marks.ts";
import { areInOrder } from "./outcome-names.ts";
import type { Line, Sheet } from "./sheet.ts";
import { counted } from "./sheet.ts";
import { isSum } from "./totals.ts";
import { Unreadable } from "./unreadable.ts";

const MOST_COLUMNS = 4;
const ROUNDING = 1e-9;
const ROUNDED = 0.02; // a sum of rounded probabilities is this near to 1

/** A row without its label. */
interface Row {
  readonly label: string;
  readonly cells: readonly string[];
}

/** The outcomes of two rows, the first p and the second q; undefined where each line is an outcome. */
export function rowsOf({ lines, pairs }: Sheet, { decisions, assumed, read }: Reading): Outcome[] | undefined {
  const { names, body } = named(lines, read);
  const [first, second, ...more] = body.map((line) => rowOf(line, read));
  if (!(first && second) || more.length > 0) return undefined;
  const rows = [first, second] as const;
  if (!rows.every(({ cells }) => cells.length > 1 && cells.every((cell) => read(cell) !== undefined))) return undefined;
  if (areOutcomes(rows) || rows.every(mixesKinds)) return undefined;
  const taken = decisions.decide("laws", {
    question: "Is each line a law, or each column?",
    readings: { rows: "The first line is p, the second q", columns: "Each line is an outcome, with p before q" },
    guess: guessOf(rows, pairs ?? false, read),
  });
  if (taken === "columns") return undefined;
  if (first.cells.length !== second.cells.length) {
    throw new Unreadable(
      `p has ${counted(first.cells.length, "number")} and q has ${second.cells.length}: both must list the same outcomes in the same order.`,
    );
  }
  const [p, q] =
    first.label.toLowerCase() === "q" && second.label.toLowerCase() === "p" ? [second, first] : [first, second];
  assumed.push(
    p === first ? "Two rows: the first is p, the second q." : "Two rows: the first is called q, the second p.",
  );
  return p.cells.map((cell, i) => ({
    number: i + 1,
    name: names?.[i] ?? String(i + 1),
    p: cell,
    q: q.cells[i] as string,
  }));
}

/** What the two rows look like; undefined where either is as likely. */
function guessOf(rows: readonly [Row, Row], pairs: boolean, read: Read): "rows" | "columns" | undefined {
  const values = rows.map(({ cells }) => cells.map((cell) => read(cell) ?? Number.NaN));
  const width = rows[0].cells.length;
  const labelled = rows.every(({ label }) => label !== "");
  if (width > MOST_COLUMNS || (labelled && rows.every(isNamedLaw))) return "rows";
  if (labelled) return values.every(endsInItsSum) ? "columns" : "rows";
  if (areLaws(values)) return "rows";
  const edges = rows.map(({ cells }) => cells.slice(0, -2));
  if (width === MOST_COLUMNS && areInOrder(edges, read)) return "columns"; // the edges of bins, then p and q
  if (lastTwoAreLaws(values) || (width === 2 && !pairs)) return "columns";
  return undefined;
}

/** Two lines with a name and two numbers can only be outcomes, unless the names are those of laws. */
function areOutcomes(rows: readonly Row[]): boolean {
  return rows.every(({ label, cells }) => label !== "" && cells.length === 2) && !rows.every(isNamedLaw);
}

/** Percentages beside other numbers are of several columns. */
function mixesKinds({ cells }: Row): boolean {
  return new Set(cells.map((cell) => cell.endsWith("%"))).size > 1;
}

/** Two numbers and their sum are an outcome with a total beside it. */
function endsInItsSum(values: readonly number[]): boolean {
  return isSum(values.at(-1) ?? Number.NaN, values.slice(0, -1));
}

function isNamedLaw({ label }: Row): boolean {
  return /^(?:p|q|truth|belief|data|model)$/i.test(label);
}

/** Whether two rows sum to about 1 where the columns do not. */
function areLaws(rows: readonly (readonly number[])[]): boolean {
  const columns = columnsOf(rows);
  const nearer = columns.length !== 2 || fromOne(rows) + ROUNDING < fromOne(columns);
  return fromOne(rows) < ROUNDED && nearer;
}

function lastTwoAreLaws(rows: readonly (readonly number[])[]): boolean {
  return fromOne(columnsOf(rows).slice(-2)) < ROUNDED;
}

function columnsOf(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? Number.NaN));
}

/** How far the sum farthest from 1 is. */
function fromOne(lists: readonly (readonly number[])[]): number {
  return Math.max(...lists.map((values) => Math.abs(sum(values) - 1)));
}

/** A first line of words above two rows of as many numbers names the outcomes. */
function named(lines: readonly Line[], read: Read): { names?: readonly string[]; body: readonly Line[] } {
  const [first, ...others] = lines;
  const [one] = others;
  if (!(first && one) || others.length !== 2) return { body: lines };
  const width = rowOf(one, read).cells.length;
  const names = first.cells.slice(-width);
  const words = width > 2 && first.cells.length >= width && names.every((cell) => read(cell) === undefined);
  return words ? { names, body: others } : { body: lines };
}

function rowOf({ cells }: Line, read: Read): Row {
  const [label = "", ...numbers] = cells;
  return label !== "" && read(label) === undefined ? { label, cells: numbers } : { label: "", cells };
}
