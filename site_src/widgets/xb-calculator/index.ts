// <xb-calculator id="…" lists="sun_18_0.2*rain_12_0.8" table="_wet_dry*rain_3_1*sun_0_6" examples="A coin|5_0.5*7_0.5">
//   still figure
// </xb-calculator>
// Two lists, two families or a table of two variables; every measure between them, and the Python that gives the same.

import { button } from "../parts/buttons.ts";
import { html } from "../parts/dom.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { CodeBlock } from "./code-block.ts";
import { SumQuestion, ZeroQuestion } from "./decisions.ts";
import { Densities } from "./densities.ts";
import { hold, Input, UNDECIDED } from "./input.ts";
import { orderAt } from "./orders.ts";
import { ReadingQuestion } from "./reading-question.ts";
import { RenyiCurve } from "./renyi-curve.ts";
import type { Reply } from "./reply.ts";
import { questionOf, replyTo, sentence } from "./reply.ts";
import { Results } from "./results.ts";
import type { State } from "./state.ts";
import { exchanged, fromAddress, toAddress } from "./state.ts";
import { tableOf } from "./tables.ts";
import { TermsList } from "./terms-list.ts";

class Calculator extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected readonly heading = "Calculator";
  protected readonly notice = [
    "Paste two columns, choose two families, or give a table. All of it is computed in this page, and nothing is sent. " +
      "The address holds your input behind its “#”, which stays in your browser; a link that you copy carries it.",
  ];
  protected readonly question = undefined;
  protected readonly attributesOfPage = ATTRIBUTES;
  #input!: Input;
  readonly #swap = button("Swap p and q", () => this.change(exchanged(this.state)));
  #sumQuestion!: SumQuestion;
  #zeroQuestion!: ZeroQuestion;
  #readingQuestion!: ReadingQuestion;
  readonly #questions = html("div");
  readonly #results = new Results();
  readonly #terms = new TermsList();
  readonly #densities = new Densities();
  #renyi!: RenyiCurve;
  #code!: CodeBlock;
  #asked: { readonly question: string; readonly reply: Reply } | undefined;
  #drawn: { readonly reply: Reply; readonly unit: Unit } | undefined;

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return fromAddress(read, fallback);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state);
  }

  protected override build(): Built {
    const change = (part: Partial<State>) => this.change({ ...this.state, ...part });
    this.#input = new Input(this.id, change);
    this.#sumQuestion = new SumQuestion(
      (mend) => change({ mend, zeros: UNDECIDED.zeros }),
      () => this.#input.focus(this.state.mode),
    );
    this.#readingQuestion = new ReadingQuestion(this.id, (topic, value) =>
      change({ ...UNDECIDED, reading: { ...this.state.reading, [topic]: value } }),
    );
    this.#zeroQuestion = new ZeroQuestion(this.id, (zeros) => change({ zeros }));
    this.#renyi = new RenyiCurve(this.id, (place) => change({ place }));
    this.#code = new CodeBlock(this.id);
    const examples = this.page.examples.map(({ name, lists }) =>
      button(name, () => change({ ...UNDECIDED, mode: "lists", lists })),
    );
    return {
      figure: [],
      inputs: [
        ...this.#input.elements,
        html("div", { class: "xb-actions" }, this.#swap, ...examples),
        this.#questions,
        this.#results.element,
        html(
          "div",
          { class: "xb-pictures" },
          html("div", {}, this.#terms.element, this.#densities.element),
          this.#renyi.element,
        ),
      ],
      rest: [this.#code.element],
    };
  }

  protected override redraw(unit: Unit): void {
    const { mode, mend, zeros, place } = this.state;
    const reply = this.#reply();
    const { answer } = reply;
    this.#renyi.show(answer.renyi, place, unit);
    this.#code.show(answer.script, unit, orderAt(place));
    // A moved slider leaves the rest as it is: a redraw has a frame's time on a slow phone.
    if (this.#drawn?.reply === reply && this.#drawn.unit === unit) return;
    this.#drawn = { reply, unit };
    this.#input.show(this.state, reply);
    this.#swap.hidden = mode === "table";
    this.#readingQuestion.show(answer);
    this.#sumQuestion.show(answer, mend);
    this.#zeroQuestion.show(answer, zeros);
    const questions = [this.#readingQuestion.element, this.#sumQuestion.element, this.#zeroQuestion.element];
    hold(
      this.#questions,
      questions.filter((question) => !question.hidden),
    );
    this.#results.show(answer.groups, unit);
    this.#terms.show(answer.terms, unit);
    this.#densities.show(answer.curves);
  }

  protected override result(unit: Unit): string {
    return sentence(this.#reply(), this.state.place, unit);
  }

  protected override table(unit: Unit): Table {
    return tableOf(this.#reply().answer, unit);
  }

  /** What the present input gives; made once for each input. */
  #reply(): Reply {
    const question = questionOf(this.state);
    if (this.#asked?.question !== question) this.#asked = { question, reply: replyTo(this.state) };
    return this.#asked.reply;
  }
}

customElements.define("xb-calculator", Calculator);
