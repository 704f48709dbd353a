import type { Step } from "../parts/steps.ts";
import type { State } from "./state.ts";

/** Two humps alike that move apart, until one is dropped. */
export function steps(): Step<State>[] {
  return [
    {
      name: "near",
      words: "Near humps: both orders lay the bell over both, and nearly the same bell.",
      state: { apart: 2, left: 0.5, order: "exclusive" },
    },
    {
      name: "a dip over one",
      words:
        "Two more dips have come, over one hump each. A search that begins there ends there, but over both is still better.",
      state: { apart: 2.5, left: 0.5, order: "exclusive" },
    },
    {
      name: "the switch",
      words: "Now one hump alone is better, and either will do. One step back, at 2.80, it is not.",
      state: { apart: 2.81, left: 0.5, order: "exclusive" },
    },
    {
      name: "the other order",
      words:
        "The same humps. The least D(p‖q) covers both, however far they are. It pays at the humps, where q is too low; in the valley there is next to no p to pay for.",
      state: { apart: 2.81, left: 0.5, order: "inclusive" },
    },
  ];
}
