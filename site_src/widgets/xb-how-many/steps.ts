import { fewest } from "../mathematics/telling-apart.ts";
import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import { lawsOf } from "./laws.ts";
import type { State } from "./state.ts";
import { divergenceAt } from "./state.ts";

/** An average that is not enough, what is, a rate that comes nearer, and a pair that no rule sees, in four steps. */
export function steps({ initial }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  const twenty = Math.ceil(Math.log(20) / divergenceAt(initial.place));
  return [
    {
      name: "twenty to one",
      words: `After ${twenty} draws the evidence for p is 20 : 1 on average, if p is true. That is an average: the hills still overlap.`,
      state: { ...initial, draws: twenty },
    },
    {
      name: "enough",
      words:
        "Here the orange tail has shrunk to 5 %. The Gaussian rule knew it, nearly, for these laws lie close together.",
      state: withEnough(initial),
    },
    {
      name: "β = 10⁻¹²",
      words:
        "D is the rate at which ln β falls in the end. So ln(1/β)/D comes nearer as β shrinks; here it is still short by a quarter.",
      state: withEnough({ ...initial, beta: 1e-12 }),
    },
    {
      name: "the same D",
      words:
        "All of D now comes from heads, which p shows once in 2000 tosses. A tail says next to nothing: only thousands without a head speak against p, and a rule that knows D alone cannot see it.",
      state: withEnough({ ...initial, kind: "rarer" }),
    },
  ];
}

function withEnough(state: State): State {
  const { pair } = lawsOf(state.kind, divergenceAt(state.place));
  return { ...state, draws: fewest(pair, state.alpha, state.beta) };
}
