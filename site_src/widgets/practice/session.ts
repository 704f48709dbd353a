// The page of all questions: what is solved is marked, the list can be narrowed, and ten questions come one by one.

import type { Knowledge } from "../learning/knowledge.ts";
import { isSolved } from "../learning/knowledge.ts";
import { mark } from "../learning/panel.ts";
import type { Learning } from "../learning/state.ts";
import { load, ROOT } from "../learning/state.ts";
import { radios } from "../parts/buttons.ts";
import { html, say } from "../parts/dom.ts";
import { textAt } from "../parts/texts.ts";
import { ask, tasksOf } from "./page.ts";
import { inTurn } from "./turns.ts";

const QUESTIONS = "article a[href*='#question-']";
const AT_ONCE = 10;
const FILTERS = { all: "All", known: "Of pages you know", open: "Not yet solved" } as const;
type Filter = keyof typeof FILTERS;

/** A link of the list, and the address of the question from the root of the site. */
interface Listed {
  readonly link: HTMLAnchorElement;
  readonly address: string;
}

/** Offer ten questions below the heading, and mark in the list what is solved. */
export async function offerSession(heading: Element): Promise<void> {
  const state = await load();
  if (!state) return;
  const listed = [...document.querySelectorAll<HTMLAnchorElement>(QUESTIONS)].map((link) => ({
    link,
    address: link.href.replace(ROOT.href, ""),
  }));
  const count = html("p", { role: "status" });
  const filter = narrowing(listed, state, count);
  for (const { link, address } of listed) state.show(() => mark(link, isSolved(state.knowledge, address), "solved"));
  state.show(() => {
    const solved = listed.filter(({ address }) => isSolved(state.knowledge, address)).length;
    say(count, `${solved} of ${listed.length} solved.`);
  });
  const place = html("div", { class: "session" });
  const begin = html("button", { type: "button" }, "Begin");
  begin.addEventListener("click", () => {
    const order = inTurn(
      listed.map(({ address }) => address),
      state.knowledge,
    );
    void new Session(place, order.slice(0, AT_ONCE), state, begin).next();
  });
  place.append(begin);
  heading.closest(".section")?.append(place, filter, count);
}

function narrowing(listed: readonly Listed[], state: Learning, count: HTMLElement): HTMLElement {
  const show = (filter: Filter): void => {
    for (const { link, address } of listed) {
      const item = link.closest("li");
      if (item) item.hidden = !isWanted(address, filter, state.knowledge);
    }
    for (const page of document.querySelectorAll<HTMLElement>("article li:has(> ul)")) {
      page.hidden = page.querySelector("li:not([hidden])") === null;
    }
    const shown = listed.filter(({ link }) => !link.closest("li")?.hidden).length;
    say(count, `${shown} of ${listed.length} questions are listed.`);
  };
  const choice = radios(
    { name: "practice-filter", legend: "Questions to list", values: Object.keys(FILTERS) as Filter[], texts: FILTERS },
    show,
  );
  choice.check("all");
  return choice.element;
}

function isWanted(address: string, filter: Filter, knowledge: Knowledge): boolean {
  if (filter === "open") return !isSolved(knowledge, address);
  return filter === "all" || (knowledge.known.get(pageOf(address))?.value ?? false);
}

function pageOf(question: string): string {
  return question.replace(/#.*$/, "");
}

/** Ten questions, one by one, each as its own page has it. */
class Session {
  readonly #place: HTMLElement;
  readonly #order: readonly string[];
  readonly #state: Learning;
  readonly #begin: HTMLButtonElement;
  #at = 0;

  constructor(place: HTMLElement, order: readonly string[], state: Learning, begin: HTMLButtonElement) {
    this.#place = place;
    this.#order = order;
    this.#state = state;
    this.#begin = begin;
  }

  async next(): Promise<void> {
    const address = this.#order[this.#at];
    if (address === undefined) {
      this.#end();
      return;
    }
    this.#at += 1;
    const place = html("p", { tabindex: -1 }, `Question ${this.#at} of ${this.#order.length}, from `, origin(address));
    const isLast = this.#at === this.#order.length;
    const onwards = html("button", { type: "button" }, isLast ? "Finish" : "Next question");
    onwards.addEventListener("click", () => void this.next());
    const question = await fetchQuestion(address);
    const stop = html("button", { type: "button" }, "Stop here");
    stop.addEventListener("click", () => this.#end());
    const shown = question?.details ?? html("p", {}, "This question did not come.");
    this.#place.replaceChildren(place, shown, onwards, stop);
    if (question?.asked) ask(question.details, question.asked, pageOf(address), this.#state);
    place.focus();
  }

  #end(): void {
    const done = this.#order.slice(0, this.#at).filter((address) => isSolved(this.#state.knowledge, address)).length;
    const words = html(
      "p",
      { tabindex: -1 },
      `Done: ${done} of ${this.#at} solved. What is not comes first next time.`,
    );
    say(this.#begin, "Ten more");
    this.#place.replaceChildren(words, this.#begin);
    words.focus();
  }
}

/** A link to the question on its own page, called as the list calls that page. */
function origin(address: string): HTMLElement {
  const entry = document.querySelector(`article li > a[href$="${CSS.escape(address)}"]`);
  const page = entry?.closest("ul")?.closest("li")?.querySelector("a")?.textContent;
  return html("a", { href: new URL(address, ROOT).href }, page ?? "its page");
}

async function fetchQuestion(address: string) {
  const page = pageOf(address);
  const text = await textAt(new URL(page, ROOT));
  if (text === undefined) return;
  const there = new DOMParser().parseFromString(text, "text/html");
  const details = there.getElementById(address.replace(/^[^#]*#/, ""));
  if (!(details instanceof HTMLDetailsElement)) return;
  for (const name of ["href", "src", "srcset"]) {
    for (const element of details.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, new URL(element.getAttribute(name) ?? "", new URL(page, ROOT)).href);
    }
  }
  details.open = true;
  return { details: document.adoptNode(details), asked: (await tasksOf(page))[details.id] };
}
