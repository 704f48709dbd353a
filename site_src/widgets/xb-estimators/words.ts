// What a part of the lab says: its result, and its numbers.

import { formatChance, formatCount } from "../parts/counts.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatSigned } from "../parts/units.ts";
import type { Experiment, Row } from "./experiments.ts";
import type { Sample } from "./sample.ts";
import type { Part, State } from "./state.ts";
import { isGaussian } from "./state.ts";

const NOTHING = "–";
const TRUTHS: Readonly<Record<Part, string>> = {
  values: "D",
  mean: "∂D/∂μ",
  width: "∂D/∂ln σ",
  entropy: "H",
  divergence: "truth",
};

export function truthName(part: Part, truth: number, unit: Unit): string {
  return truth === 0 ? `${TRUTHS[part]} = 0` : `${TRUTHS[part]} = ${formatAmount(truth, unit)}`;
}

/** Beside a row: its mean and deviation, and how often it is infinite. */
export function rowWords({ mean, sd, infinite }: Row, unit: Unit): string {
  const spread = sd === undefined ? "" : ` ± ${formatAmount(sd, unit)}`;
  const endless = infinite === undefined ? "" : `, ∞ in ${formatChance(infinite)}`;
  return `${formatAmount(mean, unit)}${spread}${endless}`;
}

export function resultOf(state: State, { rows, truth, firstOrder = 0 }: Experiment, unit: Unit): string {
  const amount = (nats: number) => formatAmount(nats, unit);
  const { draws, letters, part } = state;
  const many = `${formatCount(draws)} ${draws === 1 ? "draw" : "draws"}`;
  const mean = (i: number) => (rows[i] as Row).mean;
  if (part === "values") {
    const sds = rows.map(({ name, sd = 0 }) => `${name} by ${amount(sd)}`).join(", ");
    const bias = formatSigned(mean(1) - truth, unit);
    return `D(p‖q) = ${amount(truth)} ${unit}, from ${many}. Scatter: ${sds}; least ${quietest(rows)}. Bias: k2 ${bias}, k1 and k3 none.`;
  }
  if (part === "entropy") {
    return `${many} of ${letters} letters, H = ${amount(truth)} ${unit}. On average plug-in says ${amount(mean(0))}, too low by ${amount(truth - mean(0))} (first order ${amount(truth - firstOrder)}), Miller–Madow ${amount(mean(1))}.`;
  }
  if (part === "divergence") {
    const endless = formatChance(rows[0]?.infinite ?? 0);
    return `Two samples of ${formatCount(draws)} from ${letters} letters, true D = 0. Plug-in D is infinite in ${endless} of pairs, else ${amount(mean(0))} ${unit} on average (first order ${amount(firstOrder)}).`;
  }
  const verdict = part === "width" ? "k3 has the gradient of D(q‖p)" : "here both orders have one gradient";
  const means = rows.map((row) => `${row.name} ${amount(row.mean)}`).join(", ");
  return `${TRUTHS[part]} = ${amount(truth)} ${unit} at D = ${amount(state.d)}. Mean gradients, here from ${many}: ${means}; ${verdict}.`;
}

export function tableOf(state: State, experiment: Experiment, samples: readonly Sample[], unit: Unit): Table {
  const { rows, truth } = experiment;
  const amount = (nats: number | undefined) => (nats === undefined ? NOTHING : formatAmount(nats, unit));
  const values = state.part === "values";
  const made = (samples[0]?.count ?? 0) + (samples[0]?.infinite ?? 0);
  return {
    caption: `${subject(state)}: ${truthName(state.part, truth, unit)} ${unit}. Mean, bias and sd of an estimate from ${formatCount(state.draws)} draws, exactly, and over ${formatCount(made)} repetitions.${state.part === "divergence" ? " Of the finite ones." : ""}`,
    head: ["estimate", "mean", "bias", "sd", "mean, drawn", "sd, drawn", ...extra(state.part)],
    rows: rows.map((row, i) => {
      const { count, mean, sd, infinite } = samples[i] as Sample;
      const drawn = count > 0 ? [amount(mean), count > 1 ? amount(sd) : NOTHING] : [NOTHING, NOTHING];
      const bias = formatSigned(row.mean - truth, unit);
      const needed = values ? [formatCount(drawsForTenth(state, row))] : [];
      const endless =
        row.infinite === undefined ? [] : [formatChance(row.infinite), made ? formatChance(infinite / made) : NOTHING];
      return [row.name, amount(row.mean), bias, amount(row.sd), ...drawn, ...needed, ...endless];
    }),
  };
}

function extra(part: Part): string[] {
  if (part === "values") return ["draws for sd = D/10"];
  return part === "divergence" ? ["infinite", "infinite, drawn"] : [];
}

function drawsForTenth({ d, draws }: State, { sd = 0 }: Row): number {
  return Math.ceil(draws * (sd / (0.1 * d)) ** 2);
}

function subject({ part, d, letters }: State): string {
  if (!isGaussian(part)) return `${letters} equally likely letters`;
  const shift = Number(Math.sqrt(2 * d).toPrecision(3));
  return `p = N(0, 1), q = N(${shift}, 1)`;
}

function quietest(rows: readonly Row[]): string {
  return rows.reduce((least, row) => ((row.sd ?? 0) < (least.sd ?? 0) ? row : least)).name;
}

export function countedWords(samples: readonly Sample[]): string {
  const { count = 0, infinite = 0 } = samples[0] ?? {};
  const made = count + infinite;
  if (made === 0) return "";
  const endless = infinite > 0 ? `, ${formatCount(infinite)} of them infinite` : "";
  return `${formatCount(made)} repetitions drawn${endless}.`;
}
