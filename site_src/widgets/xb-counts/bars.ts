import type { Comparison } from "../mathematics/counted.ts";
import { centred, chart, Scale, stepped } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import { MOST } from "./reading.ts";

// CSS pixels, from the top: bars, residuals, names.
const BARS = 92;
const RESIDUALS_TOP = BARS + 14;
const RESIDUALS = 58;
const MIDDLE = RESIDUALS_TOP + RESIDUALS / 2;
const NAMES = RESIDUALS_TOP + RESIDUALS + 15;
const FILLED = 0.58; // of the width of a cell
const OUTLINED = 0.82;
const USUAL = 2; // chance alone seldom makes a residual larger

/** Shares of the data, filled, and of the model, outlined; below them how far apart they are, for so many observations. */
export class Bars {
  readonly element: HTMLElement;
  readonly #shares = new Scale({ x1: 0, x2: "100%", class: "xb-gridline" }, { x: -6, dy: 4, "text-anchor": "end" });
  readonly #scale = new Scale({ x1: 0, x2: "100%", class: "xb-gridline" }, { x: -6, dy: 4, "text-anchor": "end" });
  readonly #limits = [-USUAL, USUAL].map(() => svg("line", { x1: 0, x2: "100%", class: "xb-guide" }));
  readonly #cells = Array.from({ length: MOST }, (_, k) => ({
    seen: svg("rect", { class: "xb-counts-seen" }),
    model: svg("rect", { class: "xb-counts-model" }),
    residual: svg("rect", {}),
    name: centred("xb-tick", { y: NAMES }, String(k)),
  }));
  #size = 0;

  constructor() {
    const level = (y: number) => svg("line", { x1: 0, x2: "100%", y1: y, y2: y, class: "xb-zero" });
    const drawing = chart(
      NAMES + 4,
      ...this.#shares.nodes,
      ...this.#scale.nodes,
      ...this.#limits,
      ...this.#cells.flatMap(({ seen, model, residual, name }) => [seen, model, residual, name]),
      level(BARS),
      level(MIDDLE),
    );
    this.element = html("div", { class: "xb-counts-bars" }, drawing);
  }

  show({ seen, model, residuals }: Comparison): void {
    if (this.#size !== seen.length) this.#divide(seen.length);
    const most = stepped(0.1, 1.25, Math.max(...seen, ...model) * 1.04);
    const height = (share: number) => (share / most) * BARS;
    this.#shares.show(0, 100 * most, "nats", (mark) => {
      const y = BARS - height(mark / 100);
      return { line: { y1: y, y2: y }, text: { y } };
    });
    const largest = Math.max(...residuals.map(Math.abs).filter(Number.isFinite));
    const end = stepped(3, 1.5, largest);
    const place = (residual: number) => MIDDLE - (residual / end) * (RESIDUALS / 2);
    this.#scale.show(-end, end, "nats", (mark) => ({
      line: { y1: place(mark), y2: place(mark) },
      text: { y: place(mark) },
    }));
    for (const [i, line] of this.#limits.entries()) {
      const y = place(i ? USUAL : -USUAL);
      set(line, { y1: y, y2: y });
    }
    for (const [k, { seen: filled, model: outlined, residual }] of this.#cells.slice(0, this.#size).entries()) {
      const [p, q, apart] = [seen[k] as number, model[k] as number, residuals[k] as number];
      set(filled, { y: BARS - height(p), height: height(p) });
      set(outlined, { y: BARS - height(q), height: height(q) });
      const y = place(Math.min(apart, end));
      set(residual, { y: Math.min(y, MIDDLE), height: Math.abs(y - MIDDLE) });
      set(residual, { class: apart === Infinity ? "xb-endless" : "xb-term" });
    }
  }

  #divide(size: number): void {
    this.#size = size;
    for (const [k, { seen, model, residual, name }] of this.#cells.entries()) {
      const middle = (k + 0.5) / size;
      const across = (share: number) => ({ x: percent(middle - share / size / 2), width: percent(share / size) });
      const display = k < size ? "inline" : "none";
      set(seen, { ...across(FILLED), display });
      set(model, { ...across(OUTLINED), display });
      set(residual, { ...across(FILLED), display });
      set(name, { x: percent(middle), display });
      say(name, String(k));
    }
  }
}
