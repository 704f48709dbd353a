import { formatWeights } from "../parts/address.ts";
import type { LawName } from "../parts/roles.ts";

/** The two laws of the board. */
export type Laws = Readonly<Record<LawName, readonly number[]>>;

export function toAddress({ p, q }: Laws): Record<string, string> {
  return { p: formatWeights(p), q: formatWeights(q) };
}
