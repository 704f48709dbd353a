// What every widget has in common: a state that lives in the address and can be taken back, a question first, a story in
// steps, its result in words and as a table, and tools. A widget adds its figure and its mathematics.

import type { Fragment } from "./address.ts";
import { onArrival, presentFragment, putValues, readValue, withValues } from "./address.ts";
import { Announcer } from "./announcer.ts";
import type { Attributes } from "./attributes.ts";
import { html, say, set } from "./dom.ts";
import { letFingersScroll } from "./fingers.ts";
import { fold } from "./fold.ts";
import { headingFor } from "./heading.ts";
import { History } from "./history.ts";
import { Presets } from "./presets.ts";
import type { Question } from "./question.ts";
import { asked } from "./question.ts";
import type { Step } from "./steps.ts";
import type { Table } from "./table.ts";
import { fillTable } from "./table.ts";
import { Tools } from "./tools.ts";
import type { Unit } from "./units.ts";
import { currentUnit, UNIT_CHANGED } from "./units.ts";

/** What a widget is made of, once. */
export interface Built {
  /** What answers to the hand. On a phone it stays in sight, below the result in words, while something is moved. */
  readonly figure: readonly Node[];
  /** What is moved. */
  readonly inputs: readonly Node[];
  /** What can wait: on a phone it is folded. */
  readonly rest: readonly Node[];
}

/** What a page's author says about a widget: at least how it begins. */
interface Page<State> {
  readonly initial: State;
}

export abstract class Widget<State, Written extends Page<State>> extends HTMLElement {
  protected state!: State;
  /** What the page's author wrote into the attributes. */
  protected page!: Written;
  // Each step is seen at once and said when the hand rests.
  readonly #output = html("output", { class: "xb-output", "aria-live": "off" });
  readonly #announcer = new Announcer();
  readonly #table = html("table", { class: "xb-table" });
  readonly #numbers = html("details", { class: "xb-numbers" }, html("summary", {}, "The numbers as a table"));
  readonly #history = new History<State>((state) => this.#keyOf(state));
  #tools!: Tools;
  #presets: Presets<State> | undefined;
  #stepKeys: readonly string[] = [];
  #listening = new AbortController();

  protected abstract readonly heading: string;
  protected abstract readonly notice: readonly (Node | string)[];
  /** Undefined for a tool that is asked, and does not ask. */
  protected abstract readonly question: Question | undefined;
  protected abstract readonly attributesOfPage: Attributes<Written>;
  /** Whether the figure takes the whole width, above what is moved. */
  protected readonly isAcross: boolean = false;
  /** The story in steps; a tool tells none. */
  protected readonly steps: (page: Written) => readonly Step<State>[] = () => [];
  /** The state that an address holds; what it does not hold, or holds as nonsense, comes from the fallback. */
  protected abstract fromAddress(read: (name: string) => string | null, fallback: State): State;
  protected abstract toAddress(state: State): Record<string, string>;
  protected abstract build(): Built;
  /** Bring the figure in line with the state, changing what is there. */
  protected abstract redraw(unit: Unit): void;
  protected abstract result(unit: Unit): string;
  protected abstract table(unit: Unit): Table;

  connectedCallback(): void {
    if (!this.contains(this.#output)) this.#begin();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener(UNIT_CHANGED, () => this.#show(), { signal });
    addEventListener("storage", () => this.#show(), { signal });
    onArrival(this.id, () => this.#arrive(), signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  /** Take a new state, show it at once, and soon after write it to the address. The reader can take it back. */
  protected change(state: State): void {
    this.#history.record(this.state, state);
    this.#put(state);
  }

  protected reset(): void {
    this.change(this.page.initial);
  }

  /** What of the state an address says: the page's own while the reader works, or that of a link which is copied. */
  protected addressed(state: State, _place: "page" | "link"): Record<string, string> {
    return this.toAddress(state);
  }

  #put(state: State): void {
    this.#take(state);
    const initial = this.toAddress(this.page.initial);
    const written = Object.entries(this.addressed(state, "page"));
    const changed = written.map(([name, value]) => [name, value === initial[name] ? "" : value] as const);
    putValues(this.id, Object.fromEntries(changed));
  }

  /** Show what long work has come to; said once it rests. */
  protected refresh(): void {
    this.#show();
    this.#announce();
  }

  /** The same where nobody asked for the work, and its sentence stays as it was. */
  protected refreshUnsaid(): void {
    this.#show();
  }

  #begin(): void {
    this.id ||= freeId(this.localName);
    this.page = this.#read();
    this.state = this.#stateInAddress();
    this.#history.follow(this);
    letFingersScroll(this, { present: () => this.state, restore: (state) => this.change(state) });
    const still = html("div", { class: "xb-still" }, ...this.childNodes);
    const content = [
      headingFor(this, this.heading),
      html("p", { class: "xb-notice" }, ...this.notice),
      ...(this.question ? [asked(this.question, this.id)] : []),
      this.#board(this.build()),
      this.#announcer.element,
      still,
    ];
    set(this, { role: "group", "aria-label": this.heading });
    this.classList.add("xb-widget");
    if (!this.question) this.#printAnswers();
    this.replaceChildren(...content);
  }

  /** Of a tool, paper shows what it answers, with the numbers; of any other widget, the still figure. */
  #printAnswers(): void {
    this.classList.add("xb-tool");
    addEventListener("beforeprint", () => fillTable(this.#table, this.table(currentUnit())));
  }

  #board({ figure, inputs, rest }: Built): HTMLElement {
    this.#tools = this.#makeTools();
    this.#presets = this.#story();
    this.#numbers.append(this.#scrollingTable());
    this.#numbers.addEventListener("toggle", () => this.#show());
    return html(
      "div",
      { class: this.isAcross ? "xb-board xb-across" : "xb-board" },
      html("div", { class: "xb-answer" }, this.#output, ...figure),
      html("div", { class: "xb-inputs" }, ...inputs),
      fold("More: unit, undo, sharing, table"),
      ...rest,
      ...(this.#presets ? [this.#presets.element] : []),
      this.#tools.element,
      this.#numbers,
    );
  }

  #makeTools(): Tools {
    const title = this.heading;
    return new Tools({
      taken: { widget: this, title, fragment: () => this.#fragment(), table: () => this.table(currentUnit()) },
      undo: () => this.#goTo(this.#history.undo(this.state)),
      redo: () => this.#goTo(this.#history.redo(this.state)),
      reset: () => this.reset(),
      counted: () => this.#announce(),
    });
  }

  #story(): Presets<State> | undefined {
    const steps = this.steps(this.page);
    this.#stepKeys = steps.map(({ state }) => this.#keyOf(state));
    return steps.length > 0 ? new Presets(steps, (state) => this.change(state)) : undefined;
  }

  #goTo(state: State | undefined): void {
    if (state !== undefined) this.#put(state);
  }

  /** The reader came to another address: that is a step, too. */
  #arrive(): void {
    const state = this.#stateInAddress();
    this.#history.close();
    this.#history.record(this.state, state);
    this.#history.close();
    this.#take(state);
  }

  #keyOf(state: State): string {
    return JSON.stringify(this.toAddress(state));
  }

  #read(): Written {
    try {
      return this.attributesOfPage.read((name) => this.getAttribute(name) ?? "");
    } catch (cause) {
      throw new RangeError(`<${this.localName} id="${this.id}"> cannot begin: ${String(cause)}`, { cause });
    }
  }

  #stateInAddress(): State {
    return this.fromAddress((name) => readValue(this.id, name), this.page.initial);
  }

  #take(state: State): void {
    this.state = state;
    this.#show();
    this.#announce();
  }

  #show(): void {
    const unit = currentUnit();
    this.redraw(unit);
    say(this.#output, this.result(unit));
    // A closed table waits: a redraw has a frame's time on a slow phone.
    if (this.#numbers.open || !this.#table.tHead) fillTable(this.#table, this.table(unit));
    this.#tools.show(unit, this.#history.canUndo(this.state), this.#history.canRedo(this.state));
    this.#presets?.show(this.#stepKeys.indexOf(this.#keyOf(this.state)));
  }

  #announce(): void {
    this.#announcer.say(this.#output.textContent);
  }

  #scrollingTable(): HTMLElement {
    const frame = { class: "xb-scroll", tabindex: 0, role: "region", "aria-label": `Table: ${this.heading}` };
    return html("div", frame, this.#table);
  }

  /** What the address says, with this widget's whole state: a link must not depend on how the page begins tomorrow. */
  #fragment(): Fragment {
    return withValues(presentFragment(), this.id, this.addressed(this.state, "link"));
  }
}

function freeId(name: string): string {
  let id = name;
  for (let n = 2; document.getElementById(id); n++) id = `${name}-${n}`;
  return id;
}
