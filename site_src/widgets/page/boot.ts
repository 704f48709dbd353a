// Runs before the style sheet is there, so that nothing waits for it: the colour scheme.

import { aloneIn, fragmentOf } from "../parts/address.ts";
import { store, stored } from "./storage.ts";

const SCHEME = "scheme";
const ATTRIBUTE = "data-md-color-scheme";
const page = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

/** A page that holds a widget in a frame says in the address which scheme is its own. */
function schemeOfHost(): string | undefined {
  const scheme = aloneIn(fragmentOf(new URL(location.href)))?.scheme;
  return scheme && { light: "default", dark: "slate" }[scheme];
}

function applyScheme(): void {
  const chosen = schemeOfHost() ?? stored(SCHEME) ?? (dark.matches ? "slate" : "default");
  page.setAttribute(ATTRIBUTE, chosen === "slate" ? "slate" : "default");
}

page.classList.replace("no-js", "js");
// Where the page's script does not come, nothing may wait for it.
document.addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement) page.classList.replace("js", "no-js");
  },
  { capture: true },
);
applyScheme();
dark.addEventListener("change", applyScheme);

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element && target.closest("#scheme-switch"))) return;
  const next = page.getAttribute(ATTRIBUTE) === "slate" ? "default" : "slate";
  store(SCHEME, next);
  page.setAttribute(ATTRIBUTE, next);
});
