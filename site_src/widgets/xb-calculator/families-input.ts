import { html, say } from "../parts/dom.ts";
import { FAMILIES } from "../mathematics/families.ts";
import type { Law } from "../mathematics/integration.ts";
import { initialLaw } from "./state.ts";

const ROLE = { p: "the truth", q: "the belief" } as const;

/** A family to choose and its parameters to fill in, for one of the two laws. */
export class FamilyInput {
  readonly element: HTMLElement;
  readonly #id: string;
  readonly #name: "p" | "q";
  readonly #changed: (law: Law) => void;
  readonly #select: HTMLSelectElement;
  readonly #fields = html("div", { class: "xb-parameters" });
  readonly #problem: HTMLElement;
  #shown = "";

  constructor(id: string, name: "p" | "q", changed: (law: Law) => void) {
    this.#id = `${id}-${name}`;
    this.#name = name;
    this.#changed = changed;
    const options = Object.keys(FAMILIES).map((family) => html("option", { value: family }, family));
    this.#select = html("select", { id: this.#id, class: "xb-field" }, ...options);
    this.#select.addEventListener("change", () => changed(initialLaw(name, this.#select.value)));
    this.#problem = html("p", { class: "xb-problem", id: `${this.#id}-problem` });
    const label = html(
      "label",
      { for: this.#id, class: "xb-field-name" },
      html("b", { class: `xb-${name}-ink` }, name),
      `, ${ROLE[name]}`,
    );
    this.element = html("div", { class: "xb-family" }, label, this.#select, this.#fields, this.#problem);
  }

  show(law: Law, problem: string): void {
    this.#select.value = law.family;
    if (this.#shown !== law.family) this.#makeFields(law.family);
    this.#inputs().forEach((input, i) => {
      const value = law.parameters[i]!;
      // What is being typed stays as it is typed: "0." is not yet "0.5".
      if (input.valueAsNumber !== value && !(Number.isNaN(value) && document.activeElement === input))
        input.value = Number.isNaN(value) ? "" : String(value);
      input.setAttribute("aria-invalid", String(!FAMILIES[law.family]!.parameters[i]!.allows(value)));
    });
    say(this.#problem, problem && `${this.#name}: ${problem}`);
  }

  #makeFields(family: string): void {
    this.#shown = family;
    this.#fields.replaceChildren(
      ...FAMILIES[family]!.parameters.map(({ name }) => {
        const input = html("input", {
          type: "number",
          step: "any",
          class: "xb-field",
          "aria-describedby": this.#problem.id,
        });
        input.addEventListener("input", () =>
          this.#changed({ family, parameters: this.#inputs().map(({ valueAsNumber }) => valueAsNumber) }),
        );
        return html(
          "label",
          {},
          html("span", {}, name),
          html("span", { class: "xb-unseen" }, ` of ${this.#name}`),
          input,
        );
      }),
    );
  }

  #inputs(): HTMLInputElement[] {
    return [...this.#fields.querySelectorAll("input")];
  }
}
