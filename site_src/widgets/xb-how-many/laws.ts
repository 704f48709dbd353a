// The pairs of laws that a reader can choose, at a given divergence.

import type { Pair } from "../mathematics/telling-apart.ts";
import { coinAt, coinPair, gaussianPair } from "../mathematics/telling-apart.ts";
import { formatChance } from "../parts/counts.ts";
import type { Kind } from "./state.ts";

const HEADS = { fair: 0.5, rare: 0.01, rarer: 0.0005 } as const;

export interface Laws {
  readonly pair: Pair;
  /** The two laws in words. */
  readonly p: string;
  readonly q: string;
}

export const NAMES: Readonly<Record<Kind, string>> = {
  fair: "fair coin",
  rare: "rare heads",
  rarer: "rarer still",
  gauss: "Gaussians",
};

export function lawsOf(kind: Kind, divergence: number): Laws {
  if (kind === "gauss") {
    const shift = Math.sqrt(2 * divergence).toPrecision(3);
    return { pair: gaussianPair(divergence), p: "mean 0, sd 1", q: `mean ${shift}, sd 1` };
  }
  const a = HEADS[kind];
  const b = coinAt(a, divergence, kind !== "rarer");
  return { pair: coinPair(a, b), p: heads(a), q: heads(b) };
}

function heads(share: number): string {
  const words = share > 1e-4 ? `${Number((100 * share).toPrecision(3))}\u00a0%` : formatChance(share);
  return `${words} heads`;
}
