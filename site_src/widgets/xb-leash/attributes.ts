import { sum } from "../mathematics/laws.ts";
import { attributes, readLabels, readLaw, readNumbers } from "../parts/attributes.ts";
import type { State } from "./state.ts";
import { MOST, placeOf } from "./state.ts";

const MOST_ANSWERS = 6; // a phone has no room for more
const LOOSE = 3; // β at which the page begins

export const ATTRIBUTES = attributes(["reference", "score", "truth", "labels"], (attribute) => {
  const reference = readLaw("reference", attribute("reference"));
  const count = reference.length;
  if (count > MOST_ANSWERS) throw new RangeError(`reference has ${count} answers: write ${MOST_ANSWERS} at most`);
  const fits = (value: number) => value >= 0 && value <= MOST && Number.isInteger(Number((10 * value).toFixed(9)));
  const rewards = { count, must: `rewards from 0 to ${MOST}, to a tenth`, fits };
  const initial: State = {
    reference,
    score: readNumbers("score", attribute("score"), rewards),
    truth: readNumbers("truth", attribute("truth"), rewards),
    place: placeOf(LOOSE),
    dragged: "rewards",
  };
  return { initial, labels: readLabels(attribute("labels"), count), overrated: overratedIn(initial) };
});

/** The answer that the judge scores highest and that is worth less than the reference; on the others the judge must do. */
function overratedIn({ reference, score, truth }: State): number {
  const first = largest(score);
  const worthOfReference = sum(reference.map((share, i) => share * (truth[i] as number)));
  const others = (rewards: readonly number[]) => largest(rewards.with(first, -1));
  if ((truth[first] as number) >= worthOfReference || others(score) !== others(truth)) {
    throw new RangeError("the highest score belongs to an answer worth less than the reference, the next to the best");
  }
  return first;
}

function largest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
