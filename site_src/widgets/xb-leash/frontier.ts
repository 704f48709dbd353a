import type { Policy } from "../mathematics/leash.ts";
import { worth } from "../mathematics/leash.ts";
import { chart, Scale, stepped } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { price, priceNumber } from "./amounts.ts";
import { MOST } from "./state.ts";

// CSS pixels
const HEIGHT = 118;
const UNITS = 1000; // across the drawing
const SHORTEST = 0.5; // nats, the shortest axis
const NAME_ROOM = 0.13; // of the width, to either side of a name
const TICKS = [0, 1, 2, 3, 4, 5];

interface Shown {
  /** From the reference on. */
  readonly policies: readonly Policy[];
  readonly present: Policy;
  /** For the truth. */
  readonly best: Policy;
  /** Whether the leash has let go so far. */
  readonly isPassed: boolean;
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
  readonly #slopeName = svg("text", { class: "xb-value xb-d-ink", x: 5, y: HEIGHT - 7 });
  readonly #present = svg("circle", { class: "xb-present", r: 6 });
  readonly #worth = svg("circle", { class: "xb-worth", r: 6 });
  readonly #best = svg("circle", { class: "xb-best", r: 9 });
  readonly #bestName = svg("text", { class: "xb-curve-name" });
  readonly #axis = svg("text", { x: "100%", y: HEIGHT + 33, class: "xb-axis-name", "text-anchor": "end" });
  readonly #scoreName = svg("text", { class: "xb-law-name xb-q-ink" }, "score");

  constructor() {
    const level = (points: number) => [
      svg("line", { x1: 0, x2: "100%", y1: yOf(points), y2: yOf(points), class: points ? "xb-gridline" : "xb-zero" }),
      svg("text", { x: -6, y: yOf(points), dy: 4, class: "xb-tick", "text-anchor": "end" }, String(points)),
    ];
    const box = { viewBox: `0 0 ${UNITS} ${HEIGHT}`, width: "100%", height: HEIGHT, preserveAspectRatio: "none" };
    this.element = html(
      "div",
      { class: "xb-frontier" },
      chart(
        HEIGHT + 37,
        ...TICKS.flatMap(level),
        ...this.#grid.nodes,
        svg("svg", box, this.#slope, this.#score, this.#truth),
        this.#axis,
        this.#scoreName,
        this.#slopeName,
        this.#best,
        this.#bestName,
        this.#worth,
        this.#present,
      ),
    );
  }

  show({ policies, best, present, isPassed }: Shown, unit: Unit): void {
    const end = policies.at(-1) as Policy;
    const full = stepped(SHORTEST, 1.4, 1.05 * end.far);
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
    put(this.#worth, x(present.far), present.truth);
    put(this.#present, x(present.far), present.score);
    this.#showBest(isPassed, x(best.far), best, unit);
    set(this.#scoreName, { x: "100%", y: yOf(end.score) + (end.score > MOST / 2 ? 18 : -8), "text-anchor": "end" });
  }

  /** The line that touches the frontier where the policy is: it begins at what the policy is worth. */
  #showSlope(present: Policy, full: number, unit: Unit): void {
    const { beta } = present;
    const start = worth(present);
    const isSeen = beta < Infinity;
    const d = isSeen ? `M0 ${yOf(start).toFixed(1)}L${UNITS} ${yOf(start + beta * full).toFixed(1)}` : "";
    set(this.#slope, { d });
    say(this.#slopeName, isSeen ? `slope β = ${price(beta, unit)}` : "");
  }

  #showBest(isPassed: boolean, share: number, { beta, truth }: Policy, unit: Unit): void {
    put(this.#best, share, truth);
    set(this.#bestName, { x: percent(share), y: yOf(truth) + 25, "text-anchor": anchorOf(share) });
    say(this.#bestName, `best β ${priceNumber(beta, unit)}`);
    for (const part of [this.#best, this.#bestName]) set(part, { display: isPassed ? "inline" : "none" });
  }
}

function anchorOf(share: number): "start" | "middle" | "end" {
  if (share < NAME_ROOM) return "start";
  return share > 1 - NAME_ROOM ? "end" : "middle";
}

/** A dot at a share of the width and a height in points. */
function put(dot: SVGCircleElement, share: number, points: number): void {
  set(dot, { cx: percent(share), cy: yOf(points) });
}

function yOf(points: number): number {
  return (1 - points / (1.06 * MOST)) * HEIGHT;
}
