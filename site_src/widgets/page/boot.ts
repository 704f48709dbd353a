// Runs before the page is painted: the colour scheme, and the helpers that Material's script expects to find.

const SCHEME = "scheme";
const dark = matchMedia("(prefers-color-scheme: dark)");

/** What is stored under a key, or null where nothing is, or where storage is forbidden. */
function stored(key: string, storage?: Storage): string | null {
  try {
    return (storage ?? localStorage).getItem(key);
  } catch {
    return null; // a reader may forbid storage: the preference then lasts as long as the page
  }
}

function store(key: string, value: string, storage?: Storage): void {
  try {
    (storage ?? localStorage).setItem(key, value);
  } catch {
    // forbidden or full: see above
  }
}

function applyScheme(): void {
  const chosen = stored(SCHEME) ?? (dark.matches ? "slate" : "default");
  document.body.setAttribute("data-md-color-scheme", chosen === "slate" ? "slate" : "default");
}

const base = new URL("../../", (document.currentScript as HTMLScriptElement).src);

Object.assign(globalThis, {
  __md_scope: base,
  __md_hash: (text: string) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0),
  __md_get: (key: string, storage?: Storage) => JSON.parse(stored(`${base.pathname}.${key}`, storage) ?? "null"),
  __md_set: (key: string, value: unknown, storage?: Storage) =>
    store(`${base.pathname}.${key}`, JSON.stringify(value), storage),
});

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
