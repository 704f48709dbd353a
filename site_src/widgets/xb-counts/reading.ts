// Counts as people type them: 3 24 104, or 3, 24, 104.

/** The most cells. */
export const MOST = 15;
const LARGEST = 1e7;
const SHOWN = 12; // signs of what was typed

export type Reading =
  | { readonly counts: readonly number[] }
  /** What is wrong, in a sentence; and, of one count, what stands there. */
  | { readonly problem: string; readonly typed: string };

export function readCounts(text: string): Reading {
  const cells = text.split(/[\s,;_]+/).filter(Boolean);
  for (const [i, cell] of cells.entries()) {
    const problem = problemOf(cell);
    if (problem) return { problem: `The ${ordinal(i + 1)} count ${problem}.`, typed: shortened(cell) };
  }
  const counts = cells.map(Number);
  const problem = problemOfAll(counts);
  return problem ? { problem, typed: "" } : { counts };
}

function problemOf(cell: string): string | undefined {
  const number = Number(cell.replace("−", "-"));
  if (Number.isNaN(number)) return "is no number";
  if (number < 0) return "is below 0";
  if (!/^\d+$/.test(cell)) return "is no whole number in digits";
  return number > LARGEST ? "is larger than ten million" : undefined;
}

function problemOfAll(counts: readonly number[]): string | undefined {
  if (counts.length === 0) return "There are no counts: write how often there were 0 successes, 1, 2 and so on.";
  if (counts.length === 1) return "One count is too few: a binomial needs at least two, for 0 successes and for 1.";
  if (counts.length > MOST)
    return `These are ${counts.length} counts: there can be ${MOST}, for 0 to ${MOST - 1} successes.`;
  return counts.some((count) => count > 0) ? undefined : "All counts are 0: nothing was observed.";
}

function shortened(cell: string): string {
  const signs = [...cell];
  return signs.length > SHOWN ? `${signs.slice(0, SHOWN).join("")}…` : cell;
}

function ordinal(n: number): string {
  const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
  return `${n}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}
