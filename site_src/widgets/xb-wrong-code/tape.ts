import { html, say } from "../parts/dom.ts";

const CELLS = 12;
const SEEN = 60; // letters of the text that was read back
const SHOWN: Readonly<Record<string, string>> = { " ": "␣", "\n": "↵" };

/** A letter and what was written at it. */
export interface Cell {
  readonly letter: string;
  readonly digits: string;
}

/** The last letters that were sent, each above its digits, and the text as it was read back. */
export class Tape {
  readonly element: HTMLElement;
  readonly #cells = Array.from({ length: CELLS }, () => {
    const [letter, digits] = [html("b"), html("span")];
    return { letter, digits, element: html("div", { class: "xb-cell" }, letter, digits) };
  });
  readonly #again = html("span", { class: "xb-again-text" });

  constructor() {
    const cells = this.#cells.map(({ element }) => element);
    this.element = html(
      "div",
      { class: "xb-tape", "aria-hidden": "true" },
      html("div", { class: "xb-cells" }, ...cells),
      html("p", { class: "xb-again" }, html("span", {}, "read back: "), this.#again),
    );
  }

  show(cells: readonly Cell[], again: string): void {
    const last = cells.slice(-CELLS);
    for (const [i, { letter, digits, element }] of this.#cells.entries()) {
      const cell = last[i - (CELLS - last.length)];
      element.hidden = cell === undefined;
      say(letter, shown(cell?.letter ?? ""));
      say(digits, cell?.digits ?? "");
      element.classList.toggle("xb-present", i === CELLS - 1);
    }
    say(this.#again, [...again].slice(-SEEN).join(""));
  }
}

/** A letter as one can see it. */
export function shown(letter: string): string {
  return SHOWN[letter] ?? letter;
}
