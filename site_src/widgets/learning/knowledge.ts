// What a reader says they know, where they want to go and which questions they have answered: addresses of pages and of
// questions, each with the time when it was said. It is kept in this browser, and carried to another in a file or in a link. Both may come from anywhere: what cannot be read is
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
  /** By the address of a question, whether it was answered rightly the last time. */
  readonly solved: ReadonlyMap<string, Said<boolean>>;
}

/** The address that stands for one that was said at another time, or undefined for one that is unknown. */
export type Follow = (address: string) => string | undefined;

const KEY = "learning";
export const NOTHING: Knowledge = { known: new Map(), goal: { value: "", at: 0 }, solved: new Map() };

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

export function isSolved({ solved }: Knowledge, question: string): boolean {
  return solved.get(question)?.value ?? false;
}

/** How many questions of a page are solved. */
export function solvedOn({ solved }: Knowledge, page: string): number {
  return [...solved].filter(([question, { value }]) => value && question.startsWith(`${page}#`)).length;
}

export function withSolved(knowledge: Knowledge, question: string, value: boolean, at: number): Knowledge {
  return { ...knowledge, solved: new Map([...knowledge.solved, [question, { value, at }]]) };
}

/** Of each thing what was said last; of the same moment, what was said first here. */
export function merged(here: Knowledge, there: Knowledge): Knowledge {
  return {
    known: latest(here.known, there.known),
    goal: there.goal.at > here.goal.at ? there.goal : here.goal,
    solved: latest(here.solved, there.solved),
  };
}

function latest<Value>(
  here: ReadonlyMap<string, Said<Value>>,
  there: ReadonlyMap<string, Said<Value>>,
): Map<string, Said<Value>> {
  const all = new Map(here);
  for (const [address, said] of there) {
    const before = all.get(address);
    if (!before || said.at > before.at) all.set(address, said);
  }
  return all;
}

/** As a file has it, and the browser's storage. */
export function written({ known, goal, solved }: Knowledge): string {
  return `${JSON.stringify({ known: Object.fromEntries(known), goal, solved: Object.fromEntries(solved) }, null, 1)}\n`;
}

/** The same, read; null where it is no such record. */
export function parsed(text: string | null, follow: Follow): Knowledge | null {
  const read = json(text);
  if (!(isRecord(read) && ("known" in read || "goal" in read || "solved" in read))) return null;
  const known = entriesOf(read["known"]).map(([address, mark]) => knownOf(follow(address), mark));
  const solved = entriesOf(read["solved"]).map(([address, mark]) => solvedOf(address, mark, follow));
  return [...known, ...solved, goalOf(read["goal"], follow)].reduce(merged, NOTHING);
}

function entriesOf(record: unknown): [string, unknown][] {
  return isRecord(record) ? Object.entries(record) : [];
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

/** A question moves with its page; those of a page that is gone are gone. */
function solvedOf(question: string, said: unknown, follow: Follow): Knowledge {
  const [page = "", id] = question.split("#");
  const place = follow(page);
  if (!(place !== undefined && id && isSaid(said)) || typeof said.value !== "boolean") return NOTHING;
  return withSolved(NOTHING, `${place}#${id}`, said.value, said.at);
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
