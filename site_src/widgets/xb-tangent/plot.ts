import { pairs } from "../mathematics/laws.ts";
import { centred, chart, Scale, ticks } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { LOG } from "../parts/units.ts";
import { lineName, STEP } from "./ratios.ts";

const HEIGHT = 200; // CSS pixels
const LOWEST_LOGARITHM = -2.4;
const CURVE_POINTS = 160;
const RATIO_TICKS = 5;
// Names nearer than this share of the width would overprint each other.
const NEAR = 0.05;

interface Gap {
  readonly line: SVGLineElement;
  readonly dot: SVGCircleElement;
  readonly name: SVGTextElement;
}

/** The curve ln t, its tangent t − 1, and at each outcome's ratio the gap between them. */
export class TangentPlot {
  readonly element: HTMLElement;
  readonly #outcomes: readonly string[];
  readonly #widest: number;
  readonly #grid = new Scale({ x1: 0, x2: "100%", class: "xb-gridline" }, { x: -6, dy: 4, "text-anchor": "end" });
  readonly #gaps: readonly Gap[];
  readonly #curveName = svg("text", { class: "xb-curve-name" });
  readonly #lineName = svg("text", { class: "xb-line-name", "text-anchor": "end" });
  readonly #drawing: SVGSVGElement;
  #ratios: readonly number[] = [];
  #dragged = 0;

  /** The plot reaches from the ratio 0 to the widest. */
  constructor(outcomes: readonly string[], widest: number, moved: (index: number, ratio: number) => void) {
    this.#outcomes = outcomes;
    this.#widest = widest;
    this.#gaps = outcomes.map(() => ({
      line: svg("line", { class: "xb-gap" }),
      dot: svg("circle", { r: 6, class: "xb-dot" }),
      name: centred("xb-gap-name", {}),
    }));
    const one = percent(1 / widest);
    const numbers = ticks(0, widest, RATIO_TICKS).map((ratio) =>
      centred("xb-tick", { x: percent(ratio / widest), y: HEIGHT + 17 }, String(ratio)),
    );
    this.#drawing = chart(
      HEIGHT + 22,
      ...this.#grid.nodes,
      svg("line", { x1: one, x2: one, y1: 0, y2: HEIGHT, class: "xb-guide" }),
      this.#curves(),
      this.#curveName,
      this.#lineName,
      ...this.#gaps.map(({ line }) => line),
      ...this.#gaps.map(({ dot }) => dot),
      ...this.#gaps.map(({ name }) => name),
      svg("text", { x: "100%", dx: 14, y: HEIGHT + 17, class: "xb-axis-name" }, "q/p"),
      ...numbers,
    );
    this.#drawing.classList.add("xb-plot");
    set(this.#curveName, { x: "100%", dx: 4, y: this.#y(Math.log(widest)) + 4 });
    set(this.#lineName, { x: percent(0.66), y: this.#y(0.68 * widest - 1) - 8 });
    this.#dragWith(moved);
    this.element = html("div", { class: "xb-plot-frame" }, this.#drawing);
  }

  show(ratios: readonly number[], unit: Unit): void {
    this.#ratios = ratios;
    say(this.#curveName, `${LOG[unit]} t`);
    say(this.#lineName, lineName(unit));
    this.#grid.show(LOWEST_LOGARITHM, this.#widest - 1, unit, (nats) => {
      const y = this.#y(nats);
      return { line: { y1: y, y2: y }, text: { y } };
    });
    const names = this.#namesTogether();
    for (const [gap, [ratio, name]] of pairs(this.#gaps, pairs(ratios, names))) this.#showGap(gap, ratio, name);
  }

  #showGap({ line, dot, name }: Gap, ratio: number, text: string): void {
    const x = percent(ratio / this.#widest);
    const low = Math.min(this.#y(Math.log(ratio)), HEIGHT);
    const below = low + 22;
    set(line, { x1: x, x2: x, y1: this.#y(ratio - 1), y2: low });
    set(dot, { cx: x, cy: low });
    set(name, { x, y: Math.min(below, HEIGHT - 4), dx: below > HEIGHT ? 14 : 0 });
    say(name, text);
  }

  /** Each outcome's name, or at the first of several near ones all their names. */
  #namesTogether(): string[] {
    const ratio = (i: number) => this.#ratios[i] as number;
    const names = this.#outcomes.map(() => "");
    let first: number | undefined;
    for (const i of names.map((_, index) => index).sort((a, b) => ratio(a) - ratio(b))) {
      if (first === undefined || ratio(i) - ratio(first) > NEAR * this.#widest) first = i;
      names[first] = [names[first], this.#outcomes[i]].filter(Boolean).join(", ");
    }
    return names;
  }

  /** Pointers may take up a gap on the plot itself; keys use the sliders below. */
  #dragWith(moved: (index: number, ratio: number) => void): void {
    const ratioAt = ({ clientX }: PointerEvent) => {
      const { left, width } = this.#drawing.getBoundingClientRect();
      return Math.min(Math.max((clientX - left) / width, 0), 1) * this.#widest;
    };
    this.#drawing.addEventListener("pointerdown", (event) => {
      const distances = this.#ratios.map((ratio) => Math.abs(ratio - ratioAt(event)));
      this.#dragged = distances.indexOf(Math.min(...distances));
      this.#drawing.setPointerCapture(event.pointerId);
    });
    this.#drawing.addEventListener("pointermove", (event) => {
      if (!this.#drawing.hasPointerCapture(event.pointerId)) return;
      moved(this.#dragged, Math.round(ratioAt(event) / STEP) * STEP);
    });
  }

  #curves(): SVGSVGElement {
    const lowest = Math.exp(LOWEST_LOGARITHM);
    const points = Array.from({ length: CURVE_POINTS + 1 }, (_, i) => {
      // Closer together near 0, where the logarithm bends.
      const ratio = lowest + (this.#widest - lowest) * (i / CURVE_POINTS) ** 2;
      return `${ratio.toFixed(4)} ${this.#y(Math.log(ratio)).toFixed(2)}`;
    });
    const ends = `M0 ${this.#y(-1)}L${this.#widest} ${this.#y(this.#widest - 1)}`;
    return svg(
      "svg",
      { viewBox: `0 0 ${this.#widest} ${HEIGHT}`, width: "100%", height: HEIGHT, preserveAspectRatio: "none" },
      svg("path", { d: ends, class: "xb-tangent-line" }),
      svg("path", { d: `M${points.join("L")}`, class: "xb-logarithm" }),
    );
  }

  #y(nats: number): number {
    const top = this.#widest - 1;
    return ((top - nats) / (top - LOWEST_LOGARITHM)) * HEIGHT;
  }
}
