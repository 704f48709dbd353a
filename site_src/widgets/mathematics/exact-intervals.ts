// The interval of a message in exact fractions, and the shortest binary fraction that stands for it.

/** [low, low + width) / scale. */
export interface Interval {
  readonly low: bigint;
  readonly width: bigint;
  readonly scale: bigint;
}

export const WHOLE: Interval = { low: 0n, width: 1n, scale: 1n };

/** The part of an interval that a symbol has, whose counts begin at `start` and end at `end` of a total. */
export function within({ low, width, scale }: Interval, start: number, end: number, total: number): Interval {
  return {
    low: low * BigInt(total) + width * BigInt(start),
    width: width * BigInt(end - start),
    scale: scale * BigInt(total),
  };
}

/** The fewest binary digits whose every continuation, as a fraction, lies in the interval. */
export function shortestDigits({ low, width, scale }: Interval): string {
  const high = low + width;
  for (let length = 0n; ; length++) {
    const number = ((low << length) + scale - 1n) / scale; // the least that is not below
    if ((number + 1n) * scale > high << length) continue;
    return length > 0n ? number.toString(2).padStart(Number(length), "0") : "";
  }
}

/** The interval of all fractions that begin with these binary digits. */
export function intervalOf(digits: string): Interval {
  return { low: digits ? BigInt(`0b${digits}`) : 0n, width: 1n, scale: 1n << BigInt(digits.length) };
}

/** Where a smaller interval begins and ends in a larger one, as shares of it. */
export function placeWithin(inner: Interval, outer: Interval): readonly [start: number, end: number] {
  const share = (low: bigint) => ratio(low * outer.scale - outer.low * inner.scale, outer.width * inner.scale);
  return [share(inner.low), share(inner.low + inner.width)];
}

/** An end of an interval as a number, as near as a double comes. */
export function ends({ low, width, scale }: Interval): readonly [low: number, high: number] {
  return [ratio(low, scale), ratio(low + width, scale)];
}

/** Rounded once, to some 17 digits; no end of an interval here needs more. */
function ratio(a: bigint, b: bigint): number {
  const DIGITS = 60n;
  return Number((a << DIGITS) / b) / 2 ** Number(DIGITS);
}
