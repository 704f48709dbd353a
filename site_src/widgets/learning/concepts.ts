// The concept map as the build writes it, and the ways through it.

/** A page, or a section of one that another page needs. */
export interface Concept {
  /** From the root of the site; of a section, with its anchor. */
  readonly address: string;
  readonly title: string;
  readonly minutes: number;
  /** Addresses of what it builds on. */
  readonly needs: readonly string[];
  /** How many a page asks. */
  readonly questions: number;
}

/** A map as the file has it: concepts in the order of reading, and where pages have gone. */
export interface Written {
  readonly concepts: readonly Concept[];
  readonly moved: Readonly<Record<string, string>>;
}

export class Concepts {
  /** In the order of reading. */
  readonly all: readonly Concept[];
  readonly #by: ReadonlyMap<string, Concept>;
  readonly #moved: Readonly<Record<string, string>>;

  constructor({ concepts, moved }: Written) {
    this.all = concepts;
    this.#by = new Map(concepts.map((concept) => [concept.address, concept]));
    this.#moved = moved;
  }

  get pages(): Concept[] {
    return this.all.filter(({ address }) => !address.includes("#"));
  }

  get(address: string): Concept | undefined {
    return this.#by.get(address);
  }

  /** Where an address has gone, if it is on the map. */
  follow(address: string): string | undefined {
    const place = Object.hasOwn(this.#moved, address) ? this.#moved[address] : address;
    return place !== undefined && this.#by.has(place) ? place : undefined;
  }

  /** The page whose address ends so: a link is shorter with the last part alone. */
  named(slug: string): string | undefined {
    const isNamed = (address: string): boolean => slugOf(address) === slug;
    const page = this.pages.find(({ address }) => isNamed(address))?.address;
    const old = Object.keys(this.#moved).find(isNamed);
    return page ?? (old === undefined ? undefined : this.follow(old));
  }

  /** All that a concept builds on, and itself, in the order of reading: each stands after what it needs. */
  upTo(address: string, stop: (address: string) => boolean = () => false): Concept[] {
    const found = new Set<string>();
    const visit = (place: string): void => {
      if (found.has(place) || stop(place)) return;
      found.add(place);
      for (const needed of this.get(place)?.needs ?? []) visit(needed);
    };
    visit(address);
    return this.#sorted(found);
  }

  /** What remains to be read for a goal. What is known hides what is before it, and a page that is read its sections. */
  way(goal: string, known: ReadonlySet<string>): Concept[] {
    const read = new Set<string>();
    return this.upTo(goal, (place) => known.has(place) || known.has(pageOf(place))).filter(({ address }) => {
      const isNew = !read.has(pageOf(address));
      read.add(address);
      return isNew;
    });
  }

  /** How far it is to a goal: what remains, of how many pages in all. */
  distance(goal: string, known: ReadonlySet<string>): { left: Concept[]; all: number; minutes: number } {
    const left = this.way(goal, known);
    const all = this.way(goal, new Set()).length;
    return { left, all, minutes: left.reduce((sum, { minutes }) => sum + minutes, 0) };
  }

  /** The pages that can be read next: not known, and all that they need is. */
  next(known: ReadonlySet<string>): Concept[] {
    const has = (place: string): boolean => known.has(place) || known.has(pageOf(place));
    return this.pages.filter(({ address, needs }) => !known.has(address) && needs.every(has));
  }

  /** The pages that need one, or a section of it, at once. */
  followers(address: string): string[] {
    const needs = (page: Concept): boolean => page.needs.some((needed) => pageOf(needed) === address);
    return this.pages.filter(needs).map((page) => page.address);
  }

  /** What needs a concept, at once or by way of others. */
  after(address: string): Set<string> {
    const later = this.pages.filter((page) => page.address !== address && this.#needs(page, address));
    return new Set(later.map((page) => page.address));
  }

  #needs(page: Concept, address: string): boolean {
    return this.upTo(page.address).some((concept) => pageOf(concept.address) === address);
  }

  /** In the order of reading, but never before what is needed. */
  #sorted(chosen: ReadonlySet<string>): Concept[] {
    const done = new Set<string>();
    const result: Concept[] = [];
    const put = (concept: Concept): void => {
      if (done.has(concept.address)) return;
      done.add(concept.address);
      for (const needed of concept.needs) {
        const before = this.get(needed);
        if (before && chosen.has(needed)) put(before);
      }
      result.push(concept);
    };
    for (const concept of this.all) if (chosen.has(concept.address)) put(concept);
    return result;
  }
}

/** The page that a section stands on; of a page, itself. */
export function pageOf(address: string): string {
  return address.replace(/#.*$/, "");
}

/** The last part of a page's address. */
export function slugOf(address: string): string {
  return pageOf(address).split("/").at(-2) ?? "";
}
