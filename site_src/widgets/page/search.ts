// Search is Material's; its script is loaded when it is wanted.

/** Fetch Material's script the first time that search is opened, then hand it what was typed meanwhile. */
export function loadSearchOnDemand(): void {
  const toggle = document.getElementById("__search") as HTMLInputElement;
  const query = document.querySelector<HTMLInputElement>(".md-search__input");
  const inert = document.getElementById("material-script");
  if (!(query && inert)) return;

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
