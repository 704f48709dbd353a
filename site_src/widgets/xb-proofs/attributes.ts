import { attributes, readLaws } from "../parts/attributes.ts";
import type { State } from "./state.ts";

export const ATTRIBUTES = attributes(["p", "q", "labels"], (attribute) => {
  const { p, q, labels } = readLaws(attribute);
  if (p.length !== 3)
    throw new RangeError(`p has ${p.length} numbers: the proof that counts strings takes three letters`);
  if (p.includes(0) || q.includes(0)) throw new RangeError("write p > 0 and q > 0: what is broken is for the reader");
  const initial: State = { qSum: 1, qFirst: q[0] as number, pSum: 1, pLast: p[2] as number, proof: "tangent" };
  return { p, q, labels, initial };
});
