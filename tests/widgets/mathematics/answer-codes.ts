// Answers each case on the standard input, a JSON list, with what the widgets' codes make of it.
import { text } from "node:stream/consumers";
import type { Part } from "../../../site_src/widgets/mathematics/arithmetic-coder.ts";
import { Decoder, Encoder } from "../../../site_src/widgets/mathematics/arithmetic-coder.ts";
import {
  blockCost,
  canonicalCode,
  expectedLength,
  huffmanLengths,
} from "../../../site_src/widgets/mathematics/codes.ts";
import { shortestDigits, WHOLE, within } from "../../../site_src/widgets/mathematics/exact-intervals.ts";
import * as texts from "../../../site_src/widgets/mathematics/text-codes.ts";

type Ends = readonly [start: number, end: number, total: number];

const ANSWERS = {
  huffman: (p: number[]) => {
    const lengths = huffmanLengths(p);
    return { lengths, words: canonicalCode(lengths), mean: expectedLength(p, lengths) };
  },
  words: (lengths: number[]) => {
    try {
      return canonicalCode(lengths);
    } catch (error) {
      return String(error);
    }
  },
  blocks: ([heads, together]: [number, number]) => blockCost(heads, together),
  parts: (ends: Ends[]) => {
    const parts: Part[] = ends.map(([start, end, total]) => ({ start, end, total }));
    const encoder = new Encoder();
    for (const part of parts) encoder.take(part);
    encoder.finish();
    const decoder = new Decoder(encoder.digits);
    const places = parts.map((part) => {
      const place = decoder.place(part.total);
      decoder.take(part);
      return place;
    });
    return { digits: encoder.digits, places };
  },
  exact: (ends: Ends[]) =>
    shortestDigits(ends.reduce((interval, [start, end, total]) => within(interval, start, end, total), WHOLE)),
  text: ([message, training, escaping]: [string, string, boolean]) => {
    const code = texts.trained(training, escaping);
    const { digits, ...bill } = texts.bill(message, code);
    const words = Object.fromEntries(code.letters.map((letter, i) => [letter, code.words[i]]));
    if (!digits) return { ...bill, words };
    const [huffman, arithmetic] = [digits.huffman.join(""), digits.arithmetic.join("")];
    const { length } = [...message];
    const again = [texts.readHuffman(huffman, length, code), texts.readArithmetic(arithmetic, length, code)];
    return { ...bill, words, huffman, arithmetic, again };
  },
};

const cases = JSON.parse(await text(process.stdin)) as [keyof typeof ANSWERS, never][];
const written = (_: string, value: unknown) => (value === Infinity ? "inf" : value);
process.stdout.write(
  JSON.stringify(
    cases.map(([name, given]) => ANSWERS[name](given)),
    written,
  ),
);
