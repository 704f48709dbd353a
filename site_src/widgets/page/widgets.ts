// Widgets are loaded when they come near the window: what is not looked at costs nothing.

import { aloneIn, followAddress, presentFragment } from "../parts/address.ts";
import { showOnly } from "../parts/alone.ts";

/** A widget whose script or style sheet did not come: its still figure stays, and takes no more room than it needs. */
const FAILED = "xb-failed";

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

/** Where the address asks for one widget alone, hide the rest. */
export function showAlone(): void {
  followAddress(widgets()[0]?.id);
  const wanted = aloneIn(presentFragment());
  const widget = wanted && widgets().find(({ id }) => id === wanted.id);
  if (widget) void isolate(widget);
}

async function isolate(widget: Element): Promise<void> {
  try {
    await addStyles("widgets"); // it hides the rest
  } catch {
    return;
  }
  showOnly(widget);
}

/** Every widget of the page, loaded or not. */
function widgets(): Element[] {
  return [...document.querySelectorAll("*")].filter(({ localName }) => localName.startsWith("xb-"));
}

/** A widget's script and style sheet are named like its tag; the style sheet that all share comes before its own. */
async function load(tag: string): Promise<void> {
  try {
    await Promise.all([addStyles("widgets"), addStyles(tag)]);
    await import(generated(`${tag}.js`));
  } catch {
    for (const widget of document.querySelectorAll(tag)) widget.classList.add(FAILED);
  }
}

/** Add a style sheet, once; the promise is kept when it is there. */
function addStyles(name: string): Promise<unknown> {
  const href = generated(`${name}.css`);
  const link = document.querySelector<HTMLLinkElement>(`link[href="${href}"]`) ?? document.createElement("link");
  if (link.sheet) return Promise.resolve();
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve, { once: true });
    link.addEventListener("error", () => reject(new Error(`${href} did not come`)), { once: true });
  });
  if (!link.isConnected) document.head.append(Object.assign(link, { rel: "stylesheet", href }));
  return loaded;
}

/** The address of a file that is compiled beside this script. */
function generated(file: string): string {
  return new URL(file, import.meta.url).href;
}
