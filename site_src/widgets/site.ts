import { showAlone } from "./embed.ts";

// What every page runs: widgets when they come near, search when it is wanted.

/** Import the module of each widget as it comes near the window; its file is named like its tag. */
function loadWidgetsInView(): void {
  const loaded = new Set<string>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        if (loaded.has(target.localName)) continue;
        loaded.add(target.localName);
        void addStyles().then(() => import(new URL(`${target.localName}.js`, import.meta.url).href));
      }
    },
    { rootMargin: "50% 0%" },
  );
  for (const element of document.querySelectorAll("*")) if (element.localName.startsWith("xb-")) observer.observe(element);
}

/** Add the widgets' style sheet, once; the promise is kept when it is there. */
function addStyles(): Promise<unknown> {
  const href = new URL("widgets.css", import.meta.url).href;
  const link = document.querySelector<HTMLLinkElement>(`link[href="${href}"]`) ?? document.createElement("link");
  if (link.sheet) return Promise.resolve();
  const loaded = new Promise((resolve) => link.addEventListener("load", resolve, { once: true }));
  if (!link.isConnected) document.head.append(Object.assign(link, { rel: "stylesheet", href }));
  return loaded;
}

/** Fetch Material's script the first time that search is opened, then hand it what was typed meanwhile. */
function loadSearchOnDemand(): void {
  const toggle = document.getElementById("__search") as HTMLInputElement;
  const query = document.querySelector<HTMLInputElement>(".md-search__input");
  const inert = document.getElementById("material-script");
  if (!query || !inert) return;

  const load = (): void => {
    toggle.removeEventListener("change", load);
    query.removeEventListener("focus", load);
    const script = document.createElement("script");
    script.src = inert.dataset["src"] ?? "";
    script.addEventListener("load", () => {
      query.blur();
      query.focus();
      query.dispatchEvent(new Event("keyup"));
    });
    document.body.append(script);
  };
  toggle.addEventListener("change", load);
  query.addEventListener("focus", load);
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    toggle.checked = true;
    query.focus();
  });
}

/** What is wider than the page scrolls in its own box: the keyboard must reach that box, and only where it does scroll. */
function makeScrollersReachable(): void {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const box of document.querySelectorAll(".formula, .md-typeset pre > code, .md-typeset table")) sizes.observe(box);
}

/** Escape hides what a checked number shows (WCAG 1.4.13). */
function dismissWorkOnEscape(): void {
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

if (showAlone()) void addStyles();
loadWidgetsInView();
loadSearchOnDemand();
makeScrollersReachable();
dismissWorkOnEscape();
