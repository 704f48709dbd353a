/** What is wider than the page scrolls in its own box: the keyboard must reach that box, and only where it does scroll. */
export function makeScrollersReachable(): void {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const box of document.querySelectorAll(".formula, .md-typeset pre > code, .md-typeset table"))
    sizes.observe(box);
}
