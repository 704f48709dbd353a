import { margins } from "../mathematics/measures.ts";
import { html, percent, say, set } from "../parts/dom.ts";
import { formatPercent, spokenPercent } from "../parts/units.ts";
import { tableOf } from "./state.ts";

const NAMES = ["X = 0 and Y = 0", "X = 0 and Y = 1", "X = 1 and Y = 0", "X = 1 and Y = 1"];

/** The joint table: in each cell a square whose area is the probability, and the slider that drags it. */
export class Cells {
  readonly element: HTMLElement;
  readonly #cells: readonly Cell[];
  readonly #rows = [total(), total()];
  readonly #columns = [total(), total()];

  constructor(id: string, moved: (index: number, share: number) => void) {
    this.#cells = NAMES.map((name, i) => new Cell(name, `${id}-cell-${i}`, (share) => moved(i, share)));
    const cells = this.#cells.map(({ element }) => element);
    const [first = "", second = ""] = this.#rows;
    const head = (text: string) => html("span", { class: "xb-head", "aria-hidden": "true" }, text);
    this.element = html(
      "div",
      { class: "xb-cells", role: "group", "aria-label": "Joint table" },
      ...[head(""), head("Y = 0"), head("Y = 1"), head("sum")],
      ...[head("X = 0"), ...cells.slice(0, 2), first],
      ...[head("X = 1"), ...cells.slice(2), second],
      ...[head("sum"), ...this.#columns],
    );
  }

  show(cells: readonly number[]): void {
    const [rows, columns] = margins(tableOf(cells));
    for (const [i, cell] of this.#cells.entries()) cell.show(cells[i] as number);
    for (const [i, element] of this.#rows.entries()) say(element, formatPercent(rows[i] as number));
    for (const [i, element] of this.#columns.entries()) say(element, formatPercent(columns[i] as number));
  }
}

class Cell {
  readonly element: HTMLElement;
  readonly #square = html("span", { class: "xb-square" });
  readonly #value = html("span", { class: "xb-cell-value", "aria-hidden": "true" });
  readonly #input: HTMLInputElement;

  constructor(name: string, id: string, moved: (share: number) => void) {
    this.#input = html("input", { id, type: "range", min: 0, max: 100, step: 1, class: "xb-range" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber / 100));
    this.element = html(
      "div",
      { class: "xb-cell" },
      html("label", { for: id, class: "xb-unseen" }, `Probability of ${name}`),
      html("div", { class: "xb-whole" }, this.#square),
      this.#value,
      html("div", { class: "xb-rail" }, this.#input),
    );
  }

  show(share: number): void {
    const side = percent(Math.sqrt(share));
    this.#square.style.width = side;
    this.#square.style.height = side;
    this.#input.value = String(share * 100);
    set(this.#input, { "aria-valuetext": spokenPercent(share) });
    say(this.#value, formatPercent(share));
  }
}

function total(): HTMLElement {
  return html("span", { class: "xb-total", "aria-hidden": "true" });
}
