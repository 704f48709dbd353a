import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { inUnit } from "../parts/units.ts";
import type { State } from "./state.ts";

/** One of the lab's three parts: what is seen, what is moved, and what is said. */
export interface Part {
  readonly figure: HTMLElement;
  readonly inputs: HTMLElement;
  show(state: State, unit: Unit): void;
  result(state: State, unit: Unit): string;
  table(state: State, unit: Unit): Table;
}

/** An amount with the digits that tell one block length from the next. */
export function fine(nats: number, unit: Unit): string {
  return inUnit(nats, unit).toFixed(4);
}
