import { html, say, set } from "./dom.ts";
import type { LawName } from "./roles.ts";

interface Named {
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** The law that it says something of: it has its colour, and name and value stand above it. */
  readonly above?: LawName | "neither";
}

/** A native slider with its name before it and its value behind it, or both above it. */
export class Slider {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #value = html("span", { class: "xb-slider-value", "aria-hidden": "true" });

  constructor({ id, label, min, max, above }: Named, moved: (value: number) => void) {
    this.#input = html("input", { id, type: "range", min, max, step: 1, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber));
    this.element = html(
      "div",
      { class: above ? `xb-named-slider xb-above xb-above-${above}` : "xb-named-slider" },
      html("label", { for: id }, label),
      html("div", { class: "xb-rail" }, this.#input),
      this.#value,
    );
  }

  show(value: number, text: string, spoken = text): void {
    this.#input.value = String(value);
    set(this.#input, { "aria-valuetext": spoken });
    say(this.#value, text);
  }

  /** Where the slider ends. */
  reach(max: number): void {
    set(this.#input, { max });
  }
}
