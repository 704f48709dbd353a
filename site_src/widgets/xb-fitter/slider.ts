import { html, say, set } from "../parts/dom.ts";

interface Range {
  readonly most: number;
  readonly step: number;
}

/** A native slider from 0, with its name before it and its value behind. */
export class Slider {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #value = html("span", { class: "xb-humps-value", "aria-hidden": "true" });

  constructor(id: string, name: string, { most, step }: Range, moved: (value: number) => void) {
    this.#input = html("input", { id, type: "range", min: 0, max: most, step, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber));
    const rail = html("div", { class: "xb-rail" }, this.#input);
    this.element = html("div", { class: "xb-humps-slider" }, html("label", { for: id }, name), rail, this.#value);
  }

  show(value: number, seen: string, spoken: string): void {
    this.#input.value = String(value);
    set(this.#input, { "aria-valuetext": spoken });
    say(this.#value, seen);
  }
}
