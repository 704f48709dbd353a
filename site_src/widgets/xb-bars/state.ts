import { formatWeights } from "../parts/address.ts";
import type { Laws } from "../parts/roles.ts";

export function toAddress({ p, q }: Laws): Record<string, string> {
  return { p: formatWeights(p), q: formatWeights(q) };
}
