import { crossEntropy, entropy, klDivergence } from "../mathematics/information.ts";
import { chart, hatching } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { LawName, Laws } from "../parts/roles.ts";
import { lawName } from "../parts/roles.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount } from "../parts/units.ts";

const HEIGHT = 26;

/** What is paid on average when one law is true and another believed: a bar of H and D end to end. */
export class Payment {
  readonly element: HTMLElement;
  readonly #truth: LawName;
  readonly #belief: LawName;
  readonly #numbers = { h: html("b"), d: html("b"), total: html("b"), unit: html("span") };
  readonly #floor = svg("rect", { height: HEIGHT, class: "xb-floor" });
  readonly #extra: SVGRectElement;
  readonly #endless = svg("text", { x: "100%", dx: -8, y: 18, class: "xb-value", "text-anchor": "end" }, "∞ →");

  constructor(truth: LawName, belief: LawName, id: string) {
    this.#truth = truth;
    this.#belief = belief;
    this.#extra = svg("rect", { height: HEIGHT, fill: `url(#${id})` });
    this.element = html(
      "div",
      {},
      html("p", { class: "xb-who" }, lawName(truth), " is true, you believe ", lawName(belief)),
      this.#equation(),
      chart(HEIGHT, svg("defs", {}, hatching(id)), this.#floor, this.#extra, this.#endless),
    );
  }

  /** Draw the bar on a scale whose full width is so many nats. */
  show(laws: Laws, full: number, unit: Unit): void {
    const [truth, belief] = [laws[this.#truth], laws[this.#belief]];
    const [h, d] = [entropy(truth), klDivergence(truth, belief)];
    say(this.#numbers.h, formatAmount(h, unit));
    say(this.#numbers.d, formatAmount(d, unit));
    say(this.#numbers.total, formatAmount(crossEntropy(truth, belief), unit));
    say(this.#numbers.unit, unit);
    set(this.#floor, { width: percent(h / full) });
    set(this.#extra, { x: percent(h / full), width: percent(Math.min(d, full - h) / full) });
    set(this.#endless, { display: d === Infinity ? "inline" : "none" });
  }

  #equation(): HTMLElement {
    const { h, d, total, unit } = this.#numbers;
    const [truth, belief] = [this.#truth, this.#belief];
    return html(
      "p",
      { class: "xb-equation" },
      html("span", { class: "xb-h-ink" }, `H(${truth}) `, h),
      " + ",
      html("span", { class: "xb-d-ink" }, `D(${truth}‖${belief}) `, d),
      " = ",
      html("span", {}, `H(${truth}, ${belief}) `, total, " ", unit),
    );
  }
}
