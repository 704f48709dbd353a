// The two laws by the names that they have everywhere, and how these look.

import { html } from "./dom.ts";

export type LawName = "p" | "q";

/** The truth and the belief. */
export type Laws = Readonly<Record<LawName, readonly number[]>>;

export const ROLE: Readonly<Record<LawName, string>> = { p: "the truth", q: "the belief" };

export function lawName(name: LawName): HTMLElement {
  return html("b", { class: `xb-${name}-ink` }, name);
}
