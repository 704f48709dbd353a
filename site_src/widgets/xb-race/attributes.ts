import type { Pair } from "../mathematics/evidence.ts";
import { betas, coins } from "../mathematics/evidence.ts";
import { attributes, readNumbers } from "../parts/attributes.ts";
import { formatPercent } from "../parts/units.ts";
import type { LawsName, State } from "./state.ts";

const SHARES = { count: 2, must: "numbers between 0 and 1", fits: (share: number) => share > 0 && share < 1 };
const PARAMETERS = { count: 4, must: "whole numbers above 0", fits: (n: number) => Number.isInteger(n) && n > 0 };

/** The shares of heads of coins p and q, and the parameters of Betas p and q. */
export const ATTRIBUTES = attributes(["coins", "betas"], (attribute) => {
  const [a = 0, b = 0] = readNumbers("coins", attribute("coins"), SHARES);
  const [c = 0, d = 0, e = 0, f = 0] = readNumbers("betas", attribute("betas"), PARAMETERS);
  if (a === b || (c === e && d === f)) throw new RangeError("no draw tells a law from itself");
  const pairs: Readonly<Record<LawsName, Pair>> = { coins: coins(a, b), betas: betas([c, d], [e, f]) };
  const initial: State = { laws: "coins", alpha: 0.05, beta: 0.05, draws: Infinity, races: 0, seed: 1 };
  return {
    pairs,
    names: { coins: `coins: ${formatPercent(a)}, ${formatPercent(b)}`, betas: `Beta(${c}, ${d}), Beta(${e}, ${f})` },
    initial,
  };
});
