import { attributes, readLaws } from "../parts/attributes.ts";

export const ATTRIBUTES = attributes(["p", "q", "labels"], (attribute) => {
  const { p, q, labels } = readLaws(attribute);
  if (p.includes(0)) throw new RangeError("a ratio q/p needs every p > 0");
  const widest = 1 / Math.min(...p); // the largest ratio that a slider reaches
  return { p, labels, widest, initial: { q, free: false } };
});
