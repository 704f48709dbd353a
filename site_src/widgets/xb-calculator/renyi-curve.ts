import { anchorAt, chart, Scale } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { toNats } from "../parts/units.ts";
import type { Renyi } from "./answer.ts";
import { MOST, orderAt, placeOf } from "./orders.ts";

const TOP = 22; // heights in CSS pixels
const BOTTOM = 172;
const HEIGHT = 194;
const POINTS = 48;
const MARKED = [
  [0, "0"],
  [0.5, "½"],
  [1, "1"],
  [2, "2"],
  [4, "4"],
  [Infinity, "∞"],
] as const;
const SMALLEST = 1e-9; // of a unit: where p is q, the scale is this high
const STEEP = 6;
const APART = 3; // curves nearer than this have no room for their names

/** What is drawn of one direction. */
interface Curve {
  readonly line: SVGPathElement;
  readonly dot: SVGCircleElement;
  readonly name: SVGTextElement;
}

/** Both divergences at one place of the slider. */
interface Point {
  readonly place: number;
  readonly pq: number;
  readonly qp: number;
}

/** The Rényi divergences of both directions over their order, and the slider that picks one. */
export class RenyiCurve {
  readonly element: HTMLElement;
  readonly #title = html("p", { class: "xb-chart-title" });
  readonly #grid = new Scale({ x1: 0, x2: "100%", class: "xb-gridline" }, { x: 0, dy: -4 });
  readonly #pq = curve("p‖q", { line: "xb-renyi", dot: "xb-dot", name: "xb-curve-name xb-d-ink" });
  readonly #qp = curve("q‖p", { line: "xb-renyi xb-renyi-back", dot: "xb-dot xb-dot-back", name: "xb-curve-name" });
  readonly #guide = svg("line", { y1: TOP, y2: BOTTOM, class: "xb-guide" });
  readonly #slider: HTMLInputElement;
  #drawn: { readonly renyi: Renyi; readonly unit: Unit } | undefined;
  #y: (nats: number) => number = () => BOTTOM;

  constructor(id: string, moved: (place: number) => void) {
    this.#slider = html("input", { id: `${id}-order`, type: "range", min: 0, max: MOST, step: 1, class: "xb-range" });
    this.#slider.addEventListener("input", () => moved(this.#slider.valueAsNumber));
    const slider = html("div", { class: "xb-rail xb-order-range" }, this.#slider);
    this.element = html(
      "div",
      { class: "xb-renyi-part" },
      this.#title,
      this.#drawing(),
      html("label", { for: this.#slider.id }, "Order α"),
      slider,
    );
  }

  show(renyi: Renyi | undefined, place: number, unit: Unit): void {
    this.element.hidden = !renyi;
    if (!renyi) return;
    if (this.#drawn?.renyi !== renyi || this.#drawn.unit !== unit) this.#drawCurves(renyi, unit);
    this.#drawn = { renyi, unit };
    const order = orderAt(place);
    set(this.#slider, { "aria-valuetext": `order ${order === Infinity ? "infinity" : order}` });
    this.#slider.value = String(place);
    const x = percent(place / MOST);
    set(this.#guide, { x1: x, x2: x });
    const [pq, qp] = renyi(order);
    this.#placeDot(this.#pq.dot, x, pq);
    this.#placeDot(this.#qp.dot, x, qp);
  }

  #drawing(): SVGSVGElement {
    const numbers = MARKED.map(([order, text]) => {
      const share = placeOf(order) / MOST;
      const place = { x: percent(share), y: HEIGHT - 6, "text-anchor": anchorAt(share) };
      return svg("text", { class: "xb-tick", ...place }, text);
    });
    const stretched = { viewBox: `0 0 ${MOST} ${HEIGHT}`, width: "100%", height: HEIGHT, preserveAspectRatio: "none" };
    return chart(
      HEIGHT,
      ...this.#grid.nodes,
      this.#guide,
      svg("svg", stretched, this.#qp.line, this.#pq.line),
      this.#pq.name,
      this.#qp.name,
      this.#pq.dot,
      this.#qp.dot,
      ...numbers,
    );
  }

  #placeDot(dot: SVGCircleElement, x: string, value: number): void {
    const seen = value < Infinity && this.#y(value) >= TOP - 1;
    set(dot, seen ? { cx: x, cy: Math.max(TOP, this.#y(value)), display: "inline" } : { display: "none" });
  }

  #drawCurves(renyi: Renyi, unit: Unit): void {
    say(this.#title, `Rényi divergence over its order α, in ${unit}; at α = 1 it is D`);
    const points = Array.from({ length: POINTS + 1 }, (_, i) => {
      const place = (MOST * i) / POINTS;
      const [pq, qp] = renyi(orderAt(place));
      return { place, pq, qp };
    });
    const highest = Math.max(0, ...points.flatMap(({ pq, qp }) => [pq, qp]).filter(Number.isFinite));
    // A curve that shoots up far past D leaves through the top.
    const wanted = Math.min(highest, STEEP * Math.max(0, ...renyi(1).filter(Number.isFinite)));
    const high = 1.1 * Math.max(wanted, toNats(SMALLEST, unit));
    this.#y = (nats) => BOTTOM - (nats / high) * (BOTTOM - TOP);
    this.#grid.show(0, high, unit, (nats) => ({
      line: { y1: this.#y(nats), y2: this.#y(nats) },
      text: { y: this.#y(nats) },
    }));
    for (const direction of ["pq", "qp"] as const) {
      const { line } = { pq: this.#pq, qp: this.#qp }[direction];
      set(line, { d: this.#path(points.map((point) => [point.place, point[direction]])) });
    }
    this.#nameCurves(points);
  }

  /** A line through the points that are finite and not above the top. */
  #path(points: readonly (readonly [place: number, value: number])[]): string {
    const inside = points.filter(([, value]) => value < Infinity && this.#y(value) >= TOP - 1);
    const line = inside.map(([place, value]) => `${place.toFixed(2)} ${this.#y(value).toFixed(2)}`).join("L");
    return line && `M${line}`;
  }

  /** Each name where the curves are farthest apart, above the higher and below the lower. */
  #nameCurves(points: readonly Point[]): void {
    const inView = (value: number) => this.#y(value) >= TOP + 14 && this.#y(value) <= BOTTOM;
    const apart = ({ pq, qp }: Point) => (inView(pq) && inView(qp) ? Math.abs(this.#y(pq) - this.#y(qp)) : -1);
    const farthest = points.slice(4, -4).reduce((best, point) => (apart(point) > apart(best) ? point : best));
    const seen = apart(farthest) >= APART;
    this.#placeName(this.#pq.name, seen, farthest.place, [farthest.pq, farthest.qp]);
    this.#placeName(this.#qp.name, seen, farthest.place, [farthest.qp, farthest.pq]);
  }

  #placeName(name: SVGTextElement, seen: boolean, place: number, [own, other]: readonly [number, number]): void {
    set(name, { display: seen ? "inline" : "none" });
    if (!seen) return;
    const above = own > other;
    const y = this.#y(own);
    // Below a curve that runs along the axis stand the axis's numbers.
    const dy = above || y + 18 > BOTTOM - 2 ? -8 : 18;
    set(name, { x: percent(place / MOST), y: y + dy, "text-anchor": above ? "end" : "start" });
  }
}

function curve(text: string, classes: Readonly<Record<keyof Curve, string>>): Curve {
  return {
    line: svg("path", { class: classes.line }),
    dot: svg("circle", { r: 5, class: classes.dot }),
    name: svg("text", { class: classes.name }, text),
  };
}
