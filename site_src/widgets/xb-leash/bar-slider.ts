import { html, percent, say, set } from "../parts/dom.ts";

/** What a bar shows: what stands before its answer's name, if anything, what a screen reader is told, its look, and where it ends. */
export interface Bar {
  readonly sign: string;
  readonly role: string;
  readonly look: "score" | "truth" | "reference";
  readonly most: number;
  readonly step: number;
}

// The judge's belief looks as beliefs do everywhere, and the truth as truths do.
const LOOKS = { score: "xb-bar-q", truth: "xb-bar-p", reference: "xb-bar-reference" } as const;
const INKS = { score: "xb-q-ink", truth: "xb-p-ink", reference: "xb-reference-ink" } as const;

/** A bar, and the native slider that drags its end. */
export class BarSlider {
  readonly element: HTMLElement;
  readonly #most: number;
  readonly #bar = html("div", { class: "xb-bar-fill" });
  readonly #value = html("span", { class: "xb-bar-value", "aria-hidden": "true" });
  readonly #input: HTMLInputElement;

  constructor(id: string, answer: string, { sign, role, look, most, step }: Bar, moved: (value: number) => void) {
    this.#most = most;
    this.#input = html("input", { id, type: "range", min: 0, max: most, step, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber));
    const of = html("span", { class: "xb-of" }, sign ? `(${answer})` : answer);
    this.element = html(
      "div",
      { class: "xb-slider" },
      html("label", { for: id, class: INKS[look] }, sign, of, html("span", { class: "xb-unseen" }, `, ${role}`)),
      html("div", { class: `xb-bar ${LOOKS[look]}` }, html("div", { class: "xb-bar-track" }, this.#bar), this.#input),
      this.#value,
    );
  }

  show(value: number, text: string, spoken: string): void {
    this.#input.value = String(value);
    set(this.#input, { "aria-valuetext": spoken });
    this.#bar.style.width = percent(value / this.#most);
    say(this.#value, text);
  }
}
