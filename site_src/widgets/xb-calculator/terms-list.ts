import { logRatioTerm } from "../mathematics/information.ts";
import { sum } from "../mathematics/laws.ts";
import { chart } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { inUnit, LOG } from "../parts/units.ts";
import type { Terms } from "./answer.ts";
import { digits } from "./numbers.ts";

const MOST_ROWS = 15;
const ROW = 26; // CSS pixels
const ABOVE_SUM = 4;
const NAMES = 0.28; // of the width
const NUMBERS = 0.17;
const LONGEST_NAME = 12;
const SMALLEST_SHORT = 0.001;

interface Row {
  readonly name: string;
  readonly value: number;
}

/** The terms p log(p/q) as bars to both sides of zero, one below the other, and their sum. */
export class TermsList {
  readonly #title = html("p", { class: "xb-chart-title" });
  readonly #drawing = chart(0);
  readonly element = html("div", { class: "xb-terms" }, this.#title, this.#drawing);

  show(terms: Terms | undefined, unit: Unit): void {
    this.element.hidden = !terms;
    if (!terms) return;
    const rows = terms.all.map((term) => ({ name: term.name, value: logRatioTerm(term.p, term.q) }));
    const total = { name: terms.sum, value: sum(rows.map(({ value }) => value)) };
    const shown = largest(rows);
    const which = shown.length < rows.length ? `: the ${shown.length} largest of ${rows.length}` : "";
    say(this.#title, `The terms ${terms.p} ${LOG[unit]}(${terms.p}/${terms.q}), in ${unit}${which}`);
    const x = scaleOf([...shown, total]);
    set(this.#drawing, { height: (shown.length + 1) * ROW + ABOVE_SUM });
    this.#drawing.replaceChildren(
      ...shown.flatMap((row, i) => bar(row, { x, y: i * ROW, unit, mark: "xb-term", name: "xb-name" })),
      ...bar(total, { x, y: shown.length * ROW + ABOVE_SUM, unit, mark: "xb-term-sum", name: "xb-name xb-d-ink" }),
      svg("line", { x1: percent(x(0)), x2: percent(x(0)), y1: 0, y2: "100%", class: "xb-zero" }),
    );
  }
}

/** Where an amount stands, as a share of the width. */
function scaleOf(rows: readonly Row[]): (value: number) => number {
  const finite = rows.map(({ value }) => value).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  // A side without bars needs no room for their numbers.
  const from = NAMES + (low < 0 ? NUMBERS : 0);
  const width = 1 - NUMBERS - from;
  return (value) => {
    if (value === Infinity) return 1 - NUMBERS;
    return from + (high > low ? (value - low) / (high - low) : 0) * width;
  };
}

interface Look {
  readonly x: (value: number) => number;
  readonly y: number;
  readonly unit: Unit;
  readonly mark: string;
  readonly name: string;
}

function bar({ name, value }: Row, { x, y, unit, mark, name: ink }: Look): SVGElement[] {
  const [zero, end] = [x(0), x(value)];
  const outside = value < 0 ? { dx: -6, "text-anchor": "end" } : { dx: 6 };
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return [
    svg("text", { x: 0, y: y + 18, class: ink }, short),
    svg("rect", {
      class: value === Infinity ? "xb-endless" : mark,
      x: percent(Math.min(zero, end)),
      width: percent(Math.abs(end - zero)),
      y: y + 4,
      height: ROW - 8,
    }),
    svg("text", { class: "xb-tick", x: percent(end), y: y + 18, ...outside }, digitsShort(inUnit(value, unit))),
  ];
}

function digitsShort(value: number): string {
  if (!(Number.isFinite(value) && Math.abs(value) >= SMALLEST_SHORT)) return digits(value).replace(/(\.\d)\d*/, "$1");
  const text = digits(Number(value.toPrecision(3)));
  return text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

/** The rows that count most, in their order. */
function largest(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= MOST_ROWS) return rows;
  const bySize = [...rows].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const kept = new Set(bySize.slice(0, MOST_ROWS));
  return rows.filter((row) => kept.has(row));
}
