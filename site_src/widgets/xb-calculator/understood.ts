// The beginning of what was read, to be compared with what was meant.

import type { Table } from "../parts/table.ts";
import type { Columns } from "./columns.ts";
import type { Grid } from "./grid.ts";

const ROWS = 5;
const COLUMNS = 5;

export function columnsUnderstood({ outcomes, p, q }: Columns): Table {
  return {
    caption: captionOf(outcomes.length, "outcomes"),
    head: ["outcome", "p", "q"],
    rows: outcomes.slice(0, ROWS).map((name, i) => [name, String(p[i]), String(q[i])]),
  };
}

export function gridUnderstood({ rows, columns, cells }: Grid): Table {
  const more = columns.length > COLUMNS ? ["…"] : [];
  return {
    caption: captionOf(rows.length, "rows"),
    head: ["", ...columns.slice(0, COLUMNS), ...more],
    rows: rows
      .slice(0, ROWS)
      .map((name, i) => [name, ...(cells[i] as readonly number[]).slice(0, COLUMNS).map(String), ...more]),
  };
}

function captionOf(count: number, what: string): string {
  return `So it is read at present${count > ROWS ? `: the first ${ROWS} of ${count} ${what}` : ""}.`;
}
