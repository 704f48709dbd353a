// <xb-proofs id="…" p=".5 .3 .2" q=".1 .3 .6" labels="a b c">still figure</xb-proofs>
// The five proofs of Gibbs' inequality as chains of lines, each computed: give up a hypothesis and see which line fails.

import type { Line, ProofName } from "../mathematics/gibbs-proofs.ts";
import { MISS, PROOFS, proofsFor } from "../mathematics/gibbs-proofs.ts";
import { pairs } from "../mathematics/laws.ts";
import { radios } from "../parts/buttons.ts";
import { html, say } from "../parts/dom.ts";
import type { Question } from "../parts/question.ts";
import { lawName } from "../parts/roles.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatPercent, minus, ROUNDED } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { brokenIn, Chain } from "./chain.ts";
import { HypothesisSlider } from "./dial.ts";
import { legend, NAMES, sides, verdictOn, WORDS } from "./lines.ts";
import type { State } from "./state.ts";
import { changedLists, fromAddress, toAddress } from "./state.ts";
import { steps } from "./steps.ts";

const NUMBERS: Readonly<Record<ProofName, string>> = {
  tangent: "1",
  jensen: "2",
  "log-sum": "3",
  lagrange: "4",
  coding: "5",
};
const DIALS = ["qSum", "qFirst", "pSum", "pLast"] as const;
const SAME = 1e-9;

class Proofs extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected readonly heading = "Break the proofs";
  protected readonly notice = [
    "Each line of a proof is two numbers and a relation, computed for the ",
    lawName("p"),
    " and ",
    lawName("q"),
    " that you set. Give up a hypothesis, and watch which line of which proof turns ",
    html("b", { class: "xb-d-ink" }, "red"),
    ".",
  ];
  protected readonly question: Question = {
    ask: "Let q sum to a little more than 1. What fails?",
    answers: [
      {
        text: "The inequality",
        reply: "Not yet: take the second step below. Every proof has lost a line, and the sum is still positive.",
      },
      {
        text: "A line of every proof",
        reply:
          "Right, one line of each. And still the sum is positive: a broken proof does not make its statement false.",
      },
      { text: "Nothing", reply: "Take the second step below: every proof has a line that needs Σq ≤ 1." },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  readonly #chains = PROOFS.map((name, i) => new Chain(name, i + 1));
  readonly #lists = { p: html("b", { class: "xb-p-ink" }), q: html("b", { class: "xb-q-ink" }) };
  readonly #legend = html("p", { class: "xb-rule" });
  #sliders!: readonly HypothesisSlider[];
  #choice!: ReturnType<typeof radios<ProofName>>;
  #computed: { readonly state: State; readonly proofs: ReturnType<typeof proofsFor> } | undefined;

  protected override readonly steps = steps;
  protected override readonly fromAddress = fromAddress;
  protected override readonly toAddress = toAddress;

  protected override build(): Built {
    const { labels } = this.page;
    const first = labels[0] ?? "";
    const last = labels.at(-1) ?? "";
    const words = {
      qSum: { name: "Σq", spoken: "Sum of q", ink: "xb-q-ink" },
      qFirst: { name: `${first} in q`, spoken: `, share of ${first} in q`, ink: "xb-q-ink" },
      pSum: { name: "Σp", spoken: "Sum of p", ink: "xb-p-ink" },
      pLast: { name: `${last} in p`, spoken: `, share of ${last} in p`, ink: "xb-p-ink" },
    };
    this.#sliders = DIALS.map(
      (dial) =>
        new HypothesisSlider(dial, `${this.id}-${dial}`, words[dial], (value) =>
          this.change({ ...this.state, [dial]: value }),
        ),
    );
    this.#choice = radios({ name: `${this.id}-proof`, legend: "Proof", values: PROOFS, texts: NUMBERS }, (proof) =>
      this.change({ ...this.state, proof }),
    );
    this.#choice.element.classList.add("xb-which-proof");
    const lists = html("p", { class: "xb-lists" }, this.#lists.p, " ", this.#lists.q);
    return {
      figure: [lists, this.#choice.element, ...this.#chains.map(({ element }) => element)],
      inputs: this.#sliders.map(({ element }) => element),
      rest: [this.#legend],
    };
  }

  protected override redraw(unit: Unit): void {
    const proofs = this.#proofs();
    const { p, q } = changedLists(this.page.p, this.page.q, this.state);
    say(this.#lists.p, `p = (${p.map(written).join(", ")})`);
    say(this.#lists.q, `q = (${q.map(written).join(", ")})`);
    for (const [chain, name] of pairs(this.#chains, PROOFS)) chain.show(proofs[name], name === this.state.proof, unit);
    this.#showDials();
    this.#choice.check(this.state.proof);
    for (const [i, label] of [...this.#choice.element.querySelectorAll("label")].entries()) {
      label.classList.toggle("xb-broken", brokenIn(proofs[PROOFS[i] as ProofName]) > 0);
    }
    say(this.#legend, `${legend(unit, MISS)} ${ROUNDED}`);
  }

  protected override result(unit: Unit): string {
    const proofs = this.#proofs();
    const broken = PROOFS.filter((name) => brokenIn(proofs[name]) > 0);
    const s = (proofs.tangent.at(-1) as Line).left;
    const sum = `S = ${formatAmount(s, unit)} ${unit}`;
    const which =
      broken.length === PROOFS.length ? "Every proof has" : `${listed(broken)} ${broken.length > 1 ? "have" : "has"}`;
    if (broken.length === 0) return `${sum}. Every line of every proof holds.`;
    return `${sum}: S ≥ 0 is ${s < 0 ? "false" : "true"}. ${which} a line that fails.`;
  }

  protected override table(unit: Unit): Table {
    const proofs = this.#proofs();
    const rows = PROOFS.flatMap((name) =>
      proofs[name].map((line) => {
        const [left, right] = sides(line, unit);
        return [
          `${NUMBERS[name]} ${NAMES[name]}`,
          WORDS[line.name].formula(unit),
          left,
          line.relation,
          right,
          verdictOn(line, unit),
        ];
      }),
    );
    return {
      caption: `Every line with its two numbers; amounts in ${unit}.`,
      head: ["proof", "line", "left", "relation", "right", "verdict"],
      rows,
    };
  }

  /** The lines for the present state: thousands of kinds of strings are counted once for each. */
  #proofs(): ReturnType<typeof proofsFor> {
    if (this.#computed?.state !== this.state) {
      const { p, q } = changedLists(this.page.p, this.page.q, this.state);
      this.#computed = { state: this.state, proofs: proofsFor(p, q) };
    }
    return this.#computed.proofs;
  }

  #showDials(): void {
    const { qSum, qFirst, pSum, pLast } = this.state;
    const shown = [
      { value: qSum, text: qSum.toFixed(2), broken: Math.abs(qSum - 1) > SAME },
      { value: qFirst, text: formatPercent(qFirst), broken: qFirst === 0 },
      { value: pSum, text: pSum.toFixed(2), broken: Math.abs(pSum - 1) > SAME },
      { value: pLast, text: minus(formatPercent(pLast)), broken: pLast < 0 },
    ];
    for (const [slider, { value, text, broken }] of pairs(this.#sliders, shown)) slider.show(value, text, broken);
  }
}

function listed(names: readonly ProofName[]): string {
  const numbers = names.map((name) => NUMBERS[name]);
  if (numbers.length === 1) return `Proof ${numbers[0]}`;
  return `Proofs ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

function written(value: number): string {
  return minus(String(Number(value.toFixed(3))));
}

customElements.define("xb-proofs", Proofs);
