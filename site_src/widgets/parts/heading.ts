import { html } from "./dom.ts";

const LOWEST = 6;

/** A widget's title as a heading, one level below the heading of the page under which the widget stands. */
export function headingFor(widget: HTMLElement, title: string): HTMLElement {
  // From the widget upwards: to ask whether a heading is shown is to lay out all that stands around it.
  const above = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter((heading) => heading.compareDocumentPosition(widget) === Node.DOCUMENT_POSITION_FOLLOWING)
    .findLast((heading) => heading.getClientRects().length > 0);
  const level = Number(above?.localName.slice(1) ?? 0) + 1;
  return html("p", { class: "xb-heading", role: "heading", "aria-level": Math.min(level, LOWEST) }, title);
}
