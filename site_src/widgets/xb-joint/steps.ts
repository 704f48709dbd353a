import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { State } from "./state.ts";

const FAIR = [0.25, 0.25, 0.25, 0.25];
const ONE_COIN = [0.5, 0, 0, 0.5];

/** Something shared, nothing shared, and the two ends of what a third variable can do. */
export function steps({ initial }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  return [
    {
      name: "a noisy wire",
      words: "Some bits are flipped on their way. The overlap is what the bit received tells about the bit sent.",
      state: initial,
    },
    {
      name: "two coins",
      words: "Neither coin tells about the other: the circles stand apart, and the pair costs as much as both.",
      state: { cells: FAIR, third: "none" },
    },
    {
      name: "do they differ?",
      words:
        "Z says whether the coins differ. It touches neither circle, yet the two together settle it: the circles cover half as much again as there is.",
      state: { cells: FAIR, third: "xor" },
    },
    {
      name: "one coin, three times",
      words:
        "X, Y and Z are the same coin. Every two share all of it, and so do the three: one circle, and it is right.",
      state: { cells: ONE_COIN, third: "copy" },
    },
  ];
}
