import { klDivergence, logRatioTerm } from "../mathematics/information.ts";
import { pairs } from "../mathematics/laws.ts";
import { Column, centred, chart, Scale, stepped } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatSigned, LOG, toNats } from "../parts/units.ts";

// Heights in CSS pixels.
const TOP = 18;
const BOTTOM = 88;
const NAMES = 114;
const HEIGHT = 118;
// Half a column is left free at the left for the numbers of the grid.
const MARGIN = 0.5;
const COLUMN = 0.56;
// No term is below −1/e nats: p ln(p/q) ≥ p ln p ≥ −1/e.
const LOWEST_TERM = -1 / Math.E;

/** The terms p log(p/q), up or down from zero, and at the right their sum. */
export class TermsChart {
  readonly element: HTMLElement;
  readonly #title = html("p", { class: "xb-chart-title" });
  readonly #grid = new Scale({ x1: 0, x2: "100%", class: "xb-gridline" }, { x: 0, dy: -4 });
  readonly #zero = svg("line", { x1: 0, x2: "100%", class: "xb-zero" });
  readonly #terms: readonly Column[];
  readonly #sum: Column;

  constructor(outcomes: readonly string[]) {
    const count = outcomes.length + 1;
    const middle = (i: number) => (i + 0.5 + MARGIN) / (count + MARGIN);
    const width = COLUMN / (count + MARGIN);
    const border = percent(middle(count - 1.5));
    this.#terms = outcomes.map((_, i) => new Column("xb-term", middle(i), width));
    this.#sum = new Column("xb-term-sum", middle(count - 1), width);
    const columns = [...this.#terms, this.#sum];
    const drawing = chart(
      HEIGHT,
      ...this.#grid.nodes,
      svg("line", { x1: border, x2: border, y1: TOP, y2: BOTTOM, class: "xb-divider" }),
      ...columns.map(({ bar }) => bar),
      this.#zero,
      ...columns.map(({ value }) => value),
      ...outcomes.map((outcome, i) => centred("xb-name", { x: percent(middle(i)), y: NAMES }, outcome)),
      centred("xb-name xb-d-ink", { x: percent(middle(count - 1)), y: NAMES }, "sum"),
    );
    this.element = html("div", {}, this.#title, drawing);
  }

  show(p: readonly number[], q: readonly number[], unit: Unit): void {
    say(this.#title, `The terms p ${LOG[unit]}(p/q), in ${unit}`);
    const terms = pairs(p, q).map(([a, b]) => logRatioTerm(a, b));
    const divergence = klDivergence(p, q);
    const high = stepped(toNats(0.5, unit), 2, Math.max(...[...terms, divergence].filter(Number.isFinite)));
    const y = (nats: number) => TOP + ((high - nats) / (high - LOWEST_TERM)) * (BOTTOM - TOP);
    this.#grid.show(LOWEST_TERM, high, unit, (nats) => ({ line: { y1: y(nats), y2: y(nats) }, text: { y: y(nats) } }));
    set(this.#zero, { y1: y(0), y2: y(0) });
    const show = (column: Column, nats: number, text: string) => {
      const endless = nats === Infinity;
      column.show(y(0), endless ? TOP - 4 : y(nats), text, endless);
    };
    for (const [column, term] of pairs(this.#terms, terms)) show(column, term, formatSigned(term, unit));
    show(this.#sum, divergence, formatAmount(divergence, unit));
  }
}
