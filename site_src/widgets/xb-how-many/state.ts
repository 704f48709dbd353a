import { seedNamed } from "../parts/seed.ts";

/** Pairs of laws: coins with ½, one in a hundred and one in two thousand heads under p, and Gaussians. */
export const KINDS = ["fair", "rare", "rarer", "gauss"] as const;
export type Kind = (typeof KINDS)[number];

/** What may be asked of an error. */
export const ALPHAS: readonly number[] = [0.2, 0.1, 0.05, 0.02, 0.01, 0.001, 1e-4, 1e-6];
export const BETAS: readonly number[] = [...ALPHAS, 1e-8, 1e-10, 1e-12];

const LEAST = 0.003; // nats
const PLACES_TO_TEN = 20; // from one divergence to ten times as much
/** The last place of the slider for D. */
export const LAST = 2 * PLACES_TO_TEN;
/** The tests that are run at once under either law, and the most that are run. */
export const THOUSAND = 1000;
export const MOST_TESTS = 100 * THOUSAND;
const MOST_DRAWS = 1e6;

export interface State {
  readonly kind: Kind;
  /** The place of the slider for D(p‖q). */
  readonly place: number;
  /** The error that is fixed, and the one that is asked for. */
  readonly alpha: number;
  readonly beta: number;
  readonly draws: number;
  /** The tests under either law that are run. */
  readonly tests: number;
  readonly seed: number;
}

/** D(p‖q) in nats at a place of its slider. */
export function divergenceAt(place: number): number {
  return LEAST * 10 ** (place / PLACES_TO_TEN);
}

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  const number = (name: string, least: number, most: number) => wholeNamed(read(name), least, most);
  return {
    kind: KINDS.find((kind) => kind === read("kind")) ?? fallback.kind,
    place: number("d", 0, LAST) ?? fallback.place,
    alpha: ALPHAS.find((error) => String(error) === read("alpha")) ?? fallback.alpha,
    beta: BETAS.find((error) => String(error) === read("beta")) ?? fallback.beta,
    draws: number("n", 1, MOST_DRAWS) ?? fallback.draws,
    tests: number("tests", 0, MOST_TESTS) ?? fallback.tests,
    seed: seedNamed(read("seed")) ?? fallback.seed,
  };
}

export function toAddress({ kind, place, alpha, beta, draws, tests, seed }: State): Record<string, string> {
  const numbers = { d: place, alpha, beta, n: draws, tests, seed };
  return { kind, ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])) };
}

export function isSame(one: State, other: State): boolean {
  const [a, b] = [toAddress(one), toAddress(other)];
  return Object.entries(a).every(([name, value]) => b[name] === value);
}

function wholeNamed(text: string | null, least: number, most: number): number | undefined {
  const number = text ? Number(text) : Number.NaN;
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}
