// What the reader said, for all that shows it: kept, and told again when another window says something else.

import { textAt } from "../parts/texts.ts";
import type { Concept, Written } from "./concepts.ts";
import { Concepts } from "./concepts.ts";
import type { Knowledge } from "./knowledge.ts";
import { knownIn, remember, remembered } from "./knowledge.ts";

/** The root of the site. */
export const ROOT = new URL("../../", import.meta.url);

/** What the reader says, and whoever shows it. */
export class Learning {
  readonly concepts: Concepts;
  #knowledge: Knowledge;
  readonly #shown: (() => void)[] = [];
  #refused = 0;

  constructor(concepts: Concepts) {
    this.concepts = concepts;
    this.#knowledge = remembered((address) => concepts.follow(address));
    addEventListener("storage", () => this.#read());
    addEventListener("pageshow", () => this.#read()); // by Back a page comes as it was left
  }

  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  get goal(): Concept | undefined {
    return this.concepts.get(this.#knowledge.goal.value);
  }

  get known(): Set<string> {
    return knownIn(this.#knowledge);
  }

  /** Whether the browser keeps what was said. */
  get isKept(): boolean {
    return this.#refused === 0;
  }

  /** Call now, and whenever something was said. */
  show(listener: () => void): void {
    this.#shown.push(listener);
    listener();
  }

  change(knowledge: Knowledge): void {
    this.#knowledge = knowledge;
    this.#refused = remember(knowledge) ? 0 : this.#refused + 1;
    this.#tell();
  }

  #read(): void {
    if (!this.isKept) return; // what is there is older
    this.#knowledge = remembered((address) => this.concepts.follow(address));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#shown) listener();
  }
}

let learning: Promise<Learning | undefined> | undefined;

/** What the reader said, once for a page; undefined where the map does not come. */
export function load(): Promise<Learning | undefined> {
  learning ??= fetchConcepts().then((concepts) => concepts && new Learning(concepts));
  return learning;
}

async function fetchConcepts(): Promise<Concepts | undefined> {
  const text = await textAt(new URL("map/concepts.json", ROOT));
  return text === undefined ? undefined : new Concepts(JSON.parse(text) as Written);
}

/** The address of the page that is shown, from the root of the site. */
export function here(): string {
  return location.href.replace(ROOT.href, "").replace(/(index\.html)?([?#].*)?$/, "");
}
