// The words of a text that a reader asked for, marked, with a few around them.

import type { Child } from "../parts/dom.ts";
import { html } from "../parts/dom.ts";
import type { Word } from "./search-words.ts";
import { wordsWithPlaces } from "./search-words.ts";

type Found = ReadonlySet<string>;

const LENGTH = 170;
const LEAD_IN = 60;

/** A text with the words marked that were found in it. */
export function marked(text: string, found: Found): Child[] {
  const children: Child[] = [];
  let done = 0;
  for (const { from, to } of wordsFound(text, found)) {
    children.push(text.slice(done, from), html("mark", {}, text.slice(from, to)));
    done = to;
  }
  return [...children, text.slice(done)];
}

/** The stretch of a text in which most of the words stand, marked. */
export function snippet(text: string, found: Found): Child[] {
  const start = beginning(text, densest(wordsFound(text, found), found));
  const end = text.length - start > LENGTH ? text.lastIndexOf(" ", start + LENGTH) : text.length;
  const [before, after] = [start ? "… " : "", end < text.length ? " …" : ""];
  return [before, ...marked(text.slice(start, end), found), after];
}

function wordsFound(text: string, found: Found): Word[] {
  return wordsWithPlaces(text).filter((word) => word.found.some((form) => found.has(form)));
}

/** Where the stretch begins that holds the most different words. */
function densest(words: readonly Word[], found: Found): number {
  const kinds = words.map(
    ({ from }, i) =>
      new Set(
        words
          .slice(i)
          .filter(({ to }) => to < from + LENGTH - LEAD_IN)
          .flatMap((word) => word.found.filter((form) => found.has(form))),
      ).size,
  );
  return words[kinds.indexOf(Math.max(...kinds))]?.from ?? 0;
}

/** Where its sentence begins, or a word a little before it. */
function beginning(text: string, place: number): number {
  if (place < LEAD_IN) return 0;
  const before = text.slice(place - LEAD_IN, place);
  const sentence = before.search(/(?<=[.?!:] )[^.?!:]*$/);
  return place - LEAD_IN + (sentence >= 0 ? sentence : before.indexOf(" ") + 1);
}
