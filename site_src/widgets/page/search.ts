// The search box: a combobox whose list of results opens below it. What answers is loaded when somebody begins to search.

import type { Engine } from "./search-engine.ts";

const ROOT = new URL("../../", import.meta.url);
const IDLE = "Type a word or a question";
const BUSY = "Searching …";
const TEXT_FIELDS = "textarea, [type=text]";
// A screen reader is told of results when the typing rests.
const REST = 500;

/** Let the reader search: in the box, by the magnifier of a narrow screen, by Ctrl+K or ⌘K. */
export function answerSearches(): void {
  const box = document.querySelector<HTMLElement>(".md-search");
  if (box) new SearchBox(box).listen();
}

class SearchBox {
  readonly #box: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #count: HTMLElement;
  readonly #status: HTMLElement;
  /** The theme's style sheet opens what it opens by this box, which nobody sees. */
  readonly #open = document.getElementById("__search") as HTMLInputElement;
  readonly #opener = document.querySelector(".search-open") as HTMLButtonElement;
  #engine: Promise<Engine> | undefined;
  #active: Element | undefined;
  #cameFrom: HTMLElement | undefined;
  #rest: number | undefined;

  constructor(box: HTMLElement) {
    const part = <E extends HTMLElement>(name: string): E => box.querySelector(name) as E;
    this.#box = box;
    this.#input = part(".md-search__input");
    this.#list = part(".md-search-result__list");
    this.#count = part(".md-search-result__meta");
    this.#status = part("[role=status]");
  }

  listen(): void {
    this.#opener.addEventListener("click", () => this.#start(this.#opener));
    this.#input.addEventListener("click", () => this.#expand());
    this.#input.addEventListener("input", () => void this.#update());
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
    this.#box.addEventListener("focusout", ({ relatedTarget }) => this.#onFocusOut(relatedTarget));
    this.#open.addEventListener("change", () => this.#close()); // by the shade over the page, which is its label
    this.#box.querySelector(".search-back")?.addEventListener("click", () => this.#leave());
    this.#list.addEventListener("click", (event) => this.#onFollowed(event));
    this.#box.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
    this.#box.querySelector("form")?.addEventListener("reset", () => this.#clear());
    document.addEventListener("keydown", (event) => this.#onShortcut(event));
  }

  /** Open the box for somebody who is elsewhere, and goes back there after Escape. */
  #start(from: Element | null): void {
    this.#cameFrom = from instanceof HTMLElement && from !== document.body ? from : undefined;
    this.#expand();
    this.#input.focus();
    this.#input.select();
  }

  #expand(): void {
    if (!this.#open.checked) void this.#update();
  }

  #close(): void {
    this.#open.checked = false;
    this.#cameFrom = undefined;
    this.#activate(undefined);
    this.#input.setAttribute("aria-expanded", "false");
  }

  /** Close the box and put the focus where it was. */
  #leave(): void {
    const isNarrow = this.#opener.getClientRects().length > 0;
    const back = this.#cameFrom ?? (isNarrow ? this.#opener : this.#input);
    this.#close();
    back.focus();
  }

  #clear(): void {
    this.#input.value = "";
    this.#input.focus();
    void this.#update();
  }

  /** Show what answers the query, first by the names of things, then by all that is written. */
  async #update(): Promise<void> {
    this.#open.checked = true;
    const query = this.#input.value;
    if (!this.#list.hasChildNodes()) this.#count.textContent = query.trim() ? BUSY : IDLE;
    try {
      const engine = await this.#wake();
      this.#answer(engine, query);
      if (engine.entries.isComplete) return;
      await engine.entries.complete;
      if (!this.#active) this.#answer(engine, query); // what somebody walks through stays
    } catch (error) {
      this.#engine = undefined; // the next key tries again
      this.#show([], "The search could not be loaded. Type on to try again.");
      throw error;
    }
  }

  #wake(): Promise<Engine> {
    this.#engine ??= import("./search-engine.ts").then(({ load }) => load(ROOT));
    return this.#engine;
  }

  #answer(engine: Engine, query: string): void {
    if (query !== this.#input.value || !this.#open.checked) return;
    const { options, said } = query.trim() ? engine.answer(query) : { options: [], said: IDLE };
    this.#show(options, said ?? BUSY);
  }

  #show(options: readonly HTMLElement[], said: string): void {
    this.#list.replaceChildren(...options);
    this.#list.scrollTop = 0;
    this.#activate(undefined);
    this.#input.setAttribute("aria-expanded", String(options.length > 0));
    this.#count.textContent = said;
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      this.#status.textContent = this.#open.checked ? said : "";
    }, REST);
  }

  #activate(option: Element | undefined): void {
    this.#active?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    this.#input.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
    this.#active = option;
  }

  #onKey(event: KeyboardEvent): void {
    const acts: Record<string, () => void> = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => this.#follow(event),
      Escape: () => this.#escape(),
    };
    const act = acts[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    act();
  }

  #move(step: 1 | -1): void {
    if (!this.#open.checked) {
      this.#expand();
      return;
    }
    const options = [undefined, ...this.#list.querySelectorAll("[role=option]")];
    this.#activate(options.at((options.indexOf(this.#active) + step) % options.length));
  }

  /** Go to the active result, or to the first; Ctrl, ⌘ and Shift open it where they open links. */
  #follow({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
    const option = this.#active ?? this.#list.querySelector("[role=option]");
    option?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
  }

  /** A result that opens elsewhere leaves the list as it is. */
  #onFollowed({ ctrlKey, metaKey, shiftKey }: MouseEvent): void {
    if (!(ctrlKey || metaKey || shiftKey)) this.#close();
  }

  #escape(): void {
    if (this.#open.checked) this.#leave();
    else this.#input.value = "";
  }

  #onFocusOut(to: EventTarget | null): void {
    if (to instanceof Node && !this.#box.contains(to)) this.#close();
  }

  /** Ctrl+K edits text on a Mac: in a text field it is left alone. */
  #onShortcut(event: KeyboardEvent): void {
    const { key, metaKey, ctrlKey, altKey, shiftKey, target } = event;
    const isWriting = target instanceof Element && target.matches(TEXT_FIELDS);
    if (key !== "k" || altKey || shiftKey || !(metaKey || (ctrlKey && !isWriting))) return;
    event.preventDefault();
    this.#start(document.activeElement);
  }
}
