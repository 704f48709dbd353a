// Numbers of this widget as they are read, and what races came to in words.

import type { Tally, Truth } from "../mathematics/evidence.ts";
import { sum } from "../mathematics/laws.ts";
import { formatCount } from "../parts/counts.ts";
import type { Unit } from "../parts/units.ts";
import { formatSigned } from "../parts/units.ts";

type OfBoth<Part> = Readonly<Record<Truth, Part>>;

/** A number of draws, or a mean of such numbers. */
export function draws(count: number): string {
  const text = Number.isInteger(count) || count >= 100 ? formatCount(count) : count.toPrecision(3);
  return `${text} ${text === "1" ? "draw" : "draws"}`;
}

/** What the races that are counted came to. */
export function countedWords(tallies: OfBoth<Tally>): string {
  const { count } = tallies.p;
  if (count === 0) return "";
  const of = (truth: Truth) => {
    const { meanDraws, wrong } = tallies[truth];
    return `${draws(meanDraws)} on average and ${formatCount(wrong)} wrong with ${truth} true`;
  };
  return `${formatCount(count)} races each: ${of("p")}, ${of("q")}.`;
}

/** Where the races that are drawn stand after so many draws. */
export function wordsSoFar(walks: OfBoth<readonly (readonly number[])[]>, shown: number, unit: Unit): string {
  const of = (truth: Truth) => {
    const races = walks[truth];
    const ended = races.filter((walk) => walk.length - 1 <= shown).length;
    const mean = sum(races.map((walk) => walk[Math.min(shown, walk.length - 1)] as number)) / races.length;
    const name = truth === "p" ? ` ${unit} on average` : "";
    return `${truth} true: ${formatSigned(mean, unit)}${name}, ${ended} of ${races.length} races over`;
  };
  return `After ${draws(shown)}, ${of("p")}; ${of("q")}.`;
}
