import { tangentGap } from "../mathematics/information.ts";
import { html, say, set } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, spokenPercent } from "../parts/units.ts";
import { formatRatio, STEP } from "./ratios.ts";

/** A native slider for one ratio, as wide as its range is on the plot above: its thumb stands under the dot. */
export class RatioSlider {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #range: HTMLElement;
  readonly #value = html("span", { class: "xb-ratio-value", "aria-hidden": "true" });
  readonly #widest: number;

  constructor(outcome: string, id: string, widest: number, moved: (ratio: number) => void) {
    this.#widest = widest;
    this.#input = html("input", { id, type: "range", min: 0, max: widest, step: STEP, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber));
    this.#range = html("div", { class: "xb-rail" }, this.#input);
    this.element = html(
      "div",
      { class: "xb-ratio" },
      html("label", { for: id }, html("span", { class: "xb-unseen" }, "q/p of "), outcome),
      html("div", { class: "xb-ratio-track" }, this.#range),
      this.#value,
    );
  }

  /** The ratio with its q, on a slider that ends at `longest`. */
  show(ratio: number, q: number, longest: number, unit: Unit): void {
    const gap = `${formatAmount(tangentGap(ratio), unit)} ${unit}`;
    this.#range.style.setProperty("--xb-reach", String(longest / this.#widest));
    set(this.#input, {
      max: longest,
      "aria-valuetext": `ratio ${formatRatio(ratio)}, q ${spokenPercent(q)}, gap ${gap}`,
    });
    this.#input.value = String(ratio);
    say(this.#value, formatRatio(ratio));
  }
}
