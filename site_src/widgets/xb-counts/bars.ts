import type { Comparison } from "../mathematics/counted.ts";
import { centred, chart, Scale, stepped } from "../parts/charts.ts";
import { html, percent, set, svg } from "../parts/dom.ts";
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
  // One path for all cells of a kind, a cell being one unit wide: a redraw changes four attributes.
  readonly #seen = svg("path", { class: "xb-counts-seen" });
  readonly #model = svg("path", { class: "xb-counts-model" });
  readonly #residuals = svg("path", { class: "xb-term" });
  readonly #endless = svg("path", { class: "xb-endless" });
  readonly #layer = svg(
    "svg",
    { width: "100%", height: NAMES, preserveAspectRatio: "none" },
    this.#seen,
    this.#model,
    this.#residuals,
    this.#endless,
  );
  readonly #names = Array.from({ length: MOST }, (_, k) => centred("xb-tick", { y: NAMES }, String(k)));
  #size = 0;

  constructor() {
    const level = (y: number) => svg("line", { x1: 0, x2: "100%", y1: y, y2: y, class: "xb-zero" });
    const drawing = chart(
      NAMES + 4,
      ...this.#shares.nodes,
      ...this.#scale.nodes,
      ...this.#limits,
      this.#layer,
      ...this.#names,
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
    const bars = (shares: readonly number[]) => shares.map((share) => BARS - height(share));
    set(this.#seen, { d: columns(FILLED, bars(seen), BARS) });
    set(this.#model, { d: columns(OUTLINED, bars(model), BARS) });
    const ends = (isEndless: boolean) =>
      residuals.map((apart) => ((apart === Infinity) === isEndless ? place(Math.min(apart, end)) : MIDDLE));
    set(this.#residuals, { d: columns(FILLED, ends(false), MIDDLE) });
    set(this.#endless, { d: columns(FILLED, ends(true), MIDDLE) });
  }

  #divide(size: number): void {
    this.#size = size;
    set(this.#layer, { viewBox: `0 0 ${size} ${NAMES}` });
    for (const [k, name] of this.#names.entries()) {
      set(name, { x: percent((k + 0.5) / size), display: k < size ? "inline" : "none" });
    }
  }
}

/** Columns from the base to each height, in one path; a cell is one unit wide. */
function columns(width: number, heights: readonly number[], base: number): string {
  const boxes = heights.map((y, k) => {
    const [left, right] = [k + 0.5 - width / 2, k + 0.5 + width / 2];
    return y === base ? "" : `M${left.toFixed(2)} ${base}V${y.toFixed(1)}H${right.toFixed(2)}V${base}Z`;
  });
  return boxes.join("");
}
