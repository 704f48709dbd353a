// <xb-wrong-code id="…" texts="name|text|name|text|name|text">still figure</xb-wrong-code>
// The reader's text is really written in a code that was counted from another text, and read back.

import { sum } from "../mathematics/laws.ts";
import type { Bill, TextCode } from "../mathematics/text-codes.ts";
import {
  arithmetic,
  beliefIn,
  bill,
  countLetters,
  ESCAPE,
  huffman,
  placeOf,
  RAW,
  readArithmetic,
  readHuffman,
  trained,
} from "../mathematics/text-codes.ts";
import { radios } from "../parts/buttons.ts";
import { html } from "../parts/dom.ts";
import { Slider } from "../parts/named-slider.ts";
import type { Question } from "../parts/question.ts";
import { lawName } from "../parts/roles.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatPercent } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { BillChart } from "./bill-chart.ts";
import type { Coder, Source, State } from "./state.ts";
import {
  CODERS,
  fromAddress,
  LONGEST_IN_LINK,
  lettersOf,
  SOURCES,
  toAddress,
  trainingText,
  withoutTyped,
} from "./state.ts";
import { steps } from "./steps.ts";
import type { Cell } from "./tape.ts";
import { shown, Tape } from "./tape.ts";

const LONGEST = 2000; // letters of a text
const CODER_NAMES: Readonly<Record<Coder, string>> = { huffman: "Huffman", arithmetic: "arithmetic" };

/** What is sent in a state, and what it costs. */
interface Sending {
  readonly code: TextCode;
  readonly letters: readonly string[];
  readonly bill: Bill;
  /** The first letter without a word, counted from 0; −1 where there is none. */
  readonly refusedAt: number;
}

class WrongCode extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected readonly heading = "A text in the code of another text";
  protected readonly notice = [
    "Type a text: its letters follow ",
    lawName("p"),
    ", the code believes ",
    lawName("q"),
    ". Watch where the bars of what is really written end: at H(p) + ",
    html("b", { class: "xb-d-ink" }, "D(p‖q)"),
    ", and never inside the green.",
  ];
  protected readonly question: Question = {
    ask: "A code was counted from one text and writes another, letter by letter. Can it need fewer digits than the best code for the letters that it writes?",
    answers: [
      {
        text: "Yes, with luck",
        reply:
          "Try: whatever text you type, the written bars reach past the green one, H(p). D(p‖q) is never negative.",
      },
      {
        text: "No",
        reply:
          "Right. It writes H(p) + D(p‖q) bits a letter, and D(p‖q) is 0 only where its shares are those of the text.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  #chart!: BillChart;
  readonly #tape = new Tape();
  #message!: HTMLTextAreaElement;
  #own!: HTMLTextAreaElement;
  #ownField!: HTMLElement;
  #slider!: Slider;
  #sources!: ReturnType<typeof radios<Source>>;
  #coders!: ReturnType<typeof radios<Coder>>;
  readonly #escape = html("input", { type: "checkbox" });
  #code: { readonly key: string; readonly code: TextCode } | undefined;
  #sending: { readonly state: State; readonly sending: Sending } | undefined;

  protected override fromAddress(read: (name: string) => string | null): State {
    return fromAddress(read, this.page);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state, this.page);
  }

  /** What a reader types stands in no address but that of a link which they copy, and there only if it is short. */
  protected override addressed(state: State, place: "page" | "link"): Record<string, string> {
    return withoutTyped(this.toAddress(state), place === "link" ? LONGEST_IN_LINK : -1);
  }

  protected override build(): Built {
    this.#chart = new BillChart(`${this.id}-extra`);
    this.#message = this.#box("message", (message) => ({ ...this.state, message, sent: Infinity }));
    this.#own = this.#box("own", (own) => ({ ...this.state, own }));
    this.#ownField = html(
      "div",
      {},
      html("label", { class: "xb-field-label", for: this.#own.id }, "the text that it is counted from"),
      this.#own,
    );
    const names = { given: this.page.training.name, itself: "the text itself", own: "another" };
    this.#sources = radios(
      { name: `${this.id}-source`, legend: "The code is counted from", values: SOURCES, texts: names },
      (source) => this.change({ ...this.state, source }),
    );
    this.#coders = radios(
      { name: `${this.id}-coder`, legend: "Digits written by", values: CODERS, texts: CODER_NAMES },
      (coder) => this.change({ ...this.state, coder }),
    );
    this.#slider = new Slider({ id: `${this.id}-sent`, label: "sent", min: 1, max: 1 }, (sent) =>
      this.change({ ...this.state, sent: sent < lettersOf(this.state.message).length ? sent : Infinity }),
    );
    this.#escape.addEventListener("change", () => this.change({ ...this.state, escaping: this.#escape.checked }));
    return {
      figure: [this.#chart.element, this.#tape.element],
      inputs: [
        html("label", { class: "xb-field-label", for: this.#message.id }, "the text that is sent"),
        this.#message,
        this.#slider.element,
        html("p", { class: "xb-field-label", "aria-hidden": "true" }, "the code is counted from"),
        this.#sources.element,
        this.#ownField,
        html("label", { class: "xb-check" }, this.#escape, "an escape for letters that it lacks"),
        html("p", { class: "xb-field-label", "aria-hidden": "true" }, "digits written by"),
        this.#coders.element,
      ],
      rest: [
        html(
          "p",
          { class: "xb-rule" },
          "What you type stays in this browser. A link that you copy carries it behind its #, where no server sees it, " +
            `if it has at most ${LONGEST_IN_LINK} letters. The receiver is told how many letters come.`,
        ),
      ],
    };
  }

  protected override redraw(unit: Unit): void {
    const { message, source, own, coder, escaping } = this.state;
    const { letters, bill: present } = this.#sent();
    const { digits } = present;
    const rate = (by: Coder) => (digits ? (lengthOf(digits[by]) * Math.LN2) / letters.length : Infinity);
    this.#chart.show({ ...present, arithmetic: rate("arithmetic"), huffman: rate("huffman") }, unit);
    this.#tape.show(...this.#written());
    for (const [box, words] of [[this.#message, message] as const, [this.#own, own] as const]) {
      if (box.value !== words) box.value = words;
    }
    this.#ownField.hidden = source !== "own";
    this.#sources.check(source);
    this.#coders.check(coder);
    this.#escape.checked = escaping;
    const most = lettersOf(message).length;
    this.#slider.reach(Math.max(most, 1));
    this.#slider.show(letters.length, `${letters.length} of ${most}`, `${letters.length} of ${most} letters`);
  }

  protected override result(unit: Unit): string {
    const { code, letters, bill: present, refusedAt } = this.#sent();
    const amount = (nats: number) => formatAmount(nats, unit);
    if (letters.length === 0) return "Type a text to send it.";
    const { digits } = present;
    if (!digits) {
      return `The code has no word for ${quoted(letters[refusedAt] ?? "")}, letter ${refusedAt + 1}. There q = 0 and p is not: D(p‖q) = ∞ ${unit}. Only an escape could go on.`;
    }
    const escaped = letters.filter((letter) => !code.index.has(letter)).length;
    const price = escaped > 0 ? `, ${amount((escaped * escapeCost(code)) / letters.length)} of them for escapes` : "";
    return (
      `${letters.length} ${letters.length === 1 ? "letter" : "letters"} took ${lengthOf(digits.huffman)} digits by Huffman and ` +
      `${lengthOf(digits.arithmetic)} by the arithmetic coder: H(p) ${amount(present.entropy)} + D(p‖q) ` +
      `${amount(present.divergence)} ${unit} a letter${price}.`
    );
  }

  protected override table(unit: Unit): Table {
    const { code, letters } = this.#sent();
    const counts = [...countLetters(letters.join(""))].sort(([, a], [, b]) => b - a);
    return {
      caption: `The letters that were sent: their shares, what the code believes, and Huffman’s words. Surprise in ${unit}.`,
      head: ["letter", "sent", "p", "q", "log 1/q", "word", "digits"],
      rows: counts.map(([letter, count]) => {
        const q = beliefIn(letter, code);
        const place = placeOf(letter, code);
        const word = place === undefined ? "none" : (code.words[place] as string);
        const raw = place !== undefined && code.letters[place] === ESCAPE ? RAW : 0;
        return [
          shown(letter),
          String(count),
          formatPercent(count / letters.length),
          q > 0 && q < 1e-4 ? q.toExponential(1) : formatPercent(q),
          formatAmount(-Math.log(q), unit),
          raw ? `${word} + ${RAW}` : word,
          place === undefined ? "∞" : String(count * (word.length + raw)),
        ];
      }),
    };
  }

  /** What is sent, worked out once for each state. */
  #sent(): Sending {
    if (this.#sending?.state !== this.state) this.#sending = { state: this.state, sending: this.#send() };
    return this.#sending.sending;
  }

  #send(): Sending {
    const code = this.#codeInUse();
    const letters = lettersOf(this.state.message).slice(0, this.state.sent);
    const refusedAt = letters.findIndex((letter) => placeOf(letter, code) === undefined);
    return { code, letters, bill: bill(letters.join(""), code), refusedAt };
  }

  #codeInUse(): TextCode {
    const { escaping } = this.state;
    const training = trainingText(this.state, this.page);
    const key = `${escaping} ${training}`;
    if (this.#code?.key !== key) this.#code = { key, code: trained(training, escaping) };
    return this.#code.code;
  }

  /** The digits at each letter, as far as the code goes, and the text that they give back. */
  #written(): [Cell[], string] {
    const { code, letters, bill: present, refusedAt } = this.#sent();
    const possible = refusedAt < 0 ? letters : letters.slice(0, refusedAt);
    const text = possible.join("");
    const isHuffman = this.state.coder === "huffman";
    const digits = present.digits?.[this.state.coder] ?? (isHuffman ? huffman : arithmetic)(text, code);
    const again = (isHuffman ? readHuffman : readArithmetic)(digits.join(""), possible.length, code);
    const cells = possible.map((letter, i) => ({ letter, digits: digits[i] || "·" }));
    if (refusedAt >= 0) return [[...cells, { letter: letters[refusedAt] as string, digits: "no word" }], again];
    return [isHuffman ? cells : [...cells, { letter: "end", digits: digits.at(-1) ?? "" }], again];
  }

  #box(name: string, changed: (text: string) => State): HTMLTextAreaElement {
    const box = html("textarea", {
      id: `${this.id}-${name}`,
      rows: 4,
      maxlength: LONGEST,
      class: "xb-typed",
      spellcheck: "false",
      autocomplete: "off",
    });
    box.addEventListener("input", () => this.change(changed(box.value)));
    return box;
  }
}

/** What one escape with the number behind it takes of the message, in nats. */
function escapeCost(code: TextCode): number {
  return Math.log(code.total) + RAW * Math.LN2;
}

function lengthOf(digits: readonly string[]): number {
  return sum(digits.map(({ length }) => length));
}

function quoted(letter: string): string {
  return `“${shown(letter)}”`;
}

customElements.define("xb-wrong-code", WrongCode);
