// A native slider on a rail, with its name and its value above it.

import { html, say, set } from "./dom.ts";
import type { LawName } from "./roles.ts";

interface Named {
  readonly id: string;
  readonly label: string;
  /** The law that it says something of: it has its colour. */
  readonly law?: LawName;
}

export class Slider {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #value = html("span", { class: "xb-slider-value", "aria-hidden": "true" });

  /** Its places are 0, 1, 2 … */
  constructor({ id, label, law }: Named, moved: (place: number) => void) {
    this.#input = html("input", { id, type: "range", min: 0, step: 1, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber));
    this.element = html(
      "div",
      { class: law ? `xb-slider xb-slider-${law}` : "xb-slider" },
      html("label", { for: id }, label),
      this.#value,
      html("div", { class: "xb-rail" }, this.#input),
    );
  }

  /** Its place among so many, and what that is in words; said with more where the words alone do not say enough. */
  show(place: number, last: number, words: string, spoken = words): void {
    set(this.#input, { max: last, "aria-valuetext": spoken });
    this.#input.value = String(place);
    say(this.#value, words);
  }
}
