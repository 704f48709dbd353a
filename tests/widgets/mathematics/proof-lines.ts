import { proofsFor } from "../../../site_src/widgets/mathematics/gibbs-proofs.ts";

/** Every line of every proof, in order, as JSON can carry it: infinities as words. */
export function lines(p: readonly number[], q: readonly number[]): unknown[] {
  return Object.entries(proofsFor(p, q)).flatMap(([proof, all]) =>
    all.map(({ name, left, relation, right, holds }) => [proof, name, String(left), relation, String(right), holds]),
  );
}
