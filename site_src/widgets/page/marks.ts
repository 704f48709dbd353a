// The link beside whatever can be pointed at: a click copies its address.

import { copy } from "../parts/handing-over.ts";
import { told } from "./told.ts";

/** Let each mark copy the address that it links to; without a modifier key, which asks for a new tab or a download. */
export function copyFromMarks(): void {
  for (const mark of document.querySelectorAll<HTMLAnchorElement>(".mark")) {
    mark.title = "Copy the address";
    mark.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void copy(address(mark), told, "The address is copied.", () => {
        location.hash = mark.hash;
        return "Copy the address from the bar of the browser.";
      });
    });
  }
}

/** What a campaign or an old link to a widget wrote into the query is no part of the address of a theorem. */
function address(mark: HTMLAnchorElement): string {
  const whole = new URL(mark.href);
  whole.search = "";
  return whole.href;
}
