import { html, percent, say, set } from "./dom.ts";
import type { LawName } from "./roles.ts";
import { ROLE } from "./roles.ts";
import { formatPercent, spokenPercent } from "./units.ts";

/** One share of a law: a bar, and the native slider that drags its end. */
export class ShareSlider {
  readonly element: HTMLElement;
  readonly #bar = html("div", { class: "xb-bar-fill" });
  readonly #value = html("span", { class: "xb-bar-value", "aria-hidden": "true" });
  readonly #input: HTMLInputElement;
  #shown: { readonly share: number; readonly value: string } | undefined;

  constructor(law: LawName, outcome: string, id: string, moved: (share: number) => void) {
    this.#input = html("input", { id, type: "range", min: 0, max: 100, step: 1, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber / 100));
    const of = html("span", { class: "xb-of" }, `(${outcome})`);
    const role = html("span", { class: "xb-unseen" }, `, ${ROLE[law]}`);
    this.element = html(
      "div",
      { class: "xb-slider" },
      html("label", { for: id, class: `xb-${law}-ink` }, law, of, role),
      html("div", { class: `xb-bar xb-bar-${law}` }, html("div", { class: "xb-bar-track" }, this.#bar), this.#input),
      this.#value,
    );
  }

  show(share: number): void {
    // Half the sliders stay where they are. But the hand may have moved one whose law did not follow.
    if (this.#shown?.share === share && this.#shown.value === this.#input.value) return;
    this.#input.value = String(share * 100);
    this.#shown = { share, value: this.#input.value };
    set(this.#input, { "aria-valuetext": spokenPercent(share) });
    this.#bar.style.width = percent(share);
    say(this.#value, formatPercent(share));
  }
}
