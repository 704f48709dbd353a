// <xb-bars p=".5 .25 .25" q=".25 .25 .5" labels="a b c">still figure</xb-bars>
// Two histograms to drag: what you pay is H + D, and D is a sum of terms of both signs that is never negative.

import { formatWeights, parseWeights } from "./address.ts";
import { html, percent, set, svg } from "./dom.ts";
import { crossEntropy, entropy, klDivergence, logRatioTerm, moveShare, normalize, sum, surprisalTerm, ticks } from "./mathematics.ts";
import { formatAmount, formatPercent, formatSigned, inUnit, LOG, minus, spokenPercent, toNats } from "./units.ts";
import type { Unit } from "./units.ts";
import { authoredLabels, authoredLaw, Widget } from "./widget.ts";
import type { Question, Table } from "./widget.ts";

type LawName = "p" | "q";
type Laws = Readonly<Record<LawName, readonly number[]>>;

interface Column {
  readonly bar: SVGRectElement;
  readonly value: SVGTextElement;
}

const ROLE = { p: "the truth", q: "the belief" } as const;
// Heights of the chart of terms, in CSS pixels.
const CHART = { top: 26, bottom: 206, names: 238, height: 246 } as const;
// No term is below −1/e nats: p ln(p/q) ≥ p ln p.
const LOWEST_TERM = -1 / Math.E;
const MOST_TICKS = 4;
// Longer names would leave a phone no room for the bars.
const LONG_NAME = 2;

class Bars extends Widget<Laws> {
  protected readonly heading = "Two laws, and the price of the wrong one";
  protected readonly notice = [
    "Drag ", lawName("p"), ", the truth, and ", lawName("q"), ", the belief. Single terms drop below the axis; their sum, ",
    html("b", { class: "xb-d-ink" }, "D(p‖q)"), ", never does.",
  ];
  protected readonly question: Question = {
    ask: "Is there a belief q that makes the sum of the terms negative?",
    answers: [
      { text: "Yes", reply: "Look for it: push q above p where you like. Wherever q gains, another outcome loses, and its term grows by more. The sum stops at 0, where q = p." },
      { text: "No", reply: "Right. A term is negative where q > p, but q gains there only what it loses elsewhere, and that costs more. The sum is 0 only where q = p." },
    ],
  };
  #labels: readonly string[] = [];
  #sliders: Slider[] = [];
  #terms!: TermsChart;
  #payments: Payment[] = [];
  #scale = new Scale();
  // While one slider moves, the others keep the proportions they had when it was taken up.
  #held: { readonly slider: Slider; readonly law: readonly number[] } | undefined;

  protected override authored(): Laws {
    const laws = { p: authoredLaw(this, "p"), q: authoredLaw(this, "q") };
    if (laws.p.length !== laws.q.length) throw new RangeError(`<xb-bars>: p has ${laws.p.length} outcomes and q has ${laws.q.length}`);
    this.#labels = authoredLabels(this, laws.p.length);
    return laws;
  }

  protected override fromAddress(read: (name: string) => string | null, fallback: Laws): Laws {
    const law = (name: LawName) => {
      const weights = parseWeights(read(name), fallback[name].length);
      return weights ? normalize(weights) : fallback[name];
    };
    return { p: law("p"), q: law("q") };
  }

  protected override toAddress({ p, q }: Laws): Record<string, string> {
    return { p: formatWeights(p), q: formatWeights(q) };
  }

  protected override build(): Node[] {
    const outcomes = this.#labels.map((label, index) => {
      const pair = (["p", "q"] as const).map((name) => this.#slider(name, index, label));
      return html("div", { class: "xb-outcome" }, html("p", { class: "xb-outcome-name", "aria-hidden": "true" }, label), ...pair);
    });
    const longest = Math.max(...this.#labels.map(({ length }) => length));
    this.style.setProperty("--xb-label", `${longest + 3.5}ch`);
    this.classList.toggle("xb-long-names", longest > LONG_NAME);
    this.#terms = new TermsChart(this.#labels);
    this.#payments = [new Payment("p", "q", this.id), new Payment("q", "p", this.id)];
    return [
      html("div", { class: "xb-board" }, html("div", {}, ...outcomes), this.#terms.element),
      this.#actions(),
      html("p", { class: "xb-rule" }, "Each law always sums to 100 %: move one share, and the others of that law shrink or grow in proportion."),
      html("div", { class: "xb-payments" }, ...this.#payments.map(({ element }) => element), this.#scale.element),
    ];
  }

  protected override redraw(unit: Unit): void {
    const { p, q } = this.state;
    for (const slider of this.#sliders) slider.show(this.state);
    this.#terms.show(p, q, unit);
    const full = Math.max(...[crossEntropy(p, q), crossEntropy(q, p)].filter(Number.isFinite), Math.log(p.length));
    const width = doubled(toNats(2, unit), full);
    for (const payment of this.#payments) payment.show(this.state, width, unit);
    this.#scale.show(width, unit);
  }

  protected override result(unit: Unit): string {
    const { p, q } = this.state;
    const impossible = p.findIndex((share, i) => share > 0 && q[i] === 0);
    if (impossible >= 0) {
      const label = this.#labels[impossible];
      return `D(p‖q) is infinite: ${label} happens with p = ${formatPercent(p[impossible] as number)}, but q says that it never does. No finite number of ${unit} pays for what a belief rules out.`;
    }
    const amount = (nats: number) => formatAmount(nats, unit);
    const extra = klDivergence(p, q);
    if (amount(extra) === "0.000") return `q equals p: every term is 0, and you pay H(p) = ${amount(entropy(p))} ${unit} and nothing extra.`;
    const negative = this.#labels.filter((_, i) => logRatioTerm(p[i] as number, q[i] as number) < 0);
    const several = negative.length > 1;
    return `The ${several ? "terms" : "term"} of ${listed(negative)} ${several ? "are" : "is"} negative; the sum is D(p‖q) = ${amount(extra)} extra ${unit}. With p and q swapped it is D(q‖p) = ${amount(klDivergence(q, p))} ${unit}.`;
  }

  protected override table(unit: Unit): Table {
    const { p, q } = this.state;
    const columns = [
      { head: `p ${LOG[unit]} 1/p`, term: (a: number) => surprisalTerm(a, a) },
      { head: `p ${LOG[unit]} p/q`, term: logRatioTerm },
      { head: `p ${LOG[unit]} 1/q`, term: surprisalTerm },
      { head: `q ${LOG[unit]} q/p`, term: (a: number, b: number) => logRatioTerm(b, a) },
    ];
    const amount = (nats: number) => formatAmount(nats, unit);
    const rows = this.#labels.map((label, i) => {
      const [a, b] = [p[i] as number, q[i] as number];
      return [label, formatPercent(a), formatPercent(b), ...columns.map(({ term }) => amount(term(a, b)))];
    });
    const sums = [entropy(p), klDivergence(p, q), crossEntropy(p, q), klDivergence(q, p)];
    return {
      caption: `Terms and sums in ${unit}; in each row p ${LOG[unit]} 1/p + p ${LOG[unit]} p/q = p ${LOG[unit]} 1/q.`,
      head: ["outcome", "p", "q", ...columns.map(({ head }) => head)],
      rows: [...rows, ["sum", formatPercent(sum(p)), formatPercent(sum(q)), ...sums.map(amount)], ["which is", "", "", "H(p)", "D(p‖q)", "H(p, q)", "D(q‖p)"]],
    };
  }

  #slider(name: LawName, index: number, label: string): Node {
    const slider = new Slider(name, index, label, `${this.id}-${name}-${index}`, (share) => this.#move(slider, share));
    this.#sliders.push(slider);
    return slider.element;
  }

  #move(slider: Slider, share: number): void {
    const { name, index } = slider;
    if (this.#held?.slider !== slider) this.#held = { slider, law: this.state[name] };
    this.change({ ...this.state, [name]: moveShare(this.#held.law, index, share) });
  }

  #actions(): HTMLElement {
    const act = (text: string, next: (laws: Laws) => Laws) =>
      this.button(text, () => {
        this.#held = undefined;
        this.change(next(this.state));
      });
    return html(
      "div",
      { class: "xb-actions" },
      act("Swap p and q", ({ p, q }) => ({ p: q, q: p })),
      act("Set q = p", ({ p }) => ({ p, q: p })),
      this.button("Start again", () => {
        this.#held = undefined;
        this.reset();
      }),
    );
  }
}

/** A bar of a histogram with the native slider that drags it. */
class Slider {
  readonly element: HTMLElement;
  readonly name: LawName;
  readonly index: number;
  readonly #bar = html("div", { class: "xb-bar-fill" });
  readonly #value = html("span", { class: "xb-bar-value", "aria-hidden": "true" });
  readonly #input: HTMLInputElement;

  constructor(name: LawName, index: number, label: string, id: string, moved: (share: number) => void) {
    this.name = name;
    this.index = index;
    this.#input = html("input", { id, type: "range", min: 0, max: 100, step: 1, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber / 100));
    const caption = html("label", { for: id, class: `xb-${name}-ink` }, name, html("span", { class: "xb-of" }, `(${label})`), html("span", { class: "xb-unseen" }, `, ${ROLE[name]}`));
    const track = html("div", { class: `xb-bar xb-bar-${name}` }, html("div", { class: "xb-bar-track" }, this.#bar), this.#input);
    this.element = html("div", { class: "xb-slider" }, caption, track, this.#value);
  }

  show(laws: Laws): void {
    const share = laws[this.name][this.index] as number;
    this.#input.value = String(share * 100);
    set(this.#input, { "aria-valuetext": spokenPercent(share) });
    this.#bar.style.width = percent(share);
    this.#value.textContent = formatPercent(share);
  }
}

/** The terms p log(p/q), up or down from zero, and at the right their sum. */
class TermsChart {
  readonly element: HTMLElement;
  readonly #title = html("p", { class: "xb-chart-title" });
  readonly #gridlines = Array.from({ length: 2 * MOST_TICKS }, () => ({ line: svg("line", { x1: 0, x2: "100%", class: "xb-gridline" }), text: svg("text", { x: 0, dy: -4, class: "xb-tick" }) }));
  readonly #zero = svg("line", { x1: 0, x2: "100%", class: "xb-zero" });
  readonly #columns: readonly Column[];

  constructor(labels: readonly string[]) {
    const names = [...labels, "sum"];
    // One column's width is left free at the left for the numbers of the grid.
    const middle = (i: number) => (i + 1) / (names.length + 0.5);
    const width = 0.56 / (names.length + 0.5);
    this.#columns = names.map((_, i) => ({
      bar: svg("rect", { x: percent(middle(i) - width / 2), width: percent(width), class: i < labels.length ? "xb-term" : "xb-term-sum" }),
      value: svg("text", { x: percent(middle(i)), class: "xb-value", "text-anchor": "middle" }),
    }));
    const captions = names.map((name, i) => svg("text", { x: percent(middle(i)), y: CHART.names, class: i < labels.length ? "xb-name" : "xb-name xb-d-ink", "text-anchor": "middle" }, name));
    const border = percent((middle(names.length - 2) + middle(names.length - 1)) / 2);
    const chart = svg(
      "svg",
      { class: "xb-chart", height: CHART.height, width: "100%", "aria-hidden": "true" },
      ...this.#gridlines.flatMap(({ line, text }) => [line, text]),
      svg("line", { x1: border, x2: border, y1: CHART.top, y2: CHART.bottom, class: "xb-divider" }),
      ...this.#columns.map(({ bar }) => bar),
      this.#zero,
      ...this.#columns.map(({ value }) => value),
      ...captions,
    );
    this.element = html("div", { class: "xb-terms" }, this.#title, chart);
  }

  show(p: readonly number[], q: readonly number[], unit: Unit): void {
    this.#title.textContent = `The terms p ${LOG[unit]}(p/q), in ${unit}`;
    const values = [...p.map((share, i) => logRatioTerm(share, q[i] as number)), klDivergence(p, q)];
    const high = doubled(toNats(0.5, unit), Math.max(...values.filter(Number.isFinite)));
    const low = LOWEST_TERM;
    const y = (nats: number) => CHART.top + ((high - nats) / (high - low)) * (CHART.bottom - CHART.top);
    this.#showGrid(low, high, y, unit);
    set(this.#zero, { y1: y(0), y2: y(0) });
    values.forEach((value, i) => {
      const { bar, value: text } = this.#columns[i] as Column;
      const endless = value === Infinity;
      const end = endless ? CHART.top - 4 : y(value);
      set(bar, { y: Math.min(end, y(0)), height: Math.abs(end - y(0)) });
      bar.classList.toggle("xb-endless", endless);
      set(text, { y: value < 0 ? end + 16 : end - 6 });
      text.textContent = i < p.length ? formatSigned(value, unit) : formatAmount(value, unit);
    });
  }

  #showGrid(low: number, high: number, y: (nats: number) => number, unit: Unit): void {
    const marks = ticks(inUnit(low, unit), inUnit(high, unit), MOST_TICKS);
    this.#gridlines.forEach(({ line, text }, i) => {
      const mark = marks[i];
      const shown = mark === undefined ? "none" : "inline";
      set(line, { display: shown });
      set(text, { display: shown });
      if (mark === undefined) return;
      const height = y(toNats(mark, unit));
      set(line, { y1: height, y2: height });
      set(text, { y: height });
      text.textContent = minus(String(Number(mark.toPrecision(6))));
    });
  }
}

/** What is paid on average when one law is true and another believed: a bar of H and D end to end. */
class Payment {
  readonly element: HTMLElement;
  readonly #truth: LawName;
  readonly #belief: LawName;
  readonly #sums = { h: html("b"), d: html("b"), total: html("b"), unit: html("span") };
  readonly #floor = svg("rect", { x: 0, y: 0, height: 26, class: "xb-floor" });
  readonly #extra = svg("rect", { y: 0, height: 26 });
  readonly #endless = svg("text", { x: "100%", dx: -8, y: 18, class: "xb-value", "text-anchor": "end" }, "∞ →");

  constructor(truth: LawName, belief: LawName, id: string) {
    this.#truth = truth;
    this.#belief = belief;
    const pattern = `${id}-${truth}-extra`;
    const { h, d, total, unit } = this.#sums;
    set(this.#extra, { fill: `url(#${pattern})` });
    const hatch = svg(
      "pattern",
      { id: pattern, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(-45)" },
      svg("rect", { width: 7, height: 7, class: "xb-hatch-ground" }),
      svg("rect", { width: 2.5, height: 7, class: "xb-hatch-line" }),
    );
    this.element = html(
      "div",
      { class: "xb-payment" },
      html("p", { class: "xb-who" }, lawName(truth), " is true, you believe ", lawName(belief)),
      html(
        "p",
        { class: "xb-equation" },
        html("span", { class: "xb-h-ink" }, `H(${truth}) `, h),
        " + ",
        html("span", { class: "xb-d-ink" }, `D(${truth}‖${belief}) `, d),
        " = ",
        html("span", {}, `H(${truth}, ${belief}) `, total, " ", unit),
      ),
      svg("svg", { class: "xb-chart", width: "100%", height: 26, "aria-hidden": "true" }, svg("defs", {}, hatch), this.#floor, this.#extra, this.#endless),
    );
  }

  show(laws: Laws, full: number, unit: Unit): void {
    const [truth, belief] = [laws[this.#truth], laws[this.#belief]];
    const [h, d, total] = [entropy(truth), klDivergence(truth, belief), crossEntropy(truth, belief)];
    this.#sums.h.textContent = formatAmount(h, unit);
    this.#sums.d.textContent = formatAmount(d, unit);
    this.#sums.total.textContent = formatAmount(total, unit);
    this.#sums.unit.textContent = unit;
    set(this.#floor, { width: percent(h / full) });
    set(this.#endless, { display: d === Infinity ? "inline" : "none" });
    set(this.#extra, { x: percent(h / full), width: percent(Math.min(d, full - h) / full) });
  }
}

/** The numbers under the payments' bars. */
class Scale {
  readonly element = svg("svg", { class: "xb-chart", width: "100%", height: 22, "aria-hidden": "true" });
  readonly #marks = Array.from({ length: 2 * MOST_TICKS }, () => ({
    line: svg("line", { y1: 0, y2: 5, class: "xb-tick-mark" }),
    text: svg("text", { y: 18, class: "xb-tick", "text-anchor": "middle" }),
  }));

  constructor() {
    this.element.append(...this.#marks.flatMap(({ line, text }) => [line, text]));
  }

  show(width: number, unit: Unit): void {
    // The last mark is left out where its number would stand over the edge.
    const marks = ticks(0, inUnit(width, unit), MOST_TICKS).filter((mark) => toNats(mark, unit) < width * 0.98);
    this.#marks.forEach(({ line, text }, i) => {
      const mark = marks[i];
      set(line, { display: mark === undefined ? "none" : "inline" });
      set(text, { display: mark === undefined ? "none" : "inline" });
      if (mark === undefined) return;
      const x = percent(toNats(mark, unit) / width);
      set(line, { x1: x, x2: x });
      set(text, { x, "text-anchor": mark === 0 ? "start" : "middle" });
      text.textContent = mark === 0 ? `0 ${unit}` : String(Number(mark.toPrecision(6)));
    });
  }
}

function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join("");
}

/** The first of start, 2·start, 4·start … that leaves room above the value: a scale that changes seldom. */
function doubled(start: number, value: number): number {
  let scale = start;
  while (scale < value) scale *= 2;
  return scale;
}

function lawName(name: LawName): HTMLElement {
  return html("b", { class: `xb-${name}-ink` }, name);
}

customElements.define("xb-bars", Bars);
