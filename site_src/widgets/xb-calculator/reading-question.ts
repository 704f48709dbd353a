import { html, say } from "../parts/dom.ts";
import { fillTable } from "../parts/table.ts";
import type { Answer } from "./answer.ts";
import type { Doubt, Topic } from "./doubts.ts";

/** How a paste is read where it may be read in more than one way: the reader sees it and can correct it. */
export class ReadingQuestion {
  readonly element: HTMLElement;
  readonly #id: string;
  readonly #chosen: (topic: Topic, value: string) => void;
  readonly #doubts = html("div");
  readonly #table = html("table", { class: "xb-read" });
  #shown = "";

  constructor(id: string, chosen: (topic: Topic, value: string) => void) {
    this.#id = id;
    this.#chosen = chosen;
    this.element = html(
      "div",
      { class: "xb-ask", role: "group", "aria-label": "How your numbers are read" },
      this.#doubts,
      this.#table,
    );
  }

  show({ doubts, understood }: Answer): void {
    this.element.hidden = doubts.length === 0;
    // What was chosen here stays, and keeps its focus, while the same is asked.
    const asked = JSON.stringify(doubts.map(({ question, readings }) => [question, readings]));
    if (asked !== this.#shown) this.#doubts.replaceChildren(...doubts.map((doubt) => this.#fieldset(doubt)));
    this.#shown = asked;
    for (const input of this.#doubts.querySelectorAll("input")) {
      const doubt = doubts.find(({ topic }) => this.#nameOf(topic) === input.name);
      input.checked = doubt?.settled === true && doubt.taken === input.value;
    }
    this.#table.hidden = understood === undefined;
    if (understood) fillTable(this.#table, understood);
  }

  #fieldset({ topic, question, readings }: Doubt): HTMLFieldSetElement {
    const legend = html("legend");
    say(legend, question);
    const choices = Object.entries(readings).map(([value, text]) => {
      const input = html("input", { type: "radio", name: this.#nameOf(topic), value });
      input.addEventListener("change", () => this.#chosen(topic, value));
      return html("label", { class: "xb-check" }, input, html("span", {}, text));
    });
    return html("fieldset", { class: "xb-doubt" }, legend, ...choices);
  }

  #nameOf(topic: Topic): string {
    return `${this.#id}-${topic}`;
  }
}
