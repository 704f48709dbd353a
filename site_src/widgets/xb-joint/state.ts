import type { Table, Third } from "../mathematics/joint-tables.ts";
import { THIRDS } from "../mathematics/joint-tables.ts";
import { normalize } from "../mathematics/laws.ts";
import { formatWeights, parseWeights } from "../parts/address.ts";

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

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  const weights = parseWeights(read("table"), fallback.cells.length);
  const third = CHOICES.find((choice) => choice === read("third"));
  return { cells: weights ? normalize(weights) : fallback.cells, third: third ?? fallback.third };
}

export function toAddress({ cells, third }: State): Record<string, string> {
  return { table: formatWeights(cells), third };
}
