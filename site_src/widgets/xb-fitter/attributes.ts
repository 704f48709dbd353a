import { MOST_APART } from "../mathematics/one-bell-for-two.ts";
import { attributes } from "../parts/attributes.ts";
import type { State } from "./state.ts";
import { numberIn } from "./state.ts";

export const ATTRIBUTES = attributes(["apart", "left"], (attribute) => {
  const [apart, left] = [numberIn(attribute("apart"), MOST_APART), numberIn(attribute("left"), 1)];
  if (apart === undefined)
    throw new RangeError(`apart="${attribute("apart")}": write a number from 0 to ${MOST_APART}`);
  if (left === undefined) throw new RangeError(`left="${attribute("left")}": write a share from 0 to 1`);
  const initial: State = { apart, left, order: "exclusive" };
  return { initial };
});
