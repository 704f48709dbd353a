// A link to something that is folded opens it.

import { fragmentOf, presentFragment } from "../parts/address.ts";

/** Open what the address leads to, now, whenever it changes, and when a link to it is followed once more. */
export function openWhatIsLinked(): void {
  open(presentFragment().anchor);
  addEventListener("hashchange", () => open(presentFragment().anchor));
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href*='#']:not(.mark)") : null;
    // The browser tells of no change when the address stays the same.
    if (link?.href === location.href) open(fragmentOf(new URL(link.href)).anchor);
  });
}

function open(anchor: string): void {
  const target = document.getElementById(decoded(anchor));
  const around = [...document.querySelectorAll("details")].filter((details) => details.contains(target));
  if (around.every((details) => details.open)) return;
  for (const details of around) details.open = true;
  target?.scrollIntoView();
}

/** Anything may stand in an address, and not all of it can be decoded. */
function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
