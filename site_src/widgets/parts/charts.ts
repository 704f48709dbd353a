// Parts that several charts are made of. Widths are shares of the chart, heights are CSS pixels: so a chart fits any
// width without its type shrinking, and a redraw changes attributes and nothing else.

import type { Attributes, Child } from "./dom.ts";
import { percent, say, set, svg } from "./dom.ts";
import type { Unit } from "./units.ts";
import { inUnit, minus, toNats } from "./units.ts";

const MOST_TICKS = 5;
const EDGE = 0.03; // of the width

/** A chart that fills the width; its numbers also stand in words and in the table beside it. */
export function chart(height: number, ...children: Child[]): SVGSVGElement {
  return svg("svg", { class: "xb-chart", width: "100%", height, "aria-hidden": "true" }, ...children);
}

export function centred(name: string, attributes: Attributes, ...children: Child[]): SVGTextElement {
  return svg("text", { class: name, "text-anchor": "middle", ...attributes }, ...children);
}

/** How a text stands at a share of the width, so that it stays inside the chart. */
export function anchorAt(share: number): "start" | "middle" | "end" {
  if (share < EDGE) return "start";
  return share > 1 - EDGE ? "end" : "middle";
}

/** Lines with round numbers of the unit, as many as the scale needs just now. */
export class Scale {
  readonly nodes: readonly SVGElement[];
  readonly #ticks: readonly { readonly line: SVGLineElement; readonly text: SVGTextElement }[];
  #shown = "";

  constructor(line: Attributes, text: Attributes) {
    this.#ticks = Array.from({ length: 2 * MOST_TICKS }, () => ({
      line: svg("line", line),
      text: svg("text", { class: "xb-tick", ...text }),
    }));
    this.nodes = this.#ticks.flatMap((tick) => [tick.line, tick.text]);
  }

  /** Number the scale from low to high, both in nats; `at` says where on such a scale an amount's line and text stand. */
  show(low: number, high: number, unit: Unit, at: (nats: number) => { line: Attributes; text: Attributes }): void {
    const shown = [low, high, unit].join();
    if (this.#shown === shown) return;
    this.#shown = shown;
    const marks = ticks(inUnit(low, unit), inUnit(high, unit), MOST_TICKS);
    this.#ticks.forEach(({ line, text }, i) => {
      const mark = marks[i];
      for (const element of [line, text]) set(element, { display: mark === undefined ? "none" : "inline" });
      if (mark === undefined) return;
      const place = at(toNats(mark, unit));
      set(line, place.line);
      set(text, place.text);
      say(text, minus(String(Number(mark.toPrecision(6)))));
    });
  }
}

/** A column with its number at its end. */
export class Column {
  readonly bar: SVGRectElement;
  readonly value: SVGTextElement;

  /** Its middle and width are shares of the chart's width. */
  constructor(name: string, middle: number, width: number) {
    this.bar = svg("rect", { class: name, x: percent(middle - width / 2), width: percent(width) });
    this.value = centred("xb-value", { x: percent(middle) });
  }

  /** Reach from the height of zero to the height of the end; an endless one is drawn as such. */
  show(zero: number, end: number, text: string, endless: boolean): void {
    set(this.bar, { y: Math.min(zero, end), height: Math.abs(zero - end) });
    this.bar.classList.toggle("xb-endless", endless);
    set(this.value, { y: end > zero ? end + 16 : end - 6 });
    say(this.value, text);
  }
}

/** The first of start, start·factor, start·factor² … that reaches the value: a scale that changes seldom. */
export function stepped(start: number, factor: number, value: number): number {
  let scale = start;
  while (scale < value) scale *= factor;
  return scale;
}

/** The round numbers (1, 2 or 5 times a power of ten apart) from low to high, about so many. */
export function ticks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((multiple) => multiple * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step || 0);
}

/** The extra is told from the entropy by its hatching too, not by colour alone. */
export function hatching(id: string): SVGPatternElement {
  return svg(
    "pattern",
    { id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(-45)" },
    svg("rect", { width: 7, height: 7, class: "xb-hatch-ground" }),
    svg("rect", { width: 2.5, height: 7, class: "xb-hatch-line" }),
  );
}
