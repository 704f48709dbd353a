import { html } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import type { Group } from "./answers.ts";
import { amountOf, digits, unitOf } from "./numbers.ts";

/** The results, a list of terms and values for each group. */
export class Results {
  readonly element = html("div", { class: "xb-results" });

  show(groups: readonly Group[], unit: Unit): void {
    this.element.replaceChildren(...groups.map((group) => this.#group(group, unit)));
  }

  #group({ title, measures, wide }: Group, unit: Unit): HTMLElement {
    const pairs = measures.map((measure) =>
      html(
        "div",
        {},
        html(
          "dt",
          {},
          html("b", { class: inkOf(measure.symbol) }, measure.symbol),
          " ",
          html("span", {}, measure.name),
        ),
        html("dd", {}, html("b", {}, digits(amountOf(measure, unit))), " ", html("span", {}, unitOf(measure, unit))),
      ),
    );
    return html(
      "div",
      { class: wide ? "xb-wide" : "" },
      html("p", { class: "xb-who" }, title),
      html("dl", {}, ...pairs),
    );
  }
}

function inkOf(symbol: string): string {
  if (symbol.startsWith("D") || symbol.startsWith("I")) return "xb-d-ink";
  return /^H\([^,]*\)$/.test(symbol) ? "xb-h-ink" : "";
}
