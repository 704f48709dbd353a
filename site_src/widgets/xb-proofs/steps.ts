import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { State } from "./state.ts";

/** One hypothesis after the other given up; a phone shows the proof that has most to say of it. */
export function steps({ initial, labels }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  const [first, last] = [labels[0] ?? "", labels.at(-1) ?? ""];
  return [
    {
      name: "q too small",
      words: "Nothing turns red. The proofs need Σq ≤ 1 and no more: words to spare in a code do no harm.",
      state: { ...initial, qSum: 0.8, proof: "coding" },
    },
    {
      name: "q too large",
      words:
        "Every proof loses one line, the one that needs Σq ≤ 1, but the sum is still positive. Move Σq on until it is not.",
      state: { ...initial, qSum: 1.3, proof: "tangent" },
    },
    {
      name: `q rules out ${first}`,
      words:
        "The sum is infinite, so the inequality is true. Log-sum and coding need q > 0 and set this case aside before they begin.",
      state: { ...initial, qFirst: 0, proof: "log-sum" },
    },
    {
      name: "p too small",
      words: "Half of p is missing. Every proof loses a line that needs Σp, and here the inequality goes with them.",
      state: { ...initial, pSum: 0.5, proof: "lagrange" },
    },
    {
      name: "p below zero",
      words: `The sum runs over p > 0 and never looks at ${last}. The others hold more than 1, so they are no weights of a mean: Jensen’s inequality does not apply. The rest stands.`,
      state: { ...initial, pLast: -0.2, proof: "jensen" },
    },
  ];
}
