import { html, set } from "./dom.ts";

/** A button that folds what comes after it in the same box, on a phone; where there is room, all is seen and no button. */
export function fold(text: string): HTMLButtonElement {
  const button = html("button", { type: "button", class: "xb-fold", "aria-expanded": "false" }, text);
  button.addEventListener("click", () => {
    set(button, { "aria-expanded": String(button.getAttribute("aria-expanded") === "false") });
  });
  return button;
}
