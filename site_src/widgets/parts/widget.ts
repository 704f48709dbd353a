// What every widget has in common: a state that lives in the address, a question first, its result in words and as a
// table, the unit switch, links to copy. A widget adds its figure and its mathematics.

import { embedded, notEmbedded, readParameter, withParameters } from "./address.ts";
import type { Attributes } from "./attributes.ts";
import { button } from "./button.ts";
import { copy } from "./copying.ts";
import { html, say, set } from "./dom.ts";
import type { Radios } from "./radios.ts";
import { radios } from "./radios.ts";
import type { Table } from "./table.ts";
import { fillTable } from "./table.ts";
import type { Unit } from "./units.ts";
import { chooseUnit, currentUnit, UNIT_CHANGED, UNITS } from "./units.ts";

/** A prediction to make before touching anything; each answer is told what it gets right or wrong. */
export interface Question {
  readonly ask: string;
  readonly answers: readonly { readonly text: string; readonly reply: string }[];
}

// Browsers refuse more than a hundred changes of the address in half a minute.
const ADDRESS_PAUSE = 400;

/** What a page's author says about a widget: at least how it begins. */
interface Page<State> {
  readonly initial: State;
}

export abstract class Widget<State, Written extends Page<State>> extends HTMLElement {
  protected state!: State;
  /** What the page's author wrote into the attributes. */
  protected page!: Written;
  readonly #output = html("output", { class: "xb-output", "aria-live": "polite" });
  readonly #table = html("table", { class: "xb-table" });
  readonly #numbers = html("details", { class: "xb-numbers" }, html("summary", {}, "The numbers as a table"));
  #units!: Radios<Unit>;
  readonly #copyStatus = html("span", { class: "xb-status", role: "status" });
  readonly #toCopy = html("input", { class: "xb-link", readonly: true, hidden: true, "aria-label": "Text to copy" });
  #addressTimer = 0;
  #listening = new AbortController();

  protected abstract readonly heading: string;
  protected abstract readonly notice: readonly (Node | string)[];
  /** Undefined for a tool that is asked, and does not ask. */
  protected abstract readonly question: Question | undefined;
  protected abstract readonly attributesOfPage: Attributes<Written>;
  /** The state that an address holds; what it does not hold, or holds as nonsense, comes from the fallback. */
  protected abstract fromAddress(read: (name: string) => string | null, fallback: State): State;
  protected abstract toAddress(state: State): Record<string, string>;
  /** The figure with its inputs, made once. */
  protected abstract build(): readonly Node[];
  /** Bring the figure in line with the state, changing what is there. */
  protected abstract redraw(unit: Unit): void;
  protected abstract result(unit: Unit): string;
  protected abstract table(unit: Unit): Table;

  connectedCallback(): void {
    if (!this.contains(this.#output)) this.#replaceStillFigure();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener(UNIT_CHANGED, () => this.#show(), { signal });
    addEventListener("storage", () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#addressTimer);
    this.#listening.abort();
  }

  /** Take a new state, show it at once, and soon after write it to the address. */
  protected change(state: State): void {
    this.state = state;
    this.#show();
    clearTimeout(this.#addressTimer);
    this.#addressTimer = window.setTimeout(() => this.#writeAddress(), ADDRESS_PAUSE);
  }

  protected reset(): void {
    this.change(this.page.initial);
  }

  #replaceStillFigure(): void {
    this.id ||= freeId(this.localName);
    this.page = this.#read();
    this.#units = radios({ name: `${this.id}-unit`, legend: "Unit", values: UNITS }, chooseUnit);
    const here = new URL(location.href);
    this.state = this.fromAddress((name) => readParameter(here, this.id, name), this.page.initial);
    const content = [
      html("p", { class: "xb-heading" }, this.heading),
      html("p", { class: "xb-notice" }, ...this.notice),
      ...(this.question ? [this.#askQuestion(this.question)] : []),
      ...this.build(),
      this.#output,
      this.#tools(),
      this.#numbers,
    ];
    this.#numbers.append(this.#scrollingTable());
    this.#numbers.addEventListener("toggle", () => this.#show());
    set(this, { role: "group", "aria-label": this.heading });
    this.classList.add("xb-widget");
    this.replaceChildren(...content);
  }

  #read(): Written {
    try {
      return this.attributesOfPage.read((name) => this.getAttribute(name) ?? "");
    } catch (cause) {
      throw new RangeError(`<${this.localName} id="${this.id}"> cannot begin: ${String(cause)}`, { cause });
    }
  }

  #show(): void {
    const unit = currentUnit();
    this.redraw(unit);
    say(this.#output, this.result(unit));
    // A closed table waits: a redraw has a frame's time on a slow phone.
    if (this.#numbers.open || !this.#table.tHead) fillTable(this.#table, this.table(unit));
    this.#units.check(unit);
  }

  #askQuestion(question: Question): HTMLElement {
    const reply = html("p", { class: "xb-reply", role: "status" });
    const answers = question.answers.map(({ text, reply: words }) => {
      const answer = button(text, () => {
        for (const other of answers) set(other, { "aria-pressed": String(other === answer) });
        say(reply, words);
      });
      set(answer, { "aria-pressed": "false" });
      return answer;
    });
    const ask = html("p", { id: `${this.id}-question` }, html("strong", {}, "Predict first. "), question.ask);
    const group = html("div", { class: "xb-answers", role: "group", "aria-labelledby": ask.id }, ...answers);
    return html("div", { class: "xb-question" }, ask, group, reply);
  }

  #tools(): HTMLElement {
    const copies = [
      button("Copy link", () => void this.#copy("link", this.#link().href)),
      button("Embed", () => void this.#copy("embed code", this.#embedCode())),
    ];
    return html(
      "div",
      { class: "xb-tools" },
      this.#units.element,
      html("div", { class: "xb-copies" }, ...copies),
      this.#toCopy,
      this.#copyStatus,
    );
  }

  #scrollingTable(): HTMLElement {
    const frame = { class: "xb-scroll", tabindex: 0, role: "region", "aria-label": `Table: ${this.heading}` };
    return html("div", frame, this.#table);
  }

  #link(): URL {
    const link = withParameters(notEmbedded(new URL(location.href)), this.id, this.toAddress(this.state));
    link.hash = this.id;
    return link;
  }

  #embedCode(): string {
    const frame = html("iframe", {
      src: embedded(this.#link(), this.id).href,
      title: this.heading,
      width: "100%",
      height: Math.ceil(this.getBoundingClientRect().height),
      loading: "lazy",
    });
    return frame.outerHTML;
  }

  #copy(what: string, text: string): Promise<void> {
    this.#toCopy.hidden = true;
    return copy(text, this.#copyStatus, `The ${what} is copied.`, () => {
      this.#toCopy.value = text;
      this.#toCopy.hidden = false;
      this.#toCopy.select();
      return `Copy the ${what} from the box.`;
    });
  }

  #writeAddress(): void {
    const initial = this.toAddress(this.page.initial);
    const written = Object.entries(this.toAddress(this.state));
    const changed = written.map(([name, value]) => [name, value === initial[name] ? "" : value] as const);
    const address = withParameters(new URL(location.href), this.id, Object.fromEntries(changed));
    history.replaceState(history.state, "", address);
  }
}

function freeId(name: string): string {
  let id = name;
  for (let n = 2; document.getElementById(id); n++) id = `${name}-${n}`;
  return id;
}
