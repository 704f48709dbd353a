// A page as the frame of one widget: `?embed=<its id>`, or `?embed=1` for the page's first.

import { aloneIn } from "./address.ts";

/** Mark the widget that the address asks to see alone; the style sheet hides the rest. False where it asks for none. */
export function showAlone(): boolean {
  const wanted = aloneIn(new URL(location.href));
  const widgets = [...document.querySelectorAll("*")].filter(({ localName }) => localName.startsWith("xb-"));
  const widget = wanted === "1" ? widgets[0] : widgets.find(({ id }) => id === wanted);
  widget?.classList.add("xb-alone");
  document.documentElement.classList.toggle("xb-embed", widget !== undefined);
  return widget !== undefined;
}
