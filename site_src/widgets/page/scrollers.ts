// What is wider than the page scrolls in its own box: the keyboard must reach that box, and only where it does scroll.

/** How a box is called when it is a stop of the Tab key; a table is one already, for a screen reader. */
const BOXES = [
  [".formula", { role: "group", "aria-label": "Formula" }],
  [".md-typeset pre > code", { role: "group", "aria-label": "Code" }],
  [".md-typeset table", {}],
] as const;

export function makeScrollersReachable(): void {
  const sizes = new ResizeObserver((entries) => {
    // Later: to ask for a width is to lay out what is far down, and Firefox complains of sizes that change meanwhile.
    requestAnimationFrame(() => {
      for (const { target } of entries) reach(target, target.scrollWidth > target.clientWidth);
    });
  });
  for (const [boxes] of BOXES) for (const box of document.querySelectorAll(boxes)) sizes.observe(box);
}

function reach(box: Element, scrolls: boolean): void {
  const [, named] = BOXES.find(([boxes]) => box.matches(boxes)) ?? [];
  for (const [name, value] of Object.entries({ tabindex: "0", ...named })) {
    if (scrolls) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}
