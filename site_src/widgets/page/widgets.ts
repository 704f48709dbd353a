// Widgets are loaded when they come near the window: what is not looked at costs nothing.

import { aloneIn } from "../parts/address.ts";

/** Load each kind of widget as its first one comes near the window. */
export function loadWidgetsInView(): void {
  const loaded = new Set<string>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        if (loaded.has(target.localName)) continue;
        loaded.add(target.localName);
        void load(target.localName);
      }
    },
    { rootMargin: "50% 0%" },
  );
  for (const widget of widgets()) observer.observe(widget);
}

/** Where the address asks for one widget (`?embed=<its id>`, or `?embed=1` for the first), the style sheet hides the rest. */
export function showAlone(): void {
  const wanted = aloneIn(new URL(location.href));
  const widget = wanted === "1" ? widgets()[0] : widgets().find(({ id }) => id === wanted);
  if (!widget) return;
  widget.classList.add("xb-alone");
  document.documentElement.classList.add("xb-embed");
  void addStyles("widgets");
}

/** Every widget of the page, loaded or not. */
function widgets(): Element[] {
  return [...document.querySelectorAll("*")].filter(({ localName }) => localName.startsWith("xb-"));
}

/** A widget's script and style sheet are named like its tag; the style sheet that all share comes before its own. */
async function load(tag: string): Promise<void> {
  await Promise.all([addStyles("widgets"), addStyles(tag)]);
  await import(generated(`${tag}.js`));
}

/** Add a style sheet, once; the promise is kept when it is there. */
function addStyles(name: string): Promise<unknown> {
  const href = generated(`${name}.css`);
  const link = document.querySelector<HTMLLinkElement>(`link[href="${href}"]`) ?? document.createElement("link");
  if (link.sheet) return Promise.resolve();
  const loaded = new Promise((resolve) => link.addEventListener("load", resolve, { once: true }));
  if (!link.isConnected) document.head.append(Object.assign(link, { rel: "stylesheet", href }));
  return loaded;
}

/** The address of a file that is compiled beside this script. */
function generated(file: string): string {
  return new URL(file, import.meta.url).href;
}
