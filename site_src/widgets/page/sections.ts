// The list of contents shows where on the page the reader is.

const PRESENT = "md-nav__link--active";
const READ_AT = 0.3; // of the window's height: what has passed this line is being read

/** Mark the section that is being read in the list of contents beside the text. */
export function markPresentSection(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".md-sidebar--secondary a.md-nav__link")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const places = headings.map((heading) => (heading ? [...sectionsAround(heading), heading] : []));
  let waiting = false;
  const mark = (): void => {
    waiting = false;
    const line = innerHeight * READ_AT;
    const isPast = (element: Element): boolean => element.getBoundingClientRect().top < line;
    // Sections first: to ask where something stands is to lay out all that is in its section.
    const present = places.findLastIndex((around) => around.length > 0 && around.every(isPast));
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

/** The sections in which an element stands, the largest first. */
function sectionsAround(element: Element): Element[] {
  const section = element.parentElement?.closest(".section");
  return section ? [...sectionsAround(section), section] : [];
}
