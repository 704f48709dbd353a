// Truth and belief as sliders, outcome by outcome: move one share, and the others of its law keep their proportions.

import { html } from "./dom.ts";
import { HeldLaw } from "./held-law.ts";
import type { LawName, Laws } from "./roles.ts";
import { ShareSlider } from "./share-slider.ts";

const LAWS = ["p", "q"] as const;
// Longer names would leave a phone no room for the bars.
const LONG_NAME = 2;

/** Where the laws are, and who is told that one moved. */
interface Moving {
  readonly present: () => Laws;
  readonly changed: (name: LawName, law: readonly number[]) => void;
}

export class LawSliders {
  /** One for each outcome. */
  readonly elements: readonly HTMLElement[];
  readonly #sliders: { readonly name: LawName; readonly index: number; readonly slider: ShareSlider }[] = [];
  readonly #moving: Moving;
  readonly #held = new HeldLaw();

  constructor(widget: HTMLElement, labels: readonly string[], moving: Moving) {
    this.#moving = moving;
    const longest = Math.max(...labels.map(({ length }) => length));
    widget.style.setProperty("--xb-label", `${longest + 3.5}ch`);
    widget.classList.toggle("xb-long-names", longest > LONG_NAME);
    this.elements = labels.map((label, index) => {
      const pair = LAWS.map((name) => {
        const key = `${widget.id}-${name}-${index}`;
        const slider = new ShareSlider(name, label, key, (share) => this.#move(name, index, share));
        this.#sliders.push({ name, index, slider });
        return slider.element;
      });
      const outcome = html("p", { class: "xb-outcome-name", "aria-hidden": "true" }, label);
      return html("div", { class: "xb-outcome" }, outcome, ...pair);
    });
  }

  show(laws: Laws): void {
    for (const { name, index, slider } of this.#sliders) slider.show(laws[name][index] as number);
  }

  #move(name: LawName, index: number, share: number): void {
    const present = this.#moving.present()[name];
    this.#moving.changed(name, this.#held.moved(name, present, index, share));
  }
}
