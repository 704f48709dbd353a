import { kraftSum } from "../mathematics/codes.ts";

export const VIEWS = ["words", "blocks", "interval"] as const;
export type View = (typeof VIEWS)[number];
/** Two tosses together, as they are given words. */
export const PAIRS = ["HH", "HT", "TH", "TT"] as const;
export const LONGEST_WORD = 8;
export const LONGEST_BLOCK = 14;
export const MOST_TOSSES = 20;
export const LEAST_HEADS = 50; // per cent
export const MOST_HEADS = 99;

/** A length that the budget had no room for. */
interface Refused {
  readonly pair: number;
  readonly length: number;
}

export interface State {
  readonly view: View;
  /** Per cent. */
  readonly heads: number;
  readonly lengths: readonly number[];
  readonly refused: Refused | undefined;
  readonly together: number;
  readonly tosses: string;
  /** How many of the tosses the arithmetic coder has read. */
  readonly read: number;
}

/** The state with another length for a pair's word, or with the refusal of what would be overspent. */
export function withLength(state: State, pair: number, length: number): State {
  const lengths = state.lengths.with(pair, length);
  if (kraftSum(lengths) > 1) return { ...state, refused: { pair, length } };
  return { ...state, lengths, refused: undefined };
}

/** The probabilities of the pairs. */
export function pairLaw({ heads }: State): number[] {
  const [h, t] = [heads / 100, (100 - heads) / 100];
  return [h * h, h * t, t * h, t * t];
}

export function isSequence(text: string): boolean {
  return /^[HT]+$/.test(text) && text.length <= MOST_TOSSES;
}

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  const whole = (name: string, least: number, most: number) => {
    const value = Number(read(name) || Number.NaN);
    return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
  };
  const given = read("tosses");
  const tosses = given && isSequence(given) ? given : fallback.tosses;
  return {
    view: VIEWS.find((view) => view === read("view")) ?? fallback.view,
    heads: whole("heads", LEAST_HEADS, MOST_HEADS) ?? fallback.heads,
    lengths: lengthsIn(read("lengths")) ?? fallback.lengths,
    refused: undefined,
    together: whole("together", 1, LONGEST_BLOCK) ?? fallback.together,
    tosses,
    read: whole("read", 0, tosses.length) ?? Math.min(fallback.read, tosses.length),
  };
}

export function toAddress({ view, heads, lengths, together, tosses, read }: State): Record<string, string> {
  return {
    view,
    heads: String(heads),
    lengths: lengths.join("_"),
    together: String(together),
    tosses,
    read: String(read),
  };
}

function lengthsIn(text: string | null): number[] | undefined {
  const lengths = text?.split("_").map(Number) ?? [];
  const possible = lengths.every((length) => Number.isInteger(length) && length >= 1 && length <= LONGEST_WORD);
  return lengths.length === PAIRS.length && possible && kraftSum(lengths) <= 1 ? lengths : undefined;
}
