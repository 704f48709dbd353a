import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { State } from "./state.ts";
import { THOUSAND } from "./state.ts";

/** Two speeds, what lies beyond the limits, and unequal errors, in four steps. */
export function steps({ initial }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  return [
    {
      name: "two coins",
      words:
        "A toss brings little evidence, and the two slopes are nearly the same: both races are long, side by side.",
      state: { ...initial, races: THOUSAND },
    },
    {
      name: "two Betas",
      words:
        "Other laws, the same limits. A draw under q brings more evidence against p than one under p brings for it: D(q‖p) is the larger, and the races under q are over first.",
      state: { ...initial, laws: "betas", races: THOUSAND },
    },
    {
      name: "the overshoot",
      words:
        "After one draw. Under q many races have leapt far beyond the limit, and nobody asked for that much. What lies beyond makes a verdict surer: here wrong ones are rarer than was asked for.",
      state: { ...initial, laws: "betas", draws: 1, races: THOUSAND },
    },
    {
      name: "one in a million",
      words:
        "Take q for p once in a million at most. Now a race must climb high before it says p, and hardly farther down to say q: D(p‖q) sets what that costs if p is true.",
      state: { ...initial, laws: "betas", beta: 1e-6, races: THOUSAND },
    },
  ];
}
