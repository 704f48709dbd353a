import { moveShare } from "../mathematics/laws.ts";
import { bestOf, policyAt } from "../mathematics/leash.ts";
import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { State } from "./state.ts";
import { BETAS, LAST, placeOf } from "./state.ts";

/** A judge who errs about one answer, and how far one may follow. */
export function steps({ initial, labels, overrated }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  const { reference, score, truth } = initial;
  const name = labels[overrated] ?? "";
  const policies = BETAS.map((beta) => policyAt({ reference, score, truth }, beta));
  return [
    {
      name: "a tight leash",
      words: `Distance is dear, and π stays near the reference. What little it buys raises score and true reward alike, though the judge gives ${name} far too much.`,
      state: initial,
    },
    {
      name: "the best β",
      words: "The most that this judge can do for the truth. A smaller β buys more score, and pays with true reward.",
      state: { ...initial, place: placeOf(bestOf(initial, policies).beta) },
    },
    {
      name: "no leash",
      words: `β = 0: the highest score there is, by giving ${name} and nothing else. The true reward is below that of the reference.`,
      state: { ...initial, place: LAST },
    },
    {
      name: "never given",
      words: `The judge and β are as before, but the reference never gives ${name}. No tilt brings it back, and on the other answers the judge is right about which is best: no leash is needed.`,
      state: { ...initial, reference: moveShare(reference, overrated, 0), place: LAST, dragged: "reference" },
    },
  ];
}
