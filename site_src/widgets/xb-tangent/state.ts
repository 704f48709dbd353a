import { formatWeights } from "../parts/address.ts";

export interface Belief {
  readonly q: readonly number[];
  /** Whether q may sum to something else than 1: then one hypothesis of the theorem is gone. */
  readonly free: boolean;
}

export function toAddress({ q, free }: Belief): Record<string, string> {
  return { q: formatWeights(q), free: free ? "1" : "" };
}
