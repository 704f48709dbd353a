// What a reader presses: a button, and one choice among a few.

import { html } from "./dom.ts";

export function button(text: string, action: () => void): HTMLButtonElement {
  const element = html("button", { type: "button", class: "xb-button" }, text);
  element.addEventListener("click", action);
  return element;
}

export interface Radios<Value extends string> {
  readonly element: HTMLFieldSetElement;
  check(value: Value): void;
}

interface Choice<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly values: readonly Value[];
  /** What stands on each; the value itself where there is nothing else. */
  readonly texts?: Readonly<Record<Value, string>>;
}

/** One choice among a few, as native radio buttons side by side. */
export function radios<Value extends string>(
  { name, legend, values, texts }: Choice<Value>,
  chosen: (value: Value) => void,
): Radios<Value> {
  const choices = values.map((value) => {
    const input = html("input", { type: "radio", name, value });
    input.addEventListener("change", () => chosen(value));
    return { input, label: html("label", {}, input, html("span", {}, texts?.[value] ?? value)) };
  });
  const unseen = html("legend", { class: "xb-unseen" }, legend);
  return {
    element: html("fieldset", { class: "xb-choice" }, unseen, ...choices.map(({ label }) => label)),
    check: (value) => {
      for (const { input } of choices) input.checked = input.value === value;
    },
  };
}
