// The measures beside D(p‖q), in nats and without a document. Tests hold them to the truths of the Python package.
// A law is an array of probabilities; arguments are (p, q) = (truth, belief).

import { gibbsTerm, klDivergence, logRatio } from "./information.ts";
import { sum, sumOfPairs } from "./laws.ts";

type Law = readonly number[];

/** Half of what each law pays for believing the mean of both; from 0 to ln 2, never infinite. */
export function jsDivergence(p: Law, q: Law): number {
  return sumOfPairs(p, q, (a, b) => {
    const mean = (a + b) / 2;
    const half = (a - b) / 2;
    // The distance to the mean is half the step: subtracting the rounded mean would lose its digits.
    return (gibbsTerm(a, mean, half) + gibbsTerm(b, mean, -half)) / 2;
  });
}

/** ½ Σ |p − q|, the largest difference of the probabilities of any event. */
export function totalVariation(p: Law, q: Law): number {
  return sumOfPairs(p, q, (a, b) => Math.abs(a - b)) / 2;
}

/** √(½ Σ (√p − √q)²). */
export function hellingerDistance(p: Law, q: Law): number {
  // (p − q)/(√p + √q) is √p − √q with all its digits.
  return Math.sqrt(sumOfPairs(p, q, (a, b) => (a === b ? 0 : ((a - b) / (Math.sqrt(a) + Math.sqrt(b))) ** 2)) / 2);
}

/** Σ (p − q)²/q. */
export function chi2Divergence(p: Law, q: Law): number {
  return sumOfPairs(p, q, (a, b) => (a === b ? 0 : ((a - b) / b) * (a - b)));
}

/** ln(Σ p^α q^(1−α))/(α − 1), with its limits at α = 0, 1 and ∞. */
export function renyiDivergence(p: Law, q: Law, alpha: number): number {
  const possible = p.flatMap((a, i) => (a > 0 ? [[a, q[i] as number] as const] : []));
  if (alpha === 1) return klDivergence(p, q);
  if (alpha === Infinity) return Math.max(0, ...possible.map(([a, b]) => logRatio(a, b)));
  if (alpha === 0) return negativeLogOfTheRest(sum(q.filter((_, i) => p[i] === 0)), sum(possible.map(([, b]) => b)));
  const excess = alpha * (alpha - 1) * sumOfPairs(p, q, (a, b) => powerTerm(a, b, alpha)); // Σ p^α q^(1−α) − 1
  if (excess > -0.5 && excess < 1) return Math.log1p(excess) / (alpha - 1);
  const logs = possible.map(([a, b]) => Math.log(a) + (alpha - 1) * logRatio(a, b));
  return logOfSum(logs) / (alpha - 1);
}

/** D(p‖q) of a table's joint law and the product of its margins: what its rows tell about its columns. */
export function mutualInformation(joint: readonly Law[]): number {
  const [rows, columns] = margins(joint);
  return klDivergence(
    joint.flat(),
    rows.flatMap((row) => columns.map((column) => row * column)),
  );
}

/** The sums of a table's rows, and those of its columns. */
export function margins(table: readonly Law[]): [rows: number[], columns: number[]] {
  return [table.map(sum), (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] as number)))];
}

/** (p^α q^(1−α) − α p − (1−α) q)/(α (α−1)), one outcome's share of an α-divergence: never negative. */
export function powerTerm(p: number, q: number, alpha: number): number {
  if (alpha < 0.5) return powerTerm(q, p, 1 - alpha);
  if (p === 0) return q / alpha;
  if (q === 0) return alpha >= 1 ? Infinity : p / (1 - alpha);
  const log = logRatio(p, q);
  if (Math.abs(alpha * log) < 0.1) return powerSeries(q, log, alpha);
  return (p * log * expRatio((alpha - 1) * log) - (p - q)) / alpha;
}

/** ln Σ e^x, scaled by the largest so that nothing overflows. */
export function logOfSum(logs: readonly number[]): number {
  const top = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  return Number.isFinite(top) ? top + Math.log(sum(logs.map((log) => Math.exp(log - top)))) : top;
}

/** The same as q Σ (1 + α + … + α^(k−2)) ln(p/q)^k / k!, where the plain form cancels. */
function powerSeries(q: number, log: number, alpha: number): number {
  let [total, powers, factor, power] = [0, 1, (q * log * log) / 2, 1];
  for (let k = 2; k <= 13; k++) {
    total += factor * powers;
    power *= alpha;
    powers += power;
    factor *= log / (k + 1);
  }
  return total;
}

/** (eˣ − 1)/x. */
function expRatio(x: number): number {
  return x === 0 ? 1 : Math.expm1(x) / x;
}

/** −ln of a probability that is known, together with that of its complement. */
function negativeLogOfTheRest(missed: number, met: number): number {
  return missed < 0.5 ? Math.abs(Math.log1p(-missed)) : -Math.log(met);
}
