import { attributes, readLaw } from "../parts/attributes.ts";
import type { State } from "./state.ts";

export const ATTRIBUTES = attributes(["table"], (attribute) => {
  const cells = readLaw("table", attribute("table"));
  if (cells.length !== 4)
    throw new RangeError(`table has ${cells.length} cells: write two for X = 0, then two for X = 1`);
  const initial: State = { cells, third: "none" };
  return { initial };
});
