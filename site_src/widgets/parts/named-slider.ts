import { html, say, set } from "./dom.ts";

interface Named {
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

/** A native slider with its name before it and its value behind it. */
export class Slider {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #value = html("span", { class: "xb-slider-value", "aria-hidden": "true" });

  constructor({ id, label, min, max }: Named, moved: (value: number) => void) {
    this.#input = html("input", { id, type: "range", min, max, step: 1, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber));
    this.element = html(
      "div",
      { class: "xb-named-slider" },
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
