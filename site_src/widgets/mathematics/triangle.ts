// Laws on three outcomes as points of a triangle, and the lines on it along which a divergence stays the same.
// In nats and without a document; arguments are (p, q) = (truth, belief).

import { gibbsTerm, klDivergence, logRatio } from "./information.ts";
import { sum } from "./laws.ts";

type Law = readonly number[];

/** Which argument moves over the triangle while the other stays at the centre: D(centre‖·) or D(·‖centre). */
export const MAPS = ["beliefs", "truths"] as const;
export type MapName = (typeof MAPS)[number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How high a triangle is whose sides are 1. */
export const TRIANGLE_HEIGHT = Math.sqrt(3) / 2;
export const CORNERS: readonly Law[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

const DIRECTIONS = 90;
const PLACES_ON_A_SIDE = 24;
const MOST_STEPS = 60;
const FINE = 1e-13;
const DEEPEST = 700; // e⁻⁷⁰⁰ is near the least that a double holds

/** Where a law stands: its first two outcomes have the corners below, the third has that above. */
export function pointOf([, b = 0, c = 0]: Law): Point {
  return { x: b + c / 2, y: c * TRIANGLE_HEIGHT };
}

/** The law nearest to a point, which may lie outside, with its shares in hundredths. */
export function lawAt({ x, y }: Point): number[] {
  const c = y / TRIANGLE_HEIGHT;
  const b = x - c / 2;
  return inHundredths(nearestLaw([1 - b - c, b, c]));
}

/** The divergence between the law at the centre of a map and a place on it. */
export function height(map: MapName, centre: Law, place: Law): number {
  return map === "beliefs" ? klDivergence(centre, place) : klDivergence(place, centre);
}

/** Whether a map is infinite all along the side on which this outcome has no share. */
export function isBarrier(map: MapName, centre: Law, outcome: number): boolean {
  return map === "beliefs" ? (centre[outcome] as number) > 0 : centre.some((share, i) => i !== outcome && share === 0);
}

/**
 * A map's lines: for so many nats the places that are so far, as lines that close where they meet no side.
 * Where the map is finite on one side alone, they are points.
 */
export function linesOf(map: MapName, centre: Law): (nats: number) => Law[][] {
  if (map === "truths" && centre.includes(0)) return (nats) => pointsOnSide(centre, nats);
  const ends = endsAround(centre).map((law) => ({ law, top: height(map, centre, law) }));
  return (nats) => linesAround(map, centre, ends, nats);
}

interface End {
  readonly law: Law;
  readonly top: number;
}

function linesAround(map: MapName, centre: Law, ends: readonly End[], nats: number): Law[][] {
  const place = placesOnRays(map, centre, nats);
  const first = ends.findIndex(({ top }) => top < nats);
  if (first < 0) return [[...ends, ...ends.slice(0, 1)].map(({ law }) => place(law))];
  const lines: Law[][] = [];
  // Once around, from where the level is not reached: a line begins and ends on a side.
  for (let i = 1; i <= ends.length; i++) {
    const [before, end] = [first + i - 1, first + i].map((at) => ends[at % ends.length]) as [End, End];
    const [was, is] = [before.top >= nats, end.top >= nats];
    if (is && !was) lines.push([placeOnSide(map, centre, before.law, end.law, nats)]);
    if (is) lines.at(-1)?.push(place(end.law));
    else if (was) lines.at(-1)?.push(placeOnSide(map, centre, end.law, before.law, nats));
  }
  return lines;
}

/** Of the truths for a belief with a zero: the side without it is finite, and a level is met left and right of the belief. */
function pointsOnSide(centre: Law, nats: number): Law[][] {
  const finite = CORNERS.filter((corner) => height("truths", centre, corner) < Infinity);
  const reached = finite.filter((corner) => height("truths", centre, corner) >= nats);
  return reached.map((corner) => [placesOnRays("truths", centre, nats)(corner)]);
}

/**
 * Where rays from the centre end on the sides, once around. In directions alone, lines would be coarse in far corners;
 * with places on the sides alone, near the centre. The corners are among them, and the lowest place of each side.
 */
function endsAround(centre: Law): Law[] {
  const directions = Array.from({ length: DIRECTIONS }, (_, i) => endOfRay(centre, (2 * Math.PI * i) / DIRECTIONS));
  const sides = CORNERS.flatMap((corner, i) =>
    Array.from({ length: PLACES_ON_A_SIDE }, (_, j) => mixed(corner, CORNERS[(i + 1) % 3] as Law, j / PLACES_ON_A_SIDE)),
  );
  const lowest = CORNERS.flatMap((_, i) => without(centre, i));
  // All of a side on which the centre stands are on two rays, to its corners.
  const isApart = (end: Law) => end.includes(1) || !end.some((share, i) => share === 0 && centre[i] === 0);
  return [...[...directions.flat(), ...sides].filter(isApart), ...lowest].sort((a, b) => wayRound(a) - wayRound(b));
}

/** Where a ray in some direction ends; nowhere if it leaves the triangle at once. */
function endOfRay(centre: Law, angle: number): Law[] {
  const [x, y] = [Math.cos(angle), Math.sin(angle) / TRIANGLE_HEIGHT];
  const way = [-x - y / 2, x - y / 2, y];
  const reaches = centre.map((share, i) => ((way[i] as number) < 0 ? share / -(way[i] as number) : Infinity));
  const reach = Math.min(...reaches);
  if (reach === 0) return [];
  const end = centre.map((share, i) => (reaches[i] === reach ? 0 : Math.max(share + reach * (way[i] as number), 0)));
  return [end];
}

/** How far along the three sides a place on them is: from 0 to 3. */
function wayRound([a = 0, b = 0, c = 0]: Law): number {
  if (c === 0 && a > 0) return b;
  return a === 0 && b > 0 ? 1 + c : 2 + a;
}

/** The law with one outcome ruled out, if anything is left. */
function without(centre: Law, outcome: number): Law[] {
  const kept = centre.map((share, i) => (i === outcome ? 0 : share));
  const total = sum(kept);
  return total > 0 ? [kept.map((share) => share / total)] : [];
}

/** The place at this level on the way from the centre to an end that reaches it. Each ray begins where the last one came. */
function placesOnRays(map: MapName, centre: Law, nats: number): (end: Law) => Law {
  let depth = 1;
  return (end) => {
    depth = depthOnRay(map, centre, end, nats, depth);
    return onRay(centre, end, depth);
  };
}

/** Where the way is shortened to e⁻ᵗ of it: towards a barrier the divergence grows like t, and no place is too near for it. */
function onRay(centre: Law, end: Law, depth: number): Law {
  const [left, gone] = [Math.exp(-depth), -Math.expm1(-depth)];
  return centre.map((share, i) => left * share + gone * (end[i] as number));
}

/** By Newton's method, kept between bounds: along a ray a divergence rises from 0. */
function depthOnRay(map: MapName, centre: Law, end: Law, nats: number, guess: number): number {
  let [low, high, depth] = [0, DEEPEST, guess];
  for (let step = 0; step < MOST_STEPS && high - low > FINE; step++) {
    const [left, gone] = [Math.exp(-depth), -Math.expm1(-depth)];
    let [value, slope] = [0, 0];
    for (let i = 0; i < 3; i++) {
      const [middle, last] = [centre[i] as number, end[i] as number];
      const place = left * middle + gone * last;
      const way = last - middle;
      if (map === "beliefs") {
        value += gibbsTerm(middle, place, -gone * way);
        slope += middle > 0 ? left * way * (1 - middle / place) : left * way;
      } else {
        value += gibbsTerm(place, middle, gone * way);
        if (way !== 0) slope += left * way * logRatio(place, middle);
      }
    }
    if (Math.abs(value - nats) <= FINE * nats) return depth;
    if (value > nats) high = depth;
    else low = depth;
    const next = depth + (nats - value) / slope;
    depth = next > low && next < high ? next : (low + high) / 2;
  }
  return depth;
}

/** The place at this level between one below it and one that reaches it. */
function placeOnSide(map: MapName, centre: Law, below: Law, reached: Law, nats: number): Law {
  let [low, high] = [0, 1];
  for (let step = 0; step < MOST_STEPS; step++) {
    const middle = (low + high) / 2;
    if (height(map, centre, mixed(below, reached, middle)) < nats) low = middle;
    else high = middle;
  }
  return mixed(below, reached, high);
}

function mixed(from: Law, to: Law, share: number): Law {
  return from.map((a, i) => a + share * ((to[i] as number) - a));
}

/** The nearest law to three numbers that sum to 1: as long as one is negative, it becomes 0 and the others bear it alike. */
function nearestLaw(shares: Law): Law {
  let law = shares;
  let free = [0, 1, 2];
  for (;;) {
    const negative = free.filter((i) => (law[i] as number) < 0);
    if (negative.length === 0) return law;
    free = free.filter((i) => !negative.includes(i));
    const owed = sum(negative.map((i) => law[i] as number)) / free.length;
    law = law.map((share, i) => (free.includes(i) ? share + owed : 0));
  }
}

/** The same in whole hundredths, which still sum to 1. */
function inHundredths(law: Law): number[] {
  const whole = law.map((share) => Math.floor(100 * share + 1e-9));
  const byRest = [0, 1, 2].sort((i, j) => 100 * (law[j] as number) - (whole[j] as number) - 100 * (law[i] as number) + (whole[i] as number));
  for (const i of byRest.slice(0, 100 - sum(whole))) (whole[i] as number)++;
  return whole.map((share) => share / 100);
}
