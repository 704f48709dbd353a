import { chart, Scale } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import { toNats } from "../parts/units.ts";
import type { Unit } from "../parts/units.ts";
import type { Answer } from "./answers.ts";

const TOP = 22; // heights in CSS pixels
const BOTTOM = 172;
const HEIGHT = 194;
const POINTS = 48;
const MOST = 60; // so that ½, 1, 2, 3, 4 and 5 have places of their own
const MARKED = [0, 0.5, 1, 2, 4, Infinity];
const SMALLEST = 1e-9; // of a unit: where p is q, the scale is this high
const STEEP = 6;

/** The order at a place of the slider from 0 to 60: 1 in the middle, ∞ at the end. */
export function orderAt(place: number): number {
  return place >= MOST ? Infinity : Number((place / (MOST - place)).toPrecision(3));
}

export function placeOf(order: number): number {
  return order === Infinity ? MOST : (MOST * order) / (1 + order);
}

/** The Rényi divergences of both directions over their order, and the slider that picks one. */
export class RenyiCurve {
  readonly element: HTMLElement;
  readonly #title = html("p", { class: "xb-chart-title" });
  readonly #grid = new Scale({ x1: 0, x2: "100%", class: "xb-gridline" }, { x: 0, dy: -4 });
  readonly #curves = { pq: svg("path", { class: "xb-renyi" }), qp: svg("path", { class: "xb-renyi xb-renyi-back" }) };
  readonly #dots = {
    pq: svg("circle", { r: 5, class: "xb-dot" }),
    qp: svg("circle", { r: 5, class: "xb-dot xb-dot-back" }),
  };
  readonly #names = {
    pq: svg("text", { class: "xb-curve-name xb-d-ink" }, "p‖q"),
    qp: svg("text", { class: "xb-curve-name" }, "q‖p"),
  };
  readonly #guide = svg("line", { y1: TOP, y2: BOTTOM, class: "xb-guide" });
  readonly #slider: HTMLInputElement;
  #drawn: { readonly renyi: Answer["renyi"]; readonly unit: Unit } | undefined;
  #y: (nats: number) => number = () => BOTTOM;

  constructor(id: string, moved: (place: number) => void) {
    this.#slider = html("input", { id: `${id}-order`, type: "range", min: 0, max: MOST, step: 1, class: "xb-range" });
    this.#slider.addEventListener("input", () => moved(this.#slider.valueAsNumber));
    const numbers = MARKED.map((order) =>
      svg(
        "text",
        { class: "xb-tick", x: percent(placeOf(order) / MOST), y: HEIGHT - 6, "text-anchor": anchor(order) },
        order === 0.5 ? "½" : order === Infinity ? "∞" : String(order),
      ),
    );
    const drawing = chart(
      HEIGHT,
      ...this.#grid.nodes,
      this.#guide,
      svg(
        "svg",
        { viewBox: `0 0 ${MOST} ${HEIGHT}`, width: "100%", height: HEIGHT, preserveAspectRatio: "none" },
        this.#curves.qp,
        this.#curves.pq,
      ),
      ...Object.values(this.#names),
      ...Object.values(this.#dots),
      ...numbers,
    );
    const slider = html("div", { class: "xb-rail xb-order-range" }, this.#slider);
    this.element = html(
      "div",
      { class: "xb-renyi-part" },
      this.#title,
      drawing,
      html("label", { for: this.#slider.id }, "Order α"),
      slider,
    );
  }

  show(renyi: Answer["renyi"], place: number, unit: Unit): void {
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
    for (const [dot, value] of [
      [this.#dots.pq, pq],
      [this.#dots.qp, qp],
    ] as const) {
      const seen = value !== undefined && value < Infinity;
      set(dot, {
        cx: x,
        cy: seen ? Math.max(TOP, this.#y(value)) : 0,
        display: seen && this.#y(value) >= TOP - 1 ? "inline" : "none",
      });
    }
  }

  #drawCurves(renyi: NonNullable<Answer["renyi"]>, unit: Unit): void {
    say(this.#title, `Rényi divergence over its order α, in ${unit}; at α = 1 it is D`);
    const places = Array.from({ length: POINTS + 1 }, (_, i) => (MOST * i) / POINTS);
    const values = places.map((place) => renyi(orderAt(place)));
    const finite = values.flat().filter((value): value is number => value !== undefined && value < Infinity);
    const middle = renyi(1).filter((value): value is number => value !== undefined && value < Infinity);
    // A curve that shoots up far past D leaves through the top.
    const wanted = Math.min(Math.max(...finite, 0), STEEP * Math.max(0, ...middle));
    const high = 1.1 * Math.max(wanted, toNats(SMALLEST, unit));
    this.#y = (nats) => BOTTOM - (nats / high) * (BOTTOM - TOP);
    this.#grid.show(0, high, unit, (nats) => ({
      line: { y1: this.#y(nats), y2: this.#y(nats) },
      text: { y: this.#y(nats) },
    }));
    for (const [key, direction] of [
      ["pq", 0],
      ["qp", 1],
    ] as const) {
      const points = places.flatMap((place, i) => {
        const value = values[i]![direction];
        return value === undefined || value === Infinity ? [] : [[place, this.#y(value)] as const];
      });
      const inside = points.filter(([, y]) => y >= TOP - 1);
      set(this.#curves[key], {
        d: inside.length ? `M${inside.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}` : "",
      });
    }
    this.#nameCurves(places, values);
  }

  /** Each name where the curves are farthest apart, above the higher and below the lower. */
  #nameCurves(places: readonly number[], values: readonly (readonly [number | undefined, number | undefined])[]): void {
    const apart = places.map((_, i) => {
      const [pq, qp] = values[i]!;
      const seen = (value: number | undefined) =>
        value !== undefined && this.#y(value) >= TOP + 14 && this.#y(value) <= BOTTOM;
      return seen(pq) && seen(qp) && i > 3 && i < POINTS - 3 ? Math.abs(this.#y(pq!) - this.#y(qp!)) : -1;
    });
    const at = apart.indexOf(Math.max(...apart));
    const seen = apart[at]! >= 3;
    const [pq, qp] = values[at]!;
    for (const [name, own, other] of [
      [this.#names.pq, pq, qp],
      [this.#names.qp, qp, pq],
    ] as const) {
      set(name, { display: seen ? "inline" : "none" });
      if (!seen) continue;
      const above = own! > other!;
      const y = this.#y(own!);
      // Below a curve that runs along the axis stand the axis's numbers.
      const dy = above || y + 18 > BOTTOM - 2 ? -8 : 18;
      set(name, { x: percent(places[at]! / MOST), y: y + dy, "text-anchor": above ? "end" : "start" });
    }
  }
}

function anchor(order: number): string {
  return order === 0 ? "start" : order === Infinity ? "end" : "middle";
}
