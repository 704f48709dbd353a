import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { State } from "./state.ts";

/** Two samples that are large, one that fits, and a small one that shows how little D says alone. */
export function steps({ initial }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  return [
    {
      name: "as many girls",
      words:
        "θ is one half: nothing was fitted. The curve is lower to the right, as a little more than half of the children are boys.",
      state: initial,
    },
    {
      name: "the best θ",
      words:
        "The share of boys. No binomial comes nearer, and one degree of freedom is spent. What is left is too much for chance: there are too many families at both ends.",
      state: { ...initial, theta: "best" },
    },
    {
      name: "dice that fit",
      words:
        "Here the best binomial can be true: chance often leaves more. Nobody threw twelve, so D(model‖data) is infinite all the same, for this θ and for every other above 0.",
      state: { ...initial, data: "dice", theta: "best" },
    },
    {
      name: "few counts",
      words:
        "Forty throws of four coins, an example. D is larger than that of the families in step 1, and yet chance leaves more most of the time: G is 2nD, and n is small.",
      state: { ...initial, data: "own" },
    },
  ];
}
