import type { Policy } from "../mathematics/leash.ts";
import { worth } from "../mathematics/leash.ts";
import { chart, Scale, stepped } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { priceNumber } from "./amounts.ts";
import { MOST } from "./state.ts";

// CSS pixels
const HEIGHT = 140;
const UNITS = 1000; // across the drawing
const SHORTEST = 0.5; // nats, the shortest axis
const TICKS = [0, 1, 2, 3, 4, 5];

interface Mark {
  readonly dot: SVGCircleElement;
  readonly name: SVGTextElement;
}

/** The most score for each distance from the reference, and the true reward on the way, as far as the leash has let go. */
export class Frontier {
  readonly element: HTMLElement;
  readonly #score = svg("path", { class: "xb-score-line" });
  readonly #truth = svg("path", { class: "xb-truth-line" });
  readonly #slope = svg("path", { class: "xb-slope" });
  readonly #grid = new Scale(
    { y1: HEIGHT, y2: HEIGHT + 5, class: "xb-zero" },
    { y: HEIGHT + 18, "text-anchor": "middle" },
  );
  readonly #present = mark("xb-present", "xb-curve-name xb-d-ink");
  readonly #worth = mark("xb-worth", "xb-curve-name");
  readonly #best = mark("xb-best", "xb-curve-name");
  readonly #axis = svg("text", { x: "100%", y: HEIGHT - 7, class: "xb-axis-name", "text-anchor": "end" });
  readonly #scoreName = svg("text", { class: "xb-law-name xb-q-ink" }, "score");

  constructor() {
    const level = (points: number) => [
      svg("line", { x1: 0, x2: "100%", y1: yOf(points), y2: yOf(points), class: points ? "xb-gridline" : "xb-zero" }),
      svg("text", { x: -6, y: yOf(points), dy: 4, class: "xb-tick", "text-anchor": "end" }, String(points)),
    ];
    const box = { viewBox: `0 0 ${UNITS} ${HEIGHT}`, width: "100%", height: HEIGHT, preserveAspectRatio: "none" };
    const marks = [this.#best, this.#worth, this.#present];
    this.element = html(
      "div",
      { class: "xb-frontier" },
      chart(
        HEIGHT + 24,
        ...TICKS.flatMap(level),
        ...this.#grid.nodes,
        svg("svg", box, this.#slope, this.#score, this.#truth),
        this.#axis,
        this.#scoreName,
        ...marks.flatMap(({ dot, name }) => [dot, name]),
      ),
    );
  }

  /** Draw the policies, from the reference on; the best of them for the truth, where it has been passed. */
  show(policies: readonly Policy[], present: Policy, best: Policy, unit: Unit): void {
    const end = policies.at(-1) as Policy;
    const full = stepped(SHORTEST, 1.25, 1.05 * end.far);
    const x = (nats: number) => nats / full;
    const line = (of: readonly Policy[], height: (policy: Policy) => number) =>
      `M${of.map((policy) => `${(UNITS * x(policy.far)).toFixed(1)} ${yOf(height(policy)).toFixed(1)}`).join("L")}`;
    this.#grid.show(0, full, unit, (nats) => {
      const place = percent(x(nats));
      return { line: { x1: place, x2: place }, text: { x: place } };
    });
    say(this.#axis, `D(π‖reference), ${unit}`);
    const passed = [...policies.filter(({ beta }) => beta > present.beta), present];
    set(this.#score, { d: `${line(policies, ({ score }) => score)}H${UNITS}` });
    set(this.#truth, { d: line(passed, ({ truth }) => truth) });
    this.#showSlope(present, full, unit);
    put(this.#worth, x(present.far), present.truth, "");
    const isPassed = best.beta >= present.beta && best.far > 0;
    put(this.#best, x(best.far), best.truth, isPassed ? `best β ${priceNumber(best.beta, unit)}` : "");
    for (const part of Object.values(this.#best)) set(part, { display: isPassed ? "inline" : "none" });
    set(this.#scoreName, { x: "100%", y: yOf(end.score) + (end.score > MOST / 2 ? 18 : -8), "text-anchor": "end" });
  }

  /** The line that touches the frontier where the policy is: it begins at what the policy is worth. */
  #showSlope(present: Policy, full: number, unit: Unit): void {
    const { beta, far, score } = present;
    const isSeen = beta < Infinity;
    const start = worth(present);
    const d = isSeen ? `M0 ${yOf(start).toFixed(1)}L${UNITS} ${yOf(start + beta * full).toFixed(1)}` : "";
    set(this.#slope, { d, display: isSeen ? "inline" : "none" });
    put(this.#present, far / full, score, isSeen ? `slope β = ${priceNumber(beta, unit)}` : "");
  }
}

function mark(look: string, text: string): Mark {
  return { dot: svg("circle", { class: look, r: 6 }), name: svg("text", { class: text }) };
}

/** A dot at a share of the width and a height in points, its name above it. */
function put({ dot, name }: Mark, share: number, points: number, text: string): void {
  const place = { x: percent(share), y: yOf(points) };
  set(dot, { cx: place.x, cy: place.y });
  const isLeft = share < 0.3;
  set(name, {
    x: place.x,
    y: Math.max(place.y - 11, 12),
    dx: isLeft ? 4 : -4,
    "text-anchor": isLeft ? "start" : "end",
  });
  say(name, text);
}

function yOf(points: number): number {
  return (1 - points / (1.06 * MOST)) * HEIGHT;
}
