// <xb-zeros id="…" p=".5 .3 .15 .05" counts="11 6 3 0" labels="sun cloud rain snow">still figure</xb-zeros>
// What a zero that was counted makes of D(p‖q), and what each way of getting rid of it reports.

import type { Repair } from "../mathematics/zero-repairs.ts";
import { leftOut, REPAIRS, reported, ruledOutShare, shareOf } from "../mathematics/zero-repairs.ts";
import { html, set } from "../parts/dom.ts";
import { Presets } from "../parts/presets.ts";
import type { Question } from "../parts/question.ts";
import { radios } from "../parts/radios.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatPercent, minus } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { Curves } from "./curves.ts";
import type { State } from "./state.ts";
import { epsilonAt, MOST, placeNamed, placeOf, repairNamed } from "./state.ts";

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
    " is infinite. Watch the number that a repair puts in its place: to the left it rises without end, by the same step for each ten.",
  ];
  protected readonly question: Question = {
    ask: "Divide ε by ten again and again. Does the number come nearer to D(p‖q)?",
    answers: [
      {
        text: "Yes, it settles",
        reply: "Move the slider to the left: each tenth adds the same amount. What it goes to is infinity.",
      },
      {
        text: "It never settles",
        reply: "Right. It goes to D(p‖q), which is infinite, and stops wherever your ε stops.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  #curves!: Curves;
  #repairs!: ReturnType<typeof radios<Repair>>;
  #presets!: Presets<State>;
  #slider!: HTMLInputElement;

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return {
      repair: repairNamed(read("repair")) ?? fallback.repair,
      place: placeNamed(read("place")) ?? fallback.place,
    };
  }

  protected override toAddress({ repair, place }: State): Record<string, string> {
    return { repair, place: String(place) };
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
    this.#presets = new Presets(
      this.#steps(),
      (state) => this.change(state),
      () => this.reset(),
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
      rest: [this.#presets.element],
    };
  }

  protected override redraw(unit: Unit): void {
    const { repair, place } = this.state;
    this.#curves.show(repair, place, unit);
    this.#repairs.check(repair);
    this.#slider.value = String(MOST - place);
    const nats = this.#reported(repair, place);
    set(this.#slider, { "aria-valuetext": `ε ${written(place)}, reported ${formatAmount(nats, unit)} ${unit}` });
    this.#presets.show((state) => state.repair === repair && state.place === place);
  }

  protected override result(unit: Unit): string {
    const { repair, place } = this.state;
    const { p, q } = this.page;
    const nats = this.#reported(repair, place);
    const reports = `ε = ${written(place)} reports ${formatAmount(nats, unit)} ${unit}`;
    if (repair === "mixed") {
      const step = formatAmount(ruledOutShare(p, q) * Math.LN10, unit);
      return `${reports} where D(p‖q) = ∞. Far to the left each tenth adds ${step}.`;
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

  #steps(): { name: string; words: string; state: State }[] {
    const { p, q, counts, labels } = this.page;
    const missed = ruledOutShare(p, q);
    const unseen = labels[counts.indexOf(0)] ?? "";
    return [
      {
        name: "a thousandth",
        words: `The counts never saw ${unseen}, which comes with probability ${formatPercent(missed)}. A thousandth of the uniform law makes the number finite.`,
        state: { repair: "mixed", place: 30 },
      },
      {
        name: "smaller, not better",
        words: "A thousand million times less ε. The number has grown; nothing about p or q has changed.",
        state: { repair: "mixed", place: MOST },
      },
      {
        name: "below zero",
        words: "ε added to each share, and nobody divided by the new sum. No divergence is negative.",
        state: { repair: "added", place: 3 },
      },
      {
        name: "half a count",
        words:
          "½ added to each count is the uniform law with a share that the counts choose, not you: near the lowest point.",
        state: { repair: "mixed", place: placeOf(shareOf(0.5, counts)) },
      },
    ];
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
  const [digits = "", power = "0"] = epsilonAt(place).toExponential(1).split("e");
  if (Number(power) >= -3) return String(Number(epsilonAt(place).toPrecision(2)));
  const raised = [...minus(power)].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻").join("");
  return `${Number(digits) === 1 ? "" : `${Number(digits)}·`}10${raised}`;
}

customElements.define("xb-zeros", Zeros);
