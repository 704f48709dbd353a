// What two variables of a table share and keep to themselves, and what a third one does to it; in nats.

import { normalize, sum } from "./laws.ts";
import { margins, mutualInformation } from "./measures.ts";

/** Probabilities of pairs: X by rows, Y by columns. */
export type Table = readonly (readonly number[])[];

/** A third variable that two bits X and Y settle. */
export const THIRDS = ["xor", "and", "copy"] as const;
export type Third = (typeof THIRDS)[number];
const VALUES: Readonly<Record<Third, (x: number, y: number) => number>> = {
  xor: (x, y) => (x === y ? 0 : 1),
  and: (x, y) => x * y,
  copy: (x) => x,
};

/** The areas of a picture of two variables. */
export interface Pair {
  readonly x: number;
  readonly y: number;
  readonly shared: number;
  readonly leftOfX: number;
  readonly leftOfY: number;
  readonly together: number;
}

/** What three variables share by twos, alone and given the third, and what would be left for all three. */
export interface Triple {
  readonly entropies: readonly [x: number, y: number, z: number];
  readonly shared: readonly [xy: number, xz: number, yz: number];
  readonly sharedGivenThird: readonly [xy: number, xz: number, yz: number];
  readonly left: readonly [x: number, y: number, z: number];
  /** I(X; Y) − I(X; Y | Z), the same whichever comes third: negative where a third variable makes two share more. */
  readonly middle: number;
  readonly together: number;
}

export function pairOf(table: Table): Pair {
  const [x, y] = margins(table).map(entropyOf) as [number, number];
  return {
    x,
    y,
    shared: mutualInformation(table),
    leftOfX: conditionalEntropy(transposed(table)),
    leftOfY: conditionalEntropy(table),
    together: entropyOf(table.flat()),
  };
}

/** The three variables X, Y and Z, where X and Y settle Z. */
export function tripleOf(table: Table, third: Third): Triple {
  const cube = cubeOf(table, third);
  const [xy, xz, yz] = [table, marginOf(cube, 1), marginOf(cube, 0)];
  const givenThird = [2, 1, 0].map((axis) => sharedGiven(cube, axis)) as [number, number, number];
  const shared = [xy, xz, yz].map(mutualInformation) as [number, number, number];
  return {
    entropies: [...margins(xy).map(entropyOf), entropyOf(margins(xz)[1])] as [number, number, number],
    shared,
    sharedGivenThird: givenThird,
    left: [0, 1, 2].map((axis) => leftOf(cube, axis)) as [number, number, number],
    middle: shared[0] - givenThird[0],
    together: entropyOf(cube.flat(2)),
  };
}

/** H(columns | rows): every term is ≥ 0, and near certainty none loses its digits. */
export function conditionalEntropy(table: Table): number {
  return sum(
    table.map((row) => {
      const others = row.map((_, i) => sum(row.filter((__, j) => j !== i)));
      return sum(row.map((p, i) => (p === 0 ? 0 : p * Math.log1p((others[i] as number) / p))));
    }),
  );
}

/** The entropy of cells that were added up: where rounding lifts a sum above 1, it is not negative either. */
function entropyOf(law: readonly number[]): number {
  return conditionalEntropy([law]);
}

function transposed(table: Table): number[][] {
  return (table[0] ?? []).map((_, column) => table.map((row) => row[column] as number));
}

type Cube = readonly (readonly (readonly number[])[])[];

/** Axes X, Y, Z. */
function cubeOf(table: Table, third: Third): Cube {
  return table.map((row, x) => row.map((p, y) => [0, 1].map((z) => (VALUES[third](x, y) === z ? p : 0))));
}

/** The tables of the other two variables, in their order, one for each value of the variable on this axis. */
function slices(cube: Cube, axis: number): Table[] {
  if (axis === 0) return [...cube];
  if (axis === 1) return [0, 1].map((y) => cube.map((plane) => plane[y] as readonly number[]));
  return [0, 1].map((z) => cube.map((plane) => plane.map((line) => line[z] as number)));
}

function marginOf(cube: Cube, axis: number): number[][] {
  const [first = [], ...rest] = slices(cube, axis);
  return first.map((row, i) => row.map((p, j) => p + sum(rest.map((table) => table[i]?.[j] ?? 0))));
}

/** What the other two share on average once the variable on this axis is known. */
function sharedGiven(cube: Cube, axis: number): number {
  return sum(
    slices(cube, axis).map((table) => {
      const cells = table.flat();
      const weight = sum(cells);
      if (weight === 0) return 0;
      const law = normalize(cells);
      const width = table[0]?.length ?? 0;
      return weight * mutualInformation(table.map((_, i) => law.slice(i * width, (i + 1) * width)));
    }),
  );
}

/** What is left of the variable on this axis once both others are known. */
function leftOf(cube: Cube, axis: number): number {
  const [first = [], ...rest] = slices(cube, axis).map((table) => table.flat());
  return conditionalEntropy(first.map((p, i) => [p, ...rest.map((cells) => cells[i] as number)]));
}
