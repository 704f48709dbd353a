// What a reader did with a widget, in steps that can be taken back. A drag, a run of keys on one slider, a press of a
// button: each is one step, with all that it set in motion.

import { TYPED } from "./controls.ts";

const REST = 1000; // milliseconds; who stops for so long begins a new step
const MOST = 100; // steps

interface Entry<State> {
  readonly state: State;
  /** The state as text: two states with the same key are shown alike. */
  readonly key: string;
}

export class History<State> {
  readonly #keyOf: (state: State) => string;
  #past: Entry<State>[] = [];
  #future: Entry<State>[] = [];
  #open: Entry<State> | undefined;
  #changedAt = Number.NEGATIVE_INFINITY;
  #hand: EventTarget | null = null;

  constructor(keyOf: (state: State) => string) {
    this.#keyOf = keyOf;
  }

  /** Let each new act of the reader on the widget begin a step. */
  follow(widget: HTMLElement): void {
    const before = { capture: true }; // whatever it lands on
    widget.addEventListener("pointerdown", () => this.close(), before);
    widget.addEventListener("click", ({ target }) => this.#act(target, isGradual(target)), before);
    widget.addEventListener("keydown", ({ target }) => this.#act(target, this.#goesOn(target)), before);
  }

  /** The next change begins a step. */
  close(): void {
    this.#open = undefined;
  }

  /** The state is about to change. */
  record(before: State, after: State): void {
    this.#changedAt = performance.now();
    if (this.#open) return;
    const key = this.#keyOf(before);
    if (key === this.#keyOf(after)) return;
    this.#open = { state: before, key };
    this.#past = [...this.#past, this.#open].slice(-MOST);
    this.#future = [];
  }

  canUndo(present: State): boolean {
    return this.#last(this.#past, present) >= 0;
  }

  canRedo(present: State): boolean {
    return this.#last(this.#future, present) >= 0;
  }

  /** The state before the last step; undefined where there is none. */
  undo(present: State): State | undefined {
    return this.#move(this.#past, this.#future, present);
  }

  redo(present: State): State | undefined {
    return this.#move(this.#future, this.#past, present);
  }

  #move(from: Entry<State>[], to: Entry<State>[], present: State): State | undefined {
    this.close();
    const entry = from[this.#last(from, present)];
    if (!entry) return undefined;
    from.splice(from.indexOf(entry));
    to.push({ state: present, key: this.#keyOf(present) });
    return entry.state;
  }

  /** The last entry that differs from the state: a step that ended where it began is none. */
  #last(entries: readonly Entry<State>[], present: State): number {
    const key = this.#keyOf(present);
    return entries.findLastIndex((entry) => entry.key !== key);
  }

  #act(target: EventTarget | null, goesOn: boolean): void {
    if (!goesOn) this.close();
    this.#hand = target;
  }

  #goesOn(target: EventTarget | null): boolean {
    return target === this.#hand && isGradual(target) && performance.now() - this.#changedAt < REST;
  }
}

/** Whether something is moved or written bit by bit. */
function isGradual(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(`[type=range], [role=slider], ${TYPED}`);
}
