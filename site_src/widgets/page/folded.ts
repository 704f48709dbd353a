// A link to something that is folded opens it.

/** Open what the address leads to, now, whenever it changes, and when a link to it is followed once more. */
export function openWhatIsLinked(): void {
  open(location.hash);
  addEventListener("hashchange", () => open(location.hash));
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href*='#']:not(.mark)") : null;
    // The browser tells of no change when the address stays the same.
    if (link?.href === location.href) open(link.hash);
  });
}

function open(hash: string): void {
  const target = document.getElementById(decoded(hash.slice(1)));
  const around = [...document.querySelectorAll("details")].filter((details) => details.contains(target));
  if (around.every((details) => details.open)) return;
  for (const details of around) details.open = true;
  target?.scrollIntoView();
}

/** Anything may stand in an address, and not all of it can be decoded. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
