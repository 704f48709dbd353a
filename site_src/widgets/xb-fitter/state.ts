import type { Bells, Best, Fit, Order } from "../mathematics/one-bell-for-two.ts";
import {
  evenly,
  exclusiveFits,
  inclusiveFit,
  inclusiveProfile,
  MOST_APART,
  ORDERS,
} from "../mathematics/one-bell-for-two.ts";

export interface State extends Bells {
  readonly order: Order;
}

/** What both orders find. */
export interface Found {
  /** By order, from left to right. */
  readonly fits: Readonly<Record<Order, readonly Fit[]>>;
  readonly best: Readonly<Record<Order, Fit>>;
  readonly profile: Readonly<Record<Order, readonly Best[]>>;
}

/** Where a narrow bell lies that covers no more than a twentieth of its mass beyond the middle. */
const ONE_SIDED = 1.645;
const ALIKE = 1e-9;
/** The widest mean that is drawn. */
export const REACH = 7.5;

/** The number that a text says, if it is one from 0 to the most. */
export function numberIn(text: string | null, most: number): number | undefined {
  const number = text?.trim() ? Number(text) : Number.NaN;
  return number >= 0 && number <= most ? number : undefined;
}

export function found({ apart, left }: Bells): Found {
  const bells = { apart: Math.min(apart, MOST_APART), left };
  const { profile, fits } = exclusiveFits(bells);
  const inclusive = inclusiveFit(bells);
  return {
    fits: { inclusive: [inclusive], exclusive: fits },
    best: { inclusive, exclusive: bestOf(fits) },
    profile: { inclusive: inclusiveProfile(bells, evenly(-REACH, REACH, 61)), exclusive: profile },
  };
}

/** Which humps a bell lies over. */
export function over({ mean, sd }: Fit): "both humps" | "left hump" | "right hump" {
  if (Math.abs(mean) < ONE_SIDED * sd) return "both humps";
  return mean < 0 ? "left hump" : "right hump";
}

/** Of several that are as good, the one to the right. */
function bestOf(fits: readonly Fit[]): Fit {
  const least = Math.min(...fits.map(({ divergence }) => divergence));
  return fits.findLast(({ divergence }) => divergence <= least + ALIKE) as Fit;
}

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  return {
    apart: numberIn(read("apart"), MOST_APART) ?? fallback.apart,
    left: numberIn(read("left"), 1) ?? fallback.left,
    order: ORDERS.find((order) => order === read("order")) ?? fallback.order,
  };
}

export function toAddress({ apart, left, order }: State): Record<string, string> {
  return { apart: String(apart), left: String(left), order };
}
