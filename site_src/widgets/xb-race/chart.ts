import type { Limits, Pair, Truth } from "../mathematics/evidence.ts";
import { centred, chart, Scale, ticks } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";

const HEIGHT = 184; // CSS pixels
const AXIS = 34;
const MOST_POINTS = 120; // of one line: more than a phone has pixels to show
const TICKS = 6;
const AIR = 0.16; // beyond the limits, as a share of what lies between them: room for their names
const LAST_DRAW = 1.6; // times what a draw brings on average is what most races end beyond a limit

const WALKS: Readonly<Record<Truth, string>> = { p: "xb-walk xb-walk-p", q: "xb-walk xb-walk-q" };
const HEADS: Readonly<Record<Truth, string>> = { p: "xb-heads xb-heads-p", q: "xb-heads xb-heads-q" };
const NAMES: Readonly<Record<Truth, string>> = { p: "xb-race-name xb-race-p", q: "xb-race-name xb-race-q" };
const TRUTHS = ["p", "q"] as const;

/** What is drawn: races to their end, under either law. */
export interface Shown {
  readonly pair: Pair;
  readonly limits: Limits;
  readonly walks: Readonly<Record<Truth, readonly (readonly number[])[]>>;
  /** The draws at the right end. */
  readonly width: number;
}

/** What stands beside the limits. */
export interface Words {
  readonly limit: string;
  readonly slope: string;
}

/** The evidence of each race against its draws, between the limits of Wald's test, and the slopes D(p‖q) and −D(q‖p). */
export class RaceChart {
  readonly element: HTMLElement;
  readonly #grid = new Scale({ x1: 0, x2: "100%", class: "xb-gridline" }, { x: -6, dy: 4, "text-anchor": "end" });
  readonly #marks = Array.from({ length: 2 * TICKS }, () => centred("xb-tick", { y: HEIGHT + 16 }));
  // All walks of a law are one path, and so are the dots at their ends: a path is drawn in a third of the time of ten.
  readonly #window = svg("svg", { height: HEIGHT, preserveAspectRatio: "none" });
  readonly #walks = each((truth) => svg("path", { class: WALKS[truth] }));
  readonly #ends = svg("svg", { class: "xb-ends", width: "100%", height: HEIGHT, preserveAspectRatio: "none" });
  readonly #heads = each((truth) => svg("path", { class: HEADS[truth] }));
  readonly #slopes = each(() => svg("line", { class: "xb-slope" }));
  readonly #limits = each(() => svg("line", { x1: 0, x2: "100%", class: "xb-limit" }));
  readonly #limitNames = each(() => svg("text", { x: "100%", "text-anchor": "end", class: "xb-limit-name" }));
  readonly #slopeNames = each((truth) =>
    svg("text", { x: 0, y: truth === "p" ? -8 : HEIGHT + 31, class: NAMES[truth] }),
  );
  #shown!: Shown;
  #low = 0;
  #high = 1;

  constructor() {
    for (const truth of TRUTHS) {
      this.#window.append(this.#walks[truth]);
      this.#ends.append(this.#heads[truth]);
    }
    const drawing = chart(
      HEIGHT + AXIS,
      ...this.#grid.nodes,
      svg("line", { x1: 0, x2: "100%", y1: HEIGHT, y2: HEIGHT, class: "xb-guide" }),
      ...TRUTHS.map((truth) => this.#limits[truth]),
      this.#window,
      ...TRUTHS.map((truth) => this.#slopes[truth]),
      this.#ends,
      ...TRUTHS.flatMap((truth) => [this.#slopeNames[truth], this.#limitNames[truth]]),
      ...this.#marks,
      svg("text", { x: "100%", y: HEIGHT + 31, class: "xb-axis-name", "text-anchor": "end" }, "draws"),
    );
    this.element = html("div", { class: "xb-race-frame" }, drawing);
  }

  /** New races. */
  run(shown: Shown): void {
    const { limits, pair, walks, width } = shown;
    this.#shown = shown;
    const air = AIR * (limits.p - limits.q);
    this.#low = limits.q - air - LAST_DRAW * pair.divergence.q;
    this.#high = limits.p + air + LAST_DRAW * pair.divergence.p;
    set(this.#ends, { viewBox: `0 0 ${width} ${HEIGHT}` });
    for (const truth of TRUTHS) {
      set(this.#walks[truth], { d: walks[truth].map((walk) => this.#line(walk)).join("") });
      const slope = truth === "p" ? pair.divergence.p : -pair.divergence.q;
      const draws = Math.min(limits[truth] / slope, width);
      set(this.#slopes[truth], {
        x1: 0,
        y1: this.#y(0),
        x2: percent(draws / width),
        y2: this.#y(draws * slope),
      });
    }
    this.#place();
    this.#count(width);
  }

  /** The races after so many draws. */
  at(draws: number): void {
    const { walks, width } = this.#shown;
    const shown = Math.min(draws, width);
    set(this.#window, { width: percent(shown / width), viewBox: `0 0 ${Math.max(shown, 1e-3)} ${HEIGHT}` });
    for (const truth of TRUTHS)
      set(this.#heads[truth], { d: walks[truth].map((walk) => this.#end(walk, draws)).join("") });
  }

  say(words: Readonly<Record<Truth, Words>>, unit: Unit): void {
    this.#grid.show(this.#low, this.#high, unit, (nats) => {
      const y = this.#y(nats);
      return { line: { y1: y, y2: y }, text: { y } };
    });
    for (const truth of TRUTHS) {
      say(this.#limitNames[truth], words[truth].limit);
      say(this.#slopeNames[truth], words[truth].slope);
    }
  }

  #place(): void {
    const { limits } = this.#shown;
    for (const truth of TRUTHS) {
      const y = this.#y(limits[truth]);
      set(this.#limits[truth], { y1: y, y2: y });
      set(this.#limitNames[truth], { y: y + (truth === "p" ? -12 : 22) });
    }
  }

  #count(width: number): void {
    const marks = ticks(0, width, TICKS);
    for (const [i, text] of this.#marks.entries()) {
      const mark = marks[i];
      set(text, { x: percent((mark ?? 0) / width), display: mark === undefined ? "none" : "inline" });
      say(text, String(mark ?? ""));
    }
  }

  /** The line of one race, on a grid of draws that the eye can tell apart; its end is there. */
  #line(walk: readonly number[]): string {
    const step = Math.ceil(this.#shown.width / MOST_POINTS);
    const last = walk.length - 1;
    const draws = Array.from({ length: Math.ceil(last / step) + 1 }, (_, i) => Math.min(i * step, last));
    return `M${draws.map((n) => `${n} ${this.#y(walk[n] as number).toFixed(1)}`).join("L")}`;
  }

  /**
   * A line too short to be seen, whose round ends are a dot: where the race is after so many draws, unless beyond the
   * chart. WebKit stretches the ends of a line of no length.
   */
  #end(walk: readonly number[], draws: number): string {
    const { width } = this.#shown;
    const at = Math.min(draws, walk.length - 1);
    if (at > width) return "";
    const y = this.#y(walk[at] ?? 0);
    return `M${at} ${Math.min(Math.max(y, 0), HEIGHT).toFixed(1)}h${width / 1e4}`;
  }

  #y(nats: number): number {
    return ((this.#high - nats) / (this.#high - this.#low)) * HEIGHT;
  }
}

function each<Part>(make: (truth: Truth) => Part): Readonly<Record<Truth, Part>> {
  return { p: make("p"), q: make("q") };
}
