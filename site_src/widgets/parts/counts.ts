// Counts and chances as they are read.

import { formatPercent } from "./units.ts";

const NARROW_SPACE = "\u202f";
const LEAST_PERCENT = 9.995e-4; // smaller chances are powers of ten
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A whole number, its thousands apart from five digits on. */
export function formatCount(count: number): string {
  const text = String(Math.round(count));
  return text.length > 4 ? text.replaceAll(/\B(?=(\d{3})+$)/g, NARROW_SPACE) : text;
}

/** A probability that may be tiny: "5 %", "2.3·10⁻⁷", 0 where it is. */
export function formatChance(share: number): string {
  if (share === 0 || share >= LEAST_PERCENT) return formatPercent(share);
  const [digits = "", power = "0"] = share.toExponential(1).split("e");
  const raised = [...power.slice(1)].map((digit) => RAISED[Number(digit)] ?? "").join("");
  return `${Number(digits) === 1 ? "" : `${Number(digits)}·`}10⁻${raised}`;
}

/** "19 : 1", for the odds with this logarithm. */
export function formatOdds(nats: number): string {
  return `${formatCount(Number(Math.exp(nats).toPrecision(3)))} : 1`;
}
