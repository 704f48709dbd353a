// One widget alone, in a frame on another site.

import { addressWith, notAlone, presentFragment } from "./address.ts";
import { html } from "./dom.ts";

/** Show this widget and nothing else of the page but where it comes from; tell whoever holds the frame how high it is. */
export function showOnly(widget: Element): void {
  widget.classList.add("xb-alone");
  widget.after(sourceLine());
  for (let box = widget.parentElement; box; box = box.parentElement) box.classList.add("xb-around");
  if (parent !== window) tellHeight(widget.id);
}

/** The way back to the page, with its name and its licence. */
function sourceLine(): HTMLElement {
  const licence = document.querySelector("a[href*='//creativecommons.org/licenses/']")?.textContent;
  const words = [document.title, ...(licence ? [licence] : [])].join(", ");
  const link = html("a", { target: "_blank", rel: "noopener" }, words);
  // The address changes while the widget is used.
  const follow = () => {
    link.href = addressWith(notAlone(presentFragment())).href;
  };
  follow();
  for (const before of ["pointerenter", "focus"]) link.addEventListener(before, follow);
  return html("p", { class: "xb-source" }, link);
}

/** Learning platforms know the first message (LTI); the second is for any page that listens. */
function tellHeight(id: string): void {
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ subject: "lti.frameResize", height }, "*");
    parent.postMessage({ type: "extra-bits:height", id, height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
}
