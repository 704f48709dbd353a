// The evidence of draws and Wald's test, for laws that are given by numbers.

import type { Pair, Truth } from "../../../site_src/widgets/mathematics/evidence.ts";
import { betas, coins, leastDraws, limitsFor, race, Tally } from "../../../site_src/widgets/mathematics/evidence.ts";
import { uniforms } from "../../../site_src/widgets/mathematics/random.ts";

/** With limits of 5 %, whatever limits were asked before. */
export function raceOfCoins(truth: Truth, seed: number, stream: number): number[] {
  const run = race(coins(0.5, 0.62), truth, uniforms(seed, stream));
  for (const error of [0.2, 0.001]) run(limitsFor(error, error));
  return run(limitsFor(0.05, 0.05));
}

/** Both divergences, with Beta laws where there are four numbers. */
export function divergences(numbers: readonly number[]): Pair["divergence"] {
  return pairOf(numbers).divergence;
}

export function leastDrawsOf(numbers: readonly number[], truth: Truth, errors: readonly [number, number]): number {
  return leastDraws(pairOf(numbers), truth, ...errors);
}

/** The mean number of draws and the share of wrong verdicts in so many races. */
export function tally(numbers: readonly number[], truth: Truth, errors: readonly [number, number]): number[] {
  const counted = new Tally();
  const pair = pairOf(numbers);
  for (let i = 0; i < 20_000; i++) counted.add(pair, truth, limitsFor(...errors), uniforms(5, i));
  return [counted.meanDraws, counted.wrong / counted.count];
}

/** The mean evidence of so many draws, and their standard deviation. */
export function moments(numbers: readonly number[], truth: Truth): number[] {
  const next = uniforms(6);
  const drawn = Array.from({ length: 50_000 }, () => pairOf(numbers).draw[truth](next));
  const mean = drawn.reduce((total, nats) => total + nats, 0) / drawn.length;
  const square = drawn.reduce((total, nats) => total + (nats - mean) ** 2, 0) / drawn.length;
  return [mean, Math.sqrt(square)];
}

function pairOf([a = 0, b = 0, ...q]: readonly number[]): Pair {
  return q.length > 0 ? betas([a, b], [q[0] as number, q[1] as number]) : coins(a, b);
}
