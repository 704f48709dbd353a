import { chart, ticks } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import { minus } from "../parts/units.ts";
import type { Curves } from "./answers.ts";

const TOP = 18; // heights in CSS pixels
const BOTTOM = 168;
const HEIGHT = 190;
const TICKS = 5;

/** Two densities over one axis, or the probabilities of two discrete laws as steps. */
export class Densities {
  readonly #title = html("p", { class: "xb-chart-title" });
  readonly #drawing = chart(HEIGHT);
  readonly element = html("div", { class: "xb-densities" }, this.#title, this.#drawing);
  #drawn: Curves | undefined;

  show(curves: Curves | undefined): void {
    this.element.hidden = !curves;
    if (!curves || curves === this.#drawn) return;
    this.#drawn = curves;
    const { x, p, q, discrete } = curves;
    say(this.#title, discrete ? "The two laws: the probability of each whole number" : "The two densities");
    const [low, high] = discrete ? [x[0]! - 0.5, x.at(-1)! + 0.5] : [x[0]!, x.at(-1)!];
    const highest = tallest([...p, ...q]);
    const across = (value: number) => (value - low) / (high - low);
    const up = (value: number) => BOTTOM - (Math.min(value, highest) / highest) * (BOTTOM - TOP);
    const path = (values: readonly number[]) => {
      const points = x.flatMap((at, i) => {
        const y = up(values[i]!).toFixed(2);
        const edges = discrete ? [at - 0.5, at + 0.5] : [at];
        return edges.map((edge) => `${(100 * across(edge)).toFixed(3)} ${y}`);
      });
      return `M0 ${BOTTOM}L${points.join("L")}L100 ${BOTTOM}`;
    };
    const marks = ticks(low, high, TICKS).filter((mark) => across(mark) >= 0 && across(mark) <= 1);
    this.#drawing.replaceChildren(
      svg(
        "svg",
        { viewBox: `0 0 100 ${HEIGHT}`, width: "100%", height: HEIGHT, preserveAspectRatio: "none" },
        svg("path", { class: "xb-density-q", d: path(q) }),
        svg("path", { class: "xb-density-p", d: path(p) }),
      ),
      svg("line", { class: "xb-zero", x1: 0, x2: "100%", y1: BOTTOM, y2: BOTTOM }),
      ...marks.map((mark) => this.#mark(mark, across(mark))),
      ...(
        [
          ["p", p],
          ["q", q],
        ] as const
      ).map(([name, values]) => {
        const peak = values.indexOf(Math.max(...values));
        const place = across(x[peak]!);
        const text = svg(
          "text",
          {
            class: `xb-law-name xb-${name}-name`,
            x: percent(Math.min(0.97, Math.max(0.02, place))),
            y: up(values[peak]!) - 5,
            "text-anchor": "middle",
          },
          name,
        );
        set(text, name === "q" ? { dx: 6 } : { dx: -6 });
        return text;
      }),
    );
  }

  #mark(value: number, place: number): SVGTextElement {
    const anchor = place < 0.03 ? "start" : place > 0.97 ? "end" : "middle";
    return svg(
      "text",
      { class: "xb-tick", x: percent(place), y: BOTTOM + 17, "text-anchor": anchor },
      minus(String(Number(value.toPrecision(6)))),
    );
  }
}

/** The highest value, but for a spike where a density is unbounded. */
function tallest(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite).sort((a, b) => a - b);
  const top = finite.at(-1) ?? 1;
  return Math.min(top, 4 * (finite[Math.floor(0.97 * finite.length)] || top)) || 1;
}
