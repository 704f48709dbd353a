import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { State } from "./state.ts";

/** The same two laws on both maps, and a zero in each. */
export function steps({ initial, labels }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  const [first = "", , last = ""] = labels;
  return [
    {
      name: "one truth",
      words:
        "p stays, and each point is a belief about it. Toward the sides the lines crowd, and no belief on a side is finite.",
      state: initial,
    },
    {
      name: "one belief",
      words:
        "The same two laws, but q stays, and each point is a truth that believes q. A truth may stand on a side: nothing here is infinite.",
      state: { ...initial, map: "truths" },
    },
    {
      name: "a zero in q",
      words: `q rules out ${first}. A truth with any ${first} at all is infinitely far, and that is all of them but for one side.`,
      state: { ...initial, map: "truths", q: [0, 0.4, 0.6] },
    },
    {
      name: "a zero in p",
      words: `p never sends ${last}. Whether a belief has any ${last} or none makes a finite difference: on that side the barrier is gone.`,
      state: { ...initial, p: [0.6, 0.4, 0] },
    },
  ];
}
