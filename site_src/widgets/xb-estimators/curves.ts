import { anchorAt, centred, chart } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Plot } from "./plots.ts";

const HEIGHT = 58; // CSS pixels
const HEAD = 17;
const AXIS = 18;
const WIDTH = 300; // of the drawing, stretched to the width that there is
const MOST_LINES = 4;
const MOST_TICKS = 9;
const APART = 12; // between names
const LATE = 0.62; // of the width: from here on names stand to the left

/** Lines against D or n, named where the reader stands. */
export class CurveChart {
  readonly element: HTMLElement;
  readonly #title = svg("text", { x: 0, y: 11, class: "xb-axis-name" });
  readonly #axis = svg("text", { x: "100%", y: 11, class: "xb-axis-name", "text-anchor": "end" });
  readonly #window = svg("svg", { y: HEAD, height: HEIGHT, width: "100%", preserveAspectRatio: "none" });
  readonly #paths = Array.from({ length: MOST_LINES }, () => svg("path"));
  readonly #names = Array.from({ length: MOST_LINES }, () => svg("text", { class: "xb-line-name" }));
  readonly #x = Array.from({ length: MOST_TICKS }, () => centred("xb-tick", { y: HEAD + HEIGHT + 14 }));
  readonly #y = Array.from({ length: MOST_TICKS }, () => ({
    line: svg("line", { x1: 0, x2: "100%", class: "xb-gridline" }),
    text: svg("text", { x: -6, dy: 4, "text-anchor": "end", class: "xb-tick" }),
  }));
  readonly #now = svg("line", { y1: HEAD, y2: HEAD + HEIGHT, class: "xb-now" });
  readonly #mark = svg("circle", { r: 4, class: "xb-cross" });
  readonly #markName = svg("text", { class: "xb-curve-name", dy: -8 });
  #plot!: Plot;

  constructor() {
    this.#window.append(...this.#paths);
    const drawing = chart(
      HEAD + HEIGHT + AXIS,
      ...this.#y.map(({ line }) => line),
      svg("line", { x1: 0, x2: "100%", y1: HEAD + HEIGHT, y2: HEAD + HEIGHT, class: "xb-zero" }),
      this.#now,
      this.#window,
      this.#mark,
      ...this.#y.map(({ text }) => text),
      ...this.#x,
      this.#title,
      this.#axis,
      this.#markName,
      ...this.#names,
    );
    this.element = html("div", { class: "xb-curves-frame" }, drawing);
  }

  /** Other lines on other axes. */
  draw(plot: Plot): void {
    this.#plot = plot;
    say(this.#title, plot.title);
    say(this.#axis, plot.axis);
    for (const [i, path] of this.#paths.entries()) {
      const line = plot.lines[i];
      const points = line?.points.map(([x, y]) => `${(x * WIDTH).toFixed(1)} ${(HEIGHT * (1 - y)).toFixed(1)}`);
      set(path, { d: points ? `M${points.join("L")}` : "", class: `xb-line ${line?.style ?? ""}` });
      const name = this.#names[i] as SVGTextElement;
      say(name, line?.name ?? "");
      name.classList.toggle("xb-d-ink", line?.style === "xb-line-truth");
    }
    for (const [i, text] of this.#x.entries()) {
      const [share, words] = plot.x[i] ?? [0, ""];
      set(text, { x: percent(share), "text-anchor": anchorAt(share) });
      say(text, words);
    }
    for (const [i, { line, text }] of this.#y.entries()) {
      const [share, words] = plot.y[i] ?? [0, ""];
      const y = yOf(share);
      set(line, { y1: y, y2: y, display: words ? "inline" : "none" });
      set(text, { y });
      say(text, words);
    }
  }

  /** Where the reader stands. */
  at(now: number): void {
    const { upToNow, lines, mark } = this.#plot;
    const x = percent(now);
    set(this.#now, { x1: x, x2: x });
    const seen = upToNow ? now : 1;
    set(this.#window, { width: percent(seen), viewBox: `0 0 ${seen * WIDTH} ${HEIGHT}` });
    const heights = lines.map(({ name, points }) => (name ? yOf(heightOn(points, now)) : Number.NaN));
    const side = now > LATE ? { dx: -6, "text-anchor": "end" } : { dx: 6, "text-anchor": "start" };
    for (const [i, y] of spread(heights).entries()) set(this.#names[i] as Element, { x, y: y + 4, ...side });
    const marked = mark !== undefined && mark.at[0] <= seen;
    for (const part of [this.#mark, this.#markName]) set(part, { display: marked ? "inline" : "none" });
    if (!mark) return;
    const [cx, cy] = [percent(mark.at[0]), yOf(mark.at[1])];
    set(this.#mark, { cx, cy });
    set(this.#markName, { x: cx, y: cy });
    say(this.#markName, mark.text);
  }
}

/** In CSS pixels from above. */
function yOf(share: number): number {
  return HEAD + HEIGHT * (1 - share);
}

/** The height of a line between its points. */
function heightOn(points: readonly (readonly [number, number])[], x: number): number {
  const next = Math.max(
    points.findIndex(([at]) => at >= x),
    1,
  );
  const [[left, low], [right, high]] = [points[next - 1], points[next]] as [[number, number], [number, number]];
  const share = Math.min(Math.max((x - left) / (right - left), 0), 1);
  return low + share * (high - low);
}

/** The places of names nearest to their lines at which none lies over another, inside the chart. */
function spread(heights: readonly number[]): number[] {
  const order = heights
    .flatMap((y, i) => (Number.isNaN(y) ? [] : [i]))
    .sort((a, b) => valueAt(heights, a) - valueAt(heights, b));
  const placed = [...heights];
  let above = HEAD - APART + 6;
  for (const i of order) {
    above = Math.max(valueAt(heights, i), above + APART);
    placed[i] = above;
  }
  let below = HEAD + HEIGHT - 4 + APART;
  for (const i of order.reverse()) {
    below = Math.min(valueAt(placed, i), below - APART);
    placed[i] = below;
  }
  return placed.map((y) => (Number.isNaN(y) ? 0 : y));
}

function valueAt(values: readonly number[], i: number): number {
  return values[i] as number;
}
