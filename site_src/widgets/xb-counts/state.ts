import type { ATTRIBUTES } from "./attributes.ts";
import { readCounts } from "./reading.ts";

export const DATA = ["boys", "dice", "own"] as const;
export type DataName = (typeof DATA)[number];
/** θ as the reader chose it: the best one, the one that needs no data, or a number with four decimals. */
export type Theta = "best" | "fair" | number;

const DECIMALS = 1e4;
const NOTHING = "none"; // an empty field, for an address leaves out what is empty

export interface State {
  readonly data: DataName;
  readonly theta: Theta;
  /** Whether the curve goes from 0 to 1. */
  readonly whole: boolean;
  /** The reader's own counts, as typed. */
  readonly typed: string;
}

type Page = ReturnType<typeof ATTRIBUTES.read>;

/** The counts that are looked at; undefined where the reader's own are none. */
export function countsOf({ data, typed }: State, { given }: Page): readonly number[] | undefined {
  if (data !== "own") return given[data];
  const read = readCounts(typed);
  return "counts" in read ? read.counts : undefined;
}

export function rounded(theta: number): number {
  return Math.round(theta * DECIMALS) / DECIMALS;
}

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  const data = DATA.find((name) => name === read("data")) ?? fallback.data;
  const whole = read("whole");
  return {
    data,
    theta: thetaNamed(read("theta")) ?? fallback.theta,
    whole: whole === "yes" || (whole !== "no" && fallback.whole),
    typed: (data === "own" ? typedNamed(read("counts")) : undefined) ?? fallback.typed,
  };
}

export function toAddress({ data, theta, whole, typed }: State): Record<string, string> {
  return {
    data,
    theta: String(theta),
    whole: whole ? "yes" : "no",
    counts: data === "own" ? typed.replaceAll(/\s/g, "_") || NOTHING : "",
  };
}

function thetaNamed(text: string | null): Theta | undefined {
  if (text === "best" || text === "fair") return text;
  const theta = text ? Number(text) : Number.NaN;
  return theta >= 0 && theta <= 1 ? rounded(theta) : undefined;
}

function typedNamed(text: string | null): string | undefined {
  return text === NOTHING ? "" : text?.replaceAll("_", " ");
}
