import type { ATTRIBUTES } from "./attributes.ts";

export const SOURCES = ["given", "itself", "own"] as const;
export const CODERS = ["huffman", "arithmetic"] as const;
/** What the code is counted from: the page's text, the message itself, or a text of the reader's. */
export type Source = (typeof SOURCES)[number];
export type Coder = (typeof CODERS)[number];

export interface State {
  readonly message: string;
  readonly source: Source;
  readonly own: string;
  /** Whose digits are looked at; both are counted. */
  readonly coder: Coder;
  readonly escaping: boolean;
  /** How many letters are sent; endless for all there are. */
  readonly sent: number;
}

type Page = ReturnType<typeof ATTRIBUTES.read>;
type Values = Record<string, string>;

// A reader's text begins with this, so that it is told from the name of one.
const TYPED = "~";
/** The longest of a reader's texts that a link carries, in letters. */
export const LONGEST_IN_LINK = 500;

export function trainingText({ message, source, own }: State, { training }: Page): string {
  return { given: training.text, itself: message, own }[source];
}

export function lettersOf(message: string): string[] {
  return [...message];
}

export function fromAddress(read: (name: string) => string | null, page: Page): State {
  const { initial, messages } = page;
  const named = Object.entries(messages).find(([name]) => name === read("message"))?.[1].text;
  const message = named ?? typed(read("message")) ?? initial.message;
  return {
    message,
    source: SOURCES.find((source) => source === read("source")) ?? initial.source,
    own: typed(read("own")) ?? initial.own,
    coder: CODERS.find((coder) => coder === read("coder")) ?? initial.coder,
    escaping: { yes: true, no: false }[read("escape") ?? ""] ?? initial.escaping,
    sent: counted(read("sent"), lettersOf(message).length) ?? initial.sent,
  };
}

export function toAddress({ message, source, own, coder, escaping, sent }: State, page: Page): Values {
  const name = Object.entries(page.messages).find(([, sample]) => sample.text === message)?.[0];
  return {
    message: name ?? TYPED + message,
    source,
    own: source === "own" && own !== page.initial.own ? TYPED + own : "",
    coder,
    escape: escaping ? "yes" : "no",
    sent: sent === Infinity ? "all" : String(sent),
  };
}

/** The values without the reader's texts; a link may carry them if they are short. */
export function withoutTyped(values: Values, longest: number): Values {
  const kept = (text: string) => !text.startsWith(TYPED) || lettersOf(text).length - TYPED.length <= longest;
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, kept(text) ? text : ""]));
}

function typed(text: string | null): string | undefined {
  return text?.startsWith(TYPED) ? text.slice(TYPED.length) : undefined;
}

function counted(text: string | null, most: number): number | undefined {
  if (text === "all") return Infinity;
  const count = Number(text || Number.NaN);
  return Number.isInteger(count) && count >= 1 && count < most ? count : undefined;
}
