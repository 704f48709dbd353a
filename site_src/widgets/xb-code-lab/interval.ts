// The third part: no words. Each toss shrinks an interval to its share, and digits name a piece of what is left.

import type { Interval } from "../mathematics/exact-intervals.ts";
import { ends, intervalOf, placeWithin, shortestDigits, WHOLE, within } from "../mathematics/exact-intervals.ts";
import { button } from "../parts/buttons.ts";
import { centred, chart } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import { Slider } from "../parts/named-slider.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount } from "../parts/units.ts";
import type { Part } from "./part.ts";
import type { State } from "./state.ts";
import { MOST_TOSSES } from "./state.ts";

const LEVELS = 3;
// Heights in CSS pixels.
const BAR = 24;
const STEP = 52;
const TOP = 2;
const FOOT = TOP + (LEVELS - 1) * STEP + BAR;
const LEGIBLE = 0.05;
const MOST_DIGITS = 16; // that are drawn

/** What the tosses so far have come to. */
interface Read {
  readonly interval: Interval;
  readonly nats: number;
  readonly digits: string;
}

export class Intervals implements Part {
  readonly figure: HTMLElement;
  readonly inputs: HTMLElement;
  readonly #levels = Array.from({ length: LEVELS }, (_, i) => new Level(TOP + i * STEP, i < LEVELS - 1));
  readonly #piece = svg("rect", { y: FOOT - BAR, height: BAR, class: "xb-piece" });
  readonly #arrow = svg("line", { y1: FOOT, y2: FOOT + 9, class: "xb-zero" });
  readonly #digits = svg("text", { y: FOOT + 25, class: "xb-value" });
  readonly #slider: Slider;

  constructor(id: string, changed: (tosses: (state: State) => State) => void) {
    this.figure = html(
      "div",
      {},
      chart(
        FOOT + 32,
        ...this.#levels.flatMap(({ bars }) => bars),
        this.#piece,
        ...this.#levels.flatMap(({ names }) => names),
        this.#arrow,
        this.#digits,
      ),
    );
    this.#slider = new Slider({ id: `${id}-read`, label: "read", min: 0, max: MOST_TOSSES }, (read) =>
      changed((state) => ({ ...state, read })),
    );
    const add = (toss: string) => () => changed((state) => added(state, toss));
    const away = () => changed((state) => shortened(state));
    this.inputs = html(
      "div",
      {},
      this.#slider.element,
      html(
        "div",
        { class: "xb-actions" },
        button("Add H", add("H")),
        button("Add T", add("T")),
        button("Take one away", away),
      ),
    );
  }

  show(state: State): void {
    const { heads, tosses, read } = state;
    const first = Math.max(0, read - LEVELS + 1);
    for (const [i, level] of this.#levels.entries()) {
      const at = first + i;
      level.show(at <= read, heads, at < read ? tosses[at] : undefined);
    }
    const { interval, digits } = readSoFar(state);
    const [start, end] = placeWithin(intervalOf(digits), interval);
    const shift = (read - first) * STEP - (LEVELS - 1) * STEP;
    set(this.#piece, { x: percent(start), width: percent(end - start), y: FOOT - BAR + shift });
    const middle = percent((start + end) / 2);
    set(this.#arrow, { x1: middle, x2: middle, y1: FOOT + shift, y2: FOOT + 9 + shift });
    set(this.#digits, { x: middle, y: FOOT + 25 + shift, "text-anchor": anchorFor((start + end) / 2) });
    say(this.#digits, digits ? `digits ${cut(digits)}` : "no digit is needed yet");
    this.#slider.reach(tosses.length);
    this.#slider.show(read, tosses.slice(0, read) || "none", `${read} of ${tosses.length}: ${tosses.slice(0, read)}`);
  }

  result(state: State, unit: Unit): string {
    const { read } = state;
    if (read === 0) return "0 tosses read: the interval is everything from 0 to 1, and nothing need be sent.";
    const { nats, digits } = readSoFar(state);
    const amount = (value: number) => formatAmount(value, unit);
    return (
      `${read} ${read === 1 ? "toss has" : "tosses have"} ${amount(nats)} ${unit} of surprise, and ${counted(digits.length)} a piece ` +
      `of their interval: ${amount((digits.length * Math.LN2) / read)} ${unit} a toss, where one word a toss costs ${amount(Math.LN2)}.`
    );
  }

  table(state: State, unit: Unit): Table {
    const steps = Array.from({ length: state.read + 1 }, (_, read) => ({ ...state, read }));
    return {
      caption: `The interval after each toss, its surprise in ${unit}, and the shortest digits all of whose continuations lie in it.`,
      head: ["toss", "from", "to", "surprise", "digits", "how many"],
      rows: steps.map((step) => {
        const { interval, nats, digits } = readSoFar(step);
        const [low, high] = ends(interval);
        return [
          step.read === 0 ? "before" : `${step.read}: ${step.tosses[step.read - 1]}`,
          String(Number(low.toPrecision(8))),
          String(Number(high.toPrecision(8))),
          formatAmount(nats, unit),
          digits || "none",
          String(digits.length),
        ];
      }),
    };
  }
}

/** An interval over the whole width, with the parts of heads and of tails, and the way to the next. */
class Level {
  readonly bars: readonly SVGElement[];
  /** What is written over the bars, and over the piece in the last of them. */
  readonly names: readonly SVGElement[];
  readonly #heads: SVGRectElement;
  readonly #tails: SVGRectElement;
  readonly #names: Readonly<Record<"H" | "T", SVGTextElement>>;
  readonly #zoom: SVGPathElement;
  readonly #factor: SVGTextElement;
  readonly #leadsOn: boolean;

  constructor(top: number, leadsOn: boolean) {
    this.#leadsOn = leadsOn;
    this.#heads = svg("rect", { x: 0, y: top, height: BAR });
    this.#tails = svg("rect", { y: top, height: BAR });
    const name = () => centred("xb-share-name", { y: top + BAR / 2 + 5 });
    this.#names = { H: name(), T: name() };
    this.#zoom = svg("path", { class: "xb-zoom" });
    this.#factor = centred("xb-tick", { x: "50%", y: top + BAR + 18 });
    const stretched = { viewBox: "0 0 100 100", preserveAspectRatio: "none" };
    const between = { ...stretched, width: "100%", y: top + BAR, height: STEP - BAR };
    const zoom = svg("svg", between, this.#zoom);
    this.bars = [zoom, this.#heads, this.#tails];
    this.names = [this.#names.H, this.#names.T, this.#factor];
  }

  show(isThere: boolean, heads: number, next: string | undefined): void {
    for (const node of [...this.bars, ...this.names]) set(node, { display: isThere ? "inline" : "none" });
    const share = heads / 100;
    set(this.#heads, { width: percent(share), class: className(next === "H") });
    set(this.#tails, { x: percent(share), width: percent(1 - share), class: className(next === "T") });
    set(this.#names.H, { x: percent(share / 2) });
    set(this.#names.T, { x: percent((1 + share) / 2) });
    say(this.#names.H, "H");
    say(this.#names.T, 1 - share >= LEGIBLE ? "T" : "");
    const leads = this.#leadsOn && next !== undefined;
    const [start, end] = next === "H" ? [0, heads] : [heads, 100];
    set(this.#zoom, { d: leads ? `M${start} 0L${end} 0L100 100L0 100Z` : "" });
    const width = next === "H" ? share : 1 - share;
    say(this.#factor, leads ? `zoomed ${Number((1 / width).toPrecision(3))} times` : "");
  }
}

/** How the digits stand below a share of the width, so that they stay inside the chart. */
function anchorFor(share: number): "start" | "middle" | "end" {
  if (share < 0.35) return "start";
  return share > 0.65 ? "end" : "middle";
}

function className(isTaken: boolean): string {
  return isTaken ? "xb-side xb-taken" : "xb-side";
}

function readSoFar({ heads, tosses, read }: State): Read {
  let [interval, nats]: [Interval, number] = [WHOLE, 0];
  for (const toss of tosses.slice(0, read)) {
    const [start, end] = toss === "H" ? [0, heads] : [heads, 100];
    interval = within(interval, start, end, 100);
    nats -= Math.log((end - start) / 100);
  }
  return { interval, nats, digits: shortestDigits(interval) };
}

function added(state: State, toss: string): State {
  if (state.tosses.length >= MOST_TOSSES) return state;
  const tosses = state.tosses + toss;
  return { ...state, tosses, read: tosses.length };
}

function shortened(state: State): State {
  const tosses = state.tosses.slice(0, -1);
  return tosses ? { ...state, tosses, read: Math.min(state.read, tosses.length) } : state;
}

function counted(digits: number): string {
  return digits === 1 ? "1 digit names" : `${digits} digits name`;
}

function cut(digits: string): string {
  return digits.length > MOST_DIGITS ? `${digits.slice(0, MOST_DIGITS)}… (${digits.length})` : digits;
}
