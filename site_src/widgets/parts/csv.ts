// A table as a file that a spreadsheet opens.

import type { Table } from "./table.ts";

/** What a table shows, as comma-separated values; numbers as programs read them. */
export function csv({ head, rows }: Table): string {
  return [head, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(text: string): string {
  const plain = text
    .replaceAll(/[\u00a0\u202f]/g, " ")
    .replace(/^−(?=[\d∞])/, "-")
    .replace(/^[+](?=\d)/, "")
    .replace(/^(-?)∞$/, "$1inf")
    .replace(/^(-?[\d.]+) %$/, "$1%");
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
