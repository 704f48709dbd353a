// Numbers of this widget as they are read.

import { formatPercent } from "../parts/units.ts";

const NARROW_SPACE = "\u202f";

/** A share that may be tiny. */
export function error(share: number): string {
  if (share === 0 || share >= 0.9995e-3) return formatPercent(share);
  return `1 in ${thousands(Number((1 / share).toPrecision(2)))}`;
}

/** A number of draws, or a mean of such numbers. */
export function draws(count: number): string {
  const text = Number.isInteger(count) || count >= 100 ? thousands(count) : count.toPrecision(3);
  return `${text} ${text === "1" ? "draw" : "draws"}`;
}

/** "19 : 1", for the odds with this logarithm. */
export function odds(nats: number): string {
  return `${thousands(Number(Math.exp(nats).toPrecision(3)))} : 1`;
}

export function thousands(count: number): string {
  const text =
    count >= 10 || Number.isInteger(count) ? String(Math.round(count)) : String(Number(count.toPrecision(2)));
  return text.length > 4 ? text.replaceAll(/\B(?=(\d{3})+$)/g, NARROW_SPACE) : text;
}
