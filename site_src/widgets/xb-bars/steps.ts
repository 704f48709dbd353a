import { moveShare } from "../mathematics/laws.ts";
import type { Laws } from "../parts/roles.ts";
import type { Step } from "../parts/steps.ts";
import { formatPercent } from "../parts/units.ts";
import type { ATTRIBUTES } from "./attributes.ts";

/** Beliefs about one truth, and what each costs. */
export function steps({ labels, initial }: ReturnType<typeof ATTRIBUTES.read>): Step<Laws>[] {
  const { p, q } = initial;
  const last = p.findLastIndex((share) => share > 0);
  return [
    {
      name: "a wrong belief",
      words:
        "Where q is above p the term is negative, and elsewhere the others make up for it: the sum is not negative.",
      state: initial,
    },
    {
      name: "changed places",
      words: "Truth and belief have changed places. Compare the two prices: they need not be equal.",
      state: { p: q, q: p },
    },
    {
      name: "equal shares",
      words: `All ${labels.length} outcomes are believed alike. H(p, q) is then log ${labels.length}, whatever the truth is; D(p‖q) is what you save by knowing it.`,
      state: { p, q: q.map(() => 1 / q.length) },
    },
    {
      name: "ruled out",
      words: `The belief gives ${labels[last]} no chance, and it comes with probability ${formatPercent(p[last] as number)}. No finite price pays for that.`,
      state: { p, q: moveShare(q, last, 0) },
    },
  ];
}
