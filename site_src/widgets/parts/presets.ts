// A widget's story as buttons.

import { button } from "./buttons.ts";
import { html, say, set } from "./dom.ts";
import type { Step } from "./steps.ts";

/** A button for each step, and the words of the step that is shown. */
export class Presets<State> {
  readonly element: HTMLElement;
  readonly #steps: readonly Step<State>[];
  readonly #buttons: readonly HTMLButtonElement[];
  readonly #words = html("p", { class: "xb-preset-words" });

  constructor(steps: readonly Step<State>[], chosen: (state: State) => void) {
    this.#steps = steps;
    this.#buttons = steps.map(({ name, state }, i) => button(`${i + 1}. ${name}`, () => chosen(state)));
    const row = html("div", { class: "xb-actions", role: "group", "aria-label": "Steps" }, ...this.#buttons);
    this.element = html("div", { class: "xb-presets" }, row, this.#words);
  }

  /** Mark the step at which the state is; −1 where it is at none. */
  show(at: number): void {
    for (const [i, step] of this.#buttons.entries()) set(step, { "aria-pressed": String(i === at) });
    const present = this.#steps[at];
    say(this.#words, present ? `${at + 1} of ${this.#steps.length}. ${present.words}` : "");
  }
}
