import type { ProofName } from "../mathematics/gibbs-proofs.ts";
import { PROOFS } from "../mathematics/gibbs-proofs.ts";
import { moveShare } from "../mathematics/laws.ts";

/** What is done to p and q, which begin as laws. */
export interface Change {
  readonly qSum: number;
  /** The first letter's share of the sum of q, and the last one's of that of p; the others keep their proportions. */
  readonly qFirst: number;
  readonly pSum: number;
  readonly pLast: number;
}

export interface State extends Change {
  /** The proof that a phone shows; elsewhere there is room for all. */
  readonly proof: ProofName;
}

export type Dial = keyof Change;

/** Where each can be set; all by hundredths. */
export const RANGES: Readonly<Record<Dial, readonly [low: number, high: number]>> = {
  qSum: [0.25, 2.5],
  qFirst: [0, 1],
  pSum: [0.25, 2.5],
  pLast: [-0.3, 0.9],
};
export const STEP = 0.01;

export function changedLists(p: readonly number[], q: readonly number[], { qSum, qFirst, pSum, pLast }: Change) {
  return {
    p: moveShare(p, p.length - 1, pLast).map((share) => pSum * share),
    q: moveShare(q, 0, qFirst).map((share) => qSum * share),
  };
}

function dialNamed(dial: Dial, text: string | null): number | undefined {
  const value = text?.trim() ? Math.round(Number(text) / STEP) * STEP : Number.NaN;
  const [low, high] = RANGES[dial];
  return value >= low && value <= high ? Number(value.toFixed(2)) : undefined;
}

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  return {
    qSum: dialNamed("qSum", read("q")) ?? fallback.qSum,
    qFirst: dialNamed("qFirst", read("q-first")) ?? fallback.qFirst,
    pSum: dialNamed("pSum", read("p")) ?? fallback.pSum,
    pLast: dialNamed("pLast", read("p-last")) ?? fallback.pLast,
    proof: PROOFS.find((proof) => proof === read("proof")) ?? fallback.proof,
  };
}

export function toAddress({ qSum, qFirst, pSum, pLast, proof }: State): Record<string, string> {
  return { q: String(qSum), "q-first": String(qFirst), p: String(pSum), "p-last": String(pLast), proof };
}
