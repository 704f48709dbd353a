/** Escape hides what a checked number shows (WCAG 1.4.13). */
export function dismissWorkOnEscape(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const hide = document.querySelectorAll<HTMLElement>(".claim:hover, .claim:focus");
    for (const claim of hide) {
      claim.classList.add("dismissed");
      for (const end of ["blur", "mouseleave"]) {
        claim.addEventListener(end, () => claim.classList.remove("dismissed"), { once: true });
      }
    }
  });
}
