// Text as lines of cells: what spreadsheets, CSV files, R, Julia, MATLAB and pandas write, and what people type.

import { readNumber } from "./marks.ts";
import type { Line, Sheet } from "./sheet.ts";
import { Unreadable } from "./unreadable.ts";

const MOST_LINES = 10_000;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?%?$/i;
/** Stands for a quoted cell while its line is split; no keyboard has it. */
const SET_ASIDE = "\uE000";
/** What pandas, Julia and MATLAB print around their numbers and is none of them. */
const AROUND = /^(?:Name: [^,]*, )?(?:Length: \d+, )?dtype: \w+$/;
/** The line below the heading of a table in Markdown. */
const RULE = /^[ :|-]+$/;
const LABEL = /^(?:[\p{L}_][\p{L}\p{N}_.]* =|\d+-element Vector\{\w+\}:|Columns? \d+(?: (?:through|and|to) \d+)?:?)$/u;

interface Written {
  readonly number: number;
  readonly text: string;
  readonly block: number;
}

/** The lines that are not empty, each with its number in the text; throws Unreadable where there are none. */
export function delimited(text: string): Sheet {
  const written = linesOf(text);
  if (written.length > MOST_LINES) {
    throw new Unreadable(
      `That is ${written.length} lines; this page takes up to ${MOST_LINES}. Use the Python package for more.`,
    );
  }
  const separator = separatorOf(written.map((line) => line.text));
  const all = written.map((line) => ({ ...line, cells: cellsOf(line.text, separator) }));
  const edges = [emptyEdge(all, 0), emptyEdge(all, -1)] as const;
  const lines: Line[] = all.map(({ number, block, cells }) => ({ number, block, cells: trimmed(cells, edges) }));
  if (lines.length === 0) {
    throw new Unreadable(
      "Nothing is pasted yet. Paste two columns of numbers: p, what is true, and q, what you believe.",
    );
  }
  return { lines, known: {}, assumed: [] };
}

/** The lines with something in them; empty lines and labels part blocks. */
function linesOf(text: string): Written[] {
  const found: Written[] = [];
  let block = 0;
  for (const [i, line] of text.replace(/\r\n?/g, "\n").split("\n").entries()) {
    const bare = line.trim();
    if (bare === "" || LABEL.test(bare)) block += 1;
    // The right edge stays: an empty last cell is a cell.
    else if (!(AROUND.test(bare) || (RULE.test(bare) && bare.includes("---"))))
      found.push({ number: i + 1, text: line.replace(/ $/, ""), block });
  }
  return found;
}

/** What separates the columns. */
function separatorOf(lines: readonly string[]): RegExp {
  const has = (mark: string) => lines.some((line) => line.includes(mark));
  if (has("\t")) return /\t/;
  if (has(";")) return /;/;
  if (lines.length > 0 && lines.every((line) => line.includes("|"))) return /\|/;
  const bare = lines.map((line) => setAside(line)[0]);
  if (!bare.some((line) => line.includes(","))) return /\s+/;
  return bare.every(hasDecimalCommas) ? /\s+/ : /,/;
}

/** Whether blanks part two numbers or more, and every comma stands inside a number. */
function hasDecimalCommas(line: string): boolean {
  const tokens = line.trim().split(/\s+/);
  const numbers = tokens.filter((token) => DECIMAL_COMMA.test(token) || readNumber(token) !== undefined);
  return numbers.length >= 2 && tokens.every((token) => !token.includes(",") || DECIMAL_COMMA.test(token));
}

/** A line with what is quoted, and each interval, replaced by a sign; and what was replaced. */
function setAside(line: string): [bare: string, aside: string[]] {
  const aside: string[] = [];
  const bare = line.replace(/"((?:[^"]|"")*)"|[[(][^[\](),]*,[^[\](),]*[\])]/g, (whole: string, inside?: string) => {
    aside.push(inside?.replace(/""/g, '"') ?? whole);
    return SET_ASIDE;
  });
  return [bare, aside];
}

function cellsOf(line: string, separator: RegExp): string[] {
  const [bare, aside] = setAside(line.replace(/−/g, "-").replace(/(\d)[ \u00a0]%/g, "$1%"));
  const put = () => aside.shift() ?? "";
  const ready = separator.source === "\\s+" ? bare.trim() : bare;
  return ready.split(separator).map((cell) => cell.trim().replaceAll(SET_ASIDE, put).trim());
}

/** Whether every line begins, or ends, with an empty cell: then it is none. */
function emptyEdge(lines: readonly { readonly cells: readonly string[] }[], at: 0 | -1): boolean {
  return lines.every(({ cells }) => cells.at(at) === "");
}

function trimmed(cells: readonly string[], [left, right]: readonly [boolean, boolean]): readonly string[] {
  return cells.slice(left ? 1 : 0, right ? -1 : undefined);
}
