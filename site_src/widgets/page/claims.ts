// Checked numbers show their work: one that is pointed at or tapped in a bar at the foot of the window, all of them, by
// the switch below the title, in a list after the block that each stands in.

import { html } from "../parts/dom.ts";
import { store, stored } from "./storage.ts";

const CLAIM = "data.claim";
/** What a number's work is listed after; inside these, at their end, but after a table as a whole. */
const BLOCKS = "table, p, li, dd, dt, figcaption, summary";
const SHOWN = "work";
const GIVEN = "given: "; // by a source, and computed by nothing
/** On its way to the bar a pointer leaves the number (WCAG 1.4.13). */
const PATIENCE = 800;

export function showWork(): void {
  listen(html("div", { class: "work-bar", hidden: true }));
  const all = document.getElementById("__work");
  if (!(all instanceof HTMLInputElement)) return;
  all.checked = stored(SHOWN) === "all";
  if (all.checked) listAll();
  all.addEventListener("change", () => {
    store(SHOWN, all.checked ? "all" : "");
    if (all.checked) listAll();
    else for (const list of document.querySelectorAll(".work-list")) list.remove();
  });
}

/** After each block, the work of its numbers. */
function listAll(): void {
  const blocks = grouped(document.querySelectorAll<HTMLDataElement>(CLAIM), (claim) => claim.closest(BLOCKS) ?? claim);
  for (const [block, claims] of blocks) {
    const items = [...grouped(claims, ({ value }) => value)].map(item);
    const list = html("span", { class: "work-list", role: "list" }, ...items);
    if (block instanceof HTMLTableElement) (block.closest(".marked") ?? block).after(list);
    else if (block instanceof HTMLDataElement) block.after(list);
    else block.append(list);
  }
}

/** A line of the list: the numbers, each once, that share this work. */
function item([work, claims]: [string, HTMLDataElement[]]): HTMLElement {
  const different = new Map(claims.map((claim) => [claim.textContent, claim])).values();
  const numbers = [...different].flatMap((claim) => [", ", html("b", {}, ...claim.cloneNode(true).childNodes)]);
  const shown = work.startsWith(GIVEN) ? work : html("code", {}, work);
  return html("span", { class: "work", role: "listitem" }, ...numbers.slice(1), ": ", shown);
}

function grouped<Key, Value>(values: Iterable<Value>, key: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}

/** Let the bar show the work of the number that is pointed at, and keep that of one that is tapped. */
function listen(bar: HTMLElement): void {
  let leaving: number | undefined;
  const hide = (): void => {
    bar.hidden = true;
  };
  const stay = (): void => clearTimeout(leaving);
  const show = (claim: HTMLDataElement): void => {
    stay();
    bar.textContent = claim.value;
    bar.hidden = false;
  };
  document.body.append(bar);
  document.addEventListener("pointerover", ({ pointerType, target }) => {
    if (pointerType === "touch") return;
    const claim = claimAt(target);
    if (claim) show(claim);
    else if (target === bar) stay();
  });
  document.addEventListener("pointerout", ({ pointerType, target }) => {
    if (pointerType === "touch" || !(claimAt(target) || target === bar)) return;
    stay();
    leaving = window.setTimeout(hide, PATIENCE);
  });
  document.addEventListener("click", ({ target }) => {
    const claim = claimAt(target);
    if (claim) show(claim);
    else if (target !== bar) hide();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
}

function claimAt(target: EventTarget | null): HTMLDataElement | null {
  return target instanceof Element ? target.closest<HTMLDataElement>(CLAIM) : null;
}
