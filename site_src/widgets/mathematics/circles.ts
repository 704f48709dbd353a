// Circles whose areas and overlaps are given: how far apart they stand, and how much they cover.

import { sum } from "./laws.ts";

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Three circles, and whether every two of them overlap as much as they should. */
export interface Placed {
  readonly circles: readonly [Circle, Circle, Circle];
  readonly fits: boolean;
}

type Three = readonly [number, number, number];

// Distances and overlaps below this are rounding.
const NEAR = 1e-9;
const HALVINGS = 60;

export function radiusOf(area: number): number {
  return Math.sqrt(area / Math.PI);
}

/** The area that two circles share at a distance of their middles. */
export function overlapOf(radius: number, other: number, distance: number): number {
  if (distance >= radius + other) return 0;
  if (distance <= Math.abs(radius - other)) return Math.PI * Math.min(radius, other) ** 2;
  return segment(radius, other, distance) + segment(other, radius, distance);
}

/** The distance at which two circles share an area; where they share none, the least. */
export function distanceFor(radius: number, other: number, area: number): number {
  let [near, far] = [Math.abs(radius - other), radius + other];
  if (area <= 0) return far;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (near + far) / 2;
    if (overlapOf(radius, other, middle) > area) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/**
 * Three circles with these areas and overlaps (of the first two, the first and third, the last two). The first two stand
 * side by side, the third below them. Circles that share nothing keep the gap where there is room.
 */
export function placed(areas: Three, overlaps: Three, gap: number): Placed {
  const [a, b, c] = areas.map(radiusOf) as [number, number, number];
  const sides = [distanceFor(a, b, overlaps[0]), distanceFor(a, c, overlaps[1]), distanceFor(b, c, overlaps[2])];
  const free = overlaps.map((overlap) => overlap < NEAR);
  const wanted = sides.map((side, i) => (free[i] ? side + gap : side));
  const [ab, ac, bc] = triangle(wanted, free, gap);
  const shift = ab > 0 ? (ab * ab + ac * ac - bc * bc) / (2 * ab) : 0;
  const x = Math.min(Math.max(shift, -ac), ac);
  const circles = [
    { x: 0, y: 0, radius: a },
    { x: ab, y: 0, radius: b },
    { x, y: Math.sqrt(Math.max(ac * ac - x * x, 0)), radius: c },
  ] as const;
  return { circles, fits: ab <= ac + bc + NEAR && Math.abs(ac - bc) <= ab + NEAR };
}

/** The area that all circles share, from the arcs that bound it. */
export function commonArea(circles: readonly Circle[]): number {
  return sum(
    circles.map((circle, i) => {
      const others = circles.filter((_, j) => j !== i);
      const inside = circles.map((other, j) => arcInside(circle, other, j < i)).filter((_, j) => j !== i);
      const cuts = [0, 2 * Math.PI, ...others.flatMap((other) => crossings(circle, other))].sort((s, t) => s - t);
      return sum(
        cuts.slice(1).map((end, k) => {
          const start = cuts[k] as number;
          return inside.every((holds) => holds((start + end) / 2)) ? sector(circle, start, end) : 0;
        }),
      );
    }),
  );
}

/** The area that three circles cover: each, less what is counted twice, and what then is missing. */
export function coveredBy([a, b, c]: readonly [Circle, Circle, Circle]): number {
  const apart = (one: Circle, other: Circle) => Math.hypot(one.x - other.x, one.y - other.y);
  const twice = ([one, other]: readonly [Circle, Circle]) => overlapOf(one.radius, other.radius, apart(one, other));
  const pairs = [[a, b] as const, [a, c] as const, [b, c] as const];
  return sum([a, b, c].map(({ radius }) => Math.PI * radius ** 2)) - sum(pairs.map(twice)) + commonArea([a, b, c]);
}

/**
 * Where the others are too short for a side with a gap, it gives up as much of the gap as they lack. No other side could
 * be too short because of a pair that shares nothing: their middles stand at least both radii apart.
 */
function triangle(sides: readonly number[], free: readonly boolean[], gap: number): Three {
  const made = [...sides] as [number, number, number];
  for (const [i, j, k] of [[0, 1, 2] as const, [1, 0, 2] as const, [2, 0, 1] as const]) {
    if (free[i]) made[i] -= Math.min(Math.max(made[i] - made[j] - made[k], 0), gap);
  }
  return made;
}

/** The part of a circle beyond the chord in which another one cuts it. */
function segment(radius: number, other: number, distance: number): number {
  const cosine = (distance ** 2 + radius ** 2 - other ** 2) / (2 * distance * radius);
  const angle = Math.acos(Math.min(Math.max(cosine, -1), 1));
  return radius ** 2 * (angle - Math.sin(2 * angle) / 2);
}

/** Whether a point of a circle lies inside another; of two that coincide, one counts. */
function arcInside(circle: Circle, other: Circle, first: boolean): (angle: number) => boolean {
  const distance = Math.hypot(circle.x - other.x, circle.y - other.y);
  const same = distance < NEAR && Math.abs(circle.radius - other.radius) < NEAR;
  if (same) return () => !first;
  return (angle) => {
    const x = circle.x + circle.radius * Math.cos(angle) - other.x;
    const y = circle.y + circle.radius * Math.sin(angle) - other.y;
    return Math.hypot(x, y) <= other.radius;
  };
}

/** The angles at which another circle crosses this one, from 0 to 2π. */
function crossings(circle: Circle, other: Circle): number[] {
  const [x, y] = [other.x - circle.x, other.y - circle.y];
  const distance = Math.hypot(x, y);
  const cosine = (distance ** 2 + circle.radius ** 2 - other.radius ** 2) / (2 * distance * circle.radius);
  if (!(Math.abs(cosine) < 1)) return [];
  const [towards, half] = [Math.atan2(y, x), Math.acos(cosine)];
  return [towards - half, towards + half].map((angle) => (angle + 2 * Math.PI) % (2 * Math.PI));
}

/** What an arc adds to the area inside it, ½∮(x dy − y dx). */
function sector({ x, y, radius }: Circle, start: number, end: number): number {
  const along = x * (Math.sin(end) - Math.sin(start)) - y * (Math.cos(end) - Math.cos(start));
  return (radius * (radius * (end - start) + along)) / 2;
}
