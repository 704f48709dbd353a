// Prefix codes: Huffman's lengths, the words that have them, and what they cost.

import { sum } from "./laws.ts";

/** A node of Huffman's tree that is not joined yet: its weight, and the outcomes below it. */
interface Group {
  readonly weight: number;
  readonly outcomes: readonly number[];
}

/**
 * Lengths of the words of Huffman's code for some weights; one outcome alone needs no digit.
 * Where weights are equal, single outcomes are joined before groups: the longest word is then as short as can be.
 */
export function huffmanLengths(weights: readonly number[]): number[] {
  const single: Group[] = weights
    .map((weight, outcome) => ({ weight, outcomes: [outcome] }))
    .sort((a, b) => a.weight - b.weight);
  const lengths = weights.map(() => 0);
  const joined: Group[] = [];
  // Groups are made in the order of their weights, so the lightest is always first in one of the two lists.
  const lightest = () => ((single[0]?.weight ?? Infinity) <= (joined[0]?.weight ?? Infinity) ? single : joined).shift();
  for (let left = weights.length; left > 1; left--) {
    const [a, b] = [lightest() as Group, lightest() as Group];
    const outcomes = [...a.outcomes, ...b.outcomes];
    for (const outcome of outcomes) lengths[outcome] = (lengths[outcome] as number) + 1;
    joined.push({ weight: a.weight + b.weight, outcomes });
  }
  return lengths;
}

/** The words with these lengths that, the shorter first, count upwards. A RangeError where no prefix code has them. */
export function canonicalCode(lengths: readonly number[]): string[] {
  const spent = kraftSum(lengths);
  if (spent > 1) throw new RangeError(`the words would spend ${spent} of a budget of 1`);
  const order = lengths.map((_, i) => i).sort((a, b) => (lengths[a] as number) - (lengths[b] as number));
  const words = lengths.map(() => "");
  let [count, before] = [0, 0];
  for (const i of order) {
    const length = lengths[i] as number;
    count *= 2 ** (length - before);
    before = length;
    words[i] = length > 0 ? count.toString(2).padStart(length, "0") : "";
    count++;
  }
  return words;
}

/** Σ 2^−length: what the words spend of a budget of 1. */
export function kraftSum(lengths: readonly number[]): number {
  return sum(lengths.map((length) => 2 ** -length));
}

/** Σ p · length, in digits. */
export function expectedLength(p: readonly number[], lengths: readonly number[]): number {
  return sum(p.map((share, i) => (share === 0 ? 0 : share * (lengths[i] as number))));
}

/**
 * Digits per toss of Huffman's code for blocks of so many tosses of a coin. A block of the code is one list of tosses;
 * all with as many rare sides are alike, and each joining adds its weight to the mean.
 */
export function blockCost(heads: number, together: number): number {
  const single = blockWeights(heads, together);
  const joined = new Float64Array(single.length);
  let [nextSingle, nextJoined, made, mean] = [0, 0, 0, 0];
  const lightest = () => {
    const a = nextSingle < single.length ? (single[nextSingle] as number) : Infinity;
    const b = nextJoined < made ? (joined[nextJoined] as number) : Infinity;
    if (a <= b) nextSingle++;
    else nextJoined++;
    return Math.min(a, b);
  };
  for (let left = single.length; left > 1; left--) {
    const both = lightest() + lightest();
    joined[made++] = both;
    mean += both;
  }
  return mean / together;
}

/** The probabilities of all blocks, the least likely first. */
function blockWeights(heads: number, together: number): Float64Array {
  const [rare, common] = heads < 0.5 ? [heads, 1 - heads] : [1 - heads, heads];
  const weights = new Float64Array(2 ** together);
  let [filled, ways] = [0, 1];
  for (let k = together; k >= 0; k--) {
    weights.fill(rare ** k * common ** (together - k), filled, filled + ways);
    filled += ways;
    ways = Math.round((ways * k) / (together - k + 1));
  }
  return weights;
}
