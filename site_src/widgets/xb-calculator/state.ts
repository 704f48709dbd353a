// What the calculator is asked, and how an address carries it. Lists and tables stand there as rows joined by "*" of cells
// joined by "_", with all their digits.

import { FAMILIES } from "../mathematics/families.ts";
import type { Law } from "../mathematics/integration.ts";
import type { Mend, Zeros } from "./laws.ts";
import { readColumns, readGrid } from "./parsing.ts";
import { placeOf } from "./renyi-curve.ts";

export const MODES = ["lists", "families", "table"] as const;
export type Mode = (typeof MODES)[number];

export interface State {
  readonly mode: Mode;
  readonly lists: string;
  readonly table: string;
  readonly p: Law;
  readonly q: Law;
  readonly mend: Mend;
  readonly zeros: Zeros;
  /** The place of the slider for the Rényi order. */
  readonly place: number;
}

const MENDS: readonly Mend[] = ["", "divide", "rest"];
const LONGEST = 6000; // characters: servers refuse addresses that are much longer
const PLACE = 20; // α = ½

export function initialState(lists: string, table: string): State {
  return {
    mode: "lists",
    lists,
    table,
    p: initialLaw("p", "Normal"),
    q: initialLaw("q", "Normal"),
    mend: "",
    zeros: "infinite",
    place: PLACE,
  };
}

export function initialLaw(name: "p" | "q", family: string): Law {
  return { family, parameters: FAMILIES[family]!.parameters.map(({ initial }) => initial[name === "p" ? 0 : 1]) };
}

/** Only what the mode needs: a link stays short. */
export function toAddress({ mode, lists, table, p, q, mend, zeros, place }: State): Record<string, string> {
  const inMode = (wanted: Mode, text: () => string) => (mode === wanted ? text() : "");
  return {
    mode,
    lists: inMode("lists", () => short(orNothing(() => packColumns(lists)))),
    table: inMode("table", () => short(orNothing(() => packGrid(table)))),
    p: inMode("families", () => packLaw(p)),
    q: inMode("families", () => packLaw(q)),
    mend: mode === "families" ? "" : mend,
    zeros: inMode("lists", () => String(zeros)),
    order: mode === "table" ? "" : String(place),
  };
}

/** Whether a link can carry the state. */
export function fitsAnAddress({ mode, lists, table }: State): boolean {
  const packed = { lists: () => packColumns(lists), table: () => packGrid(table), families: () => "" }[mode];
  return orNothing(packed).length <= LONGEST;
}

/** What cannot be read comes from the fallback. */
export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  const mode = MODES.find((mode) => mode === read("mode")) ?? fallback.mode;
  const place = Number(read("order") || NaN);
  return {
    mode,
    lists: text(read("lists"), readColumns) ?? fallback.lists,
    table: text(read("table"), readGrid) ?? fallback.table,
    p: law(read("p")) ?? fallback.p,
    q: law(read("q")) ?? fallback.q,
    mend: MENDS.find((mend) => mend === read("mend")) ?? fallback.mend,
    zeros: zerosOf(read("zeros")) ?? fallback.zeros,
    place: Number.isInteger(place) && place >= 0 && place <= placeOf(Infinity) ? place : fallback.place,
  };
}

/** The text that a page's author or an address wrote as packed rows. */
export function unpack(packed: string): string {
  return packed
    .split("*")
    .map((row) => row.split("_").map(decoded).join("\t"))
    .join("\n");
}

/** How much of the uniform law to mix in: more than nothing, and not all. */
export function isShare(value: number): boolean {
  return value > 0 && value < 1;
}

function packColumns(text: string): string {
  const { outcomes, p, q } = readColumns(text);
  const named = outcomes.some((name, i) => name !== String(i + 1));
  return pack(outcomes.map((name, i) => [...(named ? [name] : []), String(p[i]), String(q[i])]));
}

function packGrid(text: string): string {
  const { rows, columns, cells } = readGrid(text);
  return pack([["", ...columns], ...cells.map((row, i) => [rows[i]!, ...row.map(String)])]);
}

function pack(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(encoded).join("_")).join("*");
}

function encoded(cell: string): string {
  return cell.replace(/[%_*\t\n]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

function decoded(cell: string): string {
  return cell.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function text(packed: string | null, read: (text: string) => unknown): string | undefined {
  if (!packed) return undefined;
  const unpacked = unpack(packed);
  return orNothing(() => String(read(unpacked))) ? unpacked : undefined;
}

function packLaw({ family, parameters }: Law): string {
  return [family, ...parameters].join("_");
}

function law(packed: string | null): Law | undefined {
  const [family = "", ...numbers] = packed?.split("_") ?? [];
  if (!Object.hasOwn(FAMILIES, family)) return undefined;
  const parameters = numbers.map((number) => (number ? Number(number) : NaN));
  return objectionTo({ family, parameters }) === undefined ? { family, parameters } : undefined;
}

/** Why the parameters make no law of their family, in words; undefined if they do. */
export function objectionTo({ family, parameters }: Law): string | undefined {
  const { parameters: wanted, objection } = FAMILIES[family]!;
  if (parameters.length !== wanted.length) return `${family} has ${wanted.length} parameters.`;
  const bad = wanted.findIndex(({ allows }, i) => !allows(parameters[i]!));
  if (bad >= 0) return `${wanted[bad]!.name} must be ${wanted[bad]!.must}.`;
  return objection?.(parameters);
}

function zerosOf(written: string | null): Zeros | undefined {
  if (written === "infinite" || written === "half") return written;
  const share = Number(written || NaN);
  return isShare(share) ? share : undefined;
}

function short(packed: string): string {
  return packed.length <= LONGEST ? packed : "";
}

/** What a function that reads pasted text gives; an empty text where it objects. */
function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return ""; // half-typed text has no place in an address
  }
}
