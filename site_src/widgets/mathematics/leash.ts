// A policy on a leash: the law that has the largest mean score less β times its divergence from a reference, in nats.
// It is the reference tilted by e^(score/β). The true rewards play no part in it; they are what it turns out to be worth.

import { klDivergence } from "./information.ts";
import { normalize, sumOfPairs } from "./laws.ts";

/** What each answer is given by the reference, scored by the judge, and worth. */
export interface Answers {
  readonly reference: readonly number[];
  readonly score: readonly number[];
  readonly truth: readonly number[];
}

/** The best policy for a β: how far it is from the reference, and its mean score and mean true reward. */
export interface Policy {
  readonly beta: number;
  readonly law: readonly number[];
  readonly far: number;
  readonly score: number;
  readonly truth: number;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const CUTS = 32; // after them the largest value has all digits
const HARDLY = 1e-11;

/** The reference tilted: for β = ∞ itself, for β = 0 what it gives to the best answers, alone. */
export function tilted(reference: readonly number[], score: readonly number[], beta: number): number[] {
  const top = highestGiven(reference, score);
  return normalize(reference.map((share, i) => share * factor((score[i] as number) - top, beta)));
}

/** The largest score of an answer that the reference gives at all: no tilt gives the others. */
export function highestGiven(reference: readonly number[], score: readonly number[]): number {
  return Math.max(...score.filter((_, i) => (reference[i] as number) > 0));
}

export function policyAt({ reference, score, truth }: Answers, beta: number): Policy {
  const law = tilted(reference, score, beta);
  return { beta, law, far: klDivergence(law, reference), score: mean(law, score), truth: mean(law, truth) };
}

/** β ln Z, the mean score less what the distance costs; for β = ∞ there is none. */
export function worth({ beta, score, far }: Policy): number {
  return beta === Infinity ? score : score - beta * far;
}

/**
 * The policy with the largest true reward, near one of these, which are given from the largest β to the smallest.
 * Between the neighbours of the best of them it is searched for. Where an end is as good as all between, it is that end.
 */
export function bestOf(answers: Answers, policies: readonly Policy[]): Policy {
  const most = Math.max(...policies.map(({ truth }) => truth));
  const ends = [policies[0] as Policy, policies.at(-1) as Policy];
  const found = [...ends, ...policies].find(({ truth }) => truth >= most - HARDLY) as Policy;
  const at = policies.indexOf(found);
  const [before, after] = [policies[at - 1]?.beta ?? Infinity, policies[at + 1]?.beta ?? 0];
  if (found.beta === 0) return found;
  // The tilt 1/β is searched, which is 0 where β has no end; beyond the smallest β of all there is the limit alone.
  const searched = peak(answers, 1 / before, 1 / (after > 0 ? after : found.beta));
  return searched.truth > found.truth + HARDLY ? searched : found;
}

function peak(answers: Answers, from: number, to: number): Policy {
  const at = (tilt: number) => policyAt(answers, 1 / tilt);
  let [low, high] = [from, to];
  let [left, right] = [at(high - GOLDEN * (high - low)), at(low + GOLDEN * (high - low))];
  for (let i = 0; i < CUTS; i++) {
    if (left.truth >= right.truth) {
      high = 1 / right.beta;
      [left, right] = [at(high - GOLDEN * (high - low)), left];
    } else {
      low = 1 / left.beta;
      [left, right] = [right, at(low + GOLDEN * (high - low))];
    }
  }
  return left;
}

/** e^(below/β), with its limits; `below` is 0 at most for what is given. */
function factor(below: number, beta: number): number {
  if (below >= 0 || beta === Infinity) return 1;
  return beta === 0 ? 0 : Math.exp(below / beta);
}

function mean(law: readonly number[], values: readonly number[]): number {
  return sumOfPairs(law, values, (share, value) => share * value);
}
