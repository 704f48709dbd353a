import { distanceFor, radiusOf } from "../mathematics/circles.ts";
import type { Pair } from "../mathematics/joint-tables.ts";
import { centred } from "../parts/charts.ts";
import { say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, inUnit } from "../parts/units.ts";
import { lens } from "./lens.ts";

// CSS pixels. The circles of two variables with a bit each fit a phone side by side.
const BIT_RADIUS = 60;
const SCALE = BIT_RADIUS / radiusOf(1);
const MIDDLE = 86;
const GAP = 6;
const NOTHING = 1e-9; // bits
const NAMES = 14;
const NAMES_APART = 62;
const LABELS = 172;
const LABELS_APART = 104;
export const PAIR_HEIGHT = 198;

/** Two circles as large as the entropies, which overlap by what is shared. */
export class PairPicture {
  readonly element: SVGGElement;
  readonly #x = svg("circle", { cy: MIDDLE, class: "xb-entropy" });
  readonly #y = svg("circle", { cy: MIDDLE, class: "xb-entropy" });
  readonly #ground = svg("path", { class: "xb-shared-ground" });
  readonly #lens = svg("path", { class: "xb-shared" });
  readonly #names = [centred("xb-entropy-label", { y: NAMES }), centred("xb-entropy-label", { y: NAMES })] as const;
  readonly #parts = [
    new Part("H(X|Y)", -LABELS_APART, "xb-entropy-label"),
    new Part("I(X; Y)", 0, "xb-d-ink"),
    new Part("H(Y|X)", LABELS_APART, "xb-entropy-label"),
  ] as const;

  constructor() {
    const parts = this.#parts.flatMap(({ nodes }) => nodes);
    this.element = svg("g", {}, this.#x, this.#y, this.#ground, this.#lens, ...this.#names, ...parts);
  }

  show(pair: Pair, unit: Unit): void {
    const [x, y, shared] = [pair.x, pair.y, pair.shared].map((nats) => inUnit(nats, "bits")) as [
      number,
      number,
      number,
    ];
    const [r, s] = [SCALE * radiusOf(x), SCALE * radiusOf(y)];
    const apart = SCALE * distanceFor(radiusOf(x), radiusOf(y), shared) + (shared < NOTHING ? GAP : 0);
    const middle = (Math.min(-r, apart - s) + Math.max(r, apart + s)) / 2;
    const [a, b] = [-middle, apart - middle];
    set(this.#x, { cx: a, r });
    set(this.#y, { cx: b, r: s });
    const d = lens({ x: a, y: MIDDLE, radius: r }, { x: b, y: MIDDLE, radius: s });
    set(this.#ground, { d });
    set(this.#lens, { d });
    const [nameX, nameY] = this.#names;
    set(nameX, { x: Math.min(a, -NAMES_APART) });
    set(nameY, { x: Math.max(b, NAMES_APART) });
    say(nameX, `H(X) ${formatAmount(pair.x, unit)}`);
    say(nameY, `H(Y) ${formatAmount(pair.y, unit)}`);
    const ends = [
      [a - r, Math.min(a + r, b - s)],
      [Math.max(a - r, b - s), Math.min(a + r, b + s)],
      [Math.max(b - s, a + r), b + s],
    ] as const;
    for (const [i, nats] of [pair.leftOfX, pair.shared, pair.leftOfY].entries()) {
      const [from, to] = ends[i] as readonly [number, number];
      this.#parts[i as 0 | 1 | 2].show(formatAmount(nats, unit), (from + to) / 2, nats > 0 && to > from);
    }
  }
}

/** A part of the picture: its name and number below, and a line into it. */
class Part {
  readonly nodes: readonly SVGElement[];
  readonly #x: number;
  readonly #number: SVGTextElement;
  readonly #line: SVGLineElement;
  readonly #end = svg("circle", { cy: MIDDLE, r: 2.5, class: "xb-leader-end" });

  constructor(name: string, x: number, ink: string) {
    this.#x = x;
    this.#number = centred("xb-value", { x, y: LABELS + 18 });
    this.#line = svg("line", { x1: x, y1: LABELS - 14, y2: MIDDLE, class: "xb-leader" });
    this.nodes = [this.#line, this.#end, centred(ink, { x, y: LABELS }, name), this.#number];
  }

  show(text: string, at: number, there: boolean): void {
    say(this.#number, text);
    const display = there ? "inline" : "none";
    set(this.#line, { x1: this.#x, x2: at, display });
    set(this.#end, { cx: at, display });
  }
}
