// A text in a code that was counted from another text, letter by letter.

import type { Part } from "./arithmetic-coder.ts";
import { Decoder, Encoder } from "./arithmetic-coder.ts";
import { canonicalCode, huffmanLengths } from "./codes.ts";
import { entropy, logRatioTerm } from "./information.ts";
import { sum } from "./laws.ts";

/** Stands for the escape where letters stand. */
export const ESCAPE = "";
/** The digits of a letter's number in Unicode, which follow the escape. */
export const RAW = 21;
const LOW = 10; // of these; a part may not be finer than a total of the arithmetic coder

/** The letters that a code knows, in the order of their numbers; the escape is the last. */
export interface TextCode {
  readonly letters: readonly string[];
  /** How often each came in the training text; the escape counts as one. */
  readonly counts: readonly number[];
  readonly total: number;
  /** Where the part of each begins; one number more, where the last one ends. */
  readonly starts: readonly number[];
  /** Huffman's words. */
  readonly words: readonly string[];
  /** The place of each letter. */
  readonly index: ReadonlyMap<string, number>;
  /** The place of each word. */
  readonly wordIndex: ReadonlyMap<string, number>;
}

/** What a text costs: information in nats for each letter, and the binary digits that are written at each. */
export interface Bill {
  readonly entropy: number;
  readonly divergence: number;
  /** Undefined where the code lacks a letter of the text. */
  readonly digits: { readonly arithmetic: readonly string[]; readonly huffman: readonly string[] } | undefined;
}

/** Count a training text, and make words for its letters. */
export function trained(text: string, escaping: boolean): TextCode {
  const seen = [...countLetters(text)].sort(([a], [b]) => numberOf(a) - numberOf(b));
  const rows = escaping ? [...seen, [ESCAPE, 1] as const] : seen;
  const letters = rows.map(([letter]) => letter);
  const counts = rows.map(([, count]) => count);
  const words = canonicalCode(huffmanLengths(counts));
  const starts = [0];
  for (const count of counts) starts.push((starts.at(-1) as number) + count);
  return {
    letters,
    counts,
    total: sum(counts),
    starts,
    words,
    index: new Map(letters.map((letter, place) => [letter, place])),
    wordIndex: new Map(words.map((word, place) => [word, place])),
  };
}

export function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Which of the code's words stands for a letter: its own, or the escape; undefined where there is neither. */
export function placeOf(letter: string, { index }: TextCode): number | undefined {
  return index.get(letter) ?? index.get(ESCAPE);
}

/** The probability that the code gives to a letter; after the escape all numbers are alike. */
export function beliefIn(letter: string, code: TextCode): number {
  const place = placeOf(letter, code);
  if (place === undefined) return 0;
  const share = (code.counts[place] as number) / code.total;
  return code.letters[place] === ESCAPE ? share / 2 ** RAW : share;
}

export function bill(text: string, code: TextCode): Bill {
  const counts = countLetters(text);
  const size = sum([...counts.values()]);
  const terms = [...counts].map(([letter, count]) => logRatioTerm(count / size, beliefIn(letter, code)));
  const divergence = sum(terms);
  const writable = divergence < Infinity;
  return {
    entropy: entropy([...counts.values()].map((count) => count / size)),
    divergence,
    digits: writable ? { arithmetic: arithmetic(text, code), huffman: huffman(text, code) } : undefined,
  };
}

/** Huffman's digits, letter by letter. */
export function huffman(text: string, code: TextCode): string[] {
  return Array.from(text, (letter) => {
    const place = existingPlace(letter, code);
    const word = code.words[place] as string;
    return code.letters[place] === ESCAPE ? word + numberOf(letter).toString(2).padStart(RAW, "0") : word;
  });
}

/** The digits that an arithmetic coder writes at each letter, and those that it writes at the end. */
export function arithmetic(text: string, code: TextCode): string[] {
  const encoder = new Encoder();
  const digits: string[] = [];
  let written = 0;
  const take = () => {
    digits.push(encoder.digits.slice(written));
    written = encoder.digits.length;
  };
  for (const letter of text) {
    for (const part of partsOf(letter, code)) encoder.take(part);
    take();
  }
  encoder.finish();
  take();
  return digits;
}

/** The text again, from Huffman's digits. */
export function readHuffman(digits: string, length: number, code: TextCode): string {
  const { wordIndex: places } = code;
  let [text, at] = ["", 0];
  for (let n = 0; n < length; n++) {
    let end = at;
    while (!places.has(digits.slice(at, end)) && end < digits.length) end++;
    const letter = code.letters[places.get(digits.slice(at, end)) ?? -1];
    if (letter === undefined) throw new RangeError(`the digits end inside a word: ${digits.slice(at)} is left over`);
    at = letter === ESCAPE ? end + RAW : end;
    text += letter === ESCAPE ? String.fromCodePoint(Number.parseInt(digits.slice(end, at), 2)) : letter;
  }
  return text;
}

/** The text again, from the arithmetic coder's digits. */
export function readArithmetic(digits: string, length: number, code: TextCode): string {
  const decoder = new Decoder(digits);
  let text = "";
  for (let n = 0; n < length; n++) {
    const place = decoder.place(code.total);
    const found = code.starts.findLastIndex((start) => start <= place);
    decoder.take(partAt(found, code));
    const letter = code.letters[found] as string;
    text += letter === ESCAPE ? String.fromCodePoint(readRaw(decoder)) : letter;
  }
  return text;
}

function readRaw(decoder: Decoder): number {
  const numbers = [2 ** (RAW - LOW), 2 ** LOW].map((total) => {
    const start = decoder.place(total);
    decoder.take({ start, end: start + 1, total });
    return start;
  });
  return (numbers[0] as number) * 2 ** LOW + (numbers[1] as number);
}

function partsOf(letter: string, code: TextCode): Part[] {
  const place = existingPlace(letter, code);
  const own = partAt(place, code);
  if (code.letters[place] !== ESCAPE) return [own];
  const number = numberOf(letter);
  const [high, low] = [Math.floor(number / 2 ** LOW), number % 2 ** LOW];
  return [own, { start: high, end: high + 1, total: 2 ** (RAW - LOW) }, { start: low, end: low + 1, total: 2 ** LOW }];
}

function partAt(place: number, { starts, counts, total }: TextCode): Part {
  const start = starts[place] as number;
  return { start, end: start + (counts[place] as number), total };
}

function existingPlace(letter: string, code: TextCode): number {
  const place = placeOf(letter, code);
  if (place === undefined) throw new RangeError(`the code has no word for ${letter}: give it an escape`);
  return place;
}

function numberOf(letter: string): number {
  return letter.codePointAt(0) as number;
}
