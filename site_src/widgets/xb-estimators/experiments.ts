// What is estimated, by which estimates, and one repetition of it by chance; all in nats.

import type { By, Moments } from "../mathematics/k-estimators.ts";
import {
  drawGradients,
  drawValues,
  ESTIMATORS,
  gradientMoments,
  gradientOfD,
  valueMoments,
} from "../mathematics/k-estimators.ts";
import {
  divergenceMean,
  divergenceOfCounts,
  drawCounts,
  firstOrderBias,
  infiniteShare,
  millerMadow,
  millerMadowMean,
  pluginEntropy,
  pluginMean,
} from "../mathematics/letter-counts.ts";
import type { State } from "./state.ts";

/** An estimate and what is known of it exactly. */
export interface Row {
  readonly name: string;
  /** Over the repetitions that are finite. */
  readonly mean: number;
  /** Undefined where only draws say it. */
  readonly sd?: number;
  readonly infinite?: number;
}

export interface Experiment {
  readonly rows: readonly Row[];
  readonly truth: number;
  /** Where the mean should be by the first term of its bias. */
  readonly firstOrder?: number;
  /** From where to where repetitions are drawn one by one; few lie beyond. */
  readonly low: number;
  readonly high: number;
  /** The random letters or numbers that a repetition takes. */
  readonly cost: number;
  /** What one repetition estimates, for each row. */
  readonly draw: (next: () => number) => readonly number[];
}

const WIDE = 3.2; // standard deviations
const FARTHEST = 4; // of the laws of counts, which lean to one side

export function experimentOf(state: State): Experiment {
  if (state.part === "values") return ofValues(state);
  if (state.part === "entropy") return ofEntropies(state);
  if (state.part === "divergence") return ofDivergences(state);
  return ofGradients(state, state.part);
}

function ofValues({ d, draws }: State): Experiment {
  const rows = rowsOf((name) => valueMoments(name, d), draws);
  return { ...around(rows), rows, truth: d, cost: draws, draw: (next) => drawValues(d, draws, next) };
}

function ofGradients({ d, draws }: State, by: By): Experiment {
  const rows = rowsOf((name) => gradientMoments(name, by, d), draws);
  const draw = (next: () => number) => drawGradients(by, d, draws, next);
  return { ...around(rows), rows, truth: gradientOfD(by, d), cost: draws, draw };
}

function ofEntropies({ letters, draws }: State): Experiment {
  const truth = Math.log(letters);
  const room = (letters - 1 + FARTHEST * Math.sqrt(2 * (letters - 1))) / (2 * draws);
  const seen = Math.min(letters, draws);
  return {
    rows: [
      { name: "plug-in", mean: pluginMean(letters, draws) },
      { name: "Miller–Madow", mean: millerMadowMean(letters, draws) },
    ],
    truth,
    firstOrder: truth - firstOrderBias(letters, draws),
    low: Math.max(truth - room, -0.1),
    // What Miller and Madow's estimate is at most, and room for a word beside the truth.
    high: Math.max(truth + 0.5 * Math.min(room, truth), Math.log(seen) + (seen - 1) / (2 * draws)),
    cost: draws,
    draw: (next) => {
      const counts = drawCounts(letters, draws, next);
      return [pluginEntropy(counts, draws), millerMadow(counts, draws)];
    },
  };
}

function ofDivergences({ letters, draws }: State): Experiment {
  const far = (letters - 1 + FARTHEST * Math.sqrt(2 * (letters - 1))) / draws;
  const high = Math.max(Math.min(far, 1.5 * Math.log(letters)), 1e-3);
  return {
    rows: [{ name: "plug-in", mean: divergenceMean(letters, draws), infinite: infiniteShare(letters, draws) }],
    truth: 0,
    firstOrder: 2 * firstOrderBias(letters, draws),
    low: -0.3 * high,
    high,
    cost: 2 * draws,
    draw: (next) => [divergenceOfCounts(drawCounts(letters, draws, next), drawCounts(letters, draws, next), draws)],
  };
}

function rowsOf(momentsOf: (name: (typeof ESTIMATORS)[number]) => Moments, draws: number): Row[] {
  return ESTIMATORS.map((name) => {
    const { mean, variance } = momentsOf(name);
    return { name, mean, sd: Math.sqrt(variance / draws) };
  });
}

/** Room for k1 and k2; k3 has no more than that, for its tail may reach anywhere. */
function around(rows: readonly Row[]): { low: number; high: number } {
  const reach = WIDE * Math.max(...rows.slice(0, 2).map(({ sd = 0 }) => sd));
  const means = rows.map(({ mean }) => mean);
  const near = WIDE * (rows[0]?.sd ?? 0);
  const low = Math.min(...means);
  return { low: low < 0 ? low - reach : low - near, high: Math.max(...means) + reach };
}
