import type { Repair } from "../mathematics/zero-repairs.ts";
import { REPAIRS } from "../mathematics/zero-repairs.ts";

/** The exponent of ten at the left end of the slider. */
export const LOWEST = -12;
const STEPS = 10; // to a power of ten
export const MOST = -LOWEST * STEPS;

export interface State {
  readonly repair: Repair;
  /** The place of the slider for ε: so many tenths of a power of ten below 1. */
  readonly place: number;
}

export function epsilonAt(place: number): number {
  return 10 ** (-place / STEPS);
}

/** The place nearest to an ε. */
export function placeOf(epsilon: number): number {
  return Math.min(Math.max(Math.round(-STEPS * Math.log10(epsilon)), 0), MOST);
}

function repairNamed(name: string | null): Repair | undefined {
  return REPAIRS.find((repair) => repair === name);
}

function placeNamed(text: string | null): number | undefined {
  const place = text ? Number(text) : Number.NaN;
  return Number.isInteger(place) && place >= 0 && place <= MOST ? place : undefined;
}

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  return {
    repair: repairNamed(read("repair")) ?? fallback.repair,
    place: placeNamed(read("place")) ?? fallback.place,
  };
}

export function toAddress({ repair, place }: State): Record<string, string> {
  return { repair, place: String(place) };
}
