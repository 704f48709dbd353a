// What stands before the last two columns: names, numbers that count the outcomes, or numbers of something else.

import type { Outcome, Reading } from "./columns.ts";
import type { Read } from "./marks.ts";
import type { Line } from "./sheet.ts";
import { isSum } from "./totals.ts";
import { Unreadable } from "./unreadable.ts";

const MOST_COLUMNS = 4;

/** The lines as outcomes; throws Unreadable where a line has other than two numbers at its end. */
export function namesOf(lines: readonly Line[], reading: Reading): Outcome[] {
  for (const line of lines) checkWidth(line, reading.read);
  if (lines.every(({ cells }) => cells.length === 2)) {
    return lines.map(({ number, cells: [p = "", q = ""] }, i) => ({ number, name: String(i + 1), p, q }));
  }
  if (isSumOfTwo(lines, reading))
    return lines.map((line, i) => outcomeOf({ ...line, cells: line.cells.slice(0, -1) }, i));
  const before = lines.map(({ cells }) => cells.slice(0, -2));
  if (areNumbers(before, reading.read) && !areInOrder(before, reading.read)) askOfNames(lines, reading);
  reading.assumed.push("What stands before the last two columns names the outcome.");
  return lines.map(outcomeOf);
}

function outcomeOf({ number, cells }: Line, i: number): Outcome {
  const [p = "", q = ""] = cells.slice(-2);
  return { number, name: cells.slice(0, -2).join(" ") || String(i + 1), p, q };
}

/** Whether the last column is the sum of the two before it, in every line, and is left out. */
function isSumOfTwo(lines: readonly Line[], { decisions, assumed, read }: Reading): boolean {
  const adds = lines.every(({ cells }) => {
    const [a, b, total] = cells.slice(-3).map((cell) => read(cell));
    return cells.length > 2 && a !== undefined && b !== undefined && total !== undefined && isSum(total, [a, b]);
  });
  if (!(adds && lines.length > 1)) return false;
  const taken = decisions.decide("names", {
    question: "In every line the last number is the sum of the two before it. What is it?",
    readings: { no: "A total: leave it out", yes: "q, and the number before it is p" },
    guess: "no",
  });
  if (taken === "no") assumed.push("The last column is the sum of the two before it, and left out.");
  return taken === "no";
}

/** Numbers before p and q that count nothing need a word of the reader. */
function askOfNames(lines: readonly Line[], { decisions }: Reading): void {
  const [{ cells }] = lines as [Line];
  const name = cells.slice(0, -2).join(" ");
  const taken = decisions.decide("names", {
    question: `Each line has ${cells.length} cells. Do the last two hold p and q?`,
    readings: { yes: `Yes: “${name}” names the first outcome`, no: "No" },
  });
  if (taken === "no") throw new Unreadable("Keep two columns of numbers: p, what is true, and q, what you believe.");
}

/** Whether every line has numbers before its p and q, and as many. */
function areNumbers(before: readonly (readonly string[])[], read: Read): boolean {
  const [first = []] = before;
  return before.every((cells) => cells.length === first.length && cells.some((cell) => read(cell) !== undefined));
}

/** Whether what stands before p and q counts the outcomes, or gives the edges of their bins. */
export function areInOrder(before: readonly (readonly string[])[], read: Read): boolean {
  const values = before.map((cells) => cells.map((cell) => read(cell) ?? Number.NaN));
  if (!values.every(([left = Number.NaN, right = Number.POSITIVE_INFINITY]) => left < right)) return false;
  return values.slice(1).every(([left = Number.NaN], i) => {
    const [start = Number.NaN, end = start] = values[i] ?? [];
    return left > start && left >= end;
  });
}

function checkWidth({ number, cells }: Line, read: Read): void {
  if (cells.length < 2) {
    throw new Unreadable(`Line ${number} has one column. Give two: p, what is true, and q, what you believe.`);
  }
  const numbers = cells.filter((cell) => cell === "" || read(cell) !== undefined);
  if (cells.length > MOST_COLUMNS && numbers.length > 2) {
    throw new Unreadable(
      `Line ${number} has ${cells.length} columns. Keep two, p and q, and before them perhaps a name for each outcome.`,
    );
  }
}
