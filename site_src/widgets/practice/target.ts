// Guess the divergence of twenty pairs: the table of the page holds them, and is what remains without a script.

import { html, percent } from "../parts/dom.ts";
import { readAnswer, Unread } from "../parts/expressions.ts";

interface Pair {
  readonly p: readonly number[];
  readonly q: readonly number[];
  /** In bits. */
  readonly divergence: number;
}

const LETTERS = ["a", "b", "c", "d"] as const;
const DIGITS = 3;

/** Offer the game before the folded table. */
export function offerTarget(table: HTMLTableElement): void {
  const pairs = [...table.tBodies].flatMap(({ rows }) => [...rows].map(pairIn));
  const fold = table.closest("details");
  if (!fold || pairs.length === 0) return;
  const place = html("div", { class: "target" });
  fold.before(place);
  new Game(place, pairs).ask();
}

function pairIn(row: HTMLTableRowElement): Pair {
  const [, p, q, divergence] = [...row.cells].map(({ textContent }) => textContent);
  return { p: numbersIn(p), q: numbersIn(q), divergence: Number(divergence) };
}

function numbersIn(text: string | undefined): number[] {
  return (text ?? "").split(",").map(Number);
}

class Game {
  readonly #place: HTMLElement;
  readonly #pairs: readonly Pair[];
  /** How far off each guess was, with its sign. */
  readonly #errors: number[] = [];

  constructor(place: HTMLElement, pairs: readonly Pair[]) {
    this.#place = place;
    this.#pairs = pairs;
  }

  ask(): void {
    const number = this.#errors.length + 1;
    const pair = this.#pairs[number - 1];
    if (!pair) {
      this.#end();
      return;
    }
    const heading = html("p", { tabindex: -1 }, `Pair ${number} of ${this.#pairs.length}`);
    const input = html("input", { id: "target-guess", type: "text", inputmode: "decimal", autocomplete: "off" });
    const label = html("label", { for: "target-guess" }, "Your guess of D(p‖q), in bits");
    const say = html("button", { type: "button", class: "check" }, "Guess");
    const verdict = html("p", { class: "verdict", role: "status" });
    const answer = (): void => this.#answer(input, pair, verdict, say);
    say.addEventListener("click", answer);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || say.hidden) return;
      event.preventDefault(); // the button that comes must not be pressed by the same key
      answer();
    });
    const field = html("div", { class: "exercise" }, label, input, say, verdict);
    this.#place.replaceChildren(heading, drawn(pair), field);
    if (number > 1) heading.focus();
  }

  #answer(input: HTMLInputElement, pair: Pair, verdict: HTMLElement, say: HTMLElement): void {
    try {
      this.#errors.push(guessIn(input.value) - pair.divergence);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      verdict.textContent = error.message;
      return;
    }
    const off = this.#errors.at(-1) ?? 0;
    say.hidden = true;
    input.readOnly = true;
    const next = html(
      "button",
      { type: "button" },
      this.#errors.length < this.#pairs.length ? "Next pair" : "See how it went",
    );
    next.addEventListener("click", () => this.ask());
    verdict.replaceChildren(
      `It is ${bits(pair.divergence)}. ${inWords(off)} So far you are off by ${bits(mean(this.#errors))} on average. `,
    );
    verdict.after(next);
    next.focus();
  }

  #end(): void {
    const half = Math.floor(this.#errors.length / 2);
    const [first, last] = [mean(this.#errors.slice(0, half)), mean(this.#errors.slice(half))];
    const low = this.#errors.filter((error) => error < 0).length;
    const again = html("button", { type: "button" }, "Once more");
    again.addEventListener("click", () => {
      this.#errors.length = 0;
      this.ask();
    });
    const words = html(
      "p",
      { tabindex: -1 },
      `In the first half you were off by ${bits(first)} on average, in the second by ${bits(last)}. ${low} of ${this.#errors.length} guesses were too low.`,
    );
    this.#place.replaceChildren(words, html("div", { class: "exercise" }, again));
    words.focus();
  }
}

/** A guess is no less than 0, as no divergence is. */
function guessIn(typed: string): number {
  const { value, unit } = readAnswer(typed);
  if (unit && unit !== "bits") throw new Unread("Guess in bits.");
  if (!(value >= 0 && value < Infinity)) throw new Unread("No divergence is below 0, and none of these is infinite.");
  return value;
}

function drawn({ p, q }: Pair): HTMLElement {
  const letters = LETTERS.map((letter, i) => {
    const bar = (law: "p" | "q", share = 0): HTMLElement =>
      html("span", { class: `target-bar is-${law}`, style: `height: ${percent(share)}` });
    const told = html("span", { class: "target-told" }, `p ${p[i] ?? 0}`, html("br"), `q ${q[i] ?? 0}`);
    return html(
      "li",
      {},
      html("span", { class: "target-bars" }, bar("p", p[i]), bar("q", q[i])),
      html("b", {}, letter),
      told,
    );
  });
  return html("ul", { class: "target-pair", "aria-label": "The two laws, letter by letter" }, ...letters);
}

function mean(errors: readonly number[]): number {
  return errors.reduce((sum, error) => sum + Math.abs(error), 0) / Math.max(1, errors.length);
}

function inWords(off: number): string {
  if (Math.abs(off) < 0.5 * 10 ** -DIGITS) return "Your guess is exactly that.";
  return `Your guess is ${bits(Math.abs(off))} too ${off < 0 ? "low" : "high"}.`;
}

function bits(value: number): string {
  return `${value.toFixed(DIGITS)} bits`;
}
