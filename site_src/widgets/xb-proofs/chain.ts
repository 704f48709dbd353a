import type { Line, ProofName } from "../mathematics/gibbs-proofs.ts";
import { html, say, set } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { NAMES, sides, WORDS } from "./lines.ts";

/** One proof: its lines in a row, the last of which is the inequality. A line that does not hold is marked. */
export class Chain {
  readonly element: HTMLElement;
  readonly #verdict = html("span", { class: "xb-verdict" });
  readonly #list = html("div", { class: "xb-lines-list", role: "list" });
  #links: readonly Link[] = [];

  constructor(name: ProofName, number: number) {
    const title = html("span", { class: "xb-proof-name" }, `${number} ${NAMES[name]}`);
    this.element = html("div", { class: "xb-proof" }, html("p", {}, title, " ", this.#verdict), this.#list);
  }

  show(lines: readonly Line[], chosen: boolean, unit: Unit): void {
    if (this.#links.length !== lines.length) this.#make(lines);
    for (const [i, line] of lines.entries()) this.#links[i]?.show(line, unit);
    const failing = brokenIn(lines);
    say(this.#verdict, failing === 0 ? "holds" : `${failing} ${failing === 1 ? "line fails" : "lines fail"}`);
    this.element.classList.toggle("xb-broken", failing > 0);
    this.element.classList.toggle("xb-chosen-proof", chosen);
  }

  #make(lines: readonly Line[]): void {
    this.#links = lines.map(({ name }) => new Link(name));
    this.#list.replaceChildren(...this.#links.map(({ element }) => element));
  }
}

class Link {
  readonly element: HTMLElement;
  readonly #formula = html("span", { class: "xb-line-formula" });
  readonly #numbers = html("span", { class: "xb-line-numbers" });
  readonly #mark = html("span", { class: "xb-line-mark" });

  constructor(name: Line["name"]) {
    const why = html("span", { class: "xb-line-why" }, WORDS[name].why);
    const look = name === "conclusion" ? "xb-proof-line xb-line-end" : "xb-proof-line";
    this.element = html(
      "div",
      { class: look, role: "listitem" },
      this.#formula,
      html("span", {}, this.#numbers, " ", this.#mark),
      why,
    );
  }

  show(line: Line, unit: Unit): void {
    const [left, right] = sides(line, unit);
    say(this.#formula, WORDS[line.name].formula(unit));
    say(this.#numbers, `${left} ${line.relation}\u00a0${right}`);
    say(this.#mark, line.holds ? "✓" : "✗");
    set(this.#mark, { "aria-label": line.holds ? "holds" : "fails", role: "img" });
    this.element.classList.toggle("xb-fails", !line.holds);
  }
}

/** How many lines fail, the inequality itself not counted. */
export function brokenIn(lines: readonly Line[]): number {
  return lines.filter(({ name, holds }) => !holds && name !== "conclusion").length;
}
