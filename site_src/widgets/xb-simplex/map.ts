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
// Paths are written in whole tenths: a browser writes and reads these faster.
const SCALED = "scale(0.1)";

interface Step {
  readonly path: SVGPathElement;
  readonly number: SVGTextElement;
}

/** The triangle of all laws on three outcomes, with the heights of a divergence from the law that stays. */
export class SimplexMap {
  readonly element: SVGSVGElement;
  readonly #steps: readonly Step[];
  readonly #ring = svg("path", { class: "xb-ring", transform: SCALED });
  readonly #sides: readonly { readonly line: SVGLineElement; readonly sign: SVGTextElement }[];
  readonly #everywhere = centred("xb-barrier-sign", { dy: 12 }, "∞");
  readonly #dots: Readonly<Record<LawName, { readonly dot: SVGCircleElement; readonly name: SVGTextElement }>>;
  #state!: State;
  #dragged: LawName = "q";
  #terrain = "";
  #levels!: (nats: number) => Level;

  constructor(labels: readonly string[], moved: (name: LawName, law: readonly number[]) => void) {
    const corners = CORNERS.map(placeOf);
    const triangle = `M${corners.map(written).join("L")}Z`;
    this.#steps = Array.from({ length: MOST_LEVELS }, () => ({
      path: svg("path", { class: "xb-level", transform: SCALED }),
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
      ...this.#steps.toReversed().map(({ path }) => path),
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
    if (key !== this.#terrain) {
      this.#levels = levelsOf(terrain);
      this.#showTerrain(terrain, unit);
      this.#terrain = key;
    }
    const far = height(terrain, state[state.map === "beliefs" ? "q" : "p"]);
    const ring = far > 0 && far < Infinity ? this.#levels(far).lines : [];
    draw(this.#ring, ring, ring.map(pathOf).join(""));
    for (const name of LAWS) {
      const { x, y } = placeOf(state[name]);
      const { dot, name: text } = this.#dots[name];
      set(dot, { cx: x, cy: y });
      const up = Math.abs(y - placeOf(state[name === "p" ? "q" : "p"]).y) < 24 && name === "q" ? 27 : -15;
      set(text, { x, y: y + up });
    }
  }

  #showTerrain(terrain: Terrain, unit: Unit): void {
    const taken = [placeOf(terrain.centre)];
    for (const [i, step] of this.#steps.entries()) {
      const amount = (i + 1) * STEPS[unit];
      say(step.number, String(Number(amount.toPrecision(2))));
      this.#showLevel(step, terrain, this.#levels(toNats(amount, unit)), taken);
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
  #showLevel({ path, number }: Step, { centre }: Terrain, { lines, area }: Level, taken: Point[]): void {
    // The sides that an area has in common with the triangle are drawn over.
    draw(path, lines, area.length > 0 ? `${pathOf(area)}Z` : lines.map(pathOf).join(""));
    const corner = centre.indexOf(Math.min(...centre));
    let nearest: readonly number[] | undefined;
    for (const line of lines) {
      for (const law of line) if (!nearest || (law[corner] as number) > (nearest[corner] as number)) nearest = law;
    }
    const isFree = (spot: Point) => taken.every(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) >= ROOM);
    const place = (nearest ? [placeOf(nearest)] : []).find(isFree);
    set(number, { display: place ? "inline" : "none", x: place?.x ?? 0, y: place?.y ?? 0 });
    if (place) taken.push(place);
  }

  /** Pointers take up the nearer law; keys use the sliders. */
  #dragWith(moved: (name: LawName, law: readonly number[]) => void): void {
    const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
      const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(this.element.getScreenCTM()?.inverse());
      return { x: (x - LEFT) / SIDE, y: (BASE - y) / SIDE };
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

function draw(path: SVGPathElement, lines: Level["lines"], d: string): void {
  set(path, { d });
  path.classList.toggle(
    "xb-points",
    lines.some(({ length }) => length === 1),
  );
}

/** A line through places; a point, as a line of no length, is drawn as wide as lines are. */
function pathOf(line: readonly (readonly number[])[]): string {
  const places = line.map((law) => {
    const { x, y } = placeOf(law);
    return `${Math.round(10 * x)} ${Math.round(10 * y)}`;
  });
  return `M${places.join("L")}${line.length === 1 ? "h0" : ""}`;
}

function placeOf(law: readonly number[]): Point {
  const { x, y } = pointOf(law);
  return { x: LEFT + SIDE * x, y: BASE - SIDE * y };
}

function written({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
