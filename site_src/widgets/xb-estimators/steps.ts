import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { State } from "./state.ts";

/** Far apart, as a loss, too little entropy, and a divergence where there is none, in four steps. */
export function steps({ initial }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  return [
    {
      name: "far apart",
      words:
        "At 2 nats k1 scatters least. k2 is centred on the wrong number, twice D. Most of k3 lies below D, and rare large values far to the right make up for it.",
      state: { ...initial, d: 2 },
    },
    {
      name: "as a loss",
      words:
        "Now each estimate is differentiated by the logarithm of the width of p. p is as wide as q, so ∇D is 0. k1 and k2 are 0 on average, too; k3 has the gradient of D(q‖p), and makes p wider.",
      state: { ...initial, part: "width", d: 0.5, draws: 50 },
    },
    {
      name: "too little entropy",
      words:
        "Twenty rolls of a fair die. Frequencies are never quite even, so their entropy is too low: by about (k − 1)/(2n) nats. Miller and Madow add (letters seen − 1)/(2n), nearly that.",
      state: { ...initial, part: "entropy", letters: 6, draws: 20 },
    },
    {
      name: "two samples",
      words:
        "Both samples have the same law, so the truth is 0. Where a letter came up in the first sample alone, the plug-in D is infinite. The finite ones are never below the truth, and above it by about (k − 1)/n nats on average.",
      state: { ...initial, part: "divergence", letters: 10, draws: 50 },
    },
  ];
}
