import { html, say, set } from "../parts/dom.ts";
import type { Dial } from "./state.ts";
import { RANGES, STEP } from "./state.ts";

interface Words {
  readonly name: string;
  readonly spoken: string;
  readonly ink: string;
}

/** A slider for one of the hypotheses, marked where it is given up. */
export class HypothesisSlider {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #value = html("span", { class: "xb-dial-value", "aria-hidden": "true" });

  constructor(dial: Dial, id: string, { name, spoken, ink }: Words, moved: (value: number) => void) {
    const [min, max] = RANGES[dial];
    this.#input = html("input", { id, type: "range", min, max, step: STEP, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(Number(this.#input.valueAsNumber.toFixed(2))));
    const seen = html("span", { "aria-hidden": "true" }, name);
    this.element = html(
      "div",
      { class: "xb-dial" },
      html("label", { for: id, class: ink }, seen, html("span", { class: "xb-unseen" }, spoken)),
      html("div", { class: "xb-rail" }, this.#input),
      this.#value,
    );
  }

  show(value: number, text: string, broken: boolean): void {
    this.#input.value = String(value);
    set(this.#input, { "aria-valuetext": text });
    say(this.#value, text);
    this.element.classList.toggle("xb-given-up", broken);
  }
}
