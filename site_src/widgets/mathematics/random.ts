// Chance with a seed: the same numbers on every machine, in TypeScript here and in Python in studies/seeded.py.
// xoshiro128** of Blackman and Vigna, 2018, on words of 32 bits, which is what JavaScript multiplies exactly.

const GOLDEN = 0x9e3779b9; // 2³² over the golden ratio, which spreads neighbouring seeds
const TWO_TO_26 = 2 ** 26;
const TWO_TO_53 = 2 ** 53;

export type Words = readonly [number, number, number, number];

/**
 * Numbers from 0 up to and without 1, each a multiple of 2⁻⁵³. Seed and stream are whole numbers from 0 to 2³² − 1;
 * streams of one seed are as different as seeds, so that of many runs each can have its own.
 */
export function uniforms(seed: number, stream = 0): () => number {
  const next = words(stateOf(seed, stream));
  return () => {
    const high = next() >>> 5;
    return (high * TWO_TO_26 + (next() >>> 6)) / TWO_TO_53;
  };
}

/** The generator itself: words of 32 bits, from a state that is not 0 throughout. */
export function words([a, b, c, d]: Words): () => number {
  let [s0, s1, s2, s3] = [a | 0, b | 0, c | 0, d | 0];
  return () => {
    const word = Math.imul(rotated(Math.imul(s1, 5), 7), 9);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotated(s3, 11);
    return word >>> 0;
  };
}

/** Four words that depend on both numbers; no more than one of them is 0, as the inner mixed ones all differ. */
function stateOf(seed: number, stream: number): Words {
  const word = (k: number) => mixed(mixed(seed + Math.imul(k, GOLDEN)) + stream);
  return [word(1), word(2), word(3), word(4)];
}

/** A bijection of words in which each bit of the result depends on all: the end of MurmurHash3. */
function mixed(word: number): number {
  let bits = word | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function rotated(word: number, places: number): number {
  return (word << places) | (word >>> (32 - places));
}
