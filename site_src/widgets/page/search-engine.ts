// What answers a search. Loaded when somebody begins one.

import type { Entry } from "./search-entries.ts";
import { Entries } from "./search-entries.ts";
import { ask } from "./search-ranking.ts";
import { option } from "./search-results.ts";

const MOST_RESULTS = 20;

/** An answer: its options, and what it says of itself, if it can say so yet. */
export interface Answer {
  readonly options: readonly HTMLLIElement[];
  readonly said: string | undefined;
}

/** What is asked: the parts of the site, and how an answer is made of them. */
export interface Engine {
  readonly entries: Entries;
  answer(query: string): Answer;
}

/** Fetch the index of the site whose root this is. */
export async function load(root: URL): Promise<Engine> {
  const index = new URL("search/index.json", root);
  const response = await fetch(index);
  if (!response.ok) throw new Error(`${index.href} answers ${response.status}`);
  const entries = new Entries((await response.json()) as Entry[]);
  return { entries, answer: (query) => answer(entries, query, root) };
}

function answer(entries: Entries, query: string, root: URL): Answer {
  const hits = ask(entries, query);
  const options = hits.slice(0, MOST_RESULTS).map((hit, place) => option(hit, place, root));
  return { options, said: entries.isComplete || hits.length ? countOf(hits.length) : undefined };
}

function countOf(hits: number): string {
  if (hits === 0) return "Nothing on this site has these words.";
  if (hits > MOST_RESULTS) return `The ${MOST_RESULTS} best of ${hits} results`;
  return hits === 1 ? "1 result" : `${hits} results`;
}
