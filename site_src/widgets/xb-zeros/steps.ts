import { ruledOutShare, shareOf } from "../mathematics/zero-repairs.ts";
import type { Step } from "../parts/steps.ts";
import { formatPercent } from "../parts/units.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { State } from "./state.ts";
import { MOST, placeOf } from "./state.ts";

/** What an ε does, in four steps. */
export function steps({ p, q, counts, labels }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  const missed = ruledOutShare(p, q);
  const unseen = labels[counts.indexOf(0)] ?? "";
  return [
    {
      name: "a thousandth",
      words: `The counts never saw ${unseen}, which comes with probability ${formatPercent(missed)}. A thousandth of the uniform law makes the number finite.`,
      state: { repair: "mixed", place: 30 },
    },
    {
      name: "smaller, not better",
      words: "A thousand million times less ε. The number has grown; nothing about p or q has changed.",
      state: { repair: "mixed", place: MOST },
    },
    {
      name: "below zero",
      words: "ε added to each share, and nobody divided by the new sum. No divergence is negative.",
      state: { repair: "added", place: 3 },
    },
    {
      name: "half a count",
      words:
        "½ added to each count is the uniform law with a share that the counts choose, not you: near the lowest point.",
      state: { repair: "mixed", place: placeOf(shareOf(0.5, counts)) },
    },
  ];
}
