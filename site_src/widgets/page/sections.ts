// The list of contents shows where on the page the reader is.

const PRESENT = "md-nav__link--active";
const READ_AT = 0.3; // of the window's height: what has passed this line is being read

/** Mark the section that is being read in the list of contents beside the text. */
export function markPresentSection(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".md-sidebar--secondary a.md-nav__link")];
  const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = (): void => {
    waiting = false;
    const line = innerHeight * READ_AT;
    const present = sections.findLastIndex((section) => section && section.getBoundingClientRect().top < line);
    for (const [index, link] of links.entries()) {
      link.classList.toggle(PRESENT, index === present);
      if (index === present) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  const markSoon = (): void => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  if (links.length > 0) {
    addEventListener("scroll", markSoon, { passive: true });
    addEventListener("resize", markSoon, { passive: true });
  }
}
