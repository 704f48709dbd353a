import { MOST_LETTERS } from "../mathematics/letter-counts.ts";
import { seedNamed } from "../parts/seed.ts";

/** The estimates k1, k2, k3 as values; their gradients by the mean and by the width of p; H and D of counts. */
export const PARTS = ["values", "mean", "width", "entropy", "divergence"] as const;
export type Part = (typeof PARTS)[number];

/** How many draws one estimate may be made from. */
export const DRAWS: readonly number[] = [
  1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 7000, 10_000,
];
export const LEAST_LETTERS = 2;

const PLACES_PER_NAT = 50;
export const MOST_NATS = 3;
/** The last place of the slider for D; the first is 1. */
export const LAST = MOST_NATS * PLACES_PER_NAT;

/** The repetitions that are run at once, and the most that are run. */
export const THOUSAND = 1000;
export const MOST_TIMES = 50 * THOUSAND;

export interface State {
  readonly part: Part;
  /** D of the two Gaussians, in nats. */
  readonly d: number;
  /** The draws that one estimate is made from. */
  readonly draws: number;
  readonly letters: number;
  /** How often an estimate is made. */
  readonly times: number;
  readonly seed: number;
}

export function divergenceAt(place: number): number {
  return place / PLACES_PER_NAT;
}

export function placeOf(d: number): number {
  return Math.round(d * PLACES_PER_NAT);
}

/** Whether p and q are Gaussians, and no letters are counted. */
export function isGaussian(part: Part): boolean {
  return part !== "entropy" && part !== "divergence";
}

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  return {
    part: PARTS.find((part) => part === read("part")) ?? fallback.part,
    d: divergenceNamed(read("d")) ?? fallback.d,
    draws: DRAWS.find((count) => String(count) === read("n")) ?? fallback.draws,
    letters: wholeNamed(read("letters"), LEAST_LETTERS, MOST_LETTERS) ?? fallback.letters,
    times: wholeNamed(read("times"), 0, MOST_TIMES) ?? fallback.times,
    seed: seedNamed(read("seed")) ?? fallback.seed,
  };
}

export function toAddress({ part, d, draws, letters, times, seed }: State): Record<string, string> {
  const numbers = { d, n: draws, letters, times, seed };
  return { part, ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])) };
}

/** A divergence at a place of the slider. */
function divergenceNamed(text: string | null): number | undefined {
  const place = text ? placeOf(Number(text)) : Number.NaN;
  return place >= 1 && place <= LAST && String(divergenceAt(place)) === text ? divergenceAt(place) : undefined;
}

function wholeNamed(text: string | null, least: number, most: number): number | undefined {
  const number = text ? Number(text) : Number.NaN;
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}
