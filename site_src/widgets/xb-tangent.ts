// <xb-tangent p=".5 .25 .25" q=".2 .2 .6" labels="a b c">still figure</xb-tangent>
// Gibbs' inequality as a picture: ln t ≤ t − 1 leaves a gap at every ratio t = q/p, and the gaps' mean under p is D(p‖q).

import { formatWeights, parseWeights } from "./address.ts";
import { html, percent, set, svg } from "./dom.ts";
import { gibbsTerm, moveShare, normalize, sum, tangentGap, ticks } from "./mathematics.ts";
import { formatAmount, formatPercent, formatSigned, inUnit, LOG, minus, spokenPercent, toNats } from "./units.ts";
import type { Unit } from "./units.ts";
import { authoredLabels, authoredLaw, Widget } from "./widget.ts";
import type { Question, Table } from "./widget.ts";

interface Belief {
  readonly q: readonly number[];
  /** Whether q may sum to something else than 1: then one hypothesis of the theorem is gone. */
  readonly free: boolean;
}

interface Column {
  readonly bar: SVGRectElement;
  readonly value: SVGTextElement;
}

interface Gap {
  readonly line: SVGLineElement;
  readonly dot: SVGCircleElement;
  readonly name: SVGTextElement;
}

// Heights in CSS pixels.
const PLOT = 300;
const COLUMNS = { top: 28, bottom: 236, names: 256, height: 264 } as const;
const LOWEST_LOGARITHM = -2.4;
const CURVE_POINTS = 160;
const MOST_TICKS = 5;
const STEP = 0.02;
// An address carries six digits of each share.
const SUM_ROUNDING = 1e-5;

class Tangent extends Widget<Belief> {
  protected readonly heading = "Gibbs’ inequality on the tangent line";
  protected readonly notice = [
    "Every ratio t = ", html("b", { class: "xb-q-ink" }, "q"), "/", html("b", { class: "xb-p-ink" }, "p"),
    " leaves a ", html("b", { class: "xb-d-ink" }, "gap"), " between the line and the curve. Weighted by p, the gaps add up to D(p‖q): zero only when every ratio is 1.",
  ];
  protected readonly question: Question = {
    ask: "Can you drag every ratio to the right of 1?",
    answers: [
      { text: "Yes", reply: "Try it: when one goes right, another goes left. Weighted by p, the ratios average to Σq = 1." },
      { text: "No", reply: "Right. Weighted by p, the ratios average to Σq = 1, so one above 1 needs another below." },
    ],
  };
  #p: readonly number[] = [];
  #labels: readonly string[] = [];
  #widest = 1;
  #plot!: TangentPlot;
  #columns!: GapColumns;
  #sliders: RatioSlider[] = [];
  #free = html("input", { type: "checkbox" });
  // While one ratio moves, the others keep the proportions they had when it was taken up.
  #held: { readonly index: number; readonly q: readonly number[] } | undefined;

  protected override authored(): Belief {
    this.#p = authoredLaw(this, "p");
    const q = authoredLaw(this, "q");
    if (q.length !== this.#p.length) throw new RangeError(`<xb-tangent>: p has ${this.#p.length} outcomes and q has ${q.length}`);
    if (this.#p.includes(0)) throw new RangeError("<xb-tangent>: a ratio q/p needs every p > 0");
    this.#labels = authoredLabels(this, this.#p.length);
    this.#widest = 1 / Math.min(...this.#p);
    return { q, free: false };
  }

  protected override fromAddress(read: (name: string) => string | null, fallback: Belief): Belief {
    const free = read("free") === "1";
    const weights = parseWeights(read("q"), fallback.q.length);
    if (!weights) return { ...fallback, free };
    const fits = weights.every((weight, i) => weight <= this.#widest * (this.#p[i] as number) + 1e-6);
    if (free) return fits ? { q: weights, free } : { ...fallback, free };
    return { q: normalize(weights), free };
  }

  protected override toAddress({ q, free }: Belief): Record<string, string> {
    return { q: formatWeights(q), free: free ? "1" : "" };
  }

  protected override build(): Node[] {
    this.#plot = new TangentPlot(this.#labels, this.#widest, (index, ratio) => this.#move(index, ratio));
    this.#sliders = this.#labels.map((label, i) => new RatioSlider(label, `${this.id}-${i}`, this.#widest, (ratio) => this.#move(i, ratio)));
    this.#columns = new GapColumns(this.#p, this.#labels);
    this.#free.addEventListener("change", () => this.#setFree(this.#free.checked));
    const longest = Math.max(...this.#labels.map(({ length }) => length));
    this.style.setProperty("--xb-label", `${longest + 1}ch`);
    const sliders = html("div", { class: "xb-ratios", role: "group", "aria-label": "Ratios q/p" }, ...this.#sliders.map(({ element }) => element));
    return [
      html("div", { class: "xb-board" }, html("div", { class: "xb-tangent-side" }, this.#plot.element, sliders), html("div", {}, this.#columns.element, this.#actions())),
      html("p", { class: "xb-rule" }, "While q sums to 1, moving one ratio scales the other shares of q in proportion. A slider ends where its q would be 1."),
    ];
  }

  protected override redraw(unit: Unit): void {
    const { q, free } = this.state;
    const ratios = this.#ratios();
    this.#free.checked = free;
    this.#plot.show(ratios, unit);
    this.#columns.show(this.#gaps(), free, unit);
    this.#sliders.forEach((slider, i) => slider.show(ratios[i] as number, q[i] as number, free ? this.#widest : 1 / (this.#p[i] as number), unit));
  }

  protected override result(unit: Unit): string {
    const { q, free } = this.state;
    const amount = (nats: number) => formatAmount(nats, unit);
    const impossible = q.indexOf(0);
    if (impossible >= 0) {
      return `q(${this.#labels[impossible]}) = 0: the logarithm falls without end, the gap is infinite, and so is ${free ? "the sum" : "D(p‖q)"}. A belief must not rule out what can happen.`;
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
    const ratios = this.#ratios();
    const gaps = this.#gaps();
    const terms = this.#weighted();
    return {
      caption: `Gaps in ${unit}; the last column sums to D(p‖q) when q sums to 1.`,
      head: ["outcome", "p", "q", "t = q/p", `gap ${lineName(unit)} − ${LOG[unit]} t`, "p · gap"],
      rows: [
        ...this.#labels.map((label, i) => [label, formatPercent(this.#p[i] as number), formatPercent(q[i] as number), formatRatio(ratios[i] as number), amount(gaps[i] as number), amount(terms[i] as number)]),
        ["sum", formatPercent(1), formatPercent(sum(q)), "", "", amount(sum(terms))],
      ],
    };
  }

  #freeResult(total: number, unit: Unit): string {
    const excess = sum(this.state.q) - 1;
    const difference = total - excess;
    const amount = (nats: number) => formatAmount(nats, unit);
    if (Math.abs(excess) < SUM_ROUNDING) {
      return `q still sums to 1, and the weighted gaps to D(p‖q) = ${amount(total)} ${unit}. Now every ratio moves alone: drag them all to the right.`;
    }
    const above = difference < 0 ? "It is negative: Gibbs’ inequality needs Σq ≤ 1." : "With Σq above 1 it can be negative.";
    const verdict = excess < 0 ? "With Σq below 1 it cannot be negative." : above;
    return `Σq = ${formatPercent(excess + 1)}. Weighted gaps ${amount(total)} ${unit} = (Σq − 1) ${LOG[unit]} e, which is ${formatSigned(excess, unit)}, and Σ p ${LOG[unit]}(p/q), which is ${formatSigned(difference, unit)}. ${verdict}`;
  }

  #ratios(): number[] {
    return this.state.q.map((share, i) => share / (this.#p[i] as number));
  }

  #gaps(): number[] {
    return this.#ratios().map(tangentGap);
  }

  #weighted(): number[] {
    return this.#p.map((share, i) => gibbsTerm(share, this.state.q[i] as number));
  }

  #move(index: number, ratio: number): void {
    const { q, free } = this.state;
    const p = this.#p[index] as number;
    if (free) {
      const share = Math.min(ratio, this.#widest) * p;
      this.change({ q: q.map((old, i) => (i === index ? share : old)), free });
      return;
    }
    if (this.#held?.index !== index) this.#held = { index, q };
    this.change({ q: moveShare(this.#held.q, index, Math.min(ratio * p, 1)), free });
  }

  #setFree(free: boolean): void {
    this.#held = undefined;
    const { q } = this.state;
    if (free) this.change({ q, free });
    else this.change({ q: sum(q) > 0 ? normalize(q) : this.#p, free });
  }

  #actions(): HTMLElement {
    const act = (text: string, action: () => void) =>
      this.button(text, () => {
        this.#held = undefined;
        action();
      });
    return html(
      "div",
      { class: "xb-actions" },
      html("label", { class: "xb-check" }, this.#free, html("span", {}, "Let q sum to anything (breaks the proof)")),
      act("All ratios to 1", () => this.change({ ...this.state, q: this.#p })),
      act("Start again", () => this.reset()),
    );
  }
}

/** The curve ln t, its tangent t − 1, and at each outcome's ratio the gap between them. */
class TangentPlot {
  readonly element: HTMLElement;
  readonly #grid = Array.from({ length: 2 * MOST_TICKS }, () => ({ line: svg("line", { x1: 0, x2: "100%", class: "xb-gridline" }), text: svg("text", { x: -6, dy: 4, class: "xb-tick", "text-anchor": "end" }) }));
  readonly #gaps: readonly Gap[];
  readonly #curveName = svg("text", { class: "xb-curve-name" });
  readonly #lineName = svg("text", { class: "xb-line-name", "text-anchor": "end" });
  readonly #chart: SVGSVGElement;
  readonly #labels: readonly string[];
  readonly #widest: number;
  #ratios: readonly number[] = [];
  #dragged = 0;

  constructor(labels: readonly string[], widest: number, moved: (index: number, ratio: number) => void) {
    this.#labels = labels;
    this.#widest = widest;
    this.#gaps = labels.map(() => ({
      line: svg("line", { class: "xb-gap" }),
      dot: svg("circle", { r: 6, class: "xb-dot" }),
      name: svg("text", { class: "xb-gap-name", "text-anchor": "middle" }),
    }));
    const one = percent(1 / widest);
    this.#chart = svg(
      "svg",
      { class: "xb-chart xb-plot", height: PLOT + 22, width: "100%", "aria-hidden": "true" },
      ...this.#grid.flatMap(({ line, text }) => [line, text]),
      svg("line", { x1: one, x2: one, y1: 0, y2: PLOT, class: "xb-guide" }),
      this.#curves(),
      ...this.#gaps.map(({ line }) => line),
      ...this.#gaps.map(({ dot }) => dot),
      ...this.#gaps.map(({ name }) => name),
      this.#curveName,
      this.#lineName,
      svg("text", { x: "100%", dx: 14, y: PLOT + 17, class: "xb-axis-name" }, "q/p"),
      ...ticks(0, widest, MOST_TICKS).map((ratio) => svg("text", { x: percent(ratio / widest), y: PLOT + 17, class: "xb-tick", "text-anchor": "middle" }, String(ratio))),
    );
    set(this.#curveName, { x: percent(0.72), y: this.#y(Math.log(0.72 * widest)) + 22 });
    set(this.#lineName, { x: percent(0.66), y: this.#y(0.68 * widest - 1) - 8 });
    this.#dragWith(moved);
    this.element = html("div", { class: "xb-plot-frame" }, this.#chart);
  }

  show(ratios: readonly number[], unit: Unit): void {
    this.#ratios = ratios;
    this.#curveName.textContent = `${LOG[unit]} t`;
    this.#lineName.textContent = lineName(unit);
    this.#showGrid(unit);
    const names = this.#namesTogether(ratios);
    ratios.forEach((ratio, i) => {
      const { line, dot, name } = this.#gaps[i] as Gap;
      const x = percent(ratio / this.#widest);
      const low = Math.min(this.#y(Math.log(ratio)), PLOT);
      set(line, { x1: x, x2: x, y1: this.#y(ratio - 1), y2: low });
      set(dot, { cx: x, cy: low });
      set(name, { x, y: Math.min(low + 22, PLOT - 4), dx: low + 22 > PLOT ? 14 : 0 });
      name.textContent = names[i] as string;
    });
  }

  /** Names that would overprint each other are written as one. */
  #namesTogether(ratios: readonly number[]): string[] {
    const near = 0.05 * this.#widest;
    const order = ratios.map((_, i) => i).sort((i, j) => (ratios[i] as number) - (ratios[j] as number));
    const names = ratios.map(() => "");
    let first = order[0] as number;
    for (const i of order) {
      if ((ratios[i] as number) - (ratios[first] as number) > near) first = i;
      names[first] = [names[first], this.#labels[i]].filter(Boolean).join(", ");
    }
    return names;
  }

  #dragWith(moved: (index: number, ratio: number) => void): void {
    const ratioAt = (event: PointerEvent) => {
      const { left, width } = this.#chart.getBoundingClientRect();
      return Math.min(Math.max((event.clientX - left) / width, 0), 1) * this.#widest;
    };
    const round = (ratio: number) => Math.round(ratio / STEP) * STEP;
    this.#chart.addEventListener("pointerdown", (event) => {
      const distances = this.#ratios.map((ratio) => Math.abs(ratio - ratioAt(event)));
      this.#dragged = distances.indexOf(Math.min(...distances));
      this.#chart.setPointerCapture(event.pointerId);
    });
    this.#chart.addEventListener("pointermove", (event) => {
      if (this.#chart.hasPointerCapture(event.pointerId)) moved(this.#dragged, round(ratioAt(event)));
    });
  }

  #curves(): SVGSVGElement {
    const points = Array.from({ length: CURVE_POINTS + 1 }, (_, i) => {
      // Closer together near 0, where the logarithm bends.
      const ratio = Math.exp(LOWEST_LOGARITHM) + (this.#widest - Math.exp(LOWEST_LOGARITHM)) * (i / CURVE_POINTS) ** 2;
      return `${ratio.toFixed(4)} ${this.#y(Math.log(ratio)).toFixed(2)}`;
    });
    return svg(
      "svg",
      { viewBox: `0 0 ${this.#widest} ${PLOT}`, width: "100%", height: PLOT, preserveAspectRatio: "none" },
      svg("path", { d: `M0 ${this.#y(-1)}L${this.#widest} ${this.#y(this.#widest - 1)}`, class: "xb-tangent-line" }),
      svg("path", { d: `M${points.join("L")}`, class: "xb-logarithm" }),
    );
  }

  #showGrid(unit: Unit): void {
    const marks = ticks(inUnit(LOWEST_LOGARITHM, unit), inUnit(this.#widest - 1, unit), MOST_TICKS);
    this.#grid.forEach(({ line, text }, i) => {
      const mark = marks[i];
      set(line, { display: mark === undefined ? "none" : "inline" });
      set(text, { display: mark === undefined ? "none" : "inline" });
      if (mark === undefined) return;
      const y = this.#y(toNats(mark, unit));
      set(line, { y1: y, y2: y });
      set(text, { y });
      text.textContent = minus(String(mark));
    });
  }

  #y(nats: number): number {
    const top = this.#widest - 1;
    return ((top - nats) / (top - LOWEST_LOGARITHM)) * PLOT;
  }
}

/** A native slider for one ratio, as wide as its range is on the plot above: its thumb stands under the dot. */
class RatioSlider {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #value = html("span", { class: "xb-ratio-value", "aria-hidden": "true" });
  readonly #frame: HTMLElement;
  readonly #widest: number;

  constructor(label: string, id: string, widest: number, moved: (ratio: number) => void) {
    this.#widest = widest;
    this.#input = html("input", { id, type: "range", min: 0, max: widest, step: STEP, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber));
    this.#frame = html("div", { class: "xb-ratio-range" }, this.#input);
    const caption = html("label", { for: id }, html("span", { class: "xb-unseen" }, "q/p of "), label);
    this.element = html("div", { class: "xb-ratio" }, caption, html("div", { class: "xb-ratio-track" }, this.#frame), this.#value);
  }

  show(ratio: number, q: number, longest: number, unit: Unit): void {
    const reach = Math.min(longest, this.#widest);
    this.#frame.style.setProperty("--xb-reach", String(reach / this.#widest));
    set(this.#input, {
      max: reach,
      "aria-valuetext": `ratio ${formatRatio(ratio)}, q ${spokenPercent(q)}, gap ${formatAmount(tangentGap(ratio), unit)} ${unit}`,
    });
    this.#input.value = String(ratio);
    this.#value.textContent = formatRatio(ratio);
  }
}

/** The gaps again as columns, each as wide as its p: their area is D(p‖q), and so is their mean height. */
class GapColumns {
  readonly element: HTMLElement;
  readonly #shares: readonly number[];
  readonly #columns: readonly Column[];
  readonly #mean = svg("line", { x1: 0, x2: "100%", class: "xb-mean" });
  readonly #meanName = html("span", { class: "xb-d-ink" });

  constructor(p: readonly number[], labels: readonly string[]) {
    let left = 0;
    const middles: number[] = [];
    this.#columns = p.map((share) => {
      const middle = left + share / 2;
      const bar = svg("rect", { x: percent(left), width: percent(share), class: "xb-gap-column" });
      const value = svg("text", { x: percent(middle), class: "xb-value", "text-anchor": "middle" });
      left += share;
      middles.push(middle);
      return { bar, value };
    });
    const names = labels.map((label, i) =>
      svg("text", { x: percent(middles[i] as number), y: COLUMNS.names, class: "xb-name", "text-anchor": "middle" }, `${label} ${formatPercent(p[i] as number)}`),
    );
    const chart = svg(
      "svg",
      { class: "xb-chart", height: COLUMNS.height, width: "100%", "aria-hidden": "true" },
      ...this.#columns.map(({ bar }) => bar),
      svg("line", { x1: 0, x2: "100%", y1: COLUMNS.bottom, y2: COLUMNS.bottom, class: "xb-zero" }),
      this.#mean,
      ...this.#columns.map(({ value }) => value),
      ...names,
    );
    const key = svg("svg", { class: "xb-key", width: 28, height: 10, "aria-hidden": "true" }, svg("line", { x1: 0, x2: 28, y1: 5, y2: 5, class: "xb-mean" }));
    this.element = html("div", { class: "xb-gaps" }, html("p", { class: "xb-chart-title" }, "The same gaps, each as wide as its p"), html("p", { class: "xb-mean-name" }, key, this.#meanName), chart);
    this.#shares = p;
  }

  show(gaps: readonly number[], free: boolean, unit: Unit): void {
    const highest = Math.max(...gaps.filter(Number.isFinite), 0);
    let full = 0.25;
    while (full < highest) full *= 1.5;
    const y = (nats: number) => Math.max(COLUMNS.bottom - (nats / full) * (COLUMNS.bottom - COLUMNS.top), COLUMNS.top - 8);
    gaps.forEach((gap, i) => {
      const { bar, value } = this.#columns[i] as Column;
      set(bar, { y: y(gap), height: COLUMNS.bottom - y(gap) });
      bar.classList.toggle("xb-endless", gap === Infinity);
      set(value, { y: y(gap) - 6 });
      value.textContent = formatAmount(gap, unit);
    });
    const mean = sum(gaps.map((gap, i) => gap * (this.#shares[i] as number)));
    set(this.#mean, { y1: y(mean), y2: y(mean) });
    this.#meanName.textContent = `mean ${free ? "" : "= D(p‖q) "}= ${formatAmount(mean, unit)} ${unit}`;
  }
}

function formatRatio(ratio: number): string {
  return ratio.toFixed(2);
}

/** The tangent line as formulas write it when the logarithm counts in this unit. */
function lineName(unit: Unit): string {
  return unit === "nats" ? "t − 1" : `(t − 1) ${LOG[unit]} e`;
}

customElements.define("xb-tangent", Tangent);
