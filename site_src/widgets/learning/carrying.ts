// What the reader said, taken to another browser: as a file, or as a link, whose reader is asked.

import { addressWith, presentFragment, putValues, readValue, withValues } from "../parts/address.ts";
import type { Child } from "../parts/dom.ts";
import { html } from "../parts/dom.ts";
import { copy } from "../parts/handing-over.ts";
import type { Concept } from "./concepts.ts";
import { slugOf } from "./concepts.ts";
import { merged, NOTHING, parsed, withGoal, withKnown, written } from "./knowledge.ts";
import { link, tell, wayFrom } from "./panel.ts";
import type { Learning } from "./state.ts";

/** The section in which all this stands, and that a link leads to. */
const YOURS = "yours";
const SEPARATOR = "_";
const FILE = "extra-bits-map.json";

/** How far the reader is, and the ways to carry it elsewhere. */
export function offerToTakeAlong(state: Learning): void {
  const status = html("p", { class: "learning-way", role: "status" });
  state.show(() => tell(status, wayFrom(state)));
  const told = html("p", { role: "status" });
  const place = html("div", { class: "learning" }, status, takeOver(state), ...carriers(state, told), told);
  document.getElementById(YOURS)?.closest(".section")?.append(place);
}

function carriers(state: Learning, told: HTMLElement): HTMLElement[] {
  const share = button("Copy as a link", () => {
    const href = linkTo(state).href;
    void copy(href, told, "Copied. Who opens it is asked whether to take it over.", () => href);
  });
  const save = button("Save as a file", () => {
    const url = URL.createObjectURL(new Blob([written(state.knowledge)], { type: "application/json" }));
    html("a", { href: url, download: FILE }).click();
    URL.revokeObjectURL(url);
  });
  const file = html("input", { type: "file", accept: "application/json,.json", class: "learning-file" });
  const read = html("label", { class: "learning-read" }, "Read a file", file);
  file.addEventListener("change", async () => {
    const found = parsed((await file.files?.[0]?.text()) ?? null, (address) => state.concepts.follow(address));
    file.value = "";
    if (found) state.change(merged(state.knowledge, found));
    told.textContent = found
      ? "Read: of each page, what was said last counts."
      : "This file holds no such record; nothing was changed.";
  });
  const forget = button("Forget all", () => {
    const before = state.knowledge;
    state.change(NOTHING);
    told.replaceChildren(
      "Forgotten. ",
      button("Take it back", () => {
        state.change(before);
        told.textContent = "";
      }),
    );
  });
  return [share, save, read, forget];
}

/** A link that carries the goal and what is known, but nothing that a known page already tells. */
function linkTo(state: Learning): URL {
  const slugs = [...state.known].map(slugOf).join(SEPARATOR);
  const values = { goal: slugOf(state.goal?.address ?? ""), known: slugs };
  return addressWith({ ...withValues(presentFragment(), YOURS, values), anchor: YOURS });
}

/** Where a link brought a goal or known pages, ask before they are taken over. */
function takeOver(state: Learning): HTMLElement {
  const { concepts } = state;
  const place = html("div", { class: "learning-offer", hidden: true });
  const slugs = (readValue(YOURS, "known") ?? "").split(SEPARATOR).filter((slug) => slug !== "");
  const known = slugs.map((slug) => concepts.named(slug)).filter((address) => address !== undefined);
  const goal = concepts.get(concepts.named(readValue(YOURS, "goal") ?? "") ?? "");
  if (known.length === 0 && !goal) return place;
  const done = (): void => {
    place.hidden = true;
    putValues(YOURS, { goal: "", known: "" });
  };
  const take = button("Take over", () => {
    const now = Date.now();
    const marked = known.reduce((all, address) => withKnown(all, address, true, now), state.knowledge);
    state.change(goal ? withGoal(marked, goal.address, now) : marked);
    done();
  });
  const pages = known.map((address) => concepts.get(address) as Concept);
  const words: Child[] = ["The link that brought you here ", ...(goal ? ["sets the goal ", link(goal)] : [])];
  if (pages.length > 0) words.push(goal ? " and " : "", "says that you know ", ...listed(pages));
  place.append(html("p", {}, ...words, "."), take, button("Leave it", done));
  place.hidden = false;
  return place;
}

function listed(pages: readonly Concept[]): Child[] {
  return pages.flatMap((page, index) => [...(index > 0 ? [", "] : []), link(page)]);
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = html("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}
