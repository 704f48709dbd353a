// <xb-code-lab id="…" heads="90" tosses="HHHHHHTHHH">still figure</xb-code-lab>
// From words to fractions of a digit, in three parts: a budget for words, blocks of tosses, an interval that shrinks.

import { radios } from "../parts/buttons.ts";
import { html } from "../parts/dom.ts";
import { Slider } from "../parts/named-slider.ts";
import type { Question } from "../parts/question.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatPercent } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { Blocks } from "./blocks.ts";
import { Intervals } from "./interval.ts";
import type { Part } from "./part.ts";
import type { State, View } from "./state.ts";
import { fromAddress, LEAST_HEADS, MOST_HEADS, toAddress, VIEWS, withLength } from "./state.ts";
import { steps } from "./steps.ts";
import { Words } from "./words.ts";

const NAMES: Readonly<Record<View, string>> = { words: "1 Words", blocks: "2 Blocks", interval: "3 No words" };

class CodeLab extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected readonly heading = "How few digits for a toss";
  protected readonly notice = [
    "A coin’s tosses are written in zeros and ones. Watch the ",
    html("b", { class: "xb-d-ink" }, "extra"),
    " over the entropy: words cost it because they are whole, blocks thin it out, and an interval pays it once, however long the message.",
  ];
  protected readonly question: Question = {
    ask: "The best code for blocks of ten tosses: does a toss cost less than in blocks of six?",
    answers: [
      {
        text: "Yes, longer is better",
        reply:
          "Look at the second part, with heads at 90 %: the dot of ten stands above that of six. Only a multiple of a length is never worse than it.",
      },
      {
        text: "Not always",
        reply:
          "Right: with heads at 90 % ten cost more than six. Only a multiple of a length is never worse than it, and in the end all come down to H(p).",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  #parts!: Readonly<Record<View, Part>>;
  #views!: ReturnType<typeof radios<View>>;
  #heads!: Slider;
  readonly #figure = html("div");
  readonly #inputs = html("div");

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return fromAddress(read, fallback);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state);
  }

  protected override build(): Built {
    const change = (next: (state: State) => State) => this.change(next({ ...this.state, refused: undefined }));
    this.#parts = {
      words: new Words(this.id, (pair, length) => change((state) => withLength(state, pair, length))),
      blocks: new Blocks(this.id, (together) => change((state) => ({ ...state, together }))),
      interval: new Intervals(this.id, change),
    };
    this.#views = radios({ name: `${this.id}-view`, legend: "Part of the lab", values: VIEWS, texts: NAMES }, (view) =>
      change((state) => ({ ...state, view })),
    );
    this.#heads = new Slider({ id: `${this.id}-heads`, label: "heads", min: LEAST_HEADS, max: MOST_HEADS }, (heads) =>
      change((state) => ({ ...state, heads })),
    );
    return { figure: [this.#figure], inputs: [this.#views.element, this.#heads.element, this.#inputs], rest: [] };
  }

  protected override redraw(unit: Unit): void {
    const { view, heads } = this.state;
    const part = this.#parts[view];
    if (this.#figure.firstChild !== part.figure) {
      this.#figure.replaceChildren(part.figure);
      this.#inputs.replaceChildren(part.inputs);
    }
    this.#views.check(view);
    this.#heads.show(heads, formatPercent(heads / 100), `heads in ${heads} percent of tosses`);
    part.show(this.state, unit);
  }

  protected override result(unit: Unit): string {
    return this.#parts[this.state.view].result(this.state, unit);
  }

  protected override table(unit: Unit): Table {
    return this.#parts[this.state.view].table(this.state, unit);
  }
}

customElements.define("xb-code-lab", CodeLab);
