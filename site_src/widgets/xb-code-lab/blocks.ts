// The second part: one word for a whole block of tosses.

import { blockCost } from "../mathematics/codes.ts";
import { entropy } from "../mathematics/information.ts";
import { anchorAt, centred, chart } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import { Slider } from "../parts/named-slider.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { inUnit } from "../parts/units.ts";
import type { Part } from "./part.ts";
import { fine } from "./part.ts";
import type { State } from "./state.ts";
import { LONGEST_BLOCK } from "./state.ts";

const HEIGHT = 150; // CSS pixels
const TOP = 18;
const FOOT = HEIGHT - 6;
const LEFT = 0.13; // of the width, for the scale's numbers
const DECADES = 4; // below 1; what is less stands at the foot
const MARKS = ["1", "0.1", "0.01", "0.001"];
const SIZES = Array.from({ length: LONGEST_BLOCK }, (_, i) => i + 1);

export class Blocks implements Part {
  readonly figure: HTMLElement;
  readonly inputs: HTMLElement;
  readonly #dots = SIZES.map((size) => svg("circle", { cx: percent(across(size)), r: 5, class: "xb-block-dot" }));
  readonly #line = svg("path", { class: "xb-block-line" });
  readonly #bound = svg("path", { class: "xb-block-bound" });
  readonly #boundName = svg("text", { x: percent(across(3.2)), dy: -8, class: "xb-curve-name" }, "1/n bits, the bound");
  readonly #title = html("p", { class: "xb-chart-title" });
  readonly #guide = svg("line", { class: "xb-guide" });
  readonly #value = svg("text", { class: "xb-value" });
  readonly #slider: Slider;
  #costs: { readonly heads: number; readonly nats: readonly number[] } | undefined;

  constructor(id: string, moved: (together: number) => void) {
    const marks = MARKS.flatMap((text, i) => {
      const y = down(10 ** -i);
      return [
        svg("line", { x1: percent(LEFT), x2: "100%", y1: y, y2: y, class: "xb-gridline" }),
        svg("text", { x: percent(LEFT), dx: -6, y: y + 4, class: "xb-tick", "text-anchor": "end" }, text),
      ];
    });
    const stretched = { viewBox: `0 0 100 ${HEIGHT}`, width: "100%", height: HEIGHT, preserveAspectRatio: "none" };
    this.figure = html(
      "div",
      {},
      this.#title,
      chart(
        HEIGHT + 38,
        ...marks,
        svg("svg", stretched, this.#bound, this.#line),
        this.#boundName,
        this.#guide,
        ...this.#dots,
        this.#value,
        ...SIZES.filter((size) => size % 2 === 0 || size === 1).map((size) =>
          centred("xb-tick", { x: percent(across(size)), y: HEIGHT + 16 }, String(size)),
        ),
        svg("text", { x: "100%", y: HEIGHT + 34, class: "xb-axis-name", "text-anchor": "end" }, "n, tosses in a block"),
      ),
    );
    this.#slider = new Slider({ id: `${id}-together`, label: "n", min: 1, max: LONGEST_BLOCK }, moved);
    this.inputs = html("div", {}, this.#slider.element);
  }

  show(state: State, unit: Unit): void {
    const { heads, together } = state;
    const bound = (size: number) => down(inUnit(Math.LN2 / size, unit));
    const heights = this.#natsFor(heads).map((nats) => down(inUnit(nats - floorOf(heads), unit)));
    say(this.#title, `${unit} a toss over H(p)`);
    set(this.#bound, { d: path(bound) });
    set(this.#boundName, { y: bound(3.2) });
    set(this.#line, { d: path((size) => heights[size - 1] as number) });
    for (const [i, dot] of this.#dots.entries()) {
      set(dot, { cy: heights[i] as number });
      dot.classList.toggle("xb-chosen", i + 1 === together);
    }
    const share = across(together);
    const y = heights[together - 1] as number;
    const isLow = y > FOOT - 20; // the number stands over a low dot, at the foot of a line from a high one
    set(this.#guide, { x1: percent(share), x2: percent(share), y1: y, y2: isLow ? y : FOOT - 14 });
    set(this.#value, { x: percent(share), y: isLow ? y - 12 : FOOT, "text-anchor": anchorAt(share) });
    say(this.#value, `${fine(this.#natsFor(heads)[together - 1] as number, unit)} ${unit}`);
    this.#slider.show(together, String(together), `${together} tosses in a block`);
  }

  result(state: State, unit: Unit): string {
    const { heads, together } = state;
    const costs = this.#natsFor(heads);
    const paid = costs[together - 1] as number;
    const floor = floorOf(heads);
    const blocks = `${together === 1 ? "One toss" : `${together} tosses`} to a word, ${2 ** together} words: ${fine(paid, unit)} ${unit} a toss, ${fine(paid - floor, unit)} over H(p) = ${fine(floor, unit)}.`;
    const cheaper = SIZES.filter((size) => size < together && (costs[size - 1] as number) < paid - 1e-12);
    const best = cheaper.sort((a, b) => (costs[a - 1] as number) - (costs[b - 1] as number))[0];
    return best === undefined
      ? blocks
      : `${blocks} Blocks of ${best} cost less: ${fine(costs[best - 1] as number, unit)}.`;
  }

  table(state: State, unit: Unit): Table {
    const floor = floorOf(state.heads);
    return {
      caption: `Huffman’s code for blocks of n tosses, in ${unit} a toss; H(p) is ${fine(floor, unit)}.`,
      head: ["n", "words", "pays", "over H(p)"],
      rows: this.#natsFor(state.heads).map((nats, i) => [
        String(i + 1),
        String(2 ** (i + 1)),
        fine(nats, unit),
        fine(nats - floor, unit),
      ]),
    };
  }

  #natsFor(heads: number): readonly number[] {
    if (this.#costs?.heads !== heads)
      this.#costs = { heads, nats: SIZES.map((size) => blockCost(heads / 100, size) * Math.LN2) };
    return this.#costs.nats;
  }
}

function floorOf(heads: number): number {
  return entropy([heads / 100, (100 - heads) / 100]);
}

/** Where a block length stands, as a share of the width. */
function across(size: number): number {
  return LEFT + 0.03 + ((size - 1) / (LONGEST_BLOCK - 1)) * (0.95 - LEFT);
}

/** A line through a height for each block length. */
function path(heightAt: (size: number) => number): string {
  return `M${SIZES.map((size) => `${(100 * across(size)).toFixed(2)} ${heightAt(size).toFixed(2)}`).join("L")}`;
}

/** The height of an amount in the unit that is shown. */
function down(amount: number): number {
  const decades = -Math.log10(Math.max(amount, 10 ** -DECADES));
  return TOP + (decades / DECADES) * (FOOT - TOP);
}
