// <xb-zeros id="…" p=".5 .3 .15 .05" counts="11 6 3 0" labels="sun cloud rain snow">still figure</xb-zeros>
// What a zero that was counted makes of D(p‖q), and what each way of getting rid of it reports.

import type { Repair } from "../mathematics/zero-repairs.ts";
import { leftOut, REPAIRS, reported, ruledOutShare } from "../mathematics/zero-repairs.ts";
import { radios } from "../parts/buttons.ts";
import { html, set } from "../parts/dom.ts";
import type { Question } from "../parts/question.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, scientific } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { Curves } from "./curves.ts";
import type { State } from "./state.ts";
import { epsilonAt, fromAddress, MOST, toAddress } from "./state.ts";
import { steps } from "./steps.ts";

const NAMES: Readonly<Record<Repair, string>> = {
  mixed: "uniform law mixed in",
  added: "ε added to each share",
  clipped: "raised to ε",
};
const CHOICES: Readonly<Record<Repair, string>> = { mixed: "mix in", added: "add", clipped: "raise to ε" };
const ROWS = [0, 10, 20, 30, 60, 90, 120];

class Zeros extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected readonly heading = "What an ε reports";
  protected readonly notice = [
    "Something happens that the counts never saw, so ",
    html("b", { class: "xb-d-ink" }, "D(p‖q)"),
    " is infinite. Watch the number that a repair puts in its place: to the left it rises without end, by the same step for each division of ε by ten.",
  ];
  protected readonly question: Question = {
    ask: "Divide ε by ten again and again. Does the number come nearer to D(p‖q)?",
    answers: [
      {
        text: "Yes, it settles",
        reply:
          "Move the slider to the left: each division of ε by ten adds the same amount. What it goes to is infinity.",
      },
      {
        text: "It never settles",
        reply: "Right. It goes to D(p‖q), which is infinite, and stops wherever your ε stops.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  #curves!: Curves;
  #repairs!: ReturnType<typeof radios<Repair>>;
  #slider!: HTMLInputElement;

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return fromAddress(read, fallback);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state);
  }

  protected override build(): Built {
    const { p, q, counts } = this.page;
    this.#curves = new Curves({ p, q, counts });
    this.#repairs = radios(
      { name: `${this.id}-repair`, legend: "The repair", values: REPAIRS, texts: CHOICES },
      (repair) => this.change({ ...this.state, repair }),
    );
    const id = `${this.id}-epsilon`;
    this.#slider = html("input", { id, type: "range", min: 0, max: MOST, step: 1, class: "xb-range" });
    this.#slider.addEventListener("input", () =>
      this.change({ ...this.state, place: MOST - this.#slider.valueAsNumber }),
    );
    return {
      figure: [this.#curves.element],
      inputs: [
        html(
          "div",
          { class: "xb-epsilon-slider" },
          html("label", { for: id }, "ε"),
          html("div", { class: "xb-rail" }, this.#slider),
        ),
        this.#repairs.element,
      ],
      rest: [],
    };
  }

  protected override redraw(unit: Unit): void {
    const { repair, place } = this.state;
    this.#curves.show(repair, place, unit);
    this.#repairs.check(repair);
    this.#slider.value = String(MOST - place);
    const nats = this.#reported(repair, place);
    set(this.#slider, { "aria-valuetext": `ε ${written(place)}, reported ${formatAmount(nats, unit)} ${unit}` });
  }

  protected override result(unit: Unit): string {
    const { repair, place } = this.state;
    const { p, q } = this.page;
    const nats = this.#reported(repair, place);
    const reports = `ε = ${written(place)} reports ${formatAmount(nats, unit)} ${unit}`;
    if (repair === "mixed") {
      const step = formatAmount(ruledOutShare(p, q) * Math.LN10, unit);
      return `${reports} where D(p‖q) = ∞. Far to the left each division of ε by ten adds ${step}.`;
    }
    const total = Number(this.#weightsSum(repair, place).toPrecision(3));
    const verdict = nats < 0 ? "less than any divergence" : "no divergence";
    return `${reports} where D(p‖q) = ∞: ${verdict}, as the shares sum to ${total}.`;
  }

  protected override table(unit: Unit): Table {
    const { p, q } = this.page;
    return {
      caption: `What is reported for D(p‖q) = ∞, in ${unit}. Leaving the outcome out reports ${formatAmount(leftOut(p, q), unit)}.`,
      head: ["ε", ...REPAIRS.map((repair) => NAMES[repair])],
      rows: ROWS.map((place) => [
        written(place),
        ...REPAIRS.map((repair) => formatAmount(this.#reported(repair, place), unit)),
      ]),
    };
  }

  #reported(repair: Repair, place: number): number {
    return reported(repair, this.page.p, this.page.q, epsilonAt(place));
  }

  #weightsSum(repair: Repair, place: number): number {
    const epsilon = epsilonAt(place);
    const weights = this.page.q.map((share) => (repair === "added" ? share + epsilon : Math.max(share, epsilon)));
    return weights.reduce((total, weight) => total + weight, 0);
  }
}

/** ε as a number that one can read: 0.001, 2.5·10⁻⁷. */
function written(place: number): string {
  const epsilon = epsilonAt(place);
  return epsilon < 1e-3 ? scientific(epsilon, 2) : String(Number(epsilon.toPrecision(2)));
}

customElements.define("xb-zeros", Zeros);
