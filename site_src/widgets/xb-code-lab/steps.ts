import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { State } from "./state.ts";

/** From words of one length to no words at all. */
export function steps({ initial }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  return [
    {
      name: "equal words",
      words:
        "Four words of two digits spend the whole budget. Make one shorter: it is refused until another is longer.",
      state: initial,
    },
    {
      name: "the best words",
      words: "The likeliest pair got half the budget, and the rare ones pay for it. No words for pairs are cheaper.",
      state: { ...initial, lengths: [1, 2, 3, 3] },
    },
    {
      name: "longer blocks",
      words: "One word for many tosses comes closer to H(p), but not step by step: ten tosses cost more than six.",
      state: { ...initial, view: "blocks", together: 10 },
    },
    {
      name: "no words",
      words:
        "Each toss shrinks an interval to its share. At the end, digits name a piece of it: a likely toss takes a fraction of one.",
      state: { ...initial, view: "interval" },
    },
  ];
}
