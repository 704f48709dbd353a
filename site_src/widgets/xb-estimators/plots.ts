// The lines below the repetitions: what is known exactly, against D or against the number of draws.

import { crossing, ESTIMATORS, gradientMoments, valueMoments } from "../mathematics/k-estimators.ts";
import { firstOrderBias, infiniteShare, millerMadowMean, pluginMean } from "../mathematics/letter-counts.ts";
import { ticks } from "../parts/charts.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, inUnit, minus, scientific, toNats } from "../parts/units.ts";
import type { State } from "./state.ts";
import { DRAWS, divergenceAt, isGaussian, LAST, MOST_NATS } from "./state.ts";

export type Style = "xb-line-first" | "xb-line-second" | "xb-line-third" | "xb-line-truth" | "xb-line-dashed";
/** From 0 to 1: the share of the width, and the share of the height from below. */
type Point = readonly [x: number, y: number];

interface Line {
  readonly style: Style;
  readonly name: string;
  readonly points: readonly Point[];
}

type Tick = readonly [share: number, text: string];

export interface Plot {
  readonly title: string;
  readonly axis: string;
  readonly lines: readonly Line[];
  readonly x: readonly Tick[];
  readonly y: readonly Tick[];
  /** Whether the lines are drawn no farther than where the reader stands. */
  readonly upToNow: boolean;
  readonly mark?: { readonly at: Point; readonly text: string };
}

const STYLES = ["xb-line-first", "xb-line-second", "xb-line-third"] as const;
const HIGHEST = 7; // times D, of the deviations
const LAST_DRAWS = DRAWS.at(-1) as number;

export function plotOf(state: State, unit: Unit): Plot {
  if (state.part === "values") return ofDeviations(unit);
  if (state.part === "entropy") return ofEntropies(state, unit);
  if (state.part === "divergence") return ofInfinities(state);
  return ofGradients(state, unit);
}

/** Where the reader stands, as a share of the width. */
export function nowOf({ part, d, draws }: State): number {
  return isGaussian(part) ? d / MOST_NATS : logShare(draws);
}

function ofDeviations(unit: Unit): Plot {
  const relative = (name: (typeof ESTIMATORS)[number], at: number) => Math.sqrt(valueMoments(name, at).variance) / at;
  const cross = crossing();
  return {
    title: "sd of one draw / D",
    lines: ESTIMATORS.map((name, i) => ({
      style: STYLES[i] as Style,
      name,
      points: along((at) => relative(name, at) / HIGHEST),
    })),
    y: [0, 2, 4, 6].map((value) => [value / HIGHEST, String(value)] as const),
    mark: { at: [cross / MOST_NATS, relative("k1", cross) / HIGHEST], text: formatAmount(cross, unit) },
    ...againstD(unit),
    upToNow: true,
  };
}

function ofGradients({ part }: State, unit: Unit): Plot {
  const by = part === "mean" ? "mean" : "width";
  const low = by === "mean" ? -2.5 : -6;
  const high = -0.12 * low;
  const share = (nats: number) => (nats - low) / (high - low);
  const line = (style: Style, name: string, of: (typeof ESTIMATORS)[number]) => ({
    style,
    name,
    points: along((at) => share(gradientMoments(of, by, at).mean)),
  });
  return {
    title: "mean gradient",
    // What lies on one line is named once.
    lines:
      by === "mean"
        ? [line("xb-line-first", "k1", "k1"), line("xb-line-truth", "∇D, k2 and k3", "k2")]
        : [line("xb-line-truth", "∇D, k1 and k2", "k2"), line("xb-line-third", "k3", "k3")],
    y: amounts(low, high, unit),
    ...againstD(unit),
    upToNow: false,
  };
}

function ofEntropies({ letters }: State, unit: Unit): Plot {
  const top = 1.15 * Math.log(letters);
  const line = (style: Style, name: string, of: (n: number) => number) => ({
    style,
    name,
    points: DRAWS.map((n) => [logShare(n), of(n) / top] as const),
  });
  return {
    title: "mean entropy",
    lines: [
      line("xb-line-truth", "H", () => Math.log(letters)),
      line("xb-line-dashed", "first order", (n) => Math.log(letters) - firstOrderBias(letters, n)),
      line("xb-line-second", "Miller–Madow", (n) => millerMadowMean(letters, n)),
      line("xb-line-first", "plug-in", (n) => pluginMean(letters, n)),
    ],
    y: amounts(0, top, unit),
    ...againstDraws(),
  };
}

function ofInfinities({ letters }: State): Plot {
  const points = DRAWS.map((n) => [logShare(n), infiniteShare(letters, n) / 1.08] as const);
  return {
    title: "how often D is infinite",
    lines: [{ style: "xb-line-first", name: "", points }],
    y: [0, 0.5, 1].map((value) => [value / 1.08, `${100 * value}\u00a0%`] as const),
    ...againstDraws(),
  };
}

function againstD(unit: Unit): Pick<Plot, "axis" | "x"> {
  const x = ticks(0, inUnit(MOST_NATS, unit), 5).map(
    (value) => [toNats(value, unit) / MOST_NATS, String(Number(value.toPrecision(6)))] as const,
  );
  return { axis: `D, ${unit}`, x };
}

function againstDraws(): Pick<Plot, "axis" | "x" | "upToNow"> {
  const ends = DRAWS.filter((n) => Number.isInteger(Math.log10(n)));
  const x = ends.map((n) => [logShare(n), n < LAST_DRAWS ? String(n) : scientific(n, 1)] as const);
  return { axis: "draws n", x, upToNow: false };
}

function along(height: (d: number) => number): Point[] {
  return Array.from({ length: LAST / 2 }, (_, i) => {
    const d = divergenceAt(2 * i + 2);
    return [d / MOST_NATS, height(d)] as const;
  });
}

function amounts(low: number, high: number, unit: Unit): Tick[] {
  return ticks(inUnit(low, unit), inUnit(high, unit), 3).map(
    (value) => [(toNats(value, unit) - low) / (high - low), minus(String(Number(value.toPrecision(6))))] as const,
  );
}

function logShare(draws: number): number {
  return Math.log(draws) / Math.log(LAST_DRAWS);
}

/** What the lines depend on, besides where the reader stands. */
export function plotKey({ part, letters }: State, unit: Unit): string {
  return [part, isGaussian(part) ? "" : letters, unit].join();
}
