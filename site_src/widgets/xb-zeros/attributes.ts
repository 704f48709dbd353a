import { lawOf } from "../mathematics/zero-repairs.ts";
import { attributes, readCounts, readLabels, readLaw } from "../parts/attributes.ts";
import type { State } from "./state.ts";

export const ATTRIBUTES = attributes(["p", "counts", "labels"], (attribute) => {
  const p = readLaw("p", attribute("p"));
  const counts = readCounts("counts", attribute("counts"), p.length);
  if (!counts.some((count, i) => count === 0 && (p[i] as number) > 0)) {
    throw new RangeError("an outcome that p allows needs the count 0");
  }
  const initial: State = { repair: "mixed", place: 30 };
  return { p, counts, q: lawOf(counts), labels: readLabels(attribute("labels"), p.length), initial };
});
