import { chart } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import { logRatioTerm } from "../mathematics/information.ts";
import { inUnit, LOG } from "../parts/units.ts";
import type { Unit } from "../parts/units.ts";
import type { Term } from "./answers.ts";
import { digits } from "./numbers.ts";

const MOST_ROWS = 15;
const ROW = 26; // CSS pixels
const NAMES = 0.28; // of the width
const NUMBERS = 0.17;
const LONGEST_NAME = 12;

/** The terms p log(p/q) as bars to both sides of zero, one below the other, and their sum. */
export class TermsList {
  readonly #title = html("p", { class: "xb-chart-title" });
  readonly #drawing = chart(0);
  readonly element = html("div", { class: "xb-terms" }, this.#title, this.#drawing);

  /** `law` is what p and q of a term are called. */
  show(terms: readonly Term[], unit: Unit, [p, q, sum]: readonly [p: string, q: string, sum: string]): void {
    this.element.hidden = terms.length === 0;
    if (this.element.hidden) return;
    const values = terms.map(({ p, q }) => logRatioTerm(p, q));
    const total = values.reduce((all, value) => all + value, 0);
    const shown = largest(values);
    const which = shown.length < terms.length ? `: the ${shown.length} largest of ${terms.length}` : "";
    say(this.#title, `The terms ${p} ${LOG[unit]}(${p}/${q}), in ${unit}${which}`);
    const rows = [...shown.map((i) => ({ name: terms[i]!.name, value: values[i]! })), { name: sum, value: total }];
    const finite = rows.map(({ value }) => value).filter(Number.isFinite);
    const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
    // A side without bars needs no room for their numbers.
    const from = NAMES + (low < 0 ? NUMBERS : 0);
    const width = 1 - NUMBERS - from;
    const x = (value: number) =>
      value === Infinity ? 1 - NUMBERS : from + (high > low ? (value - low) / (high - low) : 0) * width;
    set(this.#drawing, { height: rows.length * ROW + 4 });
    this.#drawing.replaceChildren(
      ...rows.flatMap(({ name, value }, i) => row(name, value, i, x, unit, i === rows.length - 1)),
      svg("line", { x1: percent(x(0)), x2: percent(x(0)), y1: 0, y2: "100%", class: "xb-zero" }),
    );
  }
}

function row(
  name: string,
  value: number,
  index: number,
  x: (value: number) => number,
  unit: Unit,
  isSum: boolean,
): SVGElement[] {
  const y = index * ROW + (isSum ? 4 : 0);
  const [zero, end] = [x(0), x(value)];
  const bar = value === Infinity ? "xb-endless" : isSum ? "xb-term-sum" : "xb-term";
  const outside = value < 0 ? { dx: -6, "text-anchor": "end" } : { dx: 6 };
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return [
    svg("text", { x: 0, y: y + 18, class: isSum ? "xb-name xb-d-ink" : "xb-name" }, short),
    svg("rect", {
      class: bar,
      x: percent(Math.min(zero, end)),
      width: percent(Math.abs(end - zero)),
      y: y + 4,
      height: ROW - 8,
    }),
    svg("text", { class: "xb-tick", x: percent(end), y: y + 18, ...outside }, digitsShort(inUnit(value, unit))),
  ];
}

function digitsShort(value: number): string {
  return Number.isFinite(value) && Math.abs(value) >= 0.001
    ? digits(Number(value.toPrecision(3)))
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, "")
    : digits(value).replace(/(\.\d)\d*/, "$1");
}

/** The places of the terms that count most, in their order. */
function largest(values: readonly number[]): number[] {
  const places = values.map((_, i) => i);
  if (places.length <= MOST_ROWS) return places;
  const sorted = places.sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!));
  return sorted.slice(0, MOST_ROWS).sort((a, b) => a - b);
}
