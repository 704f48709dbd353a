// <xb-simplex id="…" p=".5 .3 .2" q=".1 .3 .6" labels="a b c">still figure</xb-simplex>
// All laws on three outcomes as a triangle: how far each belief is from one truth, or each truth from one belief.

import { klDivergence, logRatioTerm, surprisalTerm } from "../mathematics/information.ts";
import { pairs } from "../mathematics/laws.ts";
import type { MapName } from "../mathematics/triangle.ts";
import { MAPS } from "../mathematics/triangle.ts";
import { radios } from "../parts/buttons.ts";
import { LawSliders } from "../parts/law-sliders.ts";
import type { Question } from "../parts/question.ts";
import type { LawName } from "../parts/roles.ts";
import { lawName } from "../parts/roles.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatPercent, LOG } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { SimplexMap } from "./map.ts";
import type { State } from "./state.ts";
import { fromAddress, toAddress } from "./state.ts";
import { steps } from "./steps.ts";

const CHOICES: Readonly<Record<MapName, string>> = { beliefs: "p stays: D(p‖·)", truths: "q stays: D(·‖q)" };

class Simplex extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected readonly heading = "Two maps of one triangle";
  protected readonly notice = [
    "Each point is a law on three outcomes; drag ",
    lawName("p"),
    " and ",
    lawName("q"),
    ". All on one line are equally far, and darker is farther. Around p the lines crowd before a side; around q they run into it.",
  ];
  protected readonly question: Question = {
    ask: "Drag q onto a side, where it gives one outcome 0. What becomes infinite?",
    answers: [
      {
        text: "D(p‖q)",
        reply:
          "Right. p still has that outcome, and q has no code for it. D(q‖p) never asks for it, as q never draws it.",
      },
      {
        text: "D(q‖p)",
        reply: "Try it: D(q‖p) stays finite. It averages over what q draws, and q no longer draws that outcome.",
      },
      {
        text: "Both",
        reply: "Try it: D(p‖q) alone. D(q‖p) averages over what q draws, and p allows all of that.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  #map!: SimplexMap;
  #maps!: ReturnType<typeof radios<MapName>>;
  #sliders!: LawSliders;

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return fromAddress(read, fallback);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state);
  }

  protected override build(): Built {
    const changed = (name: LawName, law: readonly number[]) => this.change({ ...this.state, [name]: law });
    this.#map = new SimplexMap(this.page.labels, changed);
    this.#sliders = new LawSliders(this, this.page.labels, { present: () => this.state, changed });
    this.#maps = radios({ name: `${this.id}-map`, legend: "The map", values: MAPS, texts: CHOICES }, (map) =>
      this.change({ ...this.state, map }),
    );
    return {
      figure: [this.#map.element],
      inputs: [this.#maps.element, ...this.#sliders.elements],
      rest: [],
    };
  }

  protected override redraw(unit: Unit): void {
    this.#map.show(this.state, unit);
    this.#sliders.show(this.state);
    this.#maps.check(this.state.map);
  }

  protected override result(unit: Unit): string {
    const { map, p, q } = this.state;
    const amount = (nats: number) => formatAmount(nats, unit);
    const [there, back] = [klDivergence(p, q), klDivergence(q, p)];
    const value = `D(p‖q) = ${amount(there)} ${unit}`;
    const other = `D(q‖p) = ${amount(back)}`;
    if (there === Infinity) {
      const ruledOut = this.page.labels[q.findIndex((share, i) => share === 0 && (p[i] as number) > 0)] ?? "";
      return `${value}: q rules out ${ruledOut}, and p does not. Swapped, ${other}.`;
    }
    if (amount(there) === "0.000") return `${value}: q equals p, and so is ${other}.`;
    if (map === "beliefs") return `${value}, for each belief on the bold line. Swapped, ${other}.`;
    const least = Math.min(...q);
    const certain = this.page.labels[q.indexOf(least)] ?? "";
    const most = `The most that a truth pays is ${amount(-Math.log(least))}, where ${certain} is certain.`;
    return `${value}, for each truth on the bold line. ${least > 0 ? most : "Off that side it is infinite."}`;
  }

  protected override table(unit: Unit): Table {
    const { p, q } = this.state;
    const amount = (nats: number) => formatAmount(nats, unit);
    const log = LOG[unit];
    const rows = pairs(this.page.labels, pairs(p, q)).map(([label, [a, b]]) => [
      label,
      formatPercent(a),
      formatPercent(b),
      amount(logRatioTerm(a, b)),
      amount(logRatioTerm(b, a)),
      amount(surprisalTerm(1, b)),
    ]);
    const sums = [formatPercent(1), formatPercent(1), amount(klDivergence(p, q)), amount(klDivergence(q, p)), ""];
    return {
      caption: `Terms in ${unit}; their sums are D(p‖q) and D(q‖p). The last column is D(·‖q) of the truth that is certain of the outcome.`,
      head: ["outcome", "p", "q", `p ${log} p/q`, `q ${log} q/p`, `${log} 1/q`],
      rows: [...rows, ["sum", ...sums]],
    };
  }
}

customElements.define("xb-simplex", Simplex);
