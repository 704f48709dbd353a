// The calculator's numbers as a table.

import { logRatioTerm, surprisalTerm } from "../mathematics/information.ts";
import { sum } from "../mathematics/laws.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { inUnit, LOG, minus } from "../parts/units.ts";
import type { Answer, Curves, Terms } from "./answer.ts";
import { digits } from "./numbers.ts";

const MOST_ROWS = 200;
const ROWS_OF_CURVES = 40;

export function tableOf({ terms, curves }: Answer, unit: Unit): Table {
  if (curves) return tableOfCurves(curves);
  return terms ? tableOfTerms(terms, unit) : { caption: "There are no numbers yet.", head: [], rows: [] };
}

function tableOfTerms({ p, q, all, exchanged }: Terms, unit: Unit): Table {
  const log = LOG[unit];
  const columns = [
    { head: `${p} ${log} 1/${p}`, term: (a: number) => surprisalTerm(a, a) },
    { head: `${p} ${log} ${p}/${q}`, term: logRatioTerm },
    { head: `${p} ${log} 1/${q}`, term: surprisalTerm },
    ...(exchanged ? [{ head: `${q} ${log} ${q}/${p}`, term: (a: number, b: number) => logRatioTerm(b, a) }] : []),
  ];
  const amount = (nats: number) => digits(inUnit(nats, unit));
  const shown = all.slice(0, MOST_ROWS);
  const left = all.length > MOST_ROWS;
  return {
    caption: `Terms and sums in ${unit}.${left ? ` The first ${MOST_ROWS} outcomes; the sums are those of all ${all.length}.` : ""}`,
    head: ["outcome", p, q, ...columns.map(({ head }) => head)],
    rows: [
      ...shown.map((outcome) => [
        outcome.name,
        digits(outcome.p),
        digits(outcome.q),
        ...columns.map(({ term }) => amount(term(outcome.p, outcome.q))),
      ]),
      ["sum", "1", "1", ...columns.map(({ term }) => amount(sum(all.map((outcome) => term(outcome.p, outcome.q)))))],
    ],
  };
}

function tableOfCurves({ x, p, q, discrete }: Curves): Table {
  const step = Math.max(1, Math.floor(x.length / ROWS_OF_CURVES));
  const height = (heights: readonly number[], i: number) => digits(heights[i] as number);
  const rows = x.map((at, i) => [minus(String(Number(at.toPrecision(6)))), height(p, i), height(q, i)]);
  return {
    caption: `${discrete ? "Probabilities" : "Densities"} of the two laws.`,
    head: ["x", "p", "q"],
    rows: rows.filter((_, i) => i % step === 0),
  };
}
