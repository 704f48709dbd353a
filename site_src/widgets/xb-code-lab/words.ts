// The first part: words for pairs of tosses are bought from a budget of 1.

import { canonicalCode, expectedLength, kraftSum } from "../mathematics/codes.ts";
import { entropy } from "../mathematics/information.ts";
import { centred, chart, hatching } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import { Slider } from "../parts/named-slider.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatPercent } from "../parts/units.ts";
import type { Part } from "./part.ts";
import type { State } from "./state.ts";
import { LONGEST_WORD, PAIRS, pairLaw } from "./state.ts";

// Heights in CSS pixels.
const ROW = 52;
const BAR = 26;
const LABEL = 14;
const BUDGET = 0.78; // of the width; what is refused stands out beyond it
const LEGIBLE = 0.075; // of the budget, the least that has room for its name
const FULL = 1.25 * Math.LN2; // nats a toss, the width of the price

interface Segment {
  readonly bar: SVGRectElement;
  readonly name: SVGTextElement;
}

export class Words implements Part {
  readonly figure: HTMLElement;
  readonly inputs: HTMLElement;
  readonly #truth: readonly Segment[];
  readonly #spent: readonly Segment[];
  readonly #left = svg("rect", { y: ROW + LABEL + 4, height: BAR, class: "xb-budget-left" });
  readonly #refused = svg("rect", { y: ROW + LABEL + 4, height: BAR, class: "xb-endless" });
  readonly #budget = svg("text", { y: ROW + LABEL });
  readonly #price = {
    floor: svg("rect", { y: 2 * ROW + LABEL + 4, height: BAR - 8, class: "xb-floor" }),
    extra: svg("rect", { y: 2 * ROW + LABEL + 4, height: BAR - 8 }),
    h: svg("tspan", { class: "xb-h-ink" }),
    d: svg("tspan", { class: "xb-d-ink" }),
    total: svg("tspan"),
  };
  readonly #sliders: readonly Slider[];

  constructor(id: string, moved: (pair: number, length: number) => void) {
    this.#truth = segments(0, "xb-share-p");
    this.#spent = segments(ROW, "xb-share-q");
    const { floor, extra, h, d, total } = this.#price;
    set(extra, { fill: `url(#${id}-extra)` });
    this.figure = html(
      "div",
      {},
      chart(
        3 * ROW - 8,
        svg("defs", {}, hatching(`${id}-extra`)),
        svg("text", { y: LABEL }, svg("tspan", { class: "xb-p-ink" }, "p"), ", how often each pair comes"),
        ...this.#truth.flatMap(({ bar, name }) => [bar, name]),
        this.#budget,
        this.#left,
        ...this.#spent.flatMap(({ bar, name }) => [bar, name]),
        this.#refused,
        svg("line", { x1: percent(BUDGET), x2: percent(BUDGET), y1: LABEL, y2: 2 * ROW - 6, class: "xb-zero" }),
        floor,
        extra,
        svg("text", { y: 2 * ROW + LABEL, class: "xb-price" }, h, " + ", d, " = ", total),
      ),
    );
    this.#sliders = PAIRS.map(
      (pair, i) =>
        new Slider({ id: `${id}-${pair}`, label: pair, min: 1, max: LONGEST_WORD }, (length) => moved(i, length)),
    );
    this.inputs = html(
      "div",
      {},
      html("p", { class: "xb-lab-legend", "aria-hidden": "true" }, "digits of each word"),
      ...this.#sliders.map(({ element }) => element),
    );
  }

  show(state: State, unit: Unit): void {
    const { lengths, refused } = state;
    const [p, words] = [pairLaw(state), canonicalCode(lengths)];
    place(this.#truth, p, [...PAIRS]);
    const shares = lengths.map((length) => 2 ** -length);
    place(this.#spent, shares, words);
    const spent = kraftSum(lengths);
    set(this.#left, { x: percent(BUDGET * spent), width: percent(BUDGET * (1 - spent)) });
    const over = refused ? spent - (shares[refused.pair] as number) + 2 ** -refused.length - 1 : 0;
    set(this.#refused, { x: percent(BUDGET), width: percent(Math.min(BUDGET * over, 1 - BUDGET)) });
    set(this.#refused, { display: refused ? "inline" : "none" });
    say(this.#budget, refused ? "refused: more than the budget of 1" : `budget spent: ${fraction(spent)} of 1`);
    this.#showPrice(state, unit);
    for (const [i, slider] of this.#sliders.entries()) {
      const length = lengths[i] as number;
      slider.show(length, words[i] as string, `${length} digits, word ${words[i]}`);
    }
  }

  result(state: State, unit: Unit): string {
    const { lengths, refused } = state;
    if (refused) {
      const own = 2 ** -(lengths[refused.pair] as number);
      const room = fraction(1 - kraftSum(lengths) + own);
      const wanted = fraction(2 ** -refused.length);
      return `Refused: a word of ${digits(refused.length)} for ${PAIRS[refused.pair]} takes ${wanted} of the budget, and with the other words it has ${room}. Make another word longer first.`;
    }
    const { paid, floor } = prices(state);
    const amount = (nats: number) => formatAmount(nats, unit);
    const left = 1 - kraftSum(lengths);
    const rest = left > 0 ? ` ${fraction(left)} of the budget is not spent: a word can be cut.` : "";
    return `Words of ${lengths.slice(0, -1).join(", ")} and ${lengths.at(-1)} digits cost ${amount(paid)} ${unit} a toss, ${amount(paid - floor)} more than H(p) = ${amount(floor)}.${rest}`;
  }

  table(state: State, unit: Unit): Table {
    const { lengths } = state;
    const [p, words] = [pairLaw(state), canonicalCode(lengths)];
    return {
      caption: `The pairs and their words. A word of ℓ digits takes 2^−ℓ of the budget; it fits where that is p. Surprise in ${unit}.`,
      head: ["pair", "p", "log 1/p", "word", "digits", "takes"],
      rows: PAIRS.map((pair, i) => [
        pair,
        formatPercent(p[i] as number),
        formatAmount(-Math.log(p[i] as number), unit),
        words[i] as string,
        String(lengths[i]),
        formatPercent(2 ** -(lengths[i] as number)),
      ]),
    };
  }

  #showPrice(state: State, unit: Unit): void {
    const { paid, floor } = prices(state);
    const { floor: green, extra, h, d, total } = this.#price;
    say(h, `H(p) ${formatAmount(floor, unit)}`);
    say(d, `extra ${formatAmount(paid - floor, unit)}`);
    say(total, `${formatAmount(paid, unit)} ${unit}`);
    set(green, { width: percent(floor / FULL) });
    set(extra, { x: percent(floor / FULL), width: percent(Math.min(paid, FULL) / FULL - floor / FULL) });
  }
}

/** In nats a toss. */
function prices(state: State): { paid: number; floor: number } {
  const p = pairLaw(state);
  return { paid: (expectedLength(p, state.lengths) / 2) * Math.LN2, floor: entropy(p) / 2 };
}

function segments(top: number, name: string): Segment[] {
  return PAIRS.map(() => ({
    bar: svg("rect", { y: top + LABEL + 4, height: BAR, class: name }),
    name: centred("xb-share-name", { y: top + LABEL + 4 + BAR / 2 + 5 }),
  }));
}

/** Lay segments end to end along the budget. */
function place(row: readonly Segment[], shares: readonly number[], names: readonly string[]): void {
  let start = 0;
  for (const [i, { bar, name }] of row.entries()) {
    const share = shares[i] as number;
    set(bar, { x: percent(BUDGET * start), width: percent(BUDGET * share) });
    set(name, { x: percent(BUDGET * (start + share / 2)) });
    say(name, share >= LEGIBLE ? (names[i] as string) : "");
    start += share;
  }
}

/** A share whose denominator is a power of two, as a fraction. */
function fraction(share: number): string {
  let below = 1;
  while (!Number.isInteger(share * below)) below *= 2;
  return below === 1 ? String(share) : `${share * below}/${below}`;
}

function digits(count: number): string {
  return count === 1 ? "1 digit" : `${count} digits`;
}
