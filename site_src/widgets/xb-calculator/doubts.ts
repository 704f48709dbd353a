// What a paste leaves open. A guess is shown and can be corrected; where no reading is likelier, the reader is asked.

export interface Choices {
  /** What a comma or a point between digits is. */
  readonly mark?: "decimal" | "thousands";
  readonly laws?: "columns" | "rows";
  readonly heading?: "yes" | "no";
  readonly names?: "yes" | "no";
  readonly total?: "yes" | "no";
  /** What to do with an outcome that is listed twice. */
  readonly same?: "add" | "apart";
}

export type Topic = keyof Choices;
export type Chosen<T extends Topic> = Exclude<Choices[T], undefined>;

/** A question about the paste, the readings that it may have, and the one that is taken. */
export interface Doubt {
  readonly topic: Topic;
  readonly question: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly taken: string;
  /** Whether the reading taken is a guess or the reader's choice, and not only the first of several. */
  readonly settled: boolean;
}

interface Asked<T extends Topic> {
  readonly question: string;
  readonly readings: Readonly<Record<Chosen<T>, string>>;
  readonly guess?: Chosen<T> | undefined;
}

/** What the form of a text settles, what the reader chose, and what is asked on the way. */
export class Decisions {
  readonly #known: Choices;
  readonly #chosen: Choices;
  readonly #doubts = new Map<Topic, Doubt>();

  constructor(known: Choices, chosen: Choices) {
    this.#known = known;
    this.#chosen = chosen;
  }

  /** The reading to take. Without a guess it is the first one, and nothing is computed until the reader has chosen. */
  decide<T extends Topic>(topic: T, { question, readings, guess }: Asked<T>): Chosen<T> {
    const known = this.#known[topic];
    if (known !== undefined) return known as Chosen<T>;
    const chosen = this.#chosen[topic] as Chosen<T> | undefined;
    const [first] = Object.keys(readings) as Chosen<T>[];
    const taken = chosen ?? guess ?? (first as Chosen<T>);
    this.#doubts.set(topic, { topic, question, readings, taken, settled: (chosen ?? guess) !== undefined });
    return taken;
  }

  get doubts(): readonly Doubt[] {
    return [...this.#doubts.values()];
  }
}

/** Whether something was asked that only the reader can answer. */
export function open(doubts: readonly Doubt[]): boolean {
  return doubts.some(({ settled }) => !settled);
}
