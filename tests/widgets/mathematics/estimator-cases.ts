// The mathematics of the estimators with chance from a seed, as Python asks for it.

import type { By } from "../../../site_src/widgets/mathematics/k-estimators.ts";
import { drawGradients, drawValues } from "../../../site_src/widgets/mathematics/k-estimators.ts";
import { divergenceOfCounts, drawCounts } from "../../../site_src/widgets/mathematics/letter-counts.ts";
import { uniforms } from "../../../site_src/widgets/mathematics/random.ts";

export function repetitions(d: number, draws: number, count: number, seed: number): number[][] {
  return Array.from({ length: count }, (_, i) => drawValues(d, draws, uniforms(seed, i)));
}

export function gradientRepetitions(by: By, d: number, draws: number, count: number): number[][] {
  return Array.from({ length: count }, (_, i) => drawGradients(by, d, draws, uniforms(3, i)));
}

/** Two samples, one after the other. */
export function twoSamples(letters: number, draws: number, seed: number, stream: number): number[][] {
  const next = uniforms(seed, stream);
  return [0, 1].map(() => [...drawCounts(letters, draws, next)]);
}

/** Infinity is no number in JSON. */
export function divergenceIfFinite(one: readonly number[], other: readonly number[], draws: number): number | null {
  const nats = divergenceOfCounts(one, other, draws);
  return nats < Infinity ? nats : null;
}
