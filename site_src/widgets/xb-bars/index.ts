// <xb-bars id="…" p=".5 .25 .25" q=".25 .25 .5" labels="a b c">still figure</xb-bars>
// Two histograms to drag: what you pay is H + D, and D is a sum of terms of both signs that is never negative.

import { crossEntropy, entropy, klDivergence, logRatioTerm, surprisalTerm } from "../mathematics/information.ts";
import { normalize, pairs, sum } from "../mathematics/laws.ts";
import { parseWeights } from "../parts/address.ts";
import { button } from "../parts/buttons.ts";
import { anchorAt, chart, Scale, stepped } from "../parts/charts.ts";
import { html, percent } from "../parts/dom.ts";
import { LawSliders } from "../parts/law-sliders.ts";
import type { Question } from "../parts/question.ts";
import type { LawName, Laws } from "../parts/roles.ts";
import { lawName } from "../parts/roles.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatPercent, LOG, ROUNDED, toNats } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { Payment } from "./payment.ts";
import { toAddress } from "./state.ts";
import { steps } from "./steps.ts";
import { TermsChart } from "./terms-chart.ts";

type Written = ReturnType<typeof ATTRIBUTES.read>;

const LAWS = ["p", "q"] as const;

class Bars extends Widget<Laws, Written> {
  protected readonly heading = "Two laws, and the price of the wrong one";
  protected readonly notice = [
    "Drag truth ",
    lawName("p"),
    " and belief ",
    lawName("q"),
    ". Terms drop below zero; their sum ",
    html("b", { class: "xb-d-ink" }, "D(p‖q)"),
    " never.",
  ];
  protected readonly question: Question = {
    ask: "Is there a belief q that makes the sum of the terms negative?",
    answers: [
      {
        text: "Yes",
        reply:
          "Look for it: push q above p where you like. Wherever q gains, another outcome loses, " +
          "and its term grows by more. The sum stops at 0, where q = p.",
      },
      {
        text: "No",
        reply:
          "Right. A term is negative where q > p, but q gains there only what it loses elsewhere, " +
          "and that costs more. The sum is 0 only where q = p.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  #sliders!: LawSliders;
  #terms!: TermsChart;
  #payments: readonly Payment[] = [];
  readonly #scale = new Scale({ y1: 0, y2: 5, class: "xb-tick-mark" }, { y: 18, "text-anchor": "middle" });

  protected override fromAddress(read: (name: string) => string | null, fallback: Laws): Laws {
    const law = (name: LawName) => {
      const weights = parseWeights(read(name), fallback[name].length);
      return weights ? normalize(weights) : fallback[name];
    };
    return { p: law("p"), q: law("q") };
  }

  protected override toAddress(laws: Laws): Record<string, string> {
    return toAddress(laws);
  }

  protected override build(): Built {
    this.#terms = new TermsChart(this.page.labels);
    this.#payments = [new Payment("p", "q", `${this.id}-extra-p`), new Payment("q", "p", `${this.id}-extra-q`)];
    this.#sliders = new LawSliders(this, this.page.labels, {
      present: () => this.state,
      changed: (name, law) => this.change({ ...this.state, [name]: law }),
    });
    // The bars belong to the picture.
    for (const element of this.#sliders.elements) element.classList.add("xb-pictured");
    const rule =
      "Each law always sums to 100 %: move one share, and the others of that law shrink or grow in proportion. " +
      ROUNDED;
    const payments = this.#payments.map(({ element }) => element);
    return {
      figure: [this.#terms.element],
      inputs: this.#sliders.elements,
      rest: [
        this.#actions(),
        html("div", { class: "xb-payments" }, ...payments, chart(22, ...this.#scale.nodes)),
        html("p", { class: "xb-rule" }, rule),
      ],
    };
  }

  protected override redraw(unit: Unit): void {
    const { p, q } = this.state;
    this.#sliders.show(this.state);
    this.#terms.show(p, q, unit);
    const payments = [crossEntropy(p, q), crossEntropy(q, p)].filter(Number.isFinite);
    const full = stepped(toNats(2, unit), 2, Math.max(...payments, Math.log(p.length)));
    for (const payment of this.#payments) payment.show(this.state, full, unit);
    this.#scale.show(0, full, unit, (nats) => {
      const x = percent(nats / full);
      return { line: { x1: x, x2: x }, text: { x, "text-anchor": anchorAt(nats / full) } };
    });
  }

  protected override result(unit: Unit): string {
    const { p, q } = this.state;
    const amount = (nats: number) => formatAmount(nats, unit);
    const impossible = pairs(this.page.labels, pairs(p, q)).find(([, [a, b]]) => a > 0 && b === 0);
    if (impossible) {
      const [label, [share]] = impossible;
      return (
        `D(p‖q) is infinite: ${label} has p = ${formatPercent(share)} and q = 0. ` +
        `No number of ${unit} pays for what a belief rules out.`
      );
    }
    const extra = amount(klDivergence(p, q));
    if (extra === "0.000") {
      return `q equals p: every term is 0, and you pay H(p) = ${amount(entropy(p))} ${unit} and nothing extra.`;
    }
    const terms = pairs(p, q).map(([a, b]) => logRatioTerm(a, b));
    const negative = this.page.labels.filter((_, i) => (terms[i] ?? 0) < 0);
    const swapped = amount(klDivergence(q, p));
    return `${saidNegative(negative)}; the sum is D(p‖q) = ${extra} extra ${unit}. Swapped, it is ${swapped}.`;
  }

  protected override table(unit: Unit): Table {
    const { p, q } = this.state;
    const amount = (nats: number) => formatAmount(nats, unit);
    const log = LOG[unit];
    const columns = [
      { head: `p ${log} 1/p`, is: "H(p)", total: entropy(p), term: (a: number) => surprisalTerm(a, a) },
      { head: `p ${log} p/q`, is: "D(p‖q)", total: klDivergence(p, q), term: logRatioTerm },
      { head: `p ${log} 1/q`, is: "H(p, q)", total: crossEntropy(p, q), term: surprisalTerm },
      {
        head: `q ${log} q/p`,
        is: "D(q‖p)",
        total: klDivergence(q, p),
        term: (a: number, b: number) => logRatioTerm(b, a),
      },
    ];
    const rows = pairs(this.page.labels, pairs(p, q)).map(([label, [a, b]]) => [
      label,
      formatPercent(a),
      formatPercent(b),
      ...columns.map(({ term }) => amount(term(a, b))),
    ]);
    const totals = LAWS.map((law) => formatPercent(sum(this.state[law])));
    return {
      caption: `Terms and sums in ${unit}; in each row p ${log} 1/p + p ${log} p/q = p ${log} 1/q.`,
      head: ["outcome", "p", "q", ...columns.map(({ head }) => head)],
      rows: [
        ...rows,
        ["sum", ...totals, ...columns.map(({ total }) => amount(total))],
        ["which is", "", "", ...columns.map(({ is }) => is)],
      ],
    };
  }

  #actions(): HTMLElement {
    return html(
      "div",
      { class: "xb-actions" },
      button("Swap p and q", () => this.change({ p: this.state.q, q: this.state.p })),
      button("Set q = p", () => this.change({ ...this.state, q: this.state.p })),
    );
  }
}

function saidNegative(outcomes: readonly string[]): string {
  const last = outcomes.at(-1);
  if (last === undefined) return "No term is negative";
  if (outcomes.length === 1) return `The term of ${last} is negative`;
  return `The terms of ${outcomes.slice(0, -1).join(", ")} and ${last} are negative`;
}

customElements.define("xb-bars", Bars);
