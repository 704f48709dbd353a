// What the calculator is asked, and how an address carries it. Lists and tables stand there as rows joined by "*" of cells
// joined by "_", with all their digits.

import type { FamilyName, Law } from "../mathematics/families.ts";
import { FAMILIES, FAMILY_NAMES } from "../mathematics/families.ts";
import type { LawName } from "../parts/roles.ts";
import { readColumns } from "./columns.ts";
import type { Choices, Doubt } from "./doubts.ts";
import { open } from "./doubts.ts";
import { readGrid } from "./grid.ts";
import type { Mend, Zeros } from "./laws.ts";
import { MOST } from "./orders.ts";
import { Unreadable } from "./unreadable.ts";

export const MODES = ["lists", "families", "table"] as const;
export type Mode = (typeof MODES)[number];

export interface State {
  readonly mode: Mode;
  readonly lists: string;
  readonly table: string;
  /** How the reader wants the text to be read, where that is in doubt. */
  readonly reading: Choices;
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
/** How an address writes lists and tables, so that nothing in them is in doubt. */
const PACKED: Readonly<Record<"lists" | "table", Choices>> = {
  lists: { mark: "decimal", laws: "columns", heading: "no", names: "yes", total: "no", same: "apart" },
  table: { mark: "decimal", heading: "yes", total: "no" },
};

export function initialState(lists: string, table: string): State {
  return {
    mode: "lists",
    lists,
    table,
    reading: {},
    p: initialLaw("p", "Normal"),
    q: initialLaw("q", "Normal"),
    mend: "",
    zeros: "infinite",
    place: PLACE,
  };
}

export function initialLaw(name: LawName, family: FamilyName): Law {
  return { family, parameters: FAMILIES[family].parameters.map(({ initial }) => initial[name === "p" ? 0 : 1]) };
}

/** Only what the mode needs: a link stays short. */
export function toAddress({ mode, lists, table, reading, p, q, mend, zeros, place }: State): Record<string, string> {
  const inMode = (wanted: Mode, text: () => string) => (mode === wanted ? text() : "");
  return {
    mode,
    // Half-typed text has no place in an address, nor has what is too long for one.
    lists: inMode("lists", () => short(readable(() => packColumns(lists, reading)) ?? "")),
    table: inMode("table", () => short(readable(() => packGrid(table, reading)) ?? "")),
    p: inMode("families", () => packLaw(p)),
    q: inMode("families", () => packLaw(q)),
    mend: mode === "families" ? "" : mend,
    zeros: inMode("lists", () => String(zeros)),
    order: mode === "table" ? "" : String(place),
  };
}

/** Whether a link can carry the state. */
export function fitsAnAddress({ mode, lists, table, reading }: State): boolean {
  const packed = {
    lists: () => packColumns(lists, reading),
    table: () => packGrid(table, reading),
    families: () => "",
  }[mode];
  return (readable(packed) ?? "").length <= LONGEST;
}

/** What cannot be read comes from the fallback. */
export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  const mode = MODES.find((known) => known === read("mode")) ?? fallback.mode;
  const place = numberIn(read("order"));
  const lists = textIn(read("lists"), readColumns, PACKED.lists);
  const table = textIn(read("table"), readGrid, PACKED.table);
  const given = mode === "lists" ? lists : table;
  return {
    mode,
    lists: lists?.text ?? fallback.lists,
    table: table?.text ?? fallback.table,
    reading: given?.reading ?? fallback.reading,
    p: lawIn(read("p")) ?? fallback.p,
    q: lawIn(read("q")) ?? fallback.q,
    mend: MENDS.find((known) => known === read("mend")) ?? fallback.mend,
    zeros: zerosOf(read("zeros")) ?? fallback.zeros,
    place: Number.isInteger(place) && place >= 0 && place <= MOST ? place : fallback.place,
  };
}

/** The state with the two laws exchanged; the same where they cannot be read. */
export function exchanged(state: State): State {
  const { mode, lists, reading, p, q } = state;
  if (mode === "families") return { ...state, p: q, q: p };
  const turned = mode === "lists" ? readable(() => withColumnsExchanged(lists, reading)) : undefined;
  return turned === undefined ? state : { ...state, lists: turned, reading: PACKED.lists };
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

function withColumnsExchanged(text: string, reading: Choices): string {
  const { outcomes, p, q } = settled(readColumns(text, reading));
  return outcomes.map((name, i) => [name, q[i], p[i]].join("\t")).join("\n");
}

function packColumns(text: string, reading: Choices): string {
  const { outcomes, p, q } = settled(readColumns(text, reading));
  const named = outcomes.some((name, i) => name !== String(i + 1));
  return pack(outcomes.map((name, i) => [...(named ? [name] : []), String(p[i]), String(q[i])]));
}

function packGrid(text: string, reading: Choices): string {
  const { rows, columns, cells } = settled(readGrid(text, reading));
  return pack([["", ...columns], ...cells.map((row, i) => [rows[i] ?? "", ...row.map(String)])]);
}

function pack(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(encoded).join("_")).join("*");
}

function encoded(cell: string): string {
  return cell.replace(/[%_*\t\n]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

function decoded(cell: string): string {
  return cell.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The text in an address, and how to read it: as packed, or, where somebody wrote it by hand, as any other paste. */
function textIn(
  packed: string | null,
  read: (text: string, reading: Choices) => unknown,
  asPacked: Choices,
): (Pick<State, "reading"> & { readonly text: string }) | undefined {
  if (!packed) return undefined;
  const text = unpack(packed);
  const reading = [asPacked, {}].find((choices) => readable(() => read(text, choices)) !== undefined);
  return reading && { text, reading };
}

/** What is read, if nothing about it is in doubt. */
function settled<T extends { readonly doubts: readonly Doubt[] }>(found: T): T {
  if (open(found.doubts)) throw new Unreadable("The reader has not decided yet.", found.doubts);
  return found;
}

/** Not a number where nothing is written. */
function numberIn(written: string | null): number {
  return written ? Number(written) : Number.NaN;
}

function packLaw({ family, parameters }: Law): string {
  return [family, ...parameters].join("_");
}

function lawIn(packed: string | null): Law | undefined {
  const [name, ...numbers] = packed?.split("_") ?? [];
  const family = FAMILY_NAMES.find((known) => known === name);
  if (!family) return undefined;
  const law = { family, parameters: numbers.map(numberIn) };
  return objectionTo(law) === undefined ? law : undefined;
}

/** Why the parameters make no law of their family, in words; undefined if they do. */
export function objectionTo({ family, parameters }: Law): string | undefined {
  const { parameters: wanted, objection } = FAMILIES[family];
  if (parameters.length !== wanted.length) return `${family} has ${wanted.length} parameters.`;
  const bad = wanted.find(({ allows }, i) => !allows(parameters[i] as number));
  return bad ? `${bad.name} must be ${bad.must}.` : objection?.(parameters);
}

function zerosOf(written: string | null): Zeros | undefined {
  if (written === "infinite" || written === "half") return written;
  const share = numberIn(written);
  return isShare(share) ? share : undefined;
}

function short(packed: string): string {
  return packed.length <= LONGEST ? packed : "";
}

/** What a function that reads pasted text gives; undefined where it objects to the text. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
