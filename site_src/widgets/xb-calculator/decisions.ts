import { button } from "../parts/buttons.ts";
import { html, say, sayEach, set } from "../parts/dom.ts";
import type { Answer } from "./answer.ts";
import type { Mend, Zeros } from "./laws.ts";
import { missing } from "./laws.ts";
import { isShare } from "./state.ts";

const EPSILON = 0.001;

/** A sum that is not 1: probabilities to mend, or counts to divide? */
export class SumQuestion {
  readonly #words = html("p");
  readonly #divide: HTMLButtonElement;
  readonly #rest: HTMLButtonElement;
  readonly element: HTMLElement;

  constructor(answered: (mend: Mend) => void, edit: () => void) {
    this.#divide = button("Divide by the sum", () => answered("divide"));
    this.#rest = button("Add what is missing as one more outcome", () => answered("rest"));
    const actions = html(
      "div",
      { class: "xb-actions" },
      this.#divide,
      this.#rest,
      button("Let me mend the numbers", edit),
    );
    this.element = html(
      "div",
      { class: "xb-ask", role: "group", "aria-label": "What the sum means" },
      this.#words,
      actions,
    );
  }

  show({ unsure, mayAddRest }: Answer, mend: Mend): void {
    this.element.hidden = unsure.length === 0;
    if (this.element.hidden) return;
    const sums = unsure.map(({ name, total }) => `${name} sums to ${Number(total.toPrecision(10))}`).join(" and ");
    const short = unsure.every(({ total }) => total < 1);
    const gap = short
      ? ` What is missing (${unsure.map(({ total }) => missing(total)).join(" and ")}) may be rounding, or an outcome that is not listed.`
      : "";
    say(
      this.#words,
      `${sums}, not 1. Are these probabilities, to be mended, or counts and weights, to be divided by their sum?${gap}`,
    );
    set(this.#divide, { "aria-pressed": String(mend === "divide") });
    set(this.#rest, { "aria-pressed": String(mend === "rest") });
    this.#rest.hidden = !mayAddRest;
  }
}

/** Zeros that make a divergence infinite: what to do about them is the reader's decision. */
export class ZeroQuestion {
  readonly element: HTMLFieldSetElement;
  readonly #words = html("ul", { class: "xb-understood" });
  readonly #choices: Readonly<Record<"infinite" | "half" | "mix", HTMLInputElement>>;
  readonly #half: HTMLElement;
  readonly #epsilon: HTMLInputElement;

  constructor(id: string, answered: (zeros: Zeros) => void) {
    const radio = (value: string, action: () => void) => {
      const input = html("input", { type: "radio", name: `${id}-zeros`, value });
      input.addEventListener("change", action);
      return input;
    };
    this.#epsilon = html("input", {
      type: "number",
      class: "xb-field xb-epsilon",
      min: 0,
      max: 1,
      step: "any",
      value: EPSILON,
      "aria-label": "ε, the share of the uniform law",
    });
    const mix = () => {
      const share = this.#epsilon.valueAsNumber;
      if (isShare(share)) answered(share);
    };
    this.#epsilon.addEventListener("input", mix);
    this.#choices = {
      infinite: radio("infinite", () => answered("infinite")),
      half: radio("half", () => answered("half")),
      mix: radio("mix", mix),
    };
    const choice = (input: HTMLElement, ...words: (Node | string)[]) =>
      html("label", { class: "xb-check" }, input, html("span", {}, ...words));
    this.#half = choice(
      this.#choices.half,
      "Add ½ to every count. Each probability is then (count + ½)/(total + K/2), with K outcomes: the mean under Jeffreys’ prior, also called the Krichevsky–Trofimov estimate.",
    );
    this.element = html(
      "fieldset",
      { class: "xb-ask" },
      html("legend", {}, "A zero makes D infinite. What do you want?"),
      this.#words,
      choice(this.#choices.infinite, "Leave it infinite. One observation of what a belief rules out refutes it."),
      this.#half,
      html(
        "div",
        { class: "xb-mix" },
        choice(
          this.#choices.mix,
          "Mix the law that has the zero with the uniform law: (1 − ε) of it and ε/K for each of the K outcomes. The result says as much about your ε as about the laws.",
        ),
        html("label", { class: "xb-epsilon-field" }, "ε = ", this.#epsilon),
      ),
    );
  }

  show({ zeros, mayAddHalf }: Answer, chosen: Zeros): void {
    this.element.hidden = zeros.length === 0;
    if (this.element.hidden) return;
    sayEach(this.#words, zeros);
    this.#half.hidden = !mayAddHalf;
    const half = chosen === "half" && mayAddHalf;
    this.#choices.half.checked = half;
    this.#choices.mix.checked = typeof chosen === "number";
    this.#choices.infinite.checked = !half && typeof chosen !== "number";
    if (typeof chosen === "number" && this.#epsilon.valueAsNumber !== chosen) this.#epsilon.value = String(chosen);
  }
}
