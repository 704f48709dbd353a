// Counts of equally likely letters: what chance makes of the plug-in entropy, and of D between two samples of one law.
// All means are sums over the laws of the counts, in nats; the number of letters goes up to 50.

import { gibbsTerm } from "./information.ts";

export const MOST_LETTERS = 50;

/** How often each letter came up. */
export type Counts = readonly number[] | Int32Array;

const SETTLED = 2200; // draws that meet each of 50 letters but for once in 10¹⁷
const LEAST = 1e-18; // of the largest weight: what is less adds nothing

/** The plug-in entropy of counts. */
export function pluginEntropy(counts: Counts, draws: number): number {
  let total = 0;
  for (const count of counts) if (count > 0) total -= count * Math.log(count / draws);
  return total / draws || 0;
}

/** The same with (letters seen − 1)/(2n) added. */
export function millerMadow(counts: Counts, draws: number): number {
  let seen = 0;
  for (const count of counts) if (count > 0) seen += 1;
  return pluginEntropy(counts, draws) + (seen - 1) / (2 * draws);
}

/** D of one sample from another of the same size; infinite where a letter came up in the first alone. */
export function divergenceOfCounts(one: Counts, other: Counts, draws: number): number {
  let total = 0;
  for (let i = 0; i < one.length; i++) total += gibbsTerm(one[i] as number, other[i] as number);
  return total / draws;
}

/** How often each letter comes up among so many draws. */
export function drawCounts(letters: number, draws: number, next: () => number): Int32Array {
  const counts = new Int32Array(letters);
  for (let n = 0; n < draws; n++) {
    const letter = Math.floor(next() * letters);
    counts[letter] = (counts[letter] as number) + 1;
  }
  return counts;
}

/** The mean of the plug-in entropy, which is below H = ln(letters). */
export function pluginMean(letters: number, draws: number): number {
  return Math.log(draws) - meanLogOfOne(letters, draws);
}

/** How far below, to first order in 1/n. */
export function firstOrderBias(letters: number, draws: number): number {
  return (letters - 1) / (2 * draws);
}

export function millerMadowMean(letters: number, draws: number): number {
  const seen = letters * -Math.expm1(draws * Math.log1p(-1 / letters));
  return pluginMean(letters, draws) + (seen - 1) / (2 * draws);
}

/** How often D of one sample from another is infinite. */
export function infiniteShare(letters: number, draws: number): number {
  // It is not where all of the first sample falls among the letters that the second has.
  return sumOver(letters, (m) => seenChance(letters, draws, m) * -Math.expm1(draws * Math.log(m / letters)));
}

/** The mean of D of one sample from another, over the pairs for which it is finite. */
export function divergenceMean(letters: number, draws: number): number {
  const weights = Array.from(
    { length: letters },
    (_, i) => seenChance(letters, draws, i + 1) * ((i + 1) / letters) ** draws,
  );
  const least = LEAST * Math.max(...weights);
  let [total, mean] = [0, 0];
  for (const [i, weight] of weights.entries()) {
    if (weight <= least) continue;
    total += weight;
    mean += weight * (meanLogOfOne(i + 1, draws) - meanLogIfAllMet(i + 1, draws));
  }
  return mean / total;
}

/** The mean of ln(count) of the letter that one draw shows. */
function meanLogOfOne(letters: number, draws: number): number {
  if (letters === 1) return Math.log(draws);
  return binomialMean(
    draws - 1,
    1 / letters,
    () => 1,
    (others) => Math.log(1 + others),
  );
}

/** The mean of ln(count) of one letter, given that each of them came up. */
function meanLogIfAllMet(letters: number, draws: number): number {
  if (letters === 1) return Math.log(draws);
  return binomialMean(
    draws,
    1 / letters,
    (count) => (count > 0 ? allMet(draws - count, letters - 1) : 0),
    (count) => (count > 0 ? Math.log(count) : 0),
  );
}

/** With which probability m of the letters come up. */
function seenChance(letters: number, draws: number, m: number): number {
  return ways(letters, m) * (m / letters) ** draws * allMet(draws, m);
}

/** The mean of a function of a binomial number, each of whose probabilities is weighed: from the likeliest number out. */
function binomialMean(
  n: number,
  p: number,
  weigh: (count: number) => number,
  value: (count: number) => number,
): number {
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  let [total, mean] = [0, 0];
  const add = (count: number, chance: number) => {
    const weight = chance * weigh(count);
    total += weight;
    mean += weight * value(count);
  };
  for (let [count, chance] = [mode, 1]; count <= n && chance > LEAST; count++) {
    add(count, chance);
    chance *= ((n - count) / (count + 1)) * odds;
  }
  for (let [count, chance] = [mode, 1]; count > 0 && chance > LEAST; count--) {
    chance *= count / (n - count + 1) / odds;
    add(count - 1, chance);
  }
  return mean / total;
}

let met: readonly Float64Array[] | undefined;

/** With which probability so many draws meet each of so many letters: a table for all, made when first asked for. */
function allMet(draws: number, letters: number): number {
  met ??= tableOfMet();
  return (met[letters] as Float64Array)[Math.min(draws, SETTLED)] as number;
}

function tableOfMet(): Float64Array[] {
  const none = new Float64Array(SETTLED + 1);
  none[0] = 1;
  const table = [none];
  for (let m = 1; m <= MOST_LETTERS; m++) {
    const before = table[m - 1] as Float64Array;
    const row = new Float64Array(SETTLED + 1);
    // The last draw adds nothing, or is the first of its letter and the others have met the rest.
    for (let [n, others] = [1, 1]; n <= SETTLED; n++, others *= (m - 1) / m) {
      row[n] = Math.min((row[n - 1] as number) + (before[n - 1] as number) * others, 1);
    }
    table.push(row);
  }
  return table;
}

/** The number of ways to choose m of the letters. */
function ways(letters: number, m: number): number {
  let product = 1;
  for (let i = 1; i <= m; i++) product *= (letters - m + i) / i;
  return product;
}

function sumOver(letters: number, term: (m: number) => number): number {
  let total = 0;
  for (let m = 1; m <= letters; m++) total += term(m);
  return total;
}
