// The numbers of a widget as a table.

import { html, say } from "./dom.ts";

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Write a table's texts into the cells that are there, making them the first time and where their number changed. */
export function fillTable(table: HTMLTableElement, { caption, head, rows }: Table): void {
  if (table.rows.length !== rows.length + 1 || table.rows[0]?.cells.length !== head.length) {
    table.replaceChildren();
    makeCells(table, head.length, rows.length);
  }
  say(table.caption?.firstChild as HTMLElement, caption);
  for (const [i, texts] of [head, ...rows].entries()) {
    for (const [j, text] of texts.entries()) say(table.rows[i]?.cells[j] as HTMLElement, text);
  }
}

function makeCells(table: HTMLTableElement, columns: number, rows: number): void {
  const row = (first: "th" | "td", rest: "th" | "td", scope: string) =>
    html("tr", {}, ...Array.from({ length: columns }, (_, i) => (i ? cell(rest, "col") : cell(first, scope))));
  const cell = (tag: "th" | "td", scope: string) => html(tag, tag === "th" ? { scope } : {});
  table.append(
    html("caption", {}, html("span")),
    html("thead", {}, row("th", "th", "col")),
    html("tbody", {}, ...Array.from({ length: rows }, () => row("th", "td", "row"))),
  );
}
