// What is dragged: for each answer its score and its true reward, or its share in the reference.

import { html } from "../parts/dom.ts";
import { HeldLaw } from "../parts/held-law.ts";
import { formatPercent, spokenPercent } from "../parts/units.ts";
import type { Bar } from "./bar-slider.ts";
import { BarSlider } from "./bar-slider.ts";
import type { Dragged, State } from "./state.ts";
import { MOST } from "./state.ts";

type Row = "score" | "truth" | "reference";

// Longer names would leave a phone no room for the bars.
const LONG_NAME = 2;
const BARS: Readonly<Record<Row, Bar>> = {
  score: { sign: "s", role: "the judge's score", look: "score", most: MOST, step: 0.1 },
  truth: { sign: "g", role: "the true reward", look: "truth", most: MOST, step: 0.1 },
  reference: { sign: "", role: "its share in the reference", look: "reference", most: 1, step: 0.01 },
};
const ROWS: Readonly<Record<Dragged, readonly Row[]>> = { rewards: ["truth", "score"], reference: ["reference"] };

interface Moving {
  readonly present: () => State;
  readonly changed: (state: State) => void;
}

export class AnswerBars {
  readonly element = html("div", { class: "xb-pictured" });
  readonly #sliders: { readonly row: Row; readonly index: number; readonly slider: BarSlider }[] = [];
  readonly #outcomes: Readonly<Record<Dragged, readonly HTMLElement[]>>;
  readonly #moving: Moving;
  readonly #held = new HeldLaw();

  constructor(widget: HTMLElement, labels: readonly string[], moving: Moving) {
    this.#moving = moving;
    const longest = Math.max(...labels.map(({ length }) => length));
    widget.style.setProperty("--xb-label", `${longest + 4}ch`);
    widget.classList.toggle("xb-long-names", longest > LONG_NAME);
    const outcomes = (dragged: Dragged) =>
      labels.map((label, index) => {
        const sliders = ROWS[dragged].map((row) => this.#slider(`${widget.id}-${row}-${index}`, label, row, index));
        const name = html("p", { class: "xb-outcome-name", "aria-hidden": "true" }, label);
        return html("div", { class: "xb-outcome" }, name, ...sliders);
      });
    this.#outcomes = { rewards: outcomes("rewards"), reference: outcomes("reference") };
  }

  show(state: State): void {
    const outcomes = this.#outcomes[state.dragged];
    if (this.element.firstChild !== outcomes[0]) this.element.replaceChildren(...outcomes);
    const rows = ROWS[state.dragged];
    for (const { row, index, slider } of this.#sliders) {
      if (!rows.includes(row)) continue;
      const value = state[row][index] as number;
      if (row === "reference") slider.show(value, formatPercent(value), spokenPercent(value));
      else slider.show(value, value.toFixed(1), `${value.toFixed(1)} of ${MOST}`);
    }
  }

  #slider(id: string, label: string, row: Row, index: number): HTMLElement {
    const slider = new BarSlider(id, label, BARS[row], (value) => this.#move(row, index, value));
    this.#sliders.push({ row, index, slider });
    return slider.element;
  }

  #move(row: Row, index: number, value: number): void {
    const state = this.#moving.present();
    const values =
      row === "reference" ? this.#held.moved(row, state.reference, index, value) : state[row].with(index, value);
    this.#moving.changed({ ...state, [row]: values });
  }
}
