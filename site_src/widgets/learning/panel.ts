// "I know this" and "Set as goal": on each page of the map how far the reader is, and what comes next.

import type { Child } from "../parts/dom.ts";
import { html } from "../parts/dom.ts";
import type { Concept } from "./concepts.ts";
import { pageOf } from "./concepts.ts";
import { isKnown, withGoal, withKnown } from "./knowledge.ts";
import type { Learning } from "./state.ts";
import { here, load, ROOT } from "./state.ts";

const NOT_KEPT = "This browser keeps nothing between pages: take it along from the map, as a link or a file.";
const NEEDS = "You need";

/** Offer both buttons on a page that is on the map, and say how far it is to the goal. */
export async function followLearning(line: Element): Promise<void> {
  const state = await load();
  const page = state?.concepts.get(here());
  if (!(state && page)) return;
  line.after(panel(state, page));
  const end = document.querySelector("p.next") ?? document.querySelector("#leads-to");
  end?.before(panel(state, page));
  offerAfterQuestions(state, page);
  state.show(() => markLinks(state));
}

function panel(state: Learning, page: Concept): HTMLElement {
  const way = html("p", { class: "learning-way", role: "status" });
  state.show(() => tell(way, wayFrom(state, page)));
  return html("div", { class: "learning" }, ...buttons(state, page), way);
}

/** "I know this" and "Set as goal", for a page. */
export function buttons(state: Learning, page: Concept): HTMLButtonElement[] {
  const know = html("button", { type: "button" }, "I know this");
  know.addEventListener("click", () => {
    const knows = isKnown(state.knowledge, page.address);
    state.change(withKnown(state.knowledge, page.address, !knows, Date.now()));
  });
  const aim = html("button", { type: "button" }, "Set as goal");
  aim.addEventListener("click", () => {
    const isGoal = state.goal === page;
    state.change(withGoal(state.knowledge, isGoal ? "" : page.address, Date.now()));
  });
  state.show(() => {
    know.setAttribute("aria-pressed", String(isKnown(state.knowledge, page.address)));
    aim.setAttribute("aria-pressed", String(state.goal === page));
  });
  return [know, aim];
}

/** How far it is to the goal, in words, seen from a page or from the map. */
export function wayFrom(state: Learning, page?: Concept): Child[] {
  const { goal, known } = state;
  const kept = state.isKept ? [] : [` ${NOT_KEPT}`];
  if (!goal) return [...withoutGoal(state, page), ...kept];
  const name = goal === page ? "this page" : link(goal);
  const { left, all, minutes } = state.concepts.distance(goal.address, known);
  if (left.length === 0) return ["Goal reached: you know ", name, ". Choose another on ", mapLink(), ".", ...kept];
  const done = `${all - left.length} of ${all} done, about ${minutes} min left.`;
  const next = left[0] as Concept;
  const step = next === page ? [" Next: this page."] : [" Next: ", link(next), "."];
  return ["Goal: ", name, `, ${done}`, ...step, ...kept];
}

function withoutGoal(state: Learning, page?: Concept): Child[] {
  if (state.known.size === 0) return [];
  const next = state.concepts.pages.find((other) => other !== page && !isKnown(state.knowledge, other.address));
  const known = `You know ${state.known.size} of ${state.concepts.pages.length} pages.`;
  return next ? [known, " Next in the order of reading: ", link(next), "."] : [known];
}

export function link({ address, title }: Concept): HTMLAnchorElement {
  return html("a", { href: new URL(address, ROOT).href }, title);
}

function mapLink(): HTMLAnchorElement {
  return html("a", { href: new URL("map/", ROOT).href }, "the map");
}

/** Say something new that may hold links; a live region with the same words is silent. */
export function tell(element: Element, words: readonly Child[]): void {
  const said = html("span", {}, ...words);
  if (element.innerHTML !== said.innerHTML) element.replaceChildren(...said.childNodes);
}

/** What a page needs and the reader knows stays, and is marked. */
function markLinks(state: Learning): void {
  const lines = [...document.querySelectorAll("article p")].filter(({ textContent }) => textContent.startsWith(NEEDS));
  for (const anchor of lines.flatMap((line) => [...line.querySelectorAll("a")])) {
    const address = pageOf(anchor.href.replace(ROOT.href, ""));
    mark(anchor, isKnown(state.knowledge, address));
  }
}

/** A sign and a word behind the link to a page that is known, or a question that is solved. */
export function mark(anchor: Element, known: boolean, word: "known" | "solved" = "known"): void {
  const there = anchor.nextElementSibling?.matches(".known-mark") ? anchor.nextElementSibling : null;
  if (known && !there) anchor.after(html("span", { class: "known-mark" }, ` ✓ ${word}`));
  if (!known) there?.remove();
}

/** Who has opened the answers to all questions is asked whether they know the page; nothing is marked by itself. */
function offerAfterQuestions(state: Learning, page: Concept): void {
  const questions = [...document.querySelectorAll<HTMLDetailsElement>("article details.question")];
  const open = new Set<Element>();
  for (const question of questions) {
    question.addEventListener(
      "toggle",
      ({ target }) => {
        if (target === question || !(target as HTMLDetailsElement).open) return;
        open.add(question);
        if (open.size === questions.length) offer();
      },
      { capture: true },
    );
  }
  const offer = (): void => {
    if (isKnown(state.knowledge, page.address) || document.querySelector(".learning-offer")) return;
    const [know] = buttons(state, page) as [HTMLButtonElement];
    const asked = html("p", {}, "That was the last question. If it went well, say so: the next step is chosen by it.");
    questions.at(-1)?.after(html("div", { class: "learning learning-offer", role: "status" }, asked, know));
  };
}
