// Which parts of the site answer a query, best first.

import type { SearchResult } from "minisearch";
import type { Entries, Entry } from "./search-entries.ts";
import { merged } from "./search-entries.ts";
import { isCode, isQuestion, key, stem, typedWords, words } from "./search-words.ts";

/** A part that answers, and the words of the index by which it was found. */
export interface Hit {
  readonly entry: Entry;
  readonly found: ReadonlySet<string>;
  readonly score: number;
}

/** What is known of a part when every word was looked up. */
interface Sum {
  score: number;
  readonly covered: Set<number>;
  readonly found: Set<string>;
}

/** A word, and where it stands. */
interface Looked {
  readonly word: string;
  readonly results: readonly SearchResult[];
}

const LONGEST_QUERY = 200;
const MOST_WORDS = 12;
const RELATED = 0.4; // estimating, for estimate
const QUOTED = 2; // code that stands in the title letter by letter
const ASKED = 1.3; // a question is best answered where it is asked

/** The parts that answer a query, best first. */
export function ask(entries: Entries, typed: string): Hit[] {
  const query = typed.trim().slice(0, LONGEST_QUERY);
  const looked = typedWords(query)
    .slice(0, MOST_WORDS)
    .map((word, place, { length }) => lookUpOrCorrect(entries, word, place === length - 1));
  const spelt = looked.map(({ word }) => word);
  const named = new Map([...(isCode(query) ? [] : entries.named(spelt.join(" "))), ...entries.named(query)]);
  const coverage = coverageOf(looked.map((each) => tells(each, entries)));
  const hits = [...summed(entries, looked, named.keys())].map(([id, { score, covered, found }]) => {
    const entry = entries.all[id] as Entry;
    const [counts, said] = [named.get(id) ?? fits(entry, query), coverage(covered)];
    return { entry, found, said, score: score * said ** 3 * entry.weight * counts };
  });
  const most = Math.max(...hits.map(({ said }) => said));
  return hits.filter(({ said, score }) => score > 0 && said >= most / 2).sort(byScore);
}

/** What the words of a query, alone and in runs, say of each part; a part that the query names has all of them. */
function summed(entries: Entries, looked: readonly Looked[], named: Iterable<number>): Map<number, Sum> {
  const sums = new Map<number, Sum>();
  for (const id of named) sums.set(id, { score: 1, covered: new Set(looked.keys()), found: new Set() });
  for (const [place, { results }] of looked.entries()) add(sums, results, [place]);
  const spelt = looked.map(({ word }) => word);
  for (const [places, results] of runs(entries, spelt)) add(sums, results, places);
  return sums;
}

/** Where a word stands, or else the one that was probably meant. */
function lookUpOrCorrect(entries: Entries, word: string, unfinished: boolean): Looked {
  const results = lookUp(entries, word, unfinished);
  const meant = results.length ? undefined : nearest(entries, word);
  return meant ? { word: meant, results: lookUp(entries, meant, false) } : { word, results };
}

/** The word of the index that differs in the fewest letters, and among those the most frequent. */
function nearest(entries: Entries, word: string): string | undefined {
  for (const fuzzy of [1, 2].slice(0, mayBeWrong(word))) {
    const counts = new Map<string, number>();
    for (const term of entries.search(word, { fuzzy }).flatMap(({ terms }) => terms)) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (best) return best[0];
  }
  return undefined;
}

/** How many letters may be wrong: none in a short word, which would be another word, nor in an endless one. */
function mayBeWrong({ length }: string): number {
  if (length < 4 || length > 30) return 0;
  return length < 6 ? 1 : 2;
}

/** Where a word stands, or one that begins like it; a word still being typed may end in any way. */
function lookUp(entries: Entries, word: string, unfinished: boolean): SearchResult[] {
  const [form] = words(word);
  if (!form) return [];
  const found = entries.search(form, { prefix: unfinished });
  const root = stem(word);
  return root ? merged(found, entries.search(root, { prefix: true, boostTerm: () => RELATED })) : found;
}

/** Where neighbours in the query stand as one word: "log loss" finds log_loss before a log and a loss apart. */
function runs(entries: Entries, spelt: readonly string[]): [number[], SearchResult[]][] {
  const places = [...spelt.keys()];
  const neighbours = places.flatMap((from) => [2, 3, 4].map((end) => places.slice(from, from + end)));
  const names = new Map(neighbours.map((run) => [key(run.map((place) => spelt[place]).join("")), run]));
  return [...names].filter(([, run]) => run.length > 1).map(([name, run]) => [run, entries.search(name)]);
}

function add(sums: Map<number, Sum>, results: readonly SearchResult[], places: readonly number[]): void {
  for (const { id, score, terms } of results) {
    const sum = sums.get(id) ?? { score: 0, covered: new Set(), found: new Set() };
    sums.set(id, sum);
    sum.score += score;
    for (const place of places) sum.covered.add(place);
    for (const term of terms) sum.found.add(term);
  }
}

/** What a word tells: the rarer it is, the more; a single letter, which stands nowhere, nothing. */
function tells({ word, results }: Looked, { all }: Entries): number {
  return word.length > 1 ? Math.log(1 + all.length / (results.length + 1)) : 0;
}

/** How much of what a query says is said by a part in which these of its words stand. */
function coverageOf(weights: readonly number[]): (covered: ReadonlySet<number>) => number {
  const sum = (places: Iterable<number>) => [...places].reduce((total, place) => total + (weights[place] ?? 0), 0);
  const all = sum(weights.keys());
  return (covered) => (all ? sum(covered) / all : 1);
}

function fits({ title }: Entry, query: string): number {
  if (isCode(query)) return title.includes(query) ? QUOTED : 1;
  return isQuestion(query) && title.endsWith("?") ? ASKED : 1;
}

function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || (a.entry.address < b.entry.address ? -1 : 1);
}
