// A widget's story in steps: each is a state with its own address, and a sentence about what to see in it.

import { button } from "./button.ts";
import { html, say, set } from "./dom.ts";

export interface Preset<State> {
  readonly name: string;
  readonly words: string;
  readonly state: State;
}

/** Buttons for the steps of a story, and the words of the step that is shown. */
export class Presets<State> {
  readonly element: HTMLElement;
  readonly #presets: readonly Preset<State>[];
  readonly #buttons: readonly HTMLButtonElement[];
  readonly #words = html("p", { class: "xb-preset-words" });

  constructor(presets: readonly Preset<State>[], chosen: (state: State) => void, reset: () => void) {
    this.#presets = presets;
    this.#buttons = presets.map(({ name, state }, i) => button(`${i + 1}. ${name}`, () => chosen(state)));
    const actions = html(
      "div",
      { class: "xb-actions", role: "group", "aria-label": "Steps" },
      ...this.#buttons,
      button("Start again", reset),
    );
    this.element = html("div", { class: "xb-presets" }, actions, this.#words);
  }

  /** Mark the step at which the state is, if it is at one. */
  show(isAt: (state: State) => boolean): void {
    const at = this.#presets.findIndex(({ state }) => isAt(state));
    for (const [i, step] of this.#buttons.entries()) set(step, { "aria-pressed": String(i === at) });
    const present = this.#presets[at];
    say(this.#words, present ? `${at + 1} of ${this.#presets.length}. ${present.words}` : "");
  }
}
