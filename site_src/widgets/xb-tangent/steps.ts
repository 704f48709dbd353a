import { moveShare } from "../mathematics/laws.ts";
import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { Belief } from "./state.ts";

const HARDLY = 0.04; // a ratio near 0
const TWICE = 2;

/** Where the gaps come from, when there are none, and what they need. */
export function steps({ p, labels, widest, initial }: ReturnType<typeof ATTRIBUTES.read>): Step<Belief>[] {
  const [first = 0] = p;
  return [
    {
      name: "gaps",
      words: "The curve lies below its tangent: on both sides of 1 a gap is positive, and so is their mean.",
      state: initial,
    },
    {
      name: "no gap",
      words: "Line and curve touch at 1, and there alone. With every ratio at 1, q is p and D(p‖q) is 0.",
      state: { q: p, free: false },
    },
    {
      name: "hardly believed",
      words: `The ratio of ${labels[0]} is near 0. There the curve falls without end, and its gap grows with it.`,
      state: { q: moveShare(p, 0, HARDLY * first), free: false },
    },
    {
      name: "a hypothesis less",
      words:
        "q is twice p, so it does not sum to 1. Now all ratios are right of 1, and the sum of p log(p/q) is negative, " +
        "though no gap is.",
      state: { q: p.map((share) => Math.min(TWICE, widest) * share), free: true },
    },
  ];
}
