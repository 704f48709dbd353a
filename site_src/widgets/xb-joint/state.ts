import type { Table, Third } from "../mathematics/joint-tables.ts";
import { THIRDS } from "../mathematics/joint-tables.ts";

export const CHOICES = ["none", ...THIRDS] as const;

export interface State {
  /** The probabilities of (X, Y) = (0, 0), (0, 1), (1, 0), (1, 1). */
  readonly cells: readonly number[];
  /** What Z is, if there is one. */
  readonly third: Third | "none";
}

export function tableOf(cells: readonly number[]): Table {
  return [cells.slice(0, 2), cells.slice(2)];
}

export function thirdNamed(name: string | null): State["third"] | undefined {
  return CHOICES.find((choice) => choice === name);
}
