// <xb-fitter id="…" apart="2" left="0.5">still figure</xb-fitter>
// Two humps and one bell: the bell with the least D(p‖q), and those that are lowest, near or far, in D(q‖p).

import type { Fit, Order } from "../mathematics/one-bell-for-two.ts";
import { fromTruth, MOST_APART, ORDERS, toTruth } from "../mathematics/one-bell-for-two.ts";
import { radios } from "../parts/buttons.ts";
import { html } from "../parts/dom.ts";
import type { Question } from "../parts/question.ts";
import { lawName } from "../parts/roles.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatPercent, minus, spokenPercent } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { Picture } from "./picture.ts";
import { Slider } from "./slider.ts";
import type { Found, State } from "./state.ts";
import { found, fromAddress, over, toAddress } from "./state.ts";
import { steps } from "./steps.ts";

const CHOICES: Readonly<Record<Order, string>> = { inclusive: "least D(p‖q)", exclusive: "least D(q‖p)" };
const NONE = 1e-9;

class Fitter extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected readonly heading = "One bell for two humps";
  protected readonly notice = [
    "Drag the humps of ",
    lawName("p"),
    " apart, and watch the single bell ",
    lawName("q"),
    " that fits best: where along x its ",
    html("b", { class: "xb-d-ink" }, "loss"),
    " lies, and at the bottom every dip of the divergence over the mean of q.",
  ];
  protected readonly question: Question = {
    ask: "As the humps move apart, which fit lets go of one of them?",
    answers: [
      {
        text: "The least D(p‖q)",
        reply: "Try it: its q keeps the mean and the variance of p, so it grows as wide as the humps are far.",
      },
      {
        text: "The least D(q‖p)",
        reply:
          "Right, but not soon: find the distance at which it jumps. What q puts into the valley costs it more than a lost hump.",
      },
      {
        text: "Both",
        reply:
          "Try it: the least D(q‖p) alone. Of p‖q a lost hump would be half of the average, and an enormous ratio there.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  #picture!: Picture;
  #orders!: ReturnType<typeof radios<Order>>;
  #apart!: Slider;
  #left!: Slider;
  #found: { readonly apart: number; readonly left: number; readonly what: Found } | undefined;

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return fromAddress(read, fallback);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state);
  }

  protected override build(): Built {
    const apart = (distance: number) => this.change({ ...this.state, apart: distance });
    this.#picture = new Picture(apart);
    this.#apart = new Slider(`${this.id}-apart`, "a", { most: MOST_APART, step: 0.01 }, apart);
    this.#left = new Slider(`${this.id}-left`, "left hump", { most: 1, step: 0.01 }, (left) =>
      this.change({ ...this.state, left }),
    );
    const choice = { name: `${this.id}-order`, legend: "What is made small", values: ORDERS, texts: CHOICES };
    this.#orders = radios(choice, (order) => this.change({ ...this.state, order }));
    return {
      figure: [this.#picture.element],
      inputs: [
        this.#orders.element,
        this.#apart.element,
        this.#left.element,
        html("p", { class: "xb-who" }, "p is a share of N(−a, 1), the rest N(a, 1)."),
      ],
      rest: [],
    };
  }

  protected override redraw(unit: Unit): void {
    const { apart, left, order } = this.state;
    this.#picture.show(this.state, this.#fits(), unit);
    this.#orders.check(order);
    this.#apart.show(apart, apart.toFixed(2), `${apart.toFixed(2)}, humps ${(2 * apart).toFixed(2)} apart`);
    this.#left.show(left, formatPercent(left), spokenPercent(left));
  }

  protected override result(unit: Unit): string {
    const { order } = this.state;
    const { fits, best } = this.#fits();
    const amount = ({ divergence }: Fit) => formatAmount(divergence, unit);
    const fit = best[order];
    const least = `${order === "inclusive" ? "D(p‖q)" : "D(q‖p)"} is least, ${amount(fit)} ${unit}`;
    if (fit.divergence < NONE) return `${least}, for q = p: one bell is all there is, and the order does not matter.`;
    const sd = fit.sd.toFixed(2);
    if (order === "inclusive") return `${least}: the q with the mean and the variance of p, sd ${sd}. No other dip.`;
    const others = fits.exclusive.filter((other) => other !== fit).map((other) => `${over(other)} ${amount(other)}`);
    const rest = others.length > 0 ? `Other dips: ${others.join(", ")}.` : "No other dip.";
    const humps = over(fit);
    return `${least}: q over ${humps === "both humps" ? humps : `the ${humps}`}, sd ${sd}. ${rest}`;
  }

  protected override table(unit: Unit): Table {
    const { fits, best } = this.#fits();
    const row = (name: string, fit: Fit) => [
      name,
      number(fit.mean),
      number(fit.sd),
      formatAmount(fromTruth(this.state, fit), unit),
      formatAmount(toTruth(this.state, fit), unit),
    ];
    return {
      caption: `Every q that is better than those near it, in ${unit}; p is ${formatPercent(this.state.left)} of N(−a, 1), the rest N(a, 1), with a = ${Number(this.state.apart.toFixed(4))}.`,
      head: ["q", "mean", "sd", "D(p‖q)", "D(q‖p)"],
      rows: [
        row("least D(p‖q)", best.inclusive),
        ...fits.exclusive.map((fit) => row(fit === best.exclusive ? "least D(q‖p)" : "a dip of D(q‖p)", fit)),
      ],
    };
  }

  /** What both orders find, looked for once as long as the humps stay. */
  #fits(): Found {
    const { apart, left } = this.state;
    if (this.#found?.apart === apart && this.#found.left === left) return this.#found.what;
    const what = found({ apart, left });
    this.#found = { apart, left, what };
    return what;
  }
}

function number(value: number): string {
  return minus(value.toFixed(3)).replace(/^−(?=0\.000$)/, "");
}

customElements.define("xb-fitter", Fitter);
