// Pasted text as two columns of numbers. What cannot be read gets words that say where and what to do; what was assumed
// on the way is said, and what was guessed can be corrected.

import { sum } from "../mathematics/laws.ts";
import { lawsInBlocks } from "./blocks.ts";
import type { Choices, Doubt } from "./doubts.ts";
import { Decisions } from "./doubts.ts";
import { lawsFrom } from "./literal-sheets.ts";
import type { Read } from "./marks.ts";
import { amountIn, readerFor, refuseTwoKinds } from "./marks.ts";
import { namesOf } from "./outcome-names.ts";
import { rowsOf } from "./rows.ts";
import type { Line, Sheet } from "./sheet.ts";
import { sheetOf } from "./sheet-of.ts";
import { withoutTotals } from "./totals.ts";
import { Unreadable } from "./unreadable.ts";

/** Two columns, what each outcome is called, and what was assumed and guessed in reading them. */
export interface Columns {
  readonly outcomes: readonly string[];
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly assumed: readonly string[];
  readonly doubts: readonly Doubt[];
}

/** A line with the name of its outcome and its two cells. */
export interface Outcome {
  readonly number: number;
  readonly name: string;
  readonly p: string;
  readonly q: string;
}

/** What is found on the way from lines to columns. */
export interface Reading {
  readonly decisions: Decisions;
  readonly assumed: string[];
  readonly read: Read;
}

const YEAR = /^(?:1[5-9]|20)\d\d$/;
/** What stands above names, and is none. */
const ABOVE_NAMES =
  /^(?:|#|id|no|nr|x|k|n|names?|outcomes?|values?|categor(?:y|ies)|class(?:es)?|bins?|labels?|groups?|types?|keys?|items?|regions?|countr(?:y|ies)|years?|months?|days?|species|words?|letters?)$/i;

/** Two columns, p and q; what stands before them names the outcome. */
export function readColumns(text: string, chosen: Choices = {}): Columns {
  const sheet = sheetOf(text, lawsFrom);
  const decided = lawsInBlocks(sheet.lines) ?? sheet;
  const decisions = new Decisions(decided.known, chosen);
  try {
    return { ...columnsIn(decided, decisions), doubts: decisions.doubts };
  } catch (error) {
    throw error instanceof Unreadable ? new Unreadable(error.message, decisions.doubts) : error;
  }
}

function columnsIn(sheet: Sheet, decisions: Decisions): Omit<Columns, "doubts"> {
  const assumed = [...sheet.assumed];
  const { lines } = sheet;
  // Names are read as they are; where there are two lines, each may be a row of numbers.
  const numbers = lines.flatMap(({ cells }) => (lines.length > 3 ? cells.slice(-2) : cells));
  const read = readerFor(numbers, decisions, assumed);
  const reading = { decisions, assumed, read };
  const outcomes = rowsOf(sheet, reading) ?? outcomesIn(lines, reading);
  const kept = withoutTotals(outcomes, reading);
  for (const name of ["p", "q"] as const) {
    refuseTwoKinds(
      kept.map((outcome) => outcome[name]),
      name,
      read,
    );
  }
  const amounts = (name: "p" | "q") =>
    notAllZero(
      kept.map((outcome) => amountIn(outcome[name], whereIs(outcome, name), read)),
      name,
    );
  const found = together(kept, amounts("p"), amounts("q"), reading);
  if (found.outcomes.length < 2) {
    throw new Unreadable(
      `That is one outcome, “${found.outcomes[0]}”, and p and q are both sure of it. Give two or more.`,
    );
  }
  return { ...found, assumed };
}

function outcomesIn(lines: readonly Line[], reading: Reading): Outcome[] {
  const { heading, body } = withoutHeading(lines, reading);
  const named = namesOf(body, reading);
  const [left, right] = heading?.cells.slice(-2) ?? [];
  if (heading) {
    const exchanged = left?.toLowerCase() === "q" && right?.toLowerCase() === "p";
    const pair = exchanged ? "a heading, and names q before p" : `a heading: p is “${left}”, q is “${right}”`;
    reading.assumed.push(
      right === undefined ? `The first line, “${left}”, is left out.` : `The first line is ${pair}.`,
    );
    if (exchanged) return named.map((outcome) => ({ ...outcome, p: outcome.q, q: outcome.p }));
  }
  return named;
}

function withoutHeading(
  lines: readonly Line[],
  { decisions, read }: Reading,
): { heading?: Line; body: readonly Line[] } {
  const [first, ...others] = lines;
  if (!first || others.length === 0) return { body: lines };
  const ends = first.cells.slice(-2);
  const isWord = (cell: string) => cell !== "" && read(cell) === undefined;
  // A remark behind numbers makes a line longer, and no heading.
  const remark =
    first.cells.length > (others[0]?.cells.length ?? 0) && first.cells.some((cell) => read(cell) !== undefined);
  const words = ends.every(isWord) && !remark;
  const taken = words ? "yes" : numbersAbove(first, others, { decisions, read });
  return taken === "yes" ? { heading: first, body: others } : { body: lines };
}

/** Whether a first line of numbers is a heading: years, or whatever stands beside a word for the names below it. */
function numbersAbove(
  first: Line,
  others: readonly Line[],
  { decisions, read }: Omit<Reading, "assumed">,
): "yes" | "no" {
  const [corner = "", ...more] = first.cells;
  const besides = more.length >= 2 && read(corner) === undefined;
  if (!(besides && others.every(({ cells: [name = ""] }) => name !== "" && read(name) === undefined))) return "no";
  if (corner === "") return "yes";
  if (!(ABOVE_NAMES.test(corner) || more.every((cell) => YEAR.test(cell)))) return "no";
  return decisions.decide("heading", {
    question: `Is the first line, “${first.cells.join(" ")}”, a heading?`,
    readings: { yes: "A heading: leave it out", no: "An outcome like the others" },
  });
}

/** Outcomes of one name are added up or kept apart, as the reader decides. */
function together(
  outcomes: readonly Outcome[],
  p: readonly number[],
  q: readonly number[],
  { decisions }: Reading,
): Pick<Columns, "outcomes" | "p" | "q"> {
  const names = outcomes.map(({ name }) => name);
  const groups = new Map<string, number[]>();
  for (const [i, name] of names.entries()) {
    const places = groups.get(name);
    if (places) places.push(i);
    else groups.set(name, [i]);
  }
  const twice = [...groups].find(([, places]) => places.length > 1);
  if (!twice) return { outcomes: names, p, q };
  const taken = decisions.decide("same", {
    question: `“${twice[0]}” stands in lines ${twice[1].map((i) => outcomes[i]?.number).join(" and ")}. Is it one outcome?`,
    readings: { add: "One: add its numbers up", apart: "Several that share a name" },
  });
  if (taken === "apart") return { outcomes: names, p, q };
  const added = (values: readonly number[]) =>
    [...groups.values()].map((at) => sum(at.map((i) => values[i] as number)));
  return { outcomes: [...groups.keys()], p: added(p), q: added(q) };
}

function whereIs({ number }: Outcome, name: string): string {
  return `${name} in line ${number}`;
}

export function notAllZero(values: number[], name: string): number[] {
  const total = sum(values);
  if (!(total > 0)) throw new Unreadable(`${name} has nothing above 0, so it says nothing about what happens.`);
  if (total === Infinity) {
    throw new Unreadable(`${name} has a sum beyond what a double holds. Divide by a large number first.`);
  }
  return values;
}
