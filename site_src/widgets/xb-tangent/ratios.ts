// How ratios and the line over them are written.

import type { Unit } from "../parts/units.ts";
import { LOG } from "../parts/units.ts";

/** The sliders' step, and so the digits of a ratio. */
export const STEP = 0.02;

export function formatRatio(ratio: number): string {
  return ratio.toFixed(2);
}

/** The tangent line as formulas write it when the logarithm counts in this unit. */
export function lineName(unit: Unit): string {
  return unit === "nats" ? "t − 1" : `(t − 1) ${LOG[unit]} e`;
}
