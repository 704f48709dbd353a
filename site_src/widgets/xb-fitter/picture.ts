import type { Bell, Best, Order } from "../mathematics/one-bell-for-two.ts";
import { bellDensity, density, evenly, lossAt, MOST_APART } from "../mathematics/one-bell-for-two.ts";
import { centred, chart, Scale, stepped } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, LOG } from "../parts/units.ts";
import type { Found, State } from "./state.ts";
import { REACH } from "./state.ts";

// CSS pixels, from the top: both laws, the loss below its line, and what is least for each mean.
const BASE = 84;
const TALLEST = 0.44; // of the densities
const LOSS_LINE = BASE + 18;
const LOSS_PIXELS = 125; // to a nat for each x
const LOSS_END = LOSS_LINE + 58;
const PROFILE_TOP = LOSS_END + 24;
const PROFILE_HEIGHT = 62;
const HEIGHT = PROFILE_TOP + PROFILE_HEIGHT + 4;
const USUAL_TOP = 1.2; // nats
const XS = evenly(-REACH, REACH, 141);
const ACROSS = XS.map((x) => x.toFixed(3));
const SHOWN = 5; // dips, at most
const TITLES: Readonly<Record<Order, string>> = {
  inclusive: "the least D(p‖q) with this mean",
  exclusive: "the least D(q‖p) with this mean",
};

interface Curve {
  readonly path: SVGPathElement;
  readonly text: SVGTextElement;
}

/** The truth with its two humps, the best bell, where along x its loss lies, and the landscape that it is the lowest point of. */
export class Picture {
  readonly element: HTMLElement;
  readonly #truth = curve("xb-truth", "xb-law-name xb-p-ink", "p");
  readonly #fit = curve("xb-fit", "xb-law-name xb-q-ink", "q");
  readonly #other = curve("xb-other-fit", "xb-curve-name", "");
  readonly #loss = svg("path", { class: "xb-loss" });
  readonly #gain = svg("path", { class: "xb-gain" });
  readonly #lossName = svg("text", { class: "xb-curve-name", x: "100%", y: LOSS_END - 6, "text-anchor": "end" });
  readonly #amount = centred("xb-value", {});
  readonly #profile = svg("path", { class: "xb-profile" });
  readonly #profileName = svg("text", { class: "xb-curve-name", x: 0, y: PROFILE_TOP - 8 });
  readonly #grid = new Scale({ x1: 0, x2: "100%", class: "xb-gridline" }, { x: -6, dy: 4, "text-anchor": "end" });
  readonly #guide = svg("line", { class: "xb-guide", y1: BASE, y2: PROFILE_TOP + PROFILE_HEIGHT });
  readonly #dips = Array.from({ length: SHOWN }, () => svg("circle", { r: 6 }));
  readonly #drawing: SVGSVGElement;

  constructor(moved: (apart: number) => void) {
    // Of what is drawn in a layer, what lies outside is not seen.
    const layer = (top: number, height: number, ...children: SVGElement[]) => {
      const box = { y: top, width: "100%", height, preserveAspectRatio: "none" };
      return svg("svg", { ...box, viewBox: `${-REACH} ${top} ${2 * REACH} ${height}` }, ...children);
    };
    const level = (y: number) => svg("line", { x1: 0, x2: "100%", y1: y, y2: y, class: "xb-zero" });
    this.#drawing = chart(
      HEIGHT,
      ...this.#grid.nodes,
      this.#guide,
      layer(0, LOSS_END, this.#gain, this.#loss, this.#other.path, this.#truth.path, this.#fit.path),
      layer(PROFILE_TOP, PROFILE_HEIGHT, this.#profile),
      level(BASE),
      level(LOSS_LINE),
      this.#other.text,
      this.#truth.text,
      this.#fit.text,
      this.#lossName,
      this.#amount,
      this.#profileName,
      ...this.#dips,
    );
    this.#drawing.classList.add("xb-humps");
    this.#dragWith(moved);
    this.element = html("div", { class: "xb-humps-frame" }, this.#drawing);
  }

  show(state: State, found: Found, unit: Unit): void {
    const { order, apart, left } = state;
    const [fit, other] = [found.best[order], found.best[order === "inclusive" ? "exclusive" : "inclusive"]];
    draw(this.#truth, (x) => density(state, x), left > 0.5 ? -apart - 1 : apart + 1, left > 0.5 ? "end" : "start");
    draw(this.#fit, (x) => bellDensity(fit, x), fit.mean, "middle");
    // The narrower one has its name above it, the wider one to its left.
    const isNarrower = other.sd < 0.8 * fit.sd;
    const place = isNarrower ? other.mean : Math.max(other.mean - 1.5 * other.sd, -REACH + 2.1);
    draw(this.#other, (x) => bellDensity(other, x), place, isNarrower ? "middle" : "end");
    say(this.#other.text, order === "inclusive" ? "least D(q‖p)" : "least D(p‖q)");
    this.#showLoss(state, fit, unit);
    this.#showLandscape(found, order, unit);
    const middle = percent(shareOf(fit.mean));
    set(this.#guide, { x1: middle, x2: middle });
    set(this.#amount, { x: middle, y: LOSS_LINE + 34 });
    say(this.#amount, formatAmount(fit.divergence, unit));
  }

  #showLoss(state: State, fit: Bell, unit: Unit): void {
    const losses = XS.map((x) => lossAt(state.order, state, fit, x));
    const area = (part: (loss: number) => number) =>
      `M${-REACH} ${LOSS_LINE}L${through((i) => LOSS_LINE + LOSS_PIXELS * part(losses[i] as number))}L${REACH} ${LOSS_LINE}Z`;
    set(this.#loss, { d: area((loss) => Math.max(loss, 0)) });
    set(this.#gain, { d: area((loss) => Math.min(loss, 0)) });
    const log = LOG[unit];
    say(this.#lossName, state.order === "inclusive" ? `loss p ${log}(p/q)` : `loss q ${log}(q/p)`);
  }

  #showLandscape({ profile, fits, best }: Found, order: Order, unit: Unit): void {
    const top = stepped(USUAL_TOP, 2, 1.05 * Math.max(...fits[order].map(({ divergence }) => divergence)));
    const y = (nats: number) => PROFILE_TOP + PROFILE_HEIGHT * (1 - nats / top);
    this.#grid.show(0, top, unit, (mark) => ({ line: { y1: y(mark), y2: y(mark) }, text: { y: y(mark) } }));
    set(this.#profile, { d: smooth(profile[order], y) });
    say(this.#profileName, TITLES[order]);
    for (const [i, dot] of this.#dips.entries()) {
      const dip = fits[order][i];
      const place = dip ? { cx: percent(shareOf(dip.mean)), cy: y(dip.divergence) } : {};
      set(dot, { ...place, display: dip ? "inline" : "none", class: dip === best[order] ? "xb-best-dip" : "xb-dip" });
    }
  }

  /** Pointers may take up a hump, and the other one goes as far; keys use the slider. */
  #dragWith(moved: (apart: number) => void): void {
    this.#drawing.addEventListener("pointerdown", ({ pointerId }) => this.#drawing.setPointerCapture(pointerId));
    this.#drawing.addEventListener("pointermove", ({ pointerId, clientX }) => {
      if (!this.#drawing.hasPointerCapture(pointerId)) return;
      const { left, width } = this.#drawing.getBoundingClientRect();
      const place = Math.abs(((clientX - left) / width - 0.5) * 2 * REACH);
      moved(Math.min(Math.round(place * 100) / 100, MOST_APART));
    });
  }
}

function curve(line: string, look: string, name: string): Curve {
  return { path: svg("path", { class: line }), text: svg("text", { class: look }, name) };
}

/** A density, and where along it its name stands. */
function draw(
  { path, text }: Curve,
  height: (x: number) => number,
  place: number,
  anchor: "start" | "middle" | "end",
): void {
  const y = (x: number) => BASE * (1 - height(x) / TALLEST);
  set(path, { d: `M${through((i) => y(XS[i] as number))}` });
  set(text, { x: percent(shareOf(place)), y: y(place) - 6, "text-anchor": anchor });
}

/** A line through all places across the picture, with its height in CSS pixels at each. */
function through(y: (place: number) => number): string {
  return ACROSS.map((x, i) => `${x} ${Math.round(10 * y(i)) / 10}`).join("L");
}

/** A curve through places whose slopes are known. */
function smooth(places: readonly Best[], y: (nats: number) => number): string {
  const at = (x: number, nats: number) => `${x.toFixed(3)} ${y(nats).toFixed(1)}`;
  const parts = places.map(({ mean, divergence, slope }, i) => {
    const before = places[i - 1];
    if (!before) return `M${at(mean, divergence)}`;
    const third = (mean - before.mean) / 3;
    const first = at(before.mean + third, before.divergence + third * before.slope);
    return `C${first} ${at(mean - third, divergence - third * slope)} ${at(mean, divergence)}`;
  });
  return parts.join("");
}

function shareOf(x: number): number {
  return (x + REACH) / (2 * REACH);
}
