import { anchorAt, chart, Scale } from "../parts/charts.ts";
import { formatCount } from "../parts/counts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import type { Experiment } from "./experiments.ts";
import type { Sample } from "./sample.ts";
import { BINS } from "./sample.ts";

const HEIGHT = 108; // CSS pixels, shared by the rows
const HEAD = 18;
const AXIS = 18;
const WHISKER = 9; // below a row, for its mean and deviation
const MOST_ROWS = 3;
const TOP = 1000; // of a row's drawing, in whole numbers

/** What stands beside a row, and above the line of the truth. */
export interface Words {
  readonly rows: readonly string[];
  readonly truth: string;
}

/** For each estimate how its repetitions scatter; below it a dot at its exact mean, and a line as long as its deviation. */
export class RowChart {
  readonly element: HTMLElement;
  readonly #grid = new Scale(
    { y1: HEAD, y2: HEAD + HEIGHT, class: "xb-gridline" },
    { y: HEAD + HEIGHT + 15, "text-anchor": "middle" },
  );
  readonly #truth = svg("line", { y1: HEAD, y2: HEAD + HEIGHT, class: "xb-truth" });
  readonly #truthName = svg("text", { y: 12, class: "xb-truth-name" });
  readonly #first = svg("line", { y1: HEAD, y2: HEAD + HEIGHT, class: "xb-first-order" });
  readonly #firstName = svg("text", { y: 12, class: "xb-curve-name" }, "first order");
  readonly #rows = Array.from({ length: MOST_ROWS }, () => new RowParts());

  constructor() {
    const drawing = chart(
      HEAD + HEIGHT + AXIS,
      ...this.#grid.nodes,
      ...this.#rows.map(({ window }) => window),
      this.#first,
      this.#truth,
      ...this.#rows.flatMap(({ marks }) => marks),
      this.#truthName,
      this.#firstName,
    );
    this.element = html("div", { class: "xb-rows-frame" }, drawing);
  }

  show(experiment: Experiment, samples: readonly Sample[], words: Words, unit: Unit): void {
    const { low, high, rows, truth, firstOrder } = experiment;
    const share = (nats: number) => (nats - low) / (high - low);
    this.#grid.show(low, high, unit, (nats) => {
      const x = percent(share(nats));
      return { line: { x1: x, x2: x }, text: { x } };
    });
    place(this.#truth, share(truth));
    say(this.#truthName, words.truth);
    this.#nameLines(share(truth), firstOrder === undefined ? undefined : share(firstOrder));
    const height = HEIGHT / rows.length;
    for (const [i, parts] of this.#rows.entries()) {
      const row = rows[i];
      parts.display(row !== undefined);
      if (!row) continue;
      parts.stand(HEAD + i * height, height - WHISKER);
      parts.show(samples[i] as Sample, row.name, words.rows[i] ?? "");
      const sd = row.sd ?? 0;
      parts.whisk(share(row.mean), share(row.mean - sd), share(row.mean + sd));
    }
  }

  /** The two names stand on the outer sides of their lines, so that they never meet. */
  #nameLines(truth: number, first: number | undefined): void {
    const outwards = (left: boolean) => ({ "text-anchor": left ? "end" : "start", dx: left ? -3 : 3 });
    const alone = { "text-anchor": anchorAt(truth), dx: 0 };
    const beside = first === undefined ? alone : outwards(truth < first);
    set(this.#truthName, { x: percent(truth), ...beside });
    const seen = first !== undefined && first > 0 && first < 1;
    for (const part of [this.#first, this.#firstName]) set(part, { display: seen ? "inline" : "none" });
    if (first === undefined) return;
    place(this.#first, first);
    set(this.#firstName, { x: percent(first), ...outwards(first < truth) });
  }
}

class RowParts {
  readonly #path = svg("path", { class: "xb-scatter" });
  readonly window = svg("svg", {
    width: "100%",
    viewBox: `0 0 ${BINS} ${TOP}`,
    preserveAspectRatio: "none",
  });
  readonly #base = svg("line", { x1: 0, x2: "100%", class: "xb-row-base" });
  readonly #name = svg("text", { x: 0, class: "xb-row-name" });
  readonly #words = svg("text", { x: "100%", "text-anchor": "end", class: "xb-row-words" });
  readonly #below = svg("text", { x: 0, class: "xb-tick xb-beyond" });
  readonly #above = svg("text", { x: "100%", "text-anchor": "end", class: "xb-tick xb-beyond" });
  readonly #whisker = svg("line", { class: "xb-whisker" });
  readonly #mean = svg("circle", { r: 4, class: "xb-mean" });
  readonly marks = [this.#base, this.#whisker, this.#mean, this.#name, this.#words, this.#below, this.#above];

  constructor() {
    this.window.append(this.#path);
  }

  display(shown: boolean): void {
    for (const part of [this.window, ...this.marks]) set(part, { display: shown ? "inline" : "none" });
  }

  stand(y: number, height: number): void {
    const base = y + height;
    set(this.window, { y, height });
    set(this.#base, { y1: base, y2: base });
    set(this.#whisker, { y1: base + 4, y2: base + 4 });
    set(this.#mean, { cy: base + 4 });
    for (const text of [this.#name, this.#words]) set(text, { y: y + 12 });
    for (const text of [this.#below, this.#above]) set(text, { y: base - 3 });
  }

  show(sample: Sample, name: string, words: string): void {
    set(this.#path, { d: outline(sample.bins) });
    say(this.#name, name);
    say(this.#words, words);
    say(this.#below, sample.below > 0 ? `← ${formatCount(sample.below)}` : "");
    say(this.#above, sample.above > 0 ? `${formatCount(sample.above)} →` : "");
  }

  /** The mean; a deviation that goes on beyond the chart ends at its edge. */
  whisk(mean: number, low: number, high: number): void {
    const inside = (share: number) => percent(Math.min(Math.max(share, 0), 1));
    set(this.#mean, { cx: inside(mean) });
    set(this.#whisker, { x1: inside(low), x2: inside(high) });
  }
}

function place(line: SVGLineElement, share: number): void {
  set(line, { x1: percent(share), x2: percent(share) });
}

/** Steps as high as the bins are full; the fullest reaches the top. */
function outline(bins: ArrayLike<number>): string {
  const counts = Array.from(bins);
  const most = Math.max(...counts, 1);
  const steps = counts.map((count) => `V${Math.round(TOP * (1 - (0.96 * count) / most))}h1`);
  return `M0 ${TOP}${steps.join("")}V${TOP}Z`;
}
