import type { Circle, Placed } from "../mathematics/circles.ts";
import { radiusOf } from "../mathematics/circles.ts";
import type { Triple } from "../mathematics/joint-tables.ts";
import { say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, inUnit } from "../parts/units.ts";
import { lens } from "./lens.ts";

// CSS pixels.
const BIT_RADIUS = 40;
const SCALE = BIT_RADIUS / radiusOf(1);
const TOP = 58;
const NAME_GAP = 4;
const DIAGONAL = Math.SQRT1_2;
const LEFT = -148;
const MIDDLE_LABEL = 136;
const BARS = 186;
const BAR = 14;
const BAR_STEP = 24;
const BIT_LENGTH = 54;
export const TRIPLE_HEIGHT = BARS + BAR_STEP + BAR + 2;

/** Three circles that overlap by twos as they should, and two bars: what they cover, and what there is. */
export class TriplePicture {
  readonly element: SVGGElement;
  readonly #circles = [0, 1, 2].map(() => svg("circle", { class: "xb-entropy" }));
  readonly #grounds = [0, 1, 2].map(() => svg("path", { class: "xb-shared-ground" }));
  readonly #lenses = [0, 1, 2].map(() => svg("path", { class: "xb-shared" }));
  readonly #names = ["end", "start", "start"].map((anchor) =>
    svg("text", { "text-anchor": anchor, class: "xb-entropy-label" }),
  );
  readonly #leader = svg("line", { x1: LEFT + 30, y1: MIDDLE_LABEL - 16, class: "xb-leader" });
  readonly #leaderEnd = svg("circle", { r: 2.5, class: "xb-leader-end" });
  readonly #middle = svg("text", { x: LEFT, y: MIDDLE_LABEL + 18, class: "xb-d-ink" });
  readonly #covered = svg("rect", { x: LEFT, y: BARS, height: BAR, class: "xb-covered" });
  readonly #excess = svg("rect", { y: BARS, height: BAR, class: "xb-excess" });
  readonly #there = svg("rect", { x: LEFT, y: BARS + BAR_STEP, height: BAR, class: "xb-there" });
  readonly #coveredName = svg("text", { y: BARS + BAR - 2 });
  readonly #thereName = svg("text", { y: BARS + BAR_STEP + BAR - 2 });

  constructor() {
    this.element = svg(
      "g",
      {},
      ...this.#circles,
      ...this.#grounds,
      ...this.#lenses,
      ...this.#names,
      ...[
        this.#leader,
        this.#leaderEnd,
        svg("text", { x: LEFT, y: MIDDLE_LABEL, class: "xb-d-ink" }, "middle"),
        this.#middle,
      ],
      ...[this.#covered, this.#excess, this.#there, this.#coveredName, this.#thereName],
    );
  }

  show(triple: Triple, picture: Placed, covered: number, unit: Unit): void {
    const made = this.#placed(picture);
    const [a, b, c] = made;
    for (const [i, { x, y, radius }] of made.entries()) set(this.#circles[i] as Element, { cx: x, cy: y, r: radius });
    for (const [i, pair] of (
      [
        [a, b],
        [a, c],
        [b, c],
      ] as const
    ).entries()) {
      const d = lens(...pair);
      set(this.#grounds[i] as Element, { d });
      set(this.#lenses[i] as Element, { d });
    }
    this.#showNames(made, triple, unit);
    const x = (a.x + b.x + c.x) / 3;
    const y = (a.y + b.y + c.y) / 3;
    set(this.#leader, { x2: x, y2: y });
    set(this.#leaderEnd, { cx: x, cy: y });
    say(this.#middle, formatAmount(triple.middle, unit));
    this.#showBars(covered, triple.together, unit);
  }

  #placed({ circles }: Placed): readonly [Circle, Circle, Circle] {
    const left = Math.min(...circles.map(({ x, radius }) => x - radius));
    const right = Math.max(...circles.map(({ x, radius }) => x + radius));
    return circles.map(({ x, y, radius }) => ({
      x: SCALE * (x - (left + right) / 2),
      y: TOP + SCALE * y,
      radius: SCALE * radius,
    })) as [Circle, Circle, Circle] & readonly Circle[];
  }

  #showNames([a, b, c]: readonly [Circle, Circle, Circle], { entropies }: Triple, unit: Unit): void {
    const up = ({ y, radius }: Circle) => y - DIAGONAL * radius - NAME_GAP;
    const places = [
      { x: a.x - DIAGONAL * a.radius - NAME_GAP, y: up(a) },
      { x: b.x + DIAGONAL * b.radius + NAME_GAP, y: up(b) },
      { x: c.x + DIAGONAL * c.radius + NAME_GAP, y: c.y + DIAGONAL * c.radius + 12 },
    ];
    for (const [i, name] of this.#names.entries()) {
      set(name, places[i] as { x: number; y: number });
      say(name, `${"XYZ"[i]} ${formatAmount(entropies[i] as number, unit)}`);
    }
  }

  #showBars(covered: number, there: number, unit: Unit): void {
    const [long, short] = [covered, there].map((nats) => BIT_LENGTH * inUnit(nats, "bits")) as [number, number];
    set(this.#covered, { width: Math.min(long, short) });
    set(this.#excess, { x: LEFT + short, width: Math.max(long - short, 0) });
    set(this.#there, { width: short });
    set(this.#coveredName, { x: LEFT + long + 8 });
    set(this.#thereName, { x: LEFT + short + 8 });
    say(this.#coveredName, `covered ${formatAmount(covered, unit)}`);
    say(this.#thereName, `there are ${formatAmount(there, unit)}`);
  }
}
