import { anchorAt, chart, ticks } from "../parts/charts.ts";
import { html, percent, say, svg } from "../parts/dom.ts";
import { minus } from "../parts/units.ts";
import type { Curves } from "./answer.ts";

const TOP = 18; // heights in CSS pixels
const BOTTOM = 168;
const HEIGHT = 190;
const TICKS = 5;
const ASIDE = 6; // the two names step aside for each other

/** One law's points, left to right. */
type Points = readonly { readonly at: number; readonly height: number }[];

/** Where values stand: shares of the width, and heights in CSS pixels. */
interface Axes {
  across(value: number): number;
  up(height: number): number;
}

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
    say(this.#title, curves.discrete ? "The two laws: the probability of each whole number" : "The two densities");
    this.#drawing.replaceChildren(...drawn(curves));
  }
}

function drawn({ x, p, q, discrete }: Curves): SVGElement[] {
  const half = discrete ? 0.5 : 0; // half a step
  const [low, high] = [(x[0] ?? 0) - half, (x.at(-1) ?? 0) + half];
  const highest = tallest([...p, ...q]);
  const axes: Axes = {
    across: (value) => (value - low) / (high - low),
    up: (height) => BOTTOM - (Math.min(height, highest) / highest) * (BOTTOM - TOP),
  };
  const points = (heights: readonly number[]) => x.map((at, i) => ({ at, height: heights[i] as number }));
  const marks = ticks(low, high, TICKS).filter((mark) => axes.across(mark) >= 0 && axes.across(mark) <= 1);
  const stretched = { viewBox: `0 0 100 ${HEIGHT}`, width: "100%", height: HEIGHT, preserveAspectRatio: "none" };
  return [
    svg(
      "svg",
      stretched,
      svg("path", { class: "xb-density-q", d: outline(points(q), half, axes) }),
      svg("path", { class: "xb-density-p", d: outline(points(p), half, axes) }),
    ),
    svg("line", { class: "xb-zero", x1: 0, x2: "100%", y1: BOTTOM, y2: BOTTOM }),
    ...marks.map((mark) => numberAt(mark, axes.across(mark))),
    nameAtPeak("p", points(p), axes, -ASIDE),
    nameAtPeak("q", points(q), axes, ASIDE),
  ];
}

function outline(points: Points, half: number, { across, up }: Axes): string {
  const corners = points.flatMap(({ at, height }) => {
    const edges = half > 0 ? [at - half, at + half] : [at];
    return edges.map((edge) => `${(100 * across(edge)).toFixed(3)} ${up(height).toFixed(2)}`);
  });
  return `M0 ${BOTTOM}L${corners.join("L")}L100 ${BOTTOM}`;
}

function numberAt(value: number, place: number): SVGTextElement {
  const where = { x: percent(place), y: BOTTOM + 17, "text-anchor": anchorAt(place) };
  return svg("text", { class: "xb-tick", ...where }, minus(String(Number(value.toPrecision(6)))));
}

function nameAtPeak(name: "p" | "q", points: Points, { across, up }: Axes, dx: number): SVGTextElement {
  const peak = points.reduce((highest, point) => (point.height > highest.height ? point : highest));
  const x = percent(Math.min(0.97, Math.max(0.02, across(peak.at))));
  const where = { x, y: up(peak.height) - 5, "text-anchor": "middle", dx };
  return svg("text", { class: `xb-law-name xb-${name}-name`, ...where }, name);
}

/** The highest value, but for a spike where a density is unbounded. */
function tallest(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite).sort((a, b) => a - b);
  const top = finite.at(-1) ?? 1;
  return Math.min(top, 4 * (finite[Math.floor(0.97 * finite.length)] || top)) || 1;
}
