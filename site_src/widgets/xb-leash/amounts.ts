// Rewards are in points, β in points for each unit of information, as the reader counts it.

import type { Unit } from "../parts/units.ts";
import { minus, toNats } from "../parts/units.ts";

const ONE: Readonly<Record<Unit, string>> = { bits: "bit", nats: "nat", bans: "ban" };

export function points(reward: number): string {
  return minus(reward.toFixed(3));
}

/** β as a number of the unit, without its name. */
export function priceNumber(beta: number, unit: Unit): string {
  if (beta === Infinity) return "∞";
  return beta === 0 ? "0" : String(Number(toNats(beta, unit).toPrecision(2)));
}

/** β with its unit. */
export function price(beta: number, unit: Unit): string {
  const number = priceNumber(beta, unit);
  return beta > 0 && beta < Infinity ? `${number} points a ${ONE[unit]}` : number;
}
