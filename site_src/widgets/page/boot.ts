// Runs before the page is painted: the colour scheme.

const SCHEME = "scheme";
const dark = matchMedia("(prefers-color-scheme: dark)");

/** What is stored under a key, or null where nothing is, or where storage is forbidden. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // a reader may forbid storage: the preference then lasts as long as the page
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // forbidden or full: see above
  }
}

function applyScheme(): void {
  const chosen = stored(SCHEME) ?? (dark.matches ? "slate" : "default");
  document.body.setAttribute("data-md-color-scheme", chosen === "slate" ? "slate" : "default");
}

document.documentElement.classList.replace("no-js", "js");
applyScheme();
dark.addEventListener("change", applyScheme);

const schemeSwitch = document.getElementById("scheme-switch") as HTMLButtonElement;
schemeSwitch.hidden = false;
schemeSwitch.addEventListener("click", () => {
  const next = document.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
  store(SCHEME, next);
  document.body.setAttribute("data-md-color-scheme", next);
});
