import { normalize } from "../mathematics/laws.ts";
import type { Answers } from "../mathematics/leash.ts";
import { formatWeights, parseWeights } from "../parts/address.ts";

/** The largest reward that a bar can show; the least is 0, as only differences matter. */
export const MOST = 5;
// Places of the slider for β: ∞, then so many to a power of ten, from 10 to a hundredth, and 0.
const STEPS = 25;
const HIGHEST = 1; // power of ten
const LOWEST = -2;
export const LAST = (HIGHEST - LOWEST) * STEPS + 2;
/** Those of all places, from ∞ to 0: close enough for a curve. */
export const BETAS: readonly number[] = Array.from({ length: LAST + 1 }, (_, place) => betaAt(place));

export const DRAGGED = ["rewards", "reference"] as const;
export type Dragged = (typeof DRAGGED)[number];

export interface State extends Answers {
  readonly place: number;
  /** What the sliders move. */
  readonly dragged: Dragged;
}

export function betaAt(place: number): number {
  if (place <= 0) return Infinity;
  return place >= LAST ? 0 : 10 ** (HIGHEST - (place - 1) / STEPS);
}

/** The place whose β is nearest to another, by their ratio. */
export function placeOf(beta: number): number {
  if (beta === Infinity) return 0;
  return beta === 0 ? LAST : Math.min(Math.max(Math.round((HIGHEST - Math.log10(beta)) * STEPS) + 1, 1), LAST - 1);
}

/** So many rewards from 0 to the most, joined by "_", to a tenth; undefined for anything else. */
export function rewardsIn(text: string | null, count: number): number[] | undefined {
  const parts = text?.split("_") ?? [];
  const rewards = parts.map((part) => (part.trim() ? Math.round(Number(part) * 10) / 10 : Number.NaN));
  return rewards.length === count && rewards.every((reward) => reward >= 0 && reward <= MOST) ? rewards : undefined;
}

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  const count = fallback.reference.length;
  const reference = parseWeights(read("reference"), count);
  const place = read("place")?.trim() ? Number(read("place")) : Number.NaN;
  return {
    reference: reference ? normalize(reference) : fallback.reference,
    score: rewardsIn(read("score"), count) ?? fallback.score,
    truth: rewardsIn(read("truth"), count) ?? fallback.truth,
    place: Number.isInteger(place) && place >= 0 && place <= LAST ? place : fallback.place,
    dragged: DRAGGED.find((one) => one === read("dragged")) ?? fallback.dragged,
  };
}

export function toAddress({ reference, score, truth, place, dragged }: State): Record<string, string> {
  return {
    reference: formatWeights(reference),
    score: formatWeights(score),
    truth: formatWeights(truth),
    place: String(place),
    dragged,
  };
}
