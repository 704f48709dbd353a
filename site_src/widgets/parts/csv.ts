// A table as a file that a spreadsheet opens.

import type { Table } from "./table.ts";

/** What a table shows, as comma-separated values; numbers as programs read them. */
export function csv({ head, rows }: Table): string {
  return [head, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function field(text: string): string {
  const plain = text
    .replaceAll(/(?<=\d)\u202f(?=\d{3})/g, "")
    .replaceAll(/[\u00a0\u202f]/g, " ")
    .replace(/^−(?=[\d∞])/, "-")
    .replace(/^[+](?=\d)/, "")
    .replace(/^(-?)∞$/, "$1inf")
    .replace(/^(-?[\d.]+) %$/, "$1%")
    .replace(
      /^(?:(-?[\d.]+)·)?10([⁻⁰¹²³⁴-⁹]+)$/,
      (_, digits: string | undefined, power: string) => `${digits ?? 1}e${lowered(power)}`,
    );
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** An exponent as programs write it. */
function lowered(power: string): string {
  return [...power].map((sign) => (sign === "⁻" ? "-" : RAISED.indexOf(sign))).join("");
}
