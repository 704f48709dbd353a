import { attributes } from "../parts/attributes.ts";
import type { State } from "./state.ts";
import { THOUSAND } from "./state.ts";

/** The widget has laws of its own: its page says nothing. */
export const ATTRIBUTES = attributes([], () => {
  const initial: State = { part: "values", d: 0.3, draws: 10, letters: 6, times: THOUSAND, seed: 1 };
  return { initial };
});
