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

const DIRECTIONS = 6;
const PLACES_ON_A_SIDE = 18;
// Close together at the corners, where lines bend most.
const ALONG = Array.from({ length: PLACES_ON_A_SIDE }, (_, j) => (1 - Math.cos((Math.PI * j) / PLACES_ON_A_SIDE)) / 2);
const ON_SIDES = CORNERS.flatMap((corner, i) =>
  ALONG.map((share) => mixed(corner, CORNERS[(i + 1) % 3] as Law, share)),
);
const MOST_STEPS = 60;
const FINE = 1e-8;
const NEAR = 1e-4; // a step of Newton's, as a share of the depth: it squares what is missed, so this one is the last
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

/** A divergence from the law at the centre, at every place of the triangle. */
export interface Terrain {
  readonly map: MapName;
  readonly centre: Law;
}

export function height({ map, centre }: Terrain, place: Law): number {
  return map === "beliefs" ? klDivergence(centre, place) : klDivergence(place, centre);
}

/** Whether a terrain is infinite all along the side on which this outcome has no share. */
export function isBarrier({ map, centre }: Terrain, outcome: number): boolean {
  return map === "beliefs" ? (centre[outcome] as number) > 0 : centre.some((share, i) => i !== outcome && share === 0);
}

/** All that is at one height, and all that is not higher. */
export interface Level {
  /** Lines that are closed where they meet no side; points, where the terrain is finite on one side alone. */
  readonly lines: readonly (readonly Law[])[];
  readonly area: readonly Law[];
}

/** What is at a height above 0, in nats. */
export function levelsOf(terrain: Terrain): (nats: number) => Level {
  const { map, centre } = terrain;
  if (map === "truths" && centre.includes(0)) return (nats) => ({ lines: pointsOnSide(terrain, nats), area: [] });
  const ends = endsAround(centre).map((law) => ({ law, top: height(terrain, law) }));
  return (nats) => levelAround(terrain, ends, nats);
}

interface End {
  readonly law: Law;
  readonly top: number;
}

function levelAround(terrain: Terrain, ends: readonly End[], nats: number): Level {
  const onRay = placesOnRays(terrain, nats);
  const first = ends.findIndex(({ top }) => top < nats);
  if (first < 0) {
    const round = ends.map(({ law }) => onRay(law));
    return { lines: [[...round, ...round.slice(0, 1)]], area: round };
  }
  const lines: Law[][] = [];
  const area: Law[] = [];
  // Once around, from where the height is not reached: a line begins and ends on a side.
  for (let i = 1; i <= ends.length; i++) {
    const before = ends[(first + i - 1) % ends.length] as End;
    const end = ends[(first + i) % ends.length] as End;
    const was = before.top >= nats;
    const is = end.top >= nats;
    if (is && !was) lines.push([]);
    const crossing = is === was ? [] : [placeOnSide(terrain, is ? [before.law, end.law] : [end.law, before.law], nats)];
    const places = [...crossing, ...(is ? [onRay(end.law)] : [])];
    lines.at(-1)?.push(...places);
    area.push(...places, ...(is ? [] : [end.law]));
  }
  return { lines, area };
}

/** Of the truths for a belief with a zero: the side without it is finite, and a height is met left and right of the belief. */
function pointsOnSide(terrain: Terrain, nats: number): Law[][] {
  const onRay = placesOnRays(terrain, nats);
  const tops = CORNERS.map((corner) => ({ corner, top: height(terrain, corner) }));
  return tops.filter(({ top }) => top >= nats && top < Infinity).map(({ corner }) => [onRay(corner)]);
}

/**
 * Where rays from the centre end on the sides, once around. In directions alone, lines would be coarse in far corners;
 * with places on the sides alone, near the centre. The corners are among them, and the lowest place of each side.
 */
function endsAround(centre: Law): Law[] {
  const directions = Array.from({ length: DIRECTIONS }, (_, i) => endOfRay(centre, (2 * Math.PI * i) / DIRECTIONS));
  const lowest = CORNERS.flatMap((_, i) => without(centre, i));
  // All of a side on which the centre stands are on two rays, to its corners.
  const isApart = (end: Law) => end.includes(1) || !end.some((share, i) => share === 0 && centre[i] === 0);
  const ends = [...[...directions.flat(), ...ON_SIDES].filter(isApart), ...lowest];
  return ends
    .map((end) => ({ end, way: wayRound(end) }))
    .sort((a, b) => a.way - b.way)
    .map(({ end }) => end);
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

/** The place at this height on the way from the centre to an end that reaches it. */
function placesOnRays(terrain: Terrain, nats: number): (end: Law) => Law {
  let depth = 1; // each ray begins where the last one came
  return (end) => {
    depth = depthOnRay(terrain, end, nats, depth);
    return partWay(terrain.centre, end, depth);
  };
}

/** Where e⁻ᵗ of the way is left: towards a barrier a divergence grows like t, and no place is too near for it. */
function partWay(centre: Law, end: Law, depth: number): Law {
  const [left, gone] = [Math.exp(-depth), -Math.expm1(-depth)];
  const at = (i: number) => left * (centre[i] as number) + gone * (end[i] as number);
  return [at(0), at(1), at(2)];
}

/** By Newton's method, kept between bounds: along a ray a divergence rises from 0. */
function depthOnRay(terrain: Terrain, end: Law, nats: number, guess: number): number {
  let [low, high, depth] = [0, DEEPEST, guess];
  for (let tried = 0; tried < MOST_STEPS && high - low > FINE; tried++) {
    const { value, slope } = heightOnRay(terrain, end, depth);
    if (value > nats) high = depth;
    else low = depth;
    const step = (nats - value) / slope;
    const next = depth + step;
    if (Math.abs(step) <= NEAR * depth) return next;
    depth = next > low && next < high ? next : (low + high) / 2;
  }
  return depth;
}

function heightOnRay({ map, centre }: Terrain, end: Law, depth: number): { value: number; slope: number } {
  const [left, gone] = [Math.exp(-depth), -Math.expm1(-depth)];
  let [value, slope] = [0, 0];
  for (let i = 0; i < 3; i++) {
    const middle = centre[i] as number;
    const way = (end[i] as number) - middle;
    if (way === 0) continue;
    const place = left * middle + gone * (end[i] as number);
    const isBelief = map === "beliefs";
    value += isBelief ? gibbsTerm(middle, place, -gone * way) : gibbsTerm(place, middle, gone * way);
    slope += left * way * (isBelief ? 1 - middle / place : logRatio(place, middle));
  }
  return { value, slope };
}

/** The place at this height between one on the same side that is lower and one that is not. */
function placeOnSide(terrain: Terrain, [lower, higher]: readonly [Law, Law], nats: number): Law {
  let [low, high] = [0, 1];
  for (let step = 0; step < MOST_STEPS; step++) {
    const middle = (low + high) / 2;
    const place = mixed(lower, higher, middle);
    const value = height(terrain, place);
    if (Math.abs(value - nats) <= FINE * nats) return place;
    if (value < nats) low = middle;
    else high = middle;
  }
  return mixed(lower, higher, high);
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
  const byRest = [0, 1, 2].sort(
    (i, j) => 100 * (law[j] as number) - (whole[j] as number) - 100 * (law[i] as number) + (whole[i] as number),
  );
  for (const i of byRest.slice(0, 100 - sum(whole))) (whole[i] as number)++;
  return whole.map((share) => share / 100);
}
