// The seed of chance, in sight: who types the same one sees the same numbers.

import { button } from "./buttons.ts";
import { html } from "./dom.ts";

const MOST = 9999;

export interface Seed {
  readonly element: HTMLElement;
  show(seed: number): void;
}

export function seedInput(id: string, chosen: (seed: number) => void): Seed {
  const input = html("input", { id, type: "number", class: "xb-number", min: 1, max: MOST, step: 1 });
  input.addEventListener("input", () => {
    const seed = seedNamed(input.value);
    if (seed) chosen(seed);
  });
  const label = html("label", { class: "xb-seed" }, "Seed", input);
  const next = button("New seed", () => chosen((Number(input.value) % MOST) + 1));
  return {
    element: html("div", { class: "xb-seeds" }, label, next),
    show: (seed) => {
      if (Number(input.value) !== seed) input.value = String(seed);
    },
  };
}

/** A seed that an address or a reader writes; undefined for anything that is none. */
export function seedNamed(text: string | null): number | undefined {
  const seed = text ? Number(text) : Number.NaN;
  return Number.isInteger(seed) && seed >= 1 && seed <= MOST ? seed : undefined;
}
