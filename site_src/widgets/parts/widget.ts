// What every widget has in common: a state that lives in the address, a question first, its result in words and as a
// table, the unit switch, links to copy. A widget adds its figure and its mathematics.

import type { Fragment } from "./address.ts";
import { onArrival, presentFragment, putValues, readValue, withValues } from "./address.ts";
import { Announcer } from "./announcer.ts";
import type { Attributes } from "./attributes.ts";
import { html, say, set } from "./dom.ts";
import { letFingersScroll } from "./fingers.ts";
import { fold } from "./fold.ts";
import { headingFor } from "./heading.ts";
import type { Question } from "./question.ts";
import { asked } from "./question.ts";
import type { Radios } from "./radios.ts";
import { radios } from "./radios.ts";
import { sharing } from "./sharing.ts";
import type { Table } from "./table.ts";
import { fillTable } from "./table.ts";
import type { Unit } from "./units.ts";
import { chooseUnit, currentUnit, UNIT_CHANGED, UNITS } from "./units.ts";

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
  #units!: Radios<Unit>;
  #listening = new AbortController();

  protected abstract readonly heading: string;
  protected abstract readonly notice: readonly (Node | string)[];
  /** Undefined for a tool that is asked, and does not ask. */
  protected abstract readonly question: Question | undefined;
  protected abstract readonly attributesOfPage: Attributes<Written>;
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
    onArrival(this.id, () => this.#take(this.#stateInAddress()), signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  /** Take a new state, show it at once, and soon after write it to the address. */
  protected change(state: State): void {
    this.#take(state);
    const initial = this.toAddress(this.page.initial);
    const written = Object.entries(this.toAddress(state));
    const changed = written.map(([name, value]) => [name, value === initial[name] ? "" : value] as const);
    putValues(this.id, Object.fromEntries(changed));
  }

  protected reset(): void {
    this.change(this.page.initial);
  }

  #begin(): void {
    this.id ||= freeId(this.localName);
    this.page = this.#read();
    this.#units = radios({ name: `${this.id}-unit`, legend: "Unit", values: UNITS }, (unit) => {
      chooseUnit(unit);
      this.#announce();
    });
    this.state = this.#stateInAddress();
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
    const share = { widget: this, title: this.heading, fragment: () => this.#fragment() };
    this.#numbers.append(this.#scrollingTable());
    this.#numbers.addEventListener("toggle", () => this.#show());
    return html(
      "div",
      { class: "xb-board" },
      html("div", { class: "xb-answer" }, this.#output, ...figure),
      html("div", { class: "xb-inputs" }, ...inputs),
      fold("More: unit, link, table"),
      ...rest,
      html("div", { class: "xb-tools" }, this.#units.element, ...sharing(share)),
      this.#numbers,
    );
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
    this.#units.check(unit);
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
    return withValues(presentFragment(), this.id, this.toAddress(this.state));
  }
}

function freeId(name: string): string {
  let id = name;
  for (let n = 2; document.getElementById(id); n++) id = `${name}-${n}`;
  return id;
}
