import { sum } from "../mathematics/laws.ts";
import { Column, centred, chart, stepped } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatPercent } from "../parts/units.ts";

// Heights in CSS pixels.
const TOP = 28;
const BOTTOM = 186;
const NAMES = 206;
const HEIGHT = 212;
const LOWEST_SCALE = 0.25; // nats

/** The gaps again as columns, each as wide as its p: their area is D(p‖q), and so is their mean height. */
export class GapColumns {
  readonly element: HTMLElement;
  readonly #p: readonly number[];
  readonly #columns: readonly Column[];
  readonly #mean = svg("line", { x1: 0, x2: "100%", class: "xb-mean" });
  readonly #meanName = html("span", { class: "xb-d-ink" });

  constructor(p: readonly number[], outcomes: readonly string[]) {
    this.#p = p;
    const middles = p.map((share, i) => sum(p.slice(0, i)) + share / 2);
    this.#columns = p.map((share, i) => new Column("xb-gap-column", middles[i] as number, share));
    const names = outcomes.map((outcome, i) =>
      centred("xb-name", { x: percent(middles[i] as number), y: NAMES }, `${outcome} ${formatPercent(p[i] as number)}`),
    );
    const drawing = chart(
      HEIGHT,
      ...this.#columns.map(({ bar }) => bar),
      svg("line", { x1: 0, x2: "100%", y1: BOTTOM, y2: BOTTOM, class: "xb-zero" }),
      this.#mean,
      ...this.#columns.map(({ value }) => value),
      ...names,
    );
    const dashes = svg("line", { x1: 0, x2: 28, y1: 5, y2: 5, class: "xb-mean" });
    const key = svg("svg", { class: "xb-key", width: 28, height: 10, "aria-hidden": "true" }, dashes);
    this.element = html(
      "div",
      {},
      html("p", { class: "xb-chart-title" }, "The same gaps, each as wide as its p"),
      html("p", { class: "xb-mean-name" }, key, this.#meanName),
      drawing,
    );
  }

  /** The mean is the divergence only where q sums to 1. */
  show(gaps: readonly number[], isDivergence: boolean, unit: Unit): void {
    const full = stepped(LOWEST_SCALE, 1.5, Math.max(...gaps.filter(Number.isFinite), 0));
    const y = (nats: number) => Math.max(BOTTOM - (nats / full) * (BOTTOM - TOP), TOP - 8);
    this.#columns.forEach((column, i) => {
      const gap = gaps[i] as number;
      column.show(BOTTOM, y(gap), formatAmount(gap, unit), gap === Infinity);
    });
    const mean = sum(gaps.map((gap, i) => gap * (this.#p[i] as number)));
    set(this.#mean, { y1: y(mean), y2: y(mean) });
    say(this.#meanName, `mean ${isDivergence ? "= D(p‖q) " : ""}= ${formatAmount(mean, unit)} ${unit}`);
  }
}
