import { html, say } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { LIBRARIES } from "./python.ts";
import type { Library, Script } from "./python.ts";

const COPIED_FOR = 4000;

/** The Python that gives the same numbers, for one library at a time. */
export class CodeBlock {
  readonly element: HTMLElement;
  readonly #code = html("code");
  readonly #status = html("span", { class: "xb-status", role: "status" });
  #library: Library = "extrabits";
  #show: () => void = () => undefined;

  constructor(id: string) {
    const choice = html(
      "select",
      { id: `${id}-library`, class: "xb-field" },
      ...LIBRARIES.map((library) => html("option", {}, library)),
    );
    choice.addEventListener("change", () => {
      this.#library = LIBRARIES[choice.selectedIndex] as Library;
      this.#show();
    });
    const copy = html("button", { type: "button", class: "xb-button" }, "Copy code");
    copy.addEventListener("click", () => void this.#copy());
    const frame = html(
      "pre",
      { class: "xb-code", tabindex: 0, role: "region", "aria-label": "Python code" },
      this.#code,
    );
    this.element = html(
      "div",
      { class: "xb-python" },
      html("label", { for: choice.id, class: "xb-chart-title" }, "The same numbers in Python, with"),
      html("div", { class: "xb-tools" }, choice, copy),
      frame,
      this.#status,
    );
  }

  show(script: Script | undefined, unit: Unit, order: number): void {
    this.element.hidden = !script;
    if (!script) return;
    this.#show = () => say(this.#code, script(this.#library, unit, order));
    this.#show();
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#code.textContent ?? "");
      say(this.#status, "The code is copied.");
    } catch {
      // A browser may forbid the clipboard, as in a frame: the reader then copies by hand.
      getSelection()?.selectAllChildren(this.#code);
      say(this.#status, "The code is selected: copy it with your keyboard.");
    }
    setTimeout(() => say(this.#status, ""), COPIED_FOR);
  }
}
