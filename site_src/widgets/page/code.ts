// Each block of code can be taken: the code alone, without the prompts of a session and without what it answered.

import { html } from "../parts/dom.ts";
import { copy } from "../parts/handing-over.ts";

const NAME = "Copy the code of this example"; // unless a block says what else is copied
const PROMPT = "\ue000"; // a private character, which stands in no code

/** Give each block a button. It comes after the code, also for those who hear the page or walk through it by keyboard. */
export function offerCode(): void {
  for (const block of document.querySelectorAll<HTMLElement>(".md-typeset .highlight")) {
    const code = block.querySelector("pre > code");
    if (code) block.append(taking(code, block.dataset["copy"] ?? NAME));
  }
}

function taking(code: Element, name: string): HTMLElement {
  const status = html("span", { class: "code-status", role: "status" });
  const button = html("button", { type: "button", class: "code-copy", "aria-label": name }, "Copy");
  button.addEventListener("click", () => {
    void copy(typedIn(code), status, "Copied", () => {
      getSelection()?.selectAllChildren(code);
      return "Selected: copy it with your keyboard.";
    });
  });
  return html("div", { class: "code-taking" }, status, button);
}

/** What one would type to run a block; where it has no prompts, all of it. */
function typedIn(code: Element): string {
  const marked = code.cloneNode(true) as Element;
  for (const prompt of marked.querySelectorAll(".gp")) prompt.textContent = PROMPT;
  const typed = marked.textContent.split("\n").filter((line) => line.startsWith(PROMPT));
  return typed.length ? typed.map((line) => `${line.slice(PROMPT.length)}\n`).join("") : marked.textContent;
}
