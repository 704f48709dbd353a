import type { Comparison } from "../mathematics/counted.ts";
import { formatChance, formatCount } from "../parts/counts.ts";
import type { Unit } from "../parts/units.ts";
import { inUnit, minus, scientific } from "../parts/units.ts";
import type { Words } from "./attributes.ts";
import type { Theta } from "./state.ts";

const LEAST_CHANCE = 1e-300;

/** An amount with three digits, for a divergence here is often far below a thousandth of the unit. */
export function written(nats: number, unit: Unit): string {
  const amount = inUnit(nats, unit);
  if (amount === Infinity) return "∞";
  if (amount < 1e-9) return "0";
  return amount < 1e-4 ? scientific(amount, 3) : String(Number(amount.toPrecision(3)));
}

export function chanceWritten(chance: number): string {
  return chance < LEAST_CHANCE ? `below ${scientific(LEAST_CHANCE, 1)}` : formatChance(chance);
}

export function thetaWritten(theta: Theta, value: number, { fairName }: Words): string {
  return theta === "fair" ? fairName : String(Number(value.toFixed(4)));
}

export function statistic(g: number): string {
  if (g === Infinity) return "∞";
  return g < 1e5 ? String(Number(g.toPrecision(4))) : formatCount(g);
}

/** "13 − 1 − 1 = 11, one fewer as θ is fitted". */
function degreesWritten({ degrees, model }: Comparison, isFitted: boolean): string {
  const cells = model.filter((share) => share > 0).length;
  const sum = isFitted ? `${cells} − 1 − 1` : `${cells} − 1`;
  return `${sum} = ${minus(String(degrees))}${isFitted ? ", one fewer as θ is fitted" : ""}`;
}

/** What stands below the curve: each line with its name. */
export function ledger(found: Comparison, words: Words, isFitted: boolean, unit: Unit): [string, string][] {
  const { n, entropy, divergence, other, g } = found;
  const fine = (nats: number) => (nats === Infinity ? "∞" : inUnit(nats, unit).toFixed(5));
  const coarse = (nats: number) => {
    const amount = inUnit(n * nats, unit);
    if (amount === Infinity) return "∞";
    return amount < 1000 ? amount.toFixed(1) : formatCount(amount);
  };
  const bill = (amount: (nats: number) => string) =>
    `${amount(entropy)} + ${amount(divergence)} = ${amount(entropy + divergence)} ${unit}`;
  return [
    [`code, H + D, ${words.each}`, bill(fine)],
    [`for all ${formatCount(n)}`, bill(coarse)],
    ["G = 2nD, D in nats", statistic(g)],
    ["degrees of freedom", degreesWritten(found, isFitted)],
    ["p-value, chi-squared", chanceOf(found)],
    ["D(model‖data)", other < Infinity ? `${fine(other)} ${unit}` : `∞ ${unit}: ${unseen(found, words)}`],
  ];
}

function chanceOf({ g, chance }: Comparison): string {
  if (chance === undefined) return "none: nothing is left to test";
  return g === Infinity ? "0: the model rules out what was seen" : chanceWritten(chance);
}

/** Which value makes the other order infinite. */
function unseen({ seen, model }: Comparison, { many }: Words): string {
  const missing = seen.flatMap((share, k) => (share === 0 && (model[k] as number) > 0 ? [k] : []));
  const named = missing.length < 4 ? missing.join(", ") : `${missing.slice(0, 3).join(", ")} …`;
  return `no ${many} with ${named}, which the model allows`;
}
