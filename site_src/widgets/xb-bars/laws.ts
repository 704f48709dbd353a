// The two laws of the board, and how their names look.

import { html } from "../parts/dom.ts";

export type LawName = "p" | "q";
export type Laws = Readonly<Record<LawName, readonly number[]>>;

export const ROLE = { p: "the truth", q: "the belief" } as const;

export function lawName(name: LawName): HTMLElement {
  return html("b", { class: `xb-${name}-ink` }, name);
}
