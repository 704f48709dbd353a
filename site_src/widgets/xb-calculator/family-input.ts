import type { FamilyName, Law, Parameter } from "../mathematics/families.ts";
import { FAMILIES, FAMILY_NAMES } from "../mathematics/families.ts";
import { html, say } from "../parts/dom.ts";
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
    say(this.#problem, problem && `${this.#name}: ${problem}`);
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
    this.#input = html("input", { type: "number", step: "any", class: "xb-field", "aria-describedby": problem });
    this.#input.addEventListener("input", changed);
    const of = html("span", { class: "xb-unseen" }, ` of ${law}`);
    this.element = html("label", {}, html("span", {}, parameter.name), of, this.#input);
  }

  get value(): number {
    return this.#input.valueAsNumber;
  }

  show(value: number): void {
    this.#input.setAttribute("aria-invalid", String(!this.#parameter.allows(value)));
    // What is being typed stays as it is typed: "0." is not yet "0.5".
    const unfinished = Number.isNaN(value) && document.activeElement === this.#input;
    if (this.value === value || unfinished) return;
    this.#input.value = Number.isNaN(value) ? "" : String(value);
  }
}
