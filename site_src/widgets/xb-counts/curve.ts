import { anchorAt, centred, chart, Scale } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import type { Landscape } from "./landscape.ts";
import { written } from "./words.ts";

const HEIGHT = 130; // CSS pixels
const POINTS = 160;
const LEGIBLE = 20; // pixels that a line of words needs
const HIGHEST_WORDS = 14;

/** D(data‖model) over θ, with the least of it and the present θ. */
export class Curve {
  readonly element: HTMLElement;
  readonly #path = svg("path", { class: "xb-counts-curve" });
  readonly #band = svg("rect", { x: 0, width: "100%", class: "xb-counts-band" });
  readonly #bandName = svg("text", { class: "xb-curve-name", x: 6 }, "no θ removes this");
  readonly #amounts = new Scale({ x1: 0, x2: "100%", class: "xb-gridline" }, { x: -6, dy: 4, "text-anchor": "end" });
  readonly #thetas = new Scale({ class: "xb-counts-tick" }, { y: HEIGHT + 18, "text-anchor": "middle" });
  readonly #best = svg("circle", { r: 4.5, class: "xb-counts-best" });
  readonly #line = svg("line", { y1: 0, y2: HEIGHT, class: "xb-guide" });
  readonly #dot = svg("circle", { r: 6.5, class: "xb-dot" });
  readonly #value = centred("xb-value", {});
  readonly #drawing: SVGSVGElement;
  #land: Landscape | undefined;

  constructor(moved: (share: number) => void) {
    const level = { x1: 0, x2: "100%", y1: HEIGHT, y2: HEIGHT, class: "xb-zero" };
    const layer = { width: "100%", height: HEIGHT, viewBox: `0 0 ${POINTS} ${HEIGHT}`, preserveAspectRatio: "none" };
    this.#drawing = chart(
      HEIGHT + 20,
      ...this.#amounts.nodes,
      ...this.#thetas.nodes,
      this.#band,
      svg("line", level),
      svg("svg", layer, this.#path),
      this.#bandName,
      this.#line,
      this.#best,
      this.#dot,
      this.#value,
    );
    this.#drawing.classList.add("xb-counts-drag");
    this.#dragWith(moved);
    this.element = html("div", { class: "xb-counts-frame" }, this.#drawing);
  }

  show(land: Landscape, theta: number, divergence: number, unit: Unit): void {
    if (this.#land !== land) this.#draw(land);
    this.#amounts.show(0, land.top, unit, (mark) => {
      const y = this.#y(mark);
      return { line: { y1: y, y2: y }, text: { y } };
    });
    const share = land.shareOf(theta);
    const [x, y] = [percent(share), Math.max(this.#y(divergence), 0)];
    set(this.#line, { x1: x, x2: x });
    set(this.#dot, { cx: x, cy: y });
    set(this.#value, { x, y: Math.max(y - 13, HIGHEST_WORDS), "text-anchor": anchorAt(share) });
    say(this.#value, written(divergence, unit));
  }

  #draw(land: Landscape): void {
    this.#land = land;
    const heights = Array.from({ length: POINTS + 1 }, (_, i) => {
      const nats = land.at(land.low + (i / POINTS) * (land.high - land.low));
      return Math.max(this.#y(nats), -HEIGHT); // where it climbs without an end, out of what is seen
    });
    set(this.#path, { d: `M${heights.map((y, i) => `${i} ${y.toFixed(2)}`).join("L")}` });
    const floor = this.#y(land.rest);
    set(this.#band, { y: floor, height: HEIGHT - floor });
    set(this.#bandName, { y: (floor + HEIGHT) / 2 + 5, display: HEIGHT - floor >= LEGIBLE ? "inline" : "none" });
    set(this.#best, { cx: percent(land.shareOf(land.best)), cy: floor });
    this.#thetas.show(land.low, land.high, "nats", (mark) => {
      const x = percent(land.shareOf(mark));
      return { line: { x1: x, x2: x, y1: HEIGHT, y2: HEIGHT + 5 }, text: { x } };
    });
  }

  /** Pointers may take the curve; keys use the slider below it. */
  #dragWith(moved: (share: number) => void): void {
    this.#drawing.addEventListener("pointerdown", ({ pointerId }) => this.#drawing.setPointerCapture(pointerId));
    this.#drawing.addEventListener("pointermove", ({ pointerId, clientX }) => {
      if (!this.#drawing.hasPointerCapture(pointerId)) return;
      const { left, width } = this.#drawing.getBoundingClientRect();
      moved(Math.min(Math.max((clientX - left) / width, 0), 1));
    });
  }

  #y(nats: number): number {
    return HEIGHT * (1 - nats / (this.#land?.top ?? 1));
  }
}
