import { html } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import type { Group, Result } from "./answer.ts";
import { amountOf, digits, unitOf } from "./numbers.ts";

/** The results, a list of terms and values for each group. */
export class Results {
  readonly element = html("div", { class: "xb-results" });

  show(groups: readonly Group[], unit: Unit): void {
    this.element.replaceChildren(...groups.map((group) => groupOf(group, unit)));
  }
}

function groupOf({ title, results, wide }: Group, unit: Unit): HTMLElement {
  const pairs = results.map((result) => pairOf(result, unit));
  return html("div", { class: wide ? "xb-wide" : "" }, html("p", { class: "xb-who" }, title), html("dl", {}, ...pairs));
}

function pairOf(result: Result, unit: Unit): HTMLElement {
  const symbol = html("b", { class: result.ink ?? "" }, result.symbol);
  const amount = html("b", {}, digits(amountOf(result, unit)));
  return html(
    "div",
    {},
    html("dt", {}, symbol, " ", html("span", {}, result.name)),
    html("dd", {}, amount, " ", html("span", {}, unitOf(result, unit))),
  );
}
