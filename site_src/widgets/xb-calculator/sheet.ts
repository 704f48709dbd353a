// What was pasted, as lines of cells, whatever wrote it.

import type { Choices } from "./doubts.ts";

export interface Line {
  /** Its number in the text, or in the list that it was made of. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Lines between empty lines or labels are of one block. */
  readonly block: number;
  /** Whether it is of a series of pandas, where a name stands before the number, even if it is a number too. */
  readonly named?: boolean;
}

export interface Sheet {
  readonly lines: readonly Line[];
  /** What the form of the text settles. */
  readonly known: Choices;
  readonly assumed: readonly string[];
  /** Whether there are two pairs in one list: two laws, or two outcomes. */
  readonly pairs?: boolean;
}

/** What is settled where a program wrote the numbers: it writes no headings, totals or separators of thousands. */
export const WRITTEN: Choices = { mark: "decimal", heading: "no", names: "no", total: "no" };

export function linesFrom(rows: readonly (readonly string[])[]): Line[] {
  return rows.map((cells, i) => ({ number: i + 1, cells, block: 0 }));
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
