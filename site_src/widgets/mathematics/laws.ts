// Laws as arrays of probabilities: made from weights, changed, added up.

/** The weights divided by their sum. */
export function normalize(weights: readonly number[]): number[] {
  const total = sum(weights);
  if (!(total > 0 && total < Infinity)) throw new RangeError(`weights must have a positive, finite sum, not ${total}`);
  return weights.map((weight) => weight / total);
}

/**
 * The law with one share set and the others scaled in proportion, so that it still sums to 1.
 * Where the others are all 0 they have no proportion to keep, and the rest is shared equally.
 */
export function moveShare(law: readonly number[], index: number, share: number): number[] {
  const others = sum(law.filter((_, i) => i !== index));
  const rest = 1 - share;
  return law.map((old, i) => {
    if (i === index) return share;
    return others > 0 ? (old / others) * rest : rest / (law.length - 1);
  });
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Two lists side by side, item by item. */
export function pairs<A, B>(a: readonly A[], b: readonly B[]): (readonly [A, B])[] {
  if (a.length !== b.length) throw new RangeError(`one list has ${a.length} items and the other ${b.length}`);
  return a.map((item, i) => [item, b[i] as B]);
}

/** The terms of two laws, outcome by outcome, added up. */
export function sumOfPairs(p: readonly number[], q: readonly number[], term: (p: number, q: number) => number): number {
  if (p.length !== q.length) throw new RangeError(`p has ${p.length} outcomes and q has ${q.length}`);
  return sum(p.map((share, i) => term(share, q[i] as number)));
}
