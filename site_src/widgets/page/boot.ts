// Runs before the page is painted: the colour scheme.

import { aloneIn, fragmentOf } from "../parts/address.ts";
import { store, stored } from "./storage.ts";

const SCHEME = "scheme";
const dark = matchMedia("(prefers-color-scheme: dark)");

/** A page that holds a widget in a frame says in the address which scheme is its own. */
function schemeOfHost(): string | undefined {
  const scheme = aloneIn(fragmentOf(new URL(location.href)))?.scheme;
  return scheme && { light: "default", dark: "slate" }[scheme];
}

function applyScheme(): void {
  const chosen = schemeOfHost() ?? stored(SCHEME) ?? (dark.matches ? "slate" : "default");
  document.body.setAttribute("data-md-color-scheme", chosen === "slate" ? "slate" : "default");
}

const page = document.documentElement.classList;
page.replace("no-js", "js");
// Where the page's script does not come, nothing may wait for it.
document.addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement) page.replace("js", "no-js");
  },
  { capture: true },
);
applyScheme();
dark.addEventListener("change", applyScheme);

const schemeSwitch = document.getElementById("scheme-switch") as HTMLButtonElement;
schemeSwitch.hidden = false;
schemeSwitch.addEventListener("click", () => {
  const next = document.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
  store(SCHEME, next);
  document.body.setAttribute("data-md-color-scheme", next);
});
