// From a pasted text to its sheet: by what wrote it.

import { delimited } from "./delimited.ts";
import type { Entry } from "./literals.ts";
import { literalsIn } from "./literals.ts";
import type { Sheet } from "./sheet.ts";
import { Unreadable } from "./unreadable.ts";

const LONGEST = 1_000_000;
/** R counts the numbers of a vector at the beginning of each line. */
const COUNTED_LINE = /^\s*\[(\d+)\]\s(.*)$/;

/** The sheet of a text; lists become one as `fromLists` says. Throws Unreadable. */
export function sheetOf(text: string, fromLists: (written: readonly Entry[]) => Sheet): Sheet {
  if (text.length > LONGEST) {
    throw new Unreadable(
      `That is ${text.length} characters; this page takes up to ${LONGEST}. Use the Python package for more.`,
    );
  }
  const lists = vectorsOfR(text) ?? literalsIn(text.replace(/−/g, "-"));
  return lists ? fromLists(lists) : delimited(text);
}

/** The vectors that R printed; undefined where a line is of another form. */
function vectorsOfR(text: string): Entry[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith(">"));
  const vectors: string[][] = [];
  for (const line of lines) {
    const [, count, rest] = COUNTED_LINE.exec(line) ?? [];
    if (rest === undefined) return undefined;
    if (count === "1") vectors.push([]);
    vectors.at(-1)?.push(...rest.trim().split(/\s+/));
  }
  return vectors.length > 0 ? vectors.map((items) => ({ name: "", value: { items } })) : undefined;
}
