import { html } from "./dom.ts";

export interface Radios<Value extends string> {
  readonly element: HTMLFieldSetElement;
  check(value: Value): void;
}

/** One choice among a few, as native radio buttons side by side. */
export function radios<Value extends string>(
  name: string,
  legend: string,
  values: readonly Value[],
  chosen: (value: Value) => void,
  texts?: Readonly<Record<Value, string>>,
): Radios<Value> {
  const inputs = values.map((value) => {
    const input = html("input", { type: "radio", name, value });
    input.addEventListener("change", () => chosen(value));
    return input;
  });
  const labels = inputs.map((input, i) =>
    html("label", {}, input, html("span", {}, texts?.[values[i]!] ?? values[i]!)),
  );
  return {
    element: html("fieldset", { class: "xb-choice" }, html("legend", { class: "xb-unseen" }, legend), ...labels),
    check: (value) => {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}
