// Lines and columns that add up the others are no outcomes.

import { sum } from "../mathematics/laws.ts";
import type { Outcome, Reading } from "./columns.ts";

const TOTAL =
  /^(?:(?:grand |column |row )?(?:totals?|sums?|all|margins?)|sub-?totals?|summe|gesamt|insgesamt|totale|totaal|somme|suma|celkem|razem|Σ|n)$/i;
const MEAN = /^(?:average|avg\.?|mean|mittelwert|durchschnitt|moyenne|media|promedio|gemiddelde|średnia|Ø)$/i;
const ROUNDING = 1e-9;

/** Whether a line or a column is called what sums are called. */
export function isCalledTotal(name: string): boolean {
  return TOTAL.test(name.trim().replace(/:$/, ""));
}

export function isCalledMean(name: string): boolean {
  return MEAN.test(name.trim().replace(/:$/, ""));
}

/** Whether a number is the sum of others, up to rounding. */
export function isSum(total: number, values: readonly number[]): boolean {
  const added = sum(values);
  return added > 0 && Math.abs(total - added) <= ROUNDING * added;
}

function withoutMean(
  outcomes: readonly Outcome[],
  mean: Outcome,
  { decisions, assumed }: Pick<Reading, "decisions" | "assumed">,
): readonly Outcome[] {
  const where = `line ${mean.number}, “${mean.name}”,`;
  const taken = decisions.decide("total", {
    question: `In ${where} stands the mean of the others. What is it?`,
    readings: { yes: "A mean: leave it out", no: "An outcome like the others" },
    guess: "yes",
  });
  if (taken === "no") return outcomes;
  assumed.push(`The mean in ${where} is left out.`);
  return outcomes.filter((outcome) => outcome !== mean);
}

/** The outcomes without a last one, or a first one, that is the sum of the others. */
export function withoutTotals(outcomes: readonly Outcome[], { decisions, assumed, read }: Reading): readonly Outcome[] {
  if (outcomes.length < 3) return outcomes;
  const [first, last] = [outcomes[0] as Outcome, outcomes.at(-1) as Outcome];
  const addsUp = (one: Outcome, times = 1) => {
    const others = outcomes.filter((outcome) => outcome !== one);
    return (["p", "q"] as const).every((law) => {
      const values = others.map((outcome) => read(outcome[law]) ?? Number.NaN);
      return isSum(times * (read(one[law]) ?? Number.NaN), values);
    });
  };
  if (isCalledMean(last.name) && addsUp(last, outcomes.length - 1))
    return withoutMean(outcomes, last, { decisions, assumed });
  const candidate = [last, first].find((outcome) => isCalledTotal(outcome.name) || addsUp(outcome));
  if (!candidate) return outcomes;
  const [called, adds] = [isCalledTotal(candidate.name), addsUp(candidate)];
  const where = `line ${candidate.number}, “${candidate.name}”,`;
  const taken = decisions.decide("total", {
    question: adds
      ? `In ${where} stands the sum of the others. What is it?`
      : `Is ${where} a total? Its numbers are not the sums of the others.`,
    readings: { yes: "A total: leave it out", no: "An outcome like the others" },
    guess: called && adds ? "yes" : undefined,
  });
  if (taken === "no") return outcomes;
  assumed.push(`The total in ${where} is left out.`);
  return outcomes.filter((outcome) => outcome !== candidate);
}
