import { attributes } from "../parts/attributes.ts";
import type { State } from "./state.ts";
import { isSequence, LEAST_HEADS, MOST_HEADS, MOST_TOSSES, PAIRS } from "./state.ts";

export const ATTRIBUTES = attributes(["heads", "tosses"], (attribute) => {
  const [heads, tosses] = [Number(attribute("heads")), attribute("tosses")];
  if (!(Number.isInteger(heads) && heads >= LEAST_HEADS && heads <= MOST_HEADS))
    throw new RangeError(`heads="${heads}": write a whole number of per cent from ${LEAST_HEADS} to ${MOST_HEADS}`);
  if (!isSequence(tosses)) throw new RangeError(`tosses="${tosses}": write 1 to ${MOST_TOSSES} letters, each H or T`);
  const lengths = PAIRS.map(() => 2);
  const initial: State = {
    view: "words",
    heads,
    lengths,
    refused: undefined,
    together: 1,
    tosses,
    read: tosses.length,
  };
  return { initial };
});
