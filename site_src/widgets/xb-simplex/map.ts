import type { Level, Point, Terrain } from "../mathematics/triangle.ts";
import { CORNERS, height, isBarrier, lawAt, levelsOf, pointOf, TRIANGLE_HEIGHT } from "../mathematics/triangle.ts";
import { centred } from "../parts/charts.ts";
import { say, set, svg } from "../parts/dom.ts";
import type { LawName } from "../parts/roles.ts";
import type { Unit } from "../parts/units.ts";
import { toNats } from "../parts/units.ts";
import type { State } from "./state.ts";
import { CENTRE, terrainOf } from "./state.ts";

// The drawing's own units, which on most screens are near to CSS pixels.
const SIDE = 340;
const [LEFT, TOP, RIGHT, BELOW] = [26, 24, 26, 26];
const WIDTH = LEFT + SIDE + RIGHT;
const HIGH = SIDE * TRIANGLE_HEIGHT;
const BASE = TOP + HIGH;
const MOST_LEVELS = 7;
const STEPS: Readonly<Record<Unit, number>> = { bits: 0.5, nats: 0.5, bans: 0.2 };
const ROOM = 22; // that a number on the map needs
const LAWS = ["p", "q"] as const;

interface Step {
  readonly area: SVGPathElement;
  readonly line: SVGPathElement;
  readonly number: SVGTextElement;
}

/** The triangle of all laws on three outcomes, with the heights of a divergence from the law that stays. */
export class SimplexMap {
  readonly element: SVGSVGElement;
  readonly #steps: readonly Step[];
  readonly #ring = svg("path", { class: "xb-ring" });
  readonly #sides: readonly { readonly line: SVGLineElement; readonly sign: SVGTextElement }[];
  readonly #everywhere = centred("xb-barrier-sign", { dy: 12 }, "∞");
  readonly #dots: Readonly<Record<LawName, { readonly dot: SVGCircleElement; readonly name: SVGTextElement }>>;
  #state!: State;
  #dragged: LawName = "q";
  #terrain = "";

  constructor(labels: readonly string[], moved: (name: LawName, law: readonly number[]) => void) {
    const corners = CORNERS.map(placeOf);
    const triangle = `M${corners.map(written).join("L")}Z`;
    this.#steps = Array.from({ length: MOST_LEVELS }, () => ({
      area: svg("path", { class: "xb-area" }),
      line: svg("path", { class: "xb-level" }),
      number: centred("xb-tick", { dy: 4 }),
    }));
    this.#sides = corners.map((_, i) => {
      const [from, to] = [corners[(i + 1) % 3], corners[(i + 2) % 3]] as [Point, Point];
      const middle = placeOf([0, 1, 2].map((j) => (i === j ? -0.055 : 1.055 / 2)));
      return {
        line: svg("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y }),
        sign: centred("xb-barrier-sign", { ...middle, dy: 6 }, "∞"),
      };
    });
    const dot = (name: LawName) => ({
      dot: svg("circle", { r: 9, class: `xb-law-${name}` }),
      name: centred(`xb-law-name xb-${name}-ink`, {}, name),
    });
    this.#dots = { p: dot("p"), q: dot("q") };
    this.element = svg(
      "svg",
      { class: "xb-chart xb-simplex-map", viewBox: `0 0 ${WIDTH} ${BASE + BELOW}`, "aria-hidden": "true" },
      svg("path", { d: triangle, class: "xb-height-paper" }),
      svg("path", { d: triangle, class: "xb-height" }),
      ...this.#steps.toReversed().map(({ area }) => area),
      ...this.#steps.map(({ line }) => line),
      ...this.#sides.flatMap(({ line, sign }) => [line, sign]),
      this.#ring,
      ...this.#steps.map(({ number }) => number),
      this.#everywhere,
      ...corners.map(({ x, y }, i) => centred("xb-corner", { x, y: y + (i === 2 ? -9 : 20) }, labels[i] ?? "")),
      ...LAWS.flatMap((name) => [this.#dots[name].dot, this.#dots[name].name]),
    );
    this.#dragWith(moved);
  }

  show(state: State, unit: Unit): void {
    this.#state = state;
    const terrain = terrainOf(state);
    // Where the law that stays did stay, so do its heights.
    const key = JSON.stringify([terrain, unit]);
    if (key !== this.#terrain) this.#showTerrain(terrain, unit);
    this.#terrain = key;
    const far = height(terrain, state[state.map === "beliefs" ? "q" : "p"]);
    draw(this.#ring, far > 0 && far < Infinity ? levelsOf(terrain)(far) : { lines: [], area: [] });
    for (const name of LAWS) {
      const { x, y } = placeOf(state[name]);
      const { dot, name: text } = this.#dots[name];
      set(dot, { cx: x, cy: y });
      const up = Math.abs(y - placeOf(state[name === "p" ? "q" : "p"]).y) < 24 && name === "q" ? 27 : -15;
      set(text, { x, y: y + up });
    }
  }

  #showTerrain(terrain: Terrain, unit: Unit): void {
    const levels = levelsOf(terrain);
    const taken = [placeOf(terrain.centre)];
    for (const [i, step] of this.#steps.entries()) {
      const amount = (i + 1) * STEPS[unit];
      say(step.number, String(Number(amount.toPrecision(2))));
      this.#showLevel(step, terrain, levels(toNats(amount, unit)), taken);
    }
    const nowhere = terrain.map === "truths" && terrain.centre.includes(0);
    for (const [i, { line, sign }] of this.#sides.entries()) {
      const isInfinite = isBarrier(terrain, i);
      set(line, { class: isInfinite ? "xb-barrier" : "xb-side" });
      set(sign, { display: isInfinite && !nowhere ? "inline" : "none" });
    }
    const ruledOut = placeOf(terrain.centre.map((share) => (share === 0 ? 2 / 3 : 1 / 6)));
    set(this.#everywhere, { ...ruledOut, class: "xb-barrier-sign xb-large", display: nowhere ? "inline" : "none" });
  }

  /** Its number stands on the way to the farthest corner, if no other stands there. */
  #showLevel({ area, line, number }: Step, { centre }: Terrain, level: Level, taken: Point[]): void {
    set(area, { d: level.area.length > 0 ? `M${level.area.map(at).join("L")}Z` : "" });
    draw(line, level);
    const corner = centre.indexOf(Math.min(...centre));
    const nearest = level.lines
      .flat()
      .reduce<readonly number[] | undefined>(
        (best, law) => (best && (best[corner] as number) >= (law[corner] as number) ? best : law),
        undefined,
      );
    const isFree = (spot: Point) => taken.every(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) >= ROOM);
    const place = (nearest ? [placeOf(nearest)] : []).find(isFree);
    set(number, { display: place ? "inline" : "none", x: place?.x ?? 0, y: place?.y ?? 0 });
    if (place) taken.push(place);
  }

  /** Pointers take up the nearer law; keys use the sliders. */
  #dragWith(moved: (name: LawName, law: readonly number[]) => void): void {
    const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
      const { left, top, width } = this.element.getBoundingClientRect();
      const scale = WIDTH / width;
      return { x: ((clientX - left) * scale - LEFT) / SIDE, y: (BASE - (clientY - top) * scale) / SIDE };
    };
    this.element.addEventListener("pointerdown", (event) => {
      const point = pointAt(event);
      const distance = (name: LawName) => {
        const { x, y } = pointOf(this.#state[name]);
        return Math.hypot(x - point.x, y - point.y);
      };
      const [moving, staying] = CENTRE[this.#state.map] === "p" ? (["q", "p"] as const) : (["p", "q"] as const);
      this.#dragged = distance(moving) <= distance(staying) ? moving : staying;
      this.element.setPointerCapture(event.pointerId);
    });
    this.element.addEventListener("pointermove", (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) moved(this.#dragged, lawAt(pointAt(event)));
    });
  }
}

function draw(path: SVGPathElement, { lines }: Level): void {
  // Points are lines of no length, which are drawn as wide as they are.
  set(path, { d: lines.map((line) => `M${line.map(at).join("L")}${line.length === 1 ? "h0" : ""}`).join("") });
  path.classList.toggle(
    "xb-points",
    lines.some(({ length }) => length === 1),
  );
}

function placeOf(law: readonly number[]): Point {
  const { x, y } = pointOf(law);
  return { x: LEFT + SIDE * x, y: BASE - SIDE * y };
}

function at(law: readonly number[]): string {
  return written(placeOf(law));
}

function written({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
