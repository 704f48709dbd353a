// What computes a function of the package in each library: the lines that pages show in tabs, too.

import CALLS from "../../traps/calls.json" with { type: "json" };
import type { Library } from "./measures.ts";

export type Called = keyof typeof CALLS;
type Lines = Readonly<Partial<Record<Library | "NumPy", readonly string[]>>>;

/** What stands for the arguments of a call, and for what its unit asks: `base` of the package, `unit` of the others. */
export type Values = Readonly<Record<string, string>>;

/** The line that computes; those before it prepare, which a program here does once for all. */
export function call(name: Called, library: Library, values: Values): string {
  const lines: Lines = CALLS[name];
  const line = (lines[library] ?? lines.NumPy)?.at(-1);
  if (line === undefined) throw new RangeError(`no line of ${library} for ${name}`);
  return line.replaceAll(/\{(\w+)\}/g, (_, value: string) => values[value] ?? "");
}
