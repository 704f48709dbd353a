import type { Repair } from "../mathematics/zero-repairs.ts";
import { REPAIRS, reported, shareOf } from "../mathematics/zero-repairs.ts";
import { centred, chart, Scale } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount } from "../parts/units.ts";
import { epsilonAt, LOWEST, MOST } from "./state.ts";

const HEIGHT = 170; // CSS pixels
const DECADES = [-12, -9, -6, -3, 0];
const SUPERSCRIPTS: Readonly<Record<number, string>> = {
  "-12": "10⁻¹²",
  "-9": "10⁻⁹",
  "-6": "10⁻⁶",
  "-3": "10⁻³",
  "0": "1",
};
const CLASSES: Readonly<Record<Repair, string>> = {
  mixed: "xb-curve-mixed",
  added: "xb-curve-added",
  clipped: "xb-curve-clipped",
};
/** Added to each count: Jeffreys, and Laplace. */
const ADDED = [
  { number: 0.5, name: "½ a count" },
  { number: 1, name: "1 a count" },
] as const;

interface Laws {
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly counts: readonly number[];
}

/** The number that each repair reports, against ε on an axis where each step to the left divides ε by ten. */
export class Curves {
  readonly element: HTMLElement;
  readonly #laws: Laws;
  readonly #low: number;
  readonly #high: number;
  readonly #paths: Readonly<Record<Repair, SVGPathElement>>;
  readonly #grid = new Scale({ x1: 0, x2: "100%", class: "xb-gridline" }, { x: -6, dy: 4, "text-anchor": "end" });
  readonly #line = svg("line", { y1: 0, y2: HEIGHT, class: "xb-guide" });
  readonly #dot = svg("circle", { r: 6, class: "xb-dot" });
  readonly #value = svg("text", { class: "xb-value" });

  constructor(laws: Laws) {
    this.#laws = laws;
    const ends = REPAIRS.flatMap((repair) => this.#points(repair).map(([, nats]) => nats));
    this.#low = Math.min(...ends);
    this.#high = Math.max(...ends) * 1.12;
    const path = (repair: Repair) =>
      svg("path", {
        class: CLASSES[repair],
        d: `M${this.#points(repair)
          .map((at) => this.#place(at))
          .join("L")}`,
      });
    this.#paths = { mixed: path("mixed"), added: path("added"), clipped: path("clipped") };
    const drawing = chart(
      HEIGHT + 40,
      ...this.#grid.nodes,
      svg("line", { x1: 0, x2: "100%", y1: this.#y(0), y2: this.#y(0), class: "xb-zero" }),
      svg(
        "svg",
        { viewBox: `0 0 ${MOST} ${HEIGHT}`, width: "100%", height: HEIGHT, preserveAspectRatio: "none" },
        ...Object.values(this.#paths),
      ),
      ...ADDED.flatMap(({ number, name }, i) => this.#mark(shareOf(number, laws.counts), name, i)),
      this.#line,
      this.#dot,
      this.#value,
      ...DECADES.map((power) =>
        centred("xb-tick", { x: percent(1 - power / LOWEST), y: HEIGHT + 17 }, SUPERSCRIPTS[power] ?? ""),
      ),
      svg("text", { x: "50%", y: HEIGHT + 36, class: "xb-axis-name", "text-anchor": "middle" }, "ε"),
    );
    this.element = html("div", { class: "xb-plot-frame" }, drawing);
  }

  show(repair: Repair, place: number, unit: Unit): void {
    this.#grid.show(this.#low, this.#high, unit, (mark) => {
      const height = this.#y(mark);
      return { line: { y1: height, y2: height }, text: { y: height } };
    });
    for (const name of REPAIRS) this.#paths[name].classList.toggle("xb-chosen", name === repair);
    const share = 1 - place / MOST;
    const nats = reported(repair, this.#laws.p, this.#laws.q, epsilonAt(place));
    const x = percent(share);
    const y = this.#y(nats);
    set(this.#line, { x1: x, x2: x });
    set(this.#dot, { cx: x, cy: y });
    set(this.#value, { x, y: y - 12, dx: share > 0.5 ? -8 : 8, "text-anchor": share > 0.5 ? "end" : "start" });
    say(this.#value, formatAmount(nats, unit));
  }

  /** Where ½ or 1 added to each count lies on the curve of mixing. */
  #mark(epsilon: number, name: string, i: number): SVGElement[] {
    const x = percent(1 + Math.log10(epsilon) / -LOWEST);
    const y = this.#y(reported("mixed", this.#laws.p, this.#laws.q, epsilon));
    const below = y + 22 + 18 * (1 - i);
    return [
      svg("circle", { cx: x, cy: y, r: 4, class: "xb-mark" }),
      svg("text", { x, y: Math.min(below, HEIGHT - 4), class: "xb-curve-name", "text-anchor": "end", dx: -4 }, name),
    ];
  }

  #points(repair: Repair): (readonly [place: number, nats: number])[] {
    const { p, q } = this.#laws;
    return Array.from({ length: MOST + 1 }, (_, place) => [place, reported(repair, p, q, epsilonAt(place))] as const);
  }

  #place([place, nats]: readonly [number, number]): string {
    return `${MOST - place} ${this.#y(nats).toFixed(2)}`;
  }

  #y(nats: number): number {
    return ((this.#high - nats) / (this.#high - this.#low)) * HEIGHT;
  }
}
