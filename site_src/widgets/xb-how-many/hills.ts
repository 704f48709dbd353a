import type { Hills } from "../mathematics/telling-apart.ts";
import { chart, Scale } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";

const HEIGHT = 82; // CSS pixels
const HEAD = 40; // for the words above
const AXIS = 20;
const WIDTH = 1000; // of the drawing, stretched to the width that there is
const MOST_POINTS = 90; // of a hill: more than the eye tells apart
const SEEN = 0.01; // of the highest point
const DRAWN = 2e-4;

/** What stands above the hills: the error on either side of the border. */
export interface Words {
  readonly p: string;
  readonly q: string;
}

/** The laws of the evidence under p and q: two hills that slide apart, the wrong side of the border filled. */
export class HillChart {
  readonly element: HTMLElement;
  readonly #grid = new Scale(
    { y1: HEAD, y2: HEAD + HEIGHT, class: "xb-gridline" },
    { y: HEAD + HEIGHT + 15, "text-anchor": "middle" },
  );
  readonly #window = svg("svg", {
    y: HEAD,
    height: HEIGHT,
    width: "100%",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    preserveAspectRatio: "none",
  });
  readonly #hills = { p: svg("path", { class: "xb-hill-p" }), q: svg("path", { class: "xb-hill-q" }) };
  readonly #tails = { p: svg("path", { class: "xb-tail-p" }), q: svg("path", { class: "xb-tail-q" }) };
  readonly #border = svg("line", { y1: HEAD - 4, y2: HEAD + HEIGHT, class: "xb-border" });
  readonly #sides = {
    q: svg("text", { y: 14, x: 0 }, "less evidence for p: say q"),
    p: svg("text", { y: 14, x: "100%", "text-anchor": "end" }, "more: say p"),
  };
  readonly #words = {
    p: svg("text", { y: 32, x: 0, class: "xb-wrong-p" }),
    q: svg("text", { y: 32, x: "100%", "text-anchor": "end", class: "xb-wrong-q" }),
  };
  #room = { low: 0, high: 0 };
  #low = 0;
  #high = 0;

  constructor() {
    this.#window.append(...Object.values(this.#hills), ...Object.values(this.#tails));
    const drawing = chart(
      HEAD + HEIGHT + AXIS,
      ...this.#grid.nodes,
      this.#window,
      svg("line", { x1: 0, x2: "100%", y1: HEAD + HEIGHT, y2: HEAD + HEIGHT, class: "xb-zero" }),
      this.#border,
      ...Object.values(this.#sides),
      ...Object.values(this.#words),
    );
    this.element = html("div", { class: "xb-hill-frame" }, drawing);
  }

  /** Make room for these hills; what is shown later may need more. */
  span(hills: Hills): void {
    this.#room = extent(hills);
  }

  show(hills: Hills, words: Words, unit: Unit): void {
    const here = extent(hills);
    this.#low = Math.min(here.low, this.#room.low);
    this.#high = Math.max(here.high, this.#room.high);
    this.#grid.show(this.#low, this.#high, unit, (nats) => {
      const x = percent(this.#share(nats));
      return { line: { x1: x, x2: x }, text: { x } };
    });
    const { p, q, saysQ } = hills;
    const outline = this.#outlines(hills);
    set(this.#hills.p, { d: outline((i) => p[i] as number) });
    set(this.#hills.q, { d: outline((i) => q[i] as number) });
    set(this.#tails.p, { d: outline((i) => (p[i] as number) * (saysQ[i] as number)) });
    set(this.#tails.q, { d: outline((i) => (q[i] as number) * (1 - (saysQ[i] as number))) });
    const x = percent(Math.min(Math.max(this.#share(border(hills)), 0), 1));
    set(this.#border, { x1: x, x2: x });
    say(this.#words.p, words.p);
    say(this.#words.q, words.q);
  }

  /** Draws outlines over the evidence that is seen: a step for each value where these are few, else a line. */
  #outlines({ evidence, p, q, discrete }: Hills): (height: (i: number) => number) => string {
    const top = Math.max(...p, ...q);
    const seen = evidence.flatMap((_, i) => (Math.max(p[i] as number, q[i] as number) > DRAWN * top ? [i] : []));
    const stride = Math.ceil(seen.length / MOST_POINTS);
    const shown = seen.filter((_, j) => j % stride === 0 || j === seen.length - 1);
    const half = discrete && stride === 1 ? ((evidence[1] as number) - (evidence[0] as number)) / 2 : 0;
    const x = (nats: number) => (WIDTH * this.#share(nats)).toFixed(1);
    const ends = shown.map((i) => evidence[i] as number).map((nats) => [x(nats - half), x(nats + half)] as const);
    return (height) => {
      const points = shown.map((i, j) => {
        const y = (HEIGHT * (1 - height(i) / top)).toFixed(1);
        const [left, right] = ends[j] as readonly [string, string];
        return half > 0 ? `${left} ${y}L${right} ${y}` : `${left} ${y}`;
      });
      return `M${ends[0]?.[0]} ${HEIGHT}L${points.join("L")}L${ends.at(-1)?.[1]} ${HEIGHT}Z`;
    };
  }

  #share(nats: number): number {
    return (nats - this.#low) / (this.#high - this.#low);
  }
}

/** From where to where hills are seen, with the point that favours neither law. */
function extent({ evidence, p, q }: Hills): { low: number; high: number } {
  const least = SEEN * Math.max(...p, ...q);
  const seen = evidence.filter((_, i) => Math.max(p[i] as number, q[i] as number) > least);
  return { low: Math.min(0, ...seen), high: Math.max(0, ...seen) };
}

/** Where the verdict changes; a coin that decides there divides the step. */
function border({ evidence, saysQ }: Hills): number {
  const found = saysQ.findIndex((share) => share < 1);
  const first = found < 0 ? saysQ.length - 1 : found;
  const step = (evidence[1] as number) - (evidence[0] as number);
  return (evidence[first] as number) + step * ((saysQ[first] as number) - 0.5);
}
