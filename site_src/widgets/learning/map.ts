// The page of the map: the picture answers, each entry has its buttons, and what can be learned next is listed.

import { html, say } from "../parts/dom.ts";
import { offerToTakeAlong } from "./carrying.ts";
import type { Concept } from "./concepts.ts";
import { slugOf } from "./concepts.ts";
import { solvedOn } from "./knowledge.ts";
import { buttons, link, mark } from "./panel.ts";
import { answerPicture } from "./picture.ts";
import type { Learning } from "./state.ts";
import { load } from "./state.ts";

export async function answerMap(picture: Element): Promise<void> {
  const state = await load();
  if (!state) return;
  answerPicture(picture, state);
  fillEntries(state);
  state.show(() => listNext(state));
  offerToTakeAlong(state);
}

/** Below the picture, each page has its buttons, and what it needs is marked where it is known. */
function fillEntries(state: Learning): void {
  for (const page of state.concepts.pages) {
    const entry = document.getElementById(slugOf(page.address));
    const summary = entry?.querySelector("summary");
    if (!(entry && summary)) continue;
    summary.after(html("div", { class: "learning" }, ...buttons(state, page)));
    const minutes = html("span", { class: "concept-minutes" }, ` · ${page.minutes} min`);
    const solved = html("span", { class: "concept-minutes" });
    summary.append(minutes, solved);
    state.show(() => {
      mark(minutes, state.known.has(page.address));
      const count = solvedOn(state.knowledge, page.address);
      say(solved, count > 0 ? ` · ${count} of ${page.questions} questions solved` : "");
    });
  }
}

/** The pages for which everything is known, those on the way to the goal first. */
function listNext(state: Learning): void {
  const list = document.getElementById("next")?.closest(".section")?.querySelector("ul");
  const { known, goal, concepts } = state;
  const way = new Set(goal ? concepts.way(goal.address, known).map(({ address }) => address) : []);
  const next = concepts.next(known);
  const isOnWay = ({ address }: Concept): boolean => way.has(address);
  const sorted = [...next.filter(isOnWay), ...next.filter((page) => !isOnWay(page))];
  const item = (page: Concept): HTMLElement =>
    html("li", {}, link(page), ` · ${page.minutes} min${isOnWay(page) ? ", on the way to your goal" : ""}`);
  list?.replaceChildren(...sorted.map(item));
  const told = list?.previousElementSibling;
  if (told && (known.size > 0 || goal)) {
    const words = sorted.length > 0 ? "By what you know, you can read these next." : "You know every page of the map.";
    if (told.textContent !== words) told.textContent = words;
  }
}
