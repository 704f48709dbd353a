// What several tests of the widgets need.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { normalize } from "../../site_src/widgets/mathematics/laws.ts";

export function readJson<Content>(file: URL): Content {
  return JSON.parse(readFileSync(file, "utf8")) as Content;
}

export function assertClose(actual: number, expected: number, error: number, message = ""): void {
  const close = actual === expected || Math.abs(actual - expected) <= error * Math.max(Math.abs(expected), 1e-300);
  assert.ok(close, `${message}: ${actual}, not ${expected}`);
}

/** What must be there for a test to go on. */
export function given<T>(value: T | null | undefined): T {
  assert.ok(value !== undefined && value !== null, "something that the test needs is missing");
  return value;
}

/** Numbers between 0 and 1 that look random; the same ones at every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Laws with small, large, zero and nearly equal shares. */
export function* pairsOfLaws(count: number): Generator<[p: number[], q: number[]]> {
  const random = randomNumbers(1);
  for (let i = 0; i < count; i++) {
    const size = 2 + Math.floor(random() * 6);
    const weights = Array.from({ length: size }, () => random() ** (1 + (i % 5)));
    const others = i % 3 ? weights.map(() => random()) : weights.map((weight) => weight * (1 + 1e-7 * random()));
    yield [normalize(weights), normalize(others)];
  }
}

/** Texts that no address should say, most of them by chance. */
export function nonsense(count: number): string[] {
  const signs = [..."abxyz019.,_-+e% <>&=?#/\\\"'ßé∞😀\u0000"];
  const random = randomNumbers(3);
  const some = () => signs[Math.floor(random() * signs.length)] ?? "";
  const known = ["", "tea", "-1_2", "1e999_1", "NaN_NaN_NaN", "0_0_0_0", "%00", "<b>", "-1", "1.5", "1e3", "Infinity"];
  return [...known, ...Array.from({ length: count }, () => Array.from({ length: 8 }, some).join(""))];
}
