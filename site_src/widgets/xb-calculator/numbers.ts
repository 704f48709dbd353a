// How the calculator prints numbers: six digits, for they are copied from here.

import type { Unit } from "../parts/units.ts";
import { inUnit, minus } from "../parts/units.ts";
import type { Result } from "./answer.ts";

const DIGITS = 6;

export function digits(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  return minus(
    size < 1e-4 || size >= 1e6
      ? value
          .toExponential(DIGITS - 1)
          .replace("e+", "e")
          .replace("e-", "e−")
      : value.toPrecision(DIGITS),
  );
}

/** A result's number in the reader's unit. */
export function amountOf({ of, value }: Result, unit: Unit): number {
  if (of === "number") return value;
  return of === "root" ? Math.sqrt(inUnit(value, unit)) : inUnit(value, unit);
}

export function unitOf({ of }: Result, unit: Unit): string {
  return { information: unit, root: `√${unit}`, number: "" }[of];
}
