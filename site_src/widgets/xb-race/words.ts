// Numbers of this widget as they are read.

import { formatCount } from "../parts/counts.ts";

/** A number of draws, or a mean of such numbers. */
export function draws(count: number): string {
  const text = Number.isInteger(count) || count >= 100 ? formatCount(count) : count.toPrecision(3);
  return `${text} ${text === "1" ? "draw" : "draws"}`;
}
