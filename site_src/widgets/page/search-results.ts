// How an answer looks: the theme's own results, each an option of the list that the search box opens.

import { html } from "../parts/dom.ts";
import type { Hit } from "./search-ranking.ts";
import { marked, snippet } from "./search-snippet.ts";
import { words } from "./search-words.ts";

/** An option for a part that answers; the root is where the addresses of the index begin. */
export function option({ entry, found }: Hit, place: number, root: URL): HTMLLIElement {
  const of = entry.title === entry.page ? calledHere(entry.also, found) : entry.page;
  const isPage = !entry.address.includes("#");
  const text = html(
    "div",
    { class: "md-search-result__article md-typeset" },
    ...(isPage ? [html("div", { class: "md-search-result__icon md-icon" })] : []),
    html("div", { class: "search-title" }, ...marked(entry.title, found)),
    ...(of ? [html("div", { class: "search-of" }, of)] : []),
    ...(entry.text ? [html("div", { class: "search-text" }, ...snippet(entry.text, found))] : []),
  );
  const link = {
    "aria-selected": "false",
    class: "md-search-result__link",
    href: new URL(entry.address, root).href,
    id: `search-option-${place}`,
    role: "option",
    tabindex: -1,
  };
  return html("li", { class: "md-search-result__item", role: "presentation" }, html("a", link, text));
}

/** The other name by which a page was found. */
function calledHere(also: readonly string[], found: ReadonlySet<string>): string | undefined {
  const name = also.find((other) => words(other).every((word) => found.has(word)));
  return name && `also called ${name}`;
}
