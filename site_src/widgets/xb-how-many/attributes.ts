import { attributes } from "../parts/attributes.ts";
import type { State } from "./state.ts";

/** The widget has laws of its own: its page says nothing. */
export const ATTRIBUTES = attributes([], () => {
  const initial: State = { kind: "fair", place: 20, alpha: 0.05, beta: 0.05, draws: 25, tests: 0, seed: 1 };
  return { initial };
});
