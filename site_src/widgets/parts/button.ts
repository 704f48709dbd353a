import { html } from "./dom.ts";

export function button(text: string, action: () => void): HTMLButtonElement {
  const element = html("button", { type: "button", class: "xb-button" }, text);
  element.addEventListener("click", action);
  return element;
}
