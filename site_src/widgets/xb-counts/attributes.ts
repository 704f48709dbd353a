import { attributes } from "../parts/attributes.ts";
import { readCounts } from "./reading.ts";
import type { DataName, State } from "./state.ts";

/** How the data are spoken of, and the θ that needs none of them. */
export interface Words {
  readonly each: string;
  readonly many: string;
  readonly successes: string;
  readonly fair: number;
  readonly fairName: string;
}

export const WORDS: Readonly<Record<DataName, Words>> = {
  boys: { each: "a family", many: "families", successes: "boys", fair: 1 / 2, fairName: "½" },
  dice: { each: "a throw", many: "throws", successes: "fives and sixes", fair: 1 / 3, fairName: "⅓" },
  own: { each: "an observation", many: "observations", successes: "successes", fair: 1 / 2, fairName: "½" },
};

/** Geissler's families, Weldon's dice, and what stands in the reader's field before they type. */
export const ATTRIBUTES = attributes(["boys", "dice", "own"], (attribute) => {
  const counts = (name: DataName) => {
    const read = readCounts(attribute(name));
    if ("problem" in read) throw new RangeError(`${name}="${attribute(name)}": ${read.problem}`);
    return read.counts;
  };
  const initial: State = { data: "boys", theta: "fair", whole: false, typed: counts("own").join(" ") };
  return { given: { boys: counts("boys"), dice: counts("dice") }, initial };
});
