// What is typed as an answer: a number as people write it, or what computes one: 13/16, log2(3) - 2/3, 1 - H(0.1), √2,
// with a unit behind it or without. What cannot be read is told with the place where reading stopped.

import { readNumber, readTyped, THOUSANDS } from "./numbers.ts";
import type { Unit } from "./units.ts";
import { UNITS } from "./units.ts";

export interface Answer {
  readonly value: number;
  /** The unit of information that is typed behind it. */
  readonly unit: Unit | undefined;
  /** Typed with a per cent sign, and already divided by a hundred. */
  readonly isPercent: boolean;
}

/** Words for the reader about what was typed. */
export class Unread extends RangeError {}

const UNIT = /\s*\b(bit|nat|ban)s?(?:\s+(?:per|an?)\s+[\p{L}-]+)?\s*\.?$/iu;
const TOKEN =
  /\s*(?:(?<number>[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f'’_]\d{3})+(?!\d)(?:\.\d+)?|(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d+)?\.?(?!\d))|(?<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])|(?<name>[\p{L}∞]+(?:10|2|[₀-₉]+)?)|(?<sign>\*\*|[-+*/^(),;%√]))/uy;
const SIGNS: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "·": "*",
  "×": "*",
  "÷": "/",
  "²": "^2",
  "³": "^3",
};
const DEEPEST = 50;

const FUNCTIONS: ReadonlyMap<string, (...x: number[]) => number> = new Map([
  ["log2", Math.log2],
  ["log₂", Math.log2],
  ["ln", Math.log],
  ["log10", Math.log10],
  ["log₁₀", Math.log10],
  ["exp", Math.exp],
  ["sqrt", Math.sqrt],
  ["h", entropy],
]);
const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["e", Math.E],
  ["pi", Math.PI],
  ["π", Math.PI],
  ["∞", Infinity],
  ["inf", Infinity],
  ["infinity", Infinity],
]);

/** What somebody typed; throws Unread with words about what stands in the way. */
export function readAnswer(typed: string): Answer {
  const found = UNIT.exec(typed);
  const unit = found ? UNITS.find((name) => name.startsWith((found[1] as string).toLowerCase())) : undefined;
  const text = (found ? typed.slice(0, found.index) : typed).trim().replace(/\.$/, "");
  if (text === "") throw new Unread("Type a number first.");
  const plain = text.replace(/−/g, "-");
  if (THOUSANDS[","].test(plain)) {
    throw new Unread(
      `${text} may be ${plain.replaceAll(",", "")} or ${plain.replace(",", ".")}: write it without the comma.`,
    );
  }
  const value = readTyped(text) ?? new Reader(text).whole();
  if (Number.isNaN(value)) throw new Unread(`${text} is no number: a logarithm or a root has none there.`);
  return { value, unit, isPercent: text.endsWith("%") };
}

/** Bits of a law; of one probability, of the coin that has it. */
function entropy(...probabilities: number[]): number {
  const [p = Number.NaN] = probabilities;
  const law = probabilities.length === 1 ? [p, 1 - p] : probabilities;
  if (law.some((share) => !(share >= 0)) || Math.abs(law.reduce((sum, share) => sum + share, 0) - 1) > 1e-9) {
    throw new Unread("H takes one probability, such as H(0.1), or several that add up to 1.");
  }
  return law.reduce((sum, share) => sum - (share > 0 ? share * Math.log2(share) : 0), 0);
}

/** Reads sums of products of powers by recursive descent. */
class Reader {
  readonly #text: string;
  #at = 0;
  #ahead = "";
  #kind: "number" | "vulgar" | "name" | "sign" | "end" = "end";
  /** Behind the token ahead. */
  #end = 0;
  #depth = 0;
  #separatesByComma = false;

  constructor(text: string) {
    this.#text = text.replace(/[−–·×÷²³]/g, (sign) => SIGNS[sign] as string);
    this.#next();
  }

  whole(): number {
    const value = this.#sum();
    if (this.#kind !== "end") this.#stop();
    return value;
  }

  #sum(): number {
    let value = this.#product();
    while (this.#ahead === "+" || this.#ahead === "-")
      value += this.#take() === "+" ? this.#product() : -this.#product();
    return value;
  }

  #product(): number {
    let value = this.#signed();
    for (;;) {
      if (this.#ahead === "*" || this.#ahead === "/") {
        value = this.#take() === "*" ? value * this.#signed() : value / this.#signed();
      } else if (this.#kind === "name" || this.#ahead === "(" || this.#ahead === "√") {
        value *= this.#signed(); // 2 log2(3)
      } else {
        return value;
      }
    }
  }

  #signed(): number {
    if (this.#ahead !== "-" && this.#ahead !== "+") return this.#power();
    return this.#take() === "-" ? -this.#signed() : this.#signed();
  }

  #power(): number {
    let value = this.#base();
    if (this.#ahead === "%") {
      this.#take();
      value *= 1 / 100;
    }
    if (this.#ahead !== "^" && this.#ahead !== "**") return value;
    this.#take();
    return value ** this.#signed();
  }

  #base(): number {
    if (this.#kind === "number") return this.#number();
    if (this.#kind === "vulgar") return vulgar(this.#take());
    if (this.#kind === "name") return this.#named();
    if (this.#ahead === "√") {
      this.#take();
      return Math.sqrt(this.#base());
    }
    if (this.#ahead !== "(") this.#stop();
    return this.#inside(() => this.#sum());
  }

  #number(): number {
    const whole = readNumber(this.#ahead.replace(/\.$/, "").replace(",", "."));
    if (whole === undefined) this.#stop();
    this.#next();
    if (this.#kind !== "vulgar") return whole;
    return whole + vulgar(this.#take()); // 2½
  }

  #named(): number {
    const name = this.#ahead;
    const constant = CONSTANTS.get(name.toLowerCase());
    const named = FUNCTIONS.get(name.toLowerCase());
    if (name.toLowerCase() === "log") throw new Unread("log needs its base here: write log2, ln or log10.");
    if (constant !== undefined) {
      this.#next();
      return constant;
    }
    if (!named) this.#stop();
    const before = this.#separatesByComma;
    this.#separatesByComma = /^\s*\((?=[^)]*(?:[./]|,\s))(?![^)]*;)/.test(this.#text.slice(this.#end));
    this.#next();
    if (this.#ahead !== "(") {
      this.#separatesByComma = before;
      return named(this.#power()); // log2 3
    }
    const values = this.#inside(() => this.#list());
    this.#separatesByComma = before;
    return named(...values);
  }

  #list(): number[] {
    const values = [this.#sum()];
    while (this.#ahead === "," || this.#ahead === ";") {
      this.#take();
      values.push(this.#sum());
    }
    return values;
  }

  #inside<Value>(read: () => Value): Value {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Unread("These are too many parentheses.");
    this.#take();
    const value = read();
    if (this.#ahead !== ")") {
      if (this.#kind === "end") throw new Unread(`A parenthesis stays open in ${this.#text}.`);
      this.#stop();
    }
    this.#take();
    this.#depth -= 1;
    return value;
  }

  #take(): string {
    const token = this.#ahead;
    this.#next();
    return token;
  }

  #next(): void {
    this.#at = this.#end;
    TOKEN.lastIndex = this.#end;
    const found = TOKEN.exec(this.#text);
    if (!found) {
      if (this.#text.slice(this.#end).trim() !== "") this.#stop();
      this.#kind = "end";
      this.#ahead = "";
      return;
    }
    const groups = found.groups ?? {};
    const kind = (["number", "vulgar", "name", "sign"] as const).find((name) => groups[name] !== undefined) ?? "end";
    const comma = kind === "number" && this.#separatesByComma ? found[0].trimStart().indexOf(",") : -1;
    this.#ahead = comma < 0 ? found[0].trim() : found[0].trim().slice(0, Math.max(comma, 1));
    this.#kind = comma === 0 ? "sign" : kind;
    this.#end += found[0].length - found[0].trimStart().length + this.#ahead.length;
  }

  #stop(): never {
    const read = this.#text.slice(0, this.#at).trim();
    const rest = this.#text.slice(this.#at).trim().slice(0, 20);
    if (rest === "") throw new Unread(`Something is missing behind “${read}”.`);
    throw new Unread(read === "" ? `“${rest}” cannot be read.` : `Read up to “${read}”; “${rest}” cannot be read.`);
  }
}

function vulgar(letter: string): number {
  const [above, below] = letter.normalize("NFKD").split("⁄").map(Number) as [number, number];
  return above / below;
}
