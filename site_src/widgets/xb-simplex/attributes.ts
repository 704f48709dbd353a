import { attributes, readLaws } from "../parts/attributes.ts";
import type { State } from "./state.ts";

export const ATTRIBUTES = attributes(["p", "q", "labels"], (attribute) => {
  const { p, q, labels } = readLaws(attribute);
  if (p.length !== 3) throw new RangeError(`p has ${p.length} outcomes; the corners of a triangle are three`);
  const initial: State = { map: "beliefs", p, q };
  return { labels, initial };
});
