// Lists, tuples, dictionaries, vectors and tensors as Python, R, Julia, MATLAB and Mathematica write and print them.

import { Unreadable } from "./unreadable.ts";

/** A cell as it is written, a list, or names with what belongs to them. */
export type Value = string | List | Dict;
export interface List {
  readonly items: readonly Value[];
}
export interface Dict {
  readonly entries: readonly Entry[];
}
export interface Entry {
  readonly name: string;
  readonly value: Value;
}

/** The text is none of these, which is no fault: it may be lines of cells. */
class Otherwise extends Error {}

const DEEPEST = 20;
const TOKEN =
  /\s+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|<-|=>|<[^<>\n]*>|\.\.\.|…|[\p{L}_][\p{L}\p{N}_.]*|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[[\](){}=:,;/%]/giuy;
const PROMPT = /^(?:>>>|\.\.\.|>|julia>|(?:In|Out) ?\[\d+\]:|ans =$)[ \t]*/gm;
/** What stands behind numbers in Python, R, Julia (#), MATLAB (%), JavaScript and C++ (//), to the end of the line. */
const REMARK = /(?<=[\]),;}][ \t]?[ \t]?)(?:#|%|\/\/)[^\n]*$/gm;
/** As Julia writes and prints a fraction. */
const RATIONAL = /(\d)\/\/(\d)/g;
/** What makes a list or a dictionary of what stands in its parentheses, without computing anything. */
const MAKERS =
  /^(?:c|vec|array|asarray|tensor|Tensor|list|tuple|Array|DeviceArray|Series|Vector|Counter|dict|Dict|OrderedDict|defaultdict|float|float(?:16|32|64)|u?int(?:8|16|32|64)?|Float(?:16|32|64)|Int(?:32|64)?)$/;
/** What is said of an array and is no number of it. */
const ABOUT = /^(?:dtype|device|grad_fn|requires_grad|shape|size|layout|name|names)$/;
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };
const WORD = /^[\p{L}_]/u;
const NUMBER = /^[+-]?\.?\d/;
const SEPARATORS = /^(?:\s|,)/;

/** What the text lists, each with its name where it is given one; undefined if the text is not of this form. */
export function literalsIn(text: string): readonly Entry[] | undefined {
  try {
    return new Reader(tokensOf(text.replace(PROMPT, "").replace(REMARK, "").replace(RATIONAL, "$1/$2"))).all();
  } catch (error) {
    if (error instanceof Otherwise) return undefined;
    throw error;
  }
}

export function isList(value: Value): value is List {
  return typeof value !== "string" && "items" in value;
}

export function isDict(value: Value): value is Dict {
  return typeof value !== "string" && "entries" in value;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    // MATLAB's transposition looks like the beginning of a quotation.
    if (text[at] === "'" && /[\])]/.test(tokens.at(-1) ?? "")) {
      TOKEN.lastIndex = at + 1;
      continue;
    }
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) throw new Otherwise(`${text.slice(at, at + 10)} has no place in a list`);
    tokens.push(token);
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  all(): Entry[] {
    const found: Entry[] = [];
    while (this.#skipTo(SEPARATORS)) {
      if (this.#next === ";") this.#at += 1;
      else found.push(...this.#statement());
    }
    if (found.length === 0) throw new Otherwise("there is no list");
    return found;
  }

  /** `p = [0.5, 0.5]`, `[0.5, 0.5]`, or the name alone of what is printed below it. */
  #statement(): Entry[] {
    const start = this.#at;
    const word = WORD.test(this.#next) ? this.#take() : "";
    this.#skipTo(/^\s/);
    const given = word !== "" && (this.#next === "=" || this.#next === "<-");
    if (given) {
      this.#at += 1;
      this.#skipTo(/^\s/);
    } else if (word !== "" && this.#next !== "(" && this.#next !== "[") {
      return [];
    } else {
      this.#at = start;
    }
    const value = this.#value();
    if (typeof value === "string") throw new Otherwise(`${value} stands alone`);
    return [{ name: given ? word : "", value }];
  }

  #value(): Value {
    const token = this.#take();
    if (token in CLOSING) return this.#inside(token);
    if (NUMBER.test(token)) return this.#number(token);
    if (/^["']/.test(token)) return token.slice(1, -1);
    if (token === "..." || token === "…") {
      throw new Unreadable(
        "The paste leaves numbers out, where it has three dots. Print all of them: in Python, p.tolist() does.",
      );
    }
    if (!WORD.test(token)) throw new Otherwise(`${token} begins nothing`);
    const maker = token.split(".").at(-1) ?? "";
    if (this.#next === "[" && MAKERS.test(maker)) return this.#value();
    if (this.#next !== "(") return token;
    this.#at += 1;
    if (maker === "Fraction") return this.#fraction();
    if (maker === "Decimal") return cellOf(this.#inside("("));
    if (!MAKERS.test(maker)) throw new Otherwise(`${token} may be anything`);
    return made(maker, this.#inside("("));
  }

  #number(first: string): string {
    if (this.#next === "/" && NUMBER.test(this.#tokens[this.#at + 1] ?? "")) {
      this.#at += 1;
      return `${first}/${this.#take()}`;
    }
    if (this.#next !== "%") return first;
    this.#at += 1;
    return `${first}%`;
  }

  #fraction(): string {
    const parts = this.#inside("(");
    return isList(parts) ? parts.items.map(cellOf).join("/") : cellOf(parts);
  }

  /** What stands between brackets: items, rows that a semicolon parts, or names with values. */
  #inside(opening: string): Value {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Otherwise("too many brackets");
    const rows: Value[][] = [[]];
    const entries: Entry[] = [];
    while (this.#skipTo(SEPARATORS) && this.#next !== CLOSING[opening]) {
      if (this.#next === ";") {
        this.#at += 1;
        rows.push([]);
      } else if (this.#next.startsWith("<")) {
        this.#at += 1; // <SoftmaxBackward0>, <class 'int'>
      } else {
        this.#item(entries, rows.at(-1) as Value[]);
      }
    }
    if (this.#take() !== CLOSING[opening]) throw new Otherwise("a bracket stays open");
    this.#depth -= 1;
    const filled = rows.filter((row) => row.length > 0);
    if (entries.length > 0) {
      if (filled.length > 0) throw new Otherwise("some have names and some have none");
      return { entries };
    }
    if (filled.length < 2) return { items: filled[0] ?? [] };
    // A column of single numbers is a list of them.
    return { items: filled.every((row) => row.length === 1) ? filled.flat() : filled.map((items) => ({ items })) };
  }

  #item(entries: Entry[], row: Value[]): void {
    const value = this.#value();
    this.#skipTo(/^\s/);
    const named = this.#next === ":" || this.#next === "=" || this.#next === "=>";
    if (!named) {
      row.push(value);
      return;
    }
    const sign = this.#take();
    this.#skipTo(/^\s/);
    const name = cellOf(value);
    if (this.#next.startsWith("<")) return;
    const belongs = this.#value();
    if (sign !== "=" || !ABOUT.test(name)) entries.push({ name, value: belongs });
  }

  get #next(): string {
    return this.#tokens[this.#at] ?? "";
  }

  #take(): string {
    const token = this.#next;
    this.#at += 1;
    return token;
  }

  /** Whether anything is left after what is skipped. */
  #skipTo(skipped: RegExp): boolean {
    while (skipped.test(this.#next)) this.#at += 1;
    return this.#at < this.#tokens.length;
  }
}

/** `array([1, 2])` is its list, `c(1, 2)` is a list, `float64(0.5)` is the number. */
function made(maker: string, inside: Value): Value {
  if (!isList(inside)) return inside;
  const [only, ...more] = inside.items;
  if (only === undefined || more.length > 0) return inside;
  return typeof only === "string" && maker === "c" ? inside : only;
}

function cellOf(value: Value): string {
  if (typeof value === "string") return value;
  if (isList(value) && value.items.length === 1) return cellOf(value.items[0] as Value);
  throw new Otherwise("a list where a number or a name should be");
}
