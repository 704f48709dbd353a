// A table of two variables: what one tells about the other.

import { normalize } from "../mathematics/laws.ts";
import { margins } from "../mathematics/measures.ts";
import type { Answer, Result, Term } from "./answer.ts";
import { NOTHING } from "./answer.ts";
import type { Choices } from "./doubts.ts";
import { open } from "./doubts.ts";
import type { Grid } from "./grid.ts";
import { readGrid } from "./grid.ts";
import type { Joint, JointMeasure } from "./joint-measures.ts";
import { MUTUAL_INFORMATION, OF_COLUMNS, OF_ROWS, SHARED } from "./joint-measures.ts";
import type { Mend } from "./laws.ts";
import { columnOf, describe } from "./laws.ts";
import { forTable } from "./python.ts";
import { gridUnderstood } from "./understood.ts";

/** A pasted table of two variables; throws Unreadable. */
export function answerTable(text: string, mend: Mend, reading: Choices = {}): Answer {
  const read = readGrid(text, reading);
  const { doubts } = read;
  const understood = doubts.length > 0 ? gridUnderstood(read) : undefined;
  if (open(doubts)) return { ...NOTHING, doubts, understood };
  return { ...answerGrid(read, mend), doubts, understood };
}

function answerGrid({ rows, columns, cells, assumed }: Grid, mend: Mend): Answer {
  const column = columnOf("p", cells.flat());
  const unsure = column.kind === "unsure" ? [column] : [];
  const words = describe(column, mend === "rest" ? "" : mend).replace(/^p: /, "");
  const notes = [...assumed, `${rows.length} rows and ${columns.length} columns: ${words}`];
  if (unsure.length > 0 && mend !== "divide") return { ...NOTHING, notes, unsure };
  const divide = column.kind !== "probabilities";
  const shares = divide ? inRows(normalize(cells.flat()), columns.length) : cells;
  const [x, y] = margins(shares);
  const joint = { cells: shares, x, y };
  return {
    ...NOTHING,
    notes,
    unsure,
    said: resultsOf([MUTUAL_INFORMATION], joint),
    meaning: "so much does X tell about Y, and Y about X",
    groups: [
      { title: "What X and Y share", wide: true, results: resultsOf(SHARED, joint) },
      { title: "X, the rows", results: resultsOf(OF_ROWS, joint) },
      { title: "Y, the columns", results: resultsOf(OF_COLUMNS, joint) },
    ],
    terms: {
      p: "p(x,y)",
      q: "p(x)p(y)",
      sum: MUTUAL_INFORMATION.symbol,
      all: termsOf(joint, rows, columns),
      exchanged: false,
    },
    script: forTable(cells, divide),
  };
}

function resultsOf(measures: readonly JointMeasure[], joint: Joint): Result[] {
  return measures.map(({ symbol, name, of, ink, value }) => ({ symbol, name, of, ink, value: value(joint) }));
}

function termsOf({ cells, x, y }: Joint, rows: readonly string[], columns: readonly string[]): Term[] {
  return cells.flatMap((row, i) =>
    row.map((share, j) => ({
      name: `${rows[i]}, ${columns[j]}`,
      p: share,
      q: (x[i] as number) * (y[j] as number),
    })),
  );
}

function inRows(values: readonly number[], width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));
}
