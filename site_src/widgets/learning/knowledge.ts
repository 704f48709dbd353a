// What a reader says they know and where they want to go: addresses of pages, each with the time when it was said. It is
// kept in this browser, and carried to another in a file or in a link. Both may come from anywhere: what cannot be read is
// dropped, the rest is taken.

import { store, stored } from "../page/storage.ts";

export interface Said<Value> {
  readonly value: Value;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Knowledge {
  /** By address, what was said of a page: known, or no longer. */
  readonly known: ReadonlyMap<string, Said<boolean>>;
  /** An address, or "" where a goal was given up. */
  readonly goal: Said<string>;
}

/** The address that stands for one that was said at another time, or undefined for one that is unknown. */
export type Follow = (address: string) => string | undefined;

const KEY = "learning";
export const NOTHING: Knowledge = { known: new Map(), goal: { value: "", at: 0 } };

export function isKnown({ known }: Knowledge, address: string): boolean {
  return known.get(address)?.value ?? false;
}

export function knownIn({ known }: Knowledge): Set<string> {
  return new Set([...known].filter(([, { value }]) => value).map(([address]) => address));
}

export function withKnown(knowledge: Knowledge, address: string, value: boolean, at: number): Knowledge {
  return { ...knowledge, known: new Map([...knowledge.known, [address, { value, at }]]) };
}

export function withGoal(knowledge: Knowledge, address: string, at: number): Knowledge {
  return { ...knowledge, goal: { value: address, at } };
}

/** Of each thing what was said last; of the same moment, what was said first here. */
export function merged(here: Knowledge, there: Knowledge): Knowledge {
  const known = new Map(here.known);
  for (const [address, said] of there.known) {
    const before = known.get(address);
    if (!before || said.at > before.at) known.set(address, said);
  }
  return { known, goal: there.goal.at > here.goal.at ? there.goal : here.goal };
}

/** As a file has it, and the browser's storage. */
export function written({ known, goal }: Knowledge): string {
  return `${JSON.stringify({ known: Object.fromEntries(known), goal }, null, 1)}\n`;
}

/** The same, read; null where it is no such record. */
export function parsed(text: string | null, follow: Follow): Knowledge | null {
  const read = json(text);
  if (!(isRecord(read) && ("known" in read || "goal" in read))) return null;
  const said = isRecord(read["known"]) ? Object.entries(read["known"]) : [];
  const known = said.map(([address, mark]) => knownOf(follow(address), mark));
  return [...known, goalOf(read["goal"], follow)].reduce(merged, NOTHING);
}

function json(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

function knownOf(address: string | undefined, said: unknown): Knowledge {
  if (!(address && isSaid(said)) || typeof said.value !== "boolean") return NOTHING;
  return withKnown(NOTHING, address, said.value, said.at);
}

function goalOf(said: unknown, follow: Follow): Knowledge {
  if (!isSaid(said) || typeof said.value !== "string") return NOTHING;
  const address = said.value === "" ? "" : follow(said.value);
  return address === undefined ? NOTHING : withGoal(NOTHING, address, said.at);
}

export function remembered(follow: Follow): Knowledge {
  return parsed(stored(KEY), follow) ?? NOTHING;
}

/** False where the browser does not keep it. */
export function remember(knowledge: Knowledge): boolean {
  return store(KEY, written(knowledge));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSaid(said: unknown): said is Said<unknown> {
  return isRecord(said) && typeof said["at"] === "number" && Number.isFinite(said["at"]);
}
