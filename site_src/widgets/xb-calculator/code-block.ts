import { button } from "../parts/buttons.ts";
import { html, say } from "../parts/dom.ts";
import { copy } from "../parts/handing-over.ts";
import type { Unit } from "../parts/units.ts";
import type { Library } from "./measures.ts";
import { LIBRARIES } from "./measures.ts";
import type { Script } from "./python.ts";

/** The Python that gives the same numbers, for one library at a time. */
export class CodeBlock {
  readonly element: HTMLElement;
  readonly #code = html("code");
  readonly #status = html("span", { class: "xb-status", role: "status" });
  #library: Library = "extrabits";
  #show: (() => void) | undefined;

  constructor(id: string) {
    const choice = html(
      "select",
      { id: `${id}-library`, class: "xb-field" },
      ...LIBRARIES.map((library) => html("option", {}, library)),
    );
    choice.addEventListener("change", () => {
      this.#library = LIBRARIES.find((library) => library === choice.value) ?? this.#library;
      this.#show?.();
    });
    const frame = { class: "xb-code", tabindex: 0, role: "region", "aria-label": "Python code" };
    this.element = html(
      "div",
      { class: "xb-python" },
      html("label", { for: choice.id, class: "xb-chart-title" }, "The same numbers in Python, with"),
      html(
        "div",
        { class: "xb-tools" },
        choice,
        button("Copy code", () => void this.#copy()),
      ),
      html("pre", frame, this.#code),
      this.#status,
    );
  }

  show(script: Script | undefined, unit: Unit, order: number): void {
    this.element.hidden = !script;
    if (!script) return;
    this.#show = () => say(this.#code, script(this.#library, unit, order));
    this.#show();
  }

  #copy(): Promise<void> {
    return copy(this.#code.textContent, this.#status, "The code is copied.", () => {
      getSelection()?.selectAllChildren(this.#code);
      return "The code is selected: copy it with your keyboard.";
    });
  }
}
