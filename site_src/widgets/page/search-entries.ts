// What is searched: the parts of the site as site_src/search/ writes them, and the ways to look one up.

import type { BM25Params, SearchOptions, SearchResult } from "minisearch";
import MiniSearch from "minisearch";
import { isCode, key, words } from "./search-words.ts";

/** One part of a page. */
export interface Entry {
  readonly address: string;
  readonly page: string;
  readonly title: string;
  readonly also: readonly string[];
  readonly called: readonly string[];
  readonly text: string;
  readonly code: string;
  readonly weight: number;
}

// How much a word counts by where it stands. Names are short: a word that comes twice says little more in them.
const NAMES = { boost: { title: 5, also: 5, called: 2, page: 2 }, bm25: { k: 0.6, b: 0.4, d: 0.5 } };
const TEXTS = { boost: { text: 1, code: 0.5 }, bm25: { k: 1.2, b: 0.7, d: 0.5 } };
// How much more a part counts when the whole query is its name, what a link calls it, or its very name in code.
const NAMED = 6;
const CALLED = 2;
const SPELT = 20;

/** The parts of the site, ready to be asked: by their names at once, by their texts a little later. */
export class Entries {
  readonly all: readonly Entry[];
  /** Kept when the texts can be asked, too. */
  readonly complete: Promise<void>;
  readonly #names: MiniSearch;
  readonly #texts: MiniSearch;
  readonly #byName = new Map<string, Map<number, number>>();

  constructor(all: readonly Entry[]) {
    this.all = all;
    this.#names = this.#searcher(NAMES.boost, NAMES.bm25);
    this.#texts = this.#searcher(TEXTS.boost, TEXTS.bm25);
    const rows = all.map((_, id) => ({ id }));
    this.#names.addAll(rows);
    for (const [id, entry] of all.entries()) this.#takeNames(id, entry);
    this.complete = this.#texts.addAllAsync(rows, { chunkSize: 20 });
  }

  get isComplete(): boolean {
    return this.#texts.documentCount === this.all.length;
  }

  /** The parts in which a word of the index stands, or words near it. */
  search(word: string, options: SearchOptions = {}): SearchResult[] {
    return merged(this.#names.search(word, options), this.#texts.search(word, options));
  }

  /** The parts whose name is the whole query, and how much more each counts for that. */
  named(query: string): ReadonlyMap<number, number> {
    return this.#byName.get(isCode(query) ? query : key(query)) ?? new Map<number, number>();
  }

  #searcher(boost: Record<string, number>, bm25: BM25Params): MiniSearch {
    return new MiniSearch({
      fields: Object.keys(boost),
      tokenize: words,
      processTerm: (word) => word,
      extractField: ({ id }, field) => (field === "id" ? id : fieldOf(this.all[id] as Entry, field)),
      searchOptions: { boost, bm25, tokenize: (word) => [word] },
    });
  }

  #takeNames(id: number, entry: Entry): void {
    const take = (name: string, counts: number): void => {
      const named = this.#byName.get(name) ?? new Map<number, number>();
      if (name) this.#byName.set(name, named.set(id, counts));
    };
    for (const name of [...entry.called, anchorOf(entry)]) take(key(name), CALLED);
    take(key(entry.title), isCode(entry.title) ? CALLED : NAMED);
    for (const name of entry.also) take(key(name), NAMED);
    if (isCode(entry.title)) take(entry.title, SPELT);
  }
}

/** Results of two searches as one. */
export function merged(one: readonly SearchResult[], other: readonly SearchResult[]): SearchResult[] {
  const all = new Map(one.map((result) => [result.id, result]));
  for (const result of other) {
    const same = all.get(result.id);
    const [score, terms] = [(same?.score ?? 0) + result.score, [...(same?.terms ?? []), ...result.terms]];
    all.set(result.id, { ...result, score, terms });
  }
  return [...all.values()];
}

/** What is indexed of a field: a name also as one word, so that "crossentropy" finds "cross-entropy". */
function fieldOf(entry: Entry, field: string): string {
  if (field === "title") return namesAsText([entry.title]);
  if (field === "also") return namesAsText(entry.also);
  if (field === "called") return [...entry.called, anchorOf(entry)].join(" \n");
  return entry[field as "page" | "text" | "code"];
}

function namesAsText(names: readonly string[]): string {
  return names.flatMap((name) => [name, key(name)]).join(" \n");
}

function anchorOf({ address }: Entry): string {
  return address.split("#")[1] ?? "";
}
