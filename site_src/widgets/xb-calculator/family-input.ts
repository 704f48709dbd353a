import type { FamilyName, Law, Parameter } from "../mathematics/families.ts";
import { FAMILIES, FAMILY_NAMES } from "../mathematics/families.ts";
import { html, say } from "../parts/dom.ts";
import { readTyped } from "../parts/numbers.ts";
import type { LawName } from "../parts/roles.ts";
import { lawName, ROLE } from "../parts/roles.ts";
import { initialLaw } from "./state.ts";

/** A family to choose and its parameters to fill in, for one of the two laws. */
export class FamilyInput {
  readonly element: HTMLElement;
  readonly #name: LawName;
  readonly #changed: (law: Law) => void;
  readonly #select: HTMLSelectElement;
  readonly #fields = html("div", { class: "xb-parameters" });
  readonly #problem: HTMLElement;
  #inputs: readonly ParameterInput[] = [];
  #shown: FamilyName | undefined;

  constructor(id: string, name: LawName, changed: (law: Law) => void) {
    this.#name = name;
    this.#changed = changed;
    const options = FAMILY_NAMES.map((family) => html("option", {}, family));
    this.#select = html("select", { id: `${id}-${name}`, class: "xb-field" }, ...options);
    this.#select.addEventListener("change", () => {
      const family = FAMILY_NAMES.find((candidate) => candidate === this.#select.value);
      if (family) changed(initialLaw(name, family));
    });
    this.#problem = html("p", { class: "xb-problem", id: `${id}-${name}-problem` });
    const label = html("label", { for: this.#select.id, class: "xb-field-name" }, lawName(name), `, ${ROLE[name]}`);
    this.element = html("div", { class: "xb-family" }, label, this.#select, this.#fields, this.#problem);
  }

  show({ family, parameters }: Law, problem: string): void {
    this.#select.value = family;
    if (this.#shown !== family) this.#makeFields(family);
    for (const [i, input] of this.#inputs.entries()) input.show(parameters[i] ?? Number.NaN);
    const unread = this.#inputs.map((input) => input.unread).find((complaint) => complaint !== "");
    const words = unread ?? problem;
    say(this.#problem, words && `${this.#name}: ${words}`);
  }

  #makeFields(family: FamilyName): void {
    this.#shown = family;
    const changed = () => this.#changed({ family, parameters: this.#inputs.map(({ value }) => value) });
    this.#inputs = FAMILIES[family].parameters.map(
      (parameter) => new ParameterInput(parameter, this.#name, this.#problem.id, changed),
    );
    this.#fields.replaceChildren(...this.#inputs.map(({ element }) => element));
  }
}

/** A number to type in. */
class ParameterInput {
  readonly element: HTMLElement;
  readonly #parameter: Parameter;
  readonly #input: HTMLInputElement;

  constructor(parameter: Parameter, law: LawName, problem: string, changed: () => void) {
    this.#parameter = parameter;
    // Not a field for numbers only: browsers drop the comma of 0,5 and the stroke of 1/3 from those without a word.
    this.#input = html("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      class: "xb-field",
      "aria-describedby": problem,
    });
    this.#input.addEventListener("input", changed);
    const of = html("span", { class: "xb-unseen" }, ` of ${law}`);
    this.element = html("label", {}, html("span", {}, parameter.name), of, this.#input);
  }

  get value(): number {
    return readTyped(this.#input.value) ?? Number.NaN;
  }

  /** What is wrong with the text in the field, where it is no number at all. */
  get unread(): string {
    const text = this.#input.value.trim();
    if (text === "" || readTyped(text) !== undefined) return "";
    return `${this.#parameter.name} is “${text.slice(0, 20)}”. Write it as 12, 0.5, 0,5, 1/2 or 1e-3.`;
  }

  show(value: number): void {
    this.#input.setAttribute("aria-invalid", String(!this.#parameter.allows(value)));
    // What is being typed stays as it is typed: "0." is not yet "0.5".
    const unfinished = Number.isNaN(value) && document.activeElement === this.#input;
    if (this.value === value || unfinished) return;
    this.#input.value = Number.isNaN(value) ? "" : String(value);
  }
}
