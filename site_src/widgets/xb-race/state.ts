import { seedNamed } from "../parts/seed.ts";

export const LAWS = ["coins", "betas"] as const;
export type LawsName = (typeof LAWS)[number];

/** What may be asked of an error. */
export const ERRORS: readonly number[] = [0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 1e-4, 1e-5, 1e-6];
/** The races that are run at once under either law, and the most that are run. */
export const THOUSAND = 1000;
export const MOST_RACES = 100 * THOUSAND;

export interface State {
  readonly laws: LawsName;
  /** The errors that are asked for. */
  readonly alpha: number;
  readonly beta: number;
  /** The draws that are shown; infinite for all races to the end. */
  readonly draws: number;
  /** The races under either law that are counted. */
  readonly races: number;
  readonly seed: number;
}

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  return {
    laws: LAWS.find((name) => name === read("laws")) ?? fallback.laws,
    alpha: errorNamed(read("alpha")) ?? fallback.alpha,
    beta: errorNamed(read("beta")) ?? fallback.beta,
    draws: read("draws") === "all" ? Infinity : (countNamed(read("draws"), 1e6) ?? fallback.draws),
    races: countNamed(read("races"), MOST_RACES) ?? fallback.races,
    seed: seedNamed(read("seed")) ?? fallback.seed,
  };
}

export function toAddress({ laws, alpha, beta, draws, races, seed }: State): Record<string, string> {
  const shown = draws === Infinity ? "all" : String(draws);
  return { laws, alpha: String(alpha), beta: String(beta), draws: shown, races: String(races), seed: String(seed) };
}

function errorNamed(text: string | null): number | undefined {
  return ERRORS.find((error) => String(error) === text);
}

function countNamed(text: string | null, most: number): number | undefined {
  const count = text ? Number(text) : Number.NaN;
  return Number.isInteger(count) && count >= 0 && count <= most ? count : undefined;
}
