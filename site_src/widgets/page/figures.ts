// What can be done with a figure besides looking at it. How it is done is loaded when somebody does it.

import { html, say } from "../parts/dom.ts";
import { told } from "./told.ts";

/** The picture opens large; without a script it is a link to itself. */
export function enlargePictures(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.enlarge")) {
    link.addEventListener("click", (event) => {
      const small = link.querySelector("img");
      if (!small || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void import("./enlarge.ts").then(({ enlarge }) => enlarge(small));
    });
  }
}

/** Beside the link to the SVG, a button makes a PNG of it. */
export function offerPng(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".take a[href$='.svg']")) {
    const save = html("button", { type: "button" }, "PNG");
    save.addEventListener("click", () => {
      import("./png.ts")
        .then(({ takePng }) => takePng(link))
        .catch(() => say(told, "The picture cannot be drawn here. Take the SVG instead."));
    });
    link.after(save);
  }
}
