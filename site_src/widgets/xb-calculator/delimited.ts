// Text as lines of cells: what spreadsheets, CSV files, R, Julia, MATLAB and pandas write, and what people type.

import { readNumber } from "../parts/numbers.ts";
import type { Line, Sheet } from "./sheet.ts";
import { Unreadable } from "./unreadable.ts";

const MOST_LINES = 10_000;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?%?$/i;
/** Stands for a quoted cell while its line is split; no keyboard has it. */
const SET_ASIDE = "\uE000";
/** What pandas prints below a series: the next line begins another. */
const END_OF_SERIES = /^(?:Name: [^,]*, )?(?:Length: \d+, )?dtype: \w+$/;
/** What pandas, polars, R, MATLAB and databases print around their numbers and is none of them. */
const AROUND =
  /^(?:\[\d+ rows x \d+ columns\]|shape: \(\d+, \d+\)|# A tibble: .*|(?:<\w+>\s*)+|\(\d+ rows?\)|\d(?:\.\d+)?e[+-]\d+ \*|\|(?:\s*(?:str|cat|bool|[iuf]\d+)\s*\|)+)$/;
/** The line below the heading of a table in Markdown, and those around one that is drawn. */
const RULE = /^[ :|+=\u2500-\u257f-]+$/;
const DRAWN = /[│┃┆║]/g;
const LABEL =
  /^(?:[\p{L}_][\p{L}\p{N}_.]* =|\d+-element Vector\{[\w{}]+\}:|\d+×\d+ Matrix\{[\w{}]+\}:|Columns? \d+(?: (?:through|and|to) \d+)?:?)$/u;

interface Written {
  readonly number: number;
  readonly text: string;
  readonly block: number;
  readonly named: boolean;
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
  const lines: Line[] = all.map((line) => ({ ...line, cells: trimmed(line.cells, edges) }));
  if (isAxisName(lines[0], lines[1])) lines.shift(); // R's, above the names of the columns
  if (isAxisName(lines[1], lines[0])) lines.splice(1, 1); // that of pandas, below them
  if (lines.length === 0) {
    throw new Unreadable(
      "Nothing is pasted yet. Paste two columns of numbers: p, what is true, and q, what you believe.",
    );
  }
  return { lines, known: {}, assumed: [] };
}

/** The lines with something in them; empty lines and labels part blocks. */
function linesOf(text: string): Written[] {
  const found: Omit<Written, "named">[] = [];
  const series = new Set<number>();
  let block = 0;
  const plain = withoutLatex(text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(DRAWN, "|"));
  for (const [i, line] of plain.split("\n").entries()) {
    const bare = line.trim();
    if (END_OF_SERIES.test(bare)) series.add(block);
    if (bare === "" || LABEL.test(bare) || END_OF_SERIES.test(bare)) block += 1;
    // The right edge stays: an empty last cell is a cell.
    else if (!(AROUND.test(bare) || (RULE.test(bare) && /--|==|[\u2500-\u257f]/.test(bare))))
      found.push({ number: i + 1, text: line.replace(/ $/, ""), block });
  }
  return found.map((line) => ({ ...line, named: series.has(line.block) }));
}

/** The rows of a table in LaTeX, with bars between their cells. */
function withoutLatex(text: string): string {
  if (!(text.includes("&") && text.includes("\\\\"))) return text;
  return text
    .replace(/\\(?:begin|end)\{[a-z]*\*?\}(?:\{[^{}\n]*\})?|\\(?:hline|toprule|midrule|bottomrule)|\$/g, "")
    .replace(/\\[dt]?frac\{?(\d+)\}?\{?(\d+)\}?/g, "$1/$2")
    .replace(/\\%/g, "%")
    .replace(/\\\\[ \t]*\n?/g, "\n")
    .replace(/&/g, "|");
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
  const cells = ready.split(separator).map((cell) => cell.trim().replaceAll(SET_ASIDE, put).trim());
  // In Markdown a number may be bold, or code.
  return separator.source === "\\|" ? cells.map((cell) => cell.replace(/^[*_`]+|[*_`]+$/g, "")) : cells;
}

/** Whether a line has but one word, beside a heading that has more. */
function isAxisName(line: Line | undefined, heading: Line | undefined): boolean {
  if (!(line && heading)) return false;
  const isWord = (cell: string) => cell !== "" && readNumber(cell) === undefined;
  return line.cells.length === 1 && line.cells.every(isWord) && heading.cells.length > 1 && heading.cells.every(isWord);
}

/** Whether every line begins, or ends, with an empty cell: then it is none. */
function emptyEdge(lines: readonly { readonly cells: readonly string[] }[], at: 0 | -1): boolean {
  return lines.every(({ cells }) => cells.at(at) === "");
}

function trimmed(cells: readonly string[], [left, right]: readonly [boolean, boolean]): readonly string[] {
  return cells.slice(left ? 1 : 0, right ? -1 : undefined);
}
