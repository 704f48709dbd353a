import { html, sayEach, set } from "../parts/dom.ts";

/** A box to paste into, and below it how its text was understood. */
export class TextInput {
  readonly element: HTMLElement;
  readonly #box: HTMLTextAreaElement;
  readonly #words: HTMLUListElement;

  constructor(id: string, label: string, hint: string, changed: (text: string) => void) {
    const described = `${id}-hint`;
    this.#words = html("ul", { class: "xb-understood", id: `${id}-words` });
    this.#box = html("textarea", {
      id,
      rows: 7,
      class: "xb-paste",
      spellcheck: "false",
      autocomplete: "off",
      autocapitalize: "off",
      "aria-describedby": `${described} ${id}-words`,
    });
    this.#box.addEventListener("input", () => changed(this.#box.value));
    this.element = html(
      "div",
      { class: "xb-input" },
      html("label", { for: id, class: "xb-field-name" }, label),
      html("p", { id: described, class: "xb-hint" }, hint),
      this.#box,
      this.#words,
    );
  }

  show(text: string, notes: readonly string[], problem: string): void {
    if (this.#box.value !== text) this.#box.value = text;
    set(this.#box, { "aria-invalid": problem ? "true" : false });
    this.#words.classList.toggle("xb-problem", problem !== "");
    sayEach(this.#words, problem ? [problem] : notes);
  }

  focus(): void {
    this.#box.focus();
  }
}
