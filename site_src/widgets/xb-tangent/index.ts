// <xb-tangent id="…" p=".5 .25 .25" q=".2 .2 .6" labels="a b c">still figure</xb-tangent>
// Gibbs' inequality as a picture: ln t ≤ t − 1 leaves a gap at each ratio t = q/p; the gaps' mean under p is D(p‖q).

import { gibbsTerm, tangentGap } from "../mathematics/information.ts";
import { moveShare, normalize, pairs, sum } from "../mathematics/laws.ts";
import { parseWeights } from "../parts/address.ts";
import { button } from "../parts/buttons.ts";
import { html } from "../parts/dom.ts";
import type { Question } from "../parts/question.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatPercent, formatSigned, LOG, ROUNDED } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { GapColumns } from "./gap-columns.ts";
import { TangentPlot } from "./plot.ts";
import { RatioSlider } from "./ratio-slider.ts";
import { formatRatio, lineName } from "./ratios.ts";
import type { Belief } from "./state.ts";
import { toAddress } from "./state.ts";
import { steps } from "./steps.ts";

type Written = ReturnType<typeof ATTRIBUTES.read>;

// An address carries six digits of each share.
const ROUNDING = 1e-5;

class Tangent extends Widget<Belief, Written> {
  protected readonly heading = "Gibbs’ inequality on the tangent line";
  protected readonly notice = [
    "Every ratio t = ",
    html("b", { class: "xb-q-ink" }, "q"),
    "/",
    html("b", { class: "xb-p-ink" }, "p"),
    " leaves a ",
    html("b", { class: "xb-d-ink" }, "gap"),
    " between the line and the curve. Weighted by p, the gaps add up to D(p‖q): zero only when every ratio is 1.",
  ];
  protected readonly question: Question = {
    ask: "Can you drag every ratio to the right of 1?",
    answers: [
      {
        text: "Yes",
        reply: "Try it: when one goes right, another goes left. Weighted by p, the ratios average to Σq = 1.",
      },
      {
        text: "No",
        reply: "Right. Weighted by p, the ratios average to Σq = 1, so one above 1 needs another below.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  #plot!: TangentPlot;
  #columns!: GapColumns;
  #sliders: RatioSlider[] = [];
  readonly #free = html("input", { type: "checkbox" });
  // While one ratio moves, the others keep the proportions they had when it was taken up.
  #held: { readonly index: number; readonly q: readonly number[]; readonly made: Belief } | undefined;

  protected override fromAddress(read: (name: string) => string | null, fallback: Belief): Belief {
    const free = read("free") === "1";
    const weights = parseWeights(read("q"), fallback.q.length);
    if (!weights) return { ...fallback, free };
    if (!free) return { q: normalize(weights), free };
    const fits = pairs(this.page.p, weights).every(([p, weight]) => weight <= this.page.widest * p + ROUNDING);
    return { q: fits ? weights : fallback.q, free };
  }

  protected override toAddress(belief: Belief): Record<string, string> {
    return toAddress(belief);
  }

  protected override build(): Built {
    const longest = Math.max(...this.page.labels.map(({ length }) => length));
    this.style.setProperty("--xb-label", `${longest + 1}ch`);
    this.#plot = new TangentPlot(this.page.labels, this.page.widest, (index, ratio) => this.#move(index, ratio));
    this.#columns = new GapColumns(this.page.p, this.page.labels);
    this.#sliders = this.page.labels.map(
      (label, i) => new RatioSlider(label, `${this.id}-${i}`, this.page.widest, (ratio) => this.#move(i, ratio)),
    );
    this.#free.addEventListener("change", () => this.#setFree(this.#free.checked));
    const rule =
      "While q sums to 1, moving one ratio scales the other shares of q in proportion. " +
      `A slider ends where its q would be 1. ${ROUNDED}`;
    return {
      figure: [this.#plot.element],
      inputs: this.#sliders.map(({ element }) => element),
      rest: [this.#columns.element, this.#actions(), html("p", { class: "xb-rule" }, rule)],
    };
  }

  protected override redraw(unit: Unit): void {
    const { q, free } = this.state;
    const ratios = this.#ratios();
    this.#free.checked = free;
    this.#plot.show(ratios, unit);
    this.#columns.show(ratios.map(tangentGap), !free, unit);
    this.#sliders.forEach((slider, i) => {
      const longest = free ? this.page.widest : 1 / (this.page.p[i] as number);
      slider.show(ratios[i] as number, q[i] as number, longest, unit);
    });
  }

  protected override result(unit: Unit): string {
    const { q, free } = this.state;
    const amount = (nats: number) => formatAmount(nats, unit);
    const impossible = q.indexOf(0);
    if (impossible >= 0) {
      const infinite = free ? "the sum" : "D(p‖q)";
      return (
        `q(${this.page.labels[impossible]}) = 0: the logarithm falls without end, the gap is infinite, ` +
        `and so is ${infinite}. A belief must not rule out what can happen.`
      );
    }
    const terms = this.#weighted();
    const total = sum(terms);
    if (free) return this.#freeResult(total, unit);
    if (amount(total) === "0.000") return `Every ratio is 1, every gap is 0, and D(p‖q) = 0 ${unit}: q equals p.`;
    return `The gaps weighted by p: ${terms.map(amount).join(" + ")} = D(p‖q) = ${amount(total)} ${unit}.`;
  }

  protected override table(unit: Unit): Table {
    const amount = (nats: number) => formatAmount(nats, unit);
    const { q } = this.state;
    const terms = this.#weighted();
    const rows = this.#ratios().map((ratio, i) => {
      const laws = [this.page.p[i] as number, q[i] as number].map(formatPercent);
      const amounts = [tangentGap(ratio), terms[i] as number].map(amount);
      return [this.page.labels[i] ?? "", ...laws, formatRatio(ratio), ...amounts];
    });
    return {
      caption: `Gaps in ${unit}; the last column sums to D(p‖q) when q sums to 1.`,
      head: ["outcome", "p", "q", "t = q/p", `gap ${lineName(unit)} − ${LOG[unit]} t`, "p · gap"],
      rows: [...rows, ["sum", formatPercent(1), formatPercent(sum(q)), "", "", amount(sum(terms))]],
    };
  }

  #freeResult(total: number, unit: Unit): string {
    const excess = sum(this.state.q) - 1;
    const rest = total - excess;
    const gaps = `${formatAmount(total, unit)} ${unit}`;
    if (Math.abs(excess) < ROUNDING) {
      return (
        `q still sums to 1, and the weighted gaps to D(p‖q) = ${gaps}. ` +
        "Now every ratio moves alone: drag them all to the right."
      );
    }
    const above = rest < 0 ? "It is negative: Gibbs’ inequality needs Σq ≤ 1." : "With Σq above 1 it can be negative.";
    const verdict = excess < 0 ? "With Σq below 1 it cannot be negative." : above;
    return (
      `Σq = ${formatPercent(excess + 1)}. Weighted gaps ${gaps} = (Σq − 1) ${LOG[unit]} e, ` +
      `which is ${formatSigned(excess, unit)}, and Σ p ${LOG[unit]}(p/q), which is ${formatSigned(rest, unit)}. ${verdict}`
    );
  }

  #ratios(): number[] {
    return pairs(this.page.p, this.state.q).map(([p, q]) => q / p);
  }

  #weighted(): number[] {
    return pairs(this.page.p, this.state.q).map(([p, q]) => gibbsTerm(p, q));
  }

  #move(index: number, ratio: number): void {
    const { q, free } = this.state;
    const p = this.page.p[index] as number;
    if (free) {
      const share = Math.min(ratio, this.page.widest) * p;
      this.change({ q: q.map((old, i) => (i === index ? share : old)), free });
      return;
    }
    // What else changed the state meanwhile, a button or the address, took the ratio out of the hand.
    const held = this.#held?.index === index && this.#held.made === this.state ? this.#held.q : q;
    const made = { q: moveShare(held, index, Math.min(ratio * p, 1)), free };
    this.#held = { index, q: held, made };
    this.change(made);
  }

  #setFree(free: boolean): void {
    const { q } = this.state;
    if (free) this.change({ q, free });
    else this.change({ q: sum(q) > 0 ? normalize(q) : this.page.p, free });
  }

  #actions(): HTMLElement {
    return html(
      "div",
      { class: "xb-actions" },
      html("label", { class: "xb-check" }, this.#free, "Let q sum to anything (breaks the proof)"),
      button("All ratios to 1", () => this.change({ ...this.state, q: this.page.p })),
    );
  }
}

customElements.define("xb-tangent", Tangent);
