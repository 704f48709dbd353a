import type { Circle } from "../mathematics/circles.ts";

/** The outline of what two circles share; empty where that is nothing. */
export function lens(one: Circle, other: Circle): string {
  const [small, large] = one.radius <= other.radius ? [one, other] : [other, one];
  const [dx, dy] = [large.x - small.x, large.y - small.y];
  const apart = Math.hypot(dx, dy);
  if (apart >= small.radius + large.radius) return "";
  if (apart <= large.radius - small.radius) return whole(small);
  const along = (apart ** 2 + small.radius ** 2 - large.radius ** 2) / (2 * apart);
  const across = Math.sqrt(Math.max(small.radius ** 2 - along ** 2, 0));
  const [x, y] = [small.x + (along * dx) / apart, small.y + (along * dy) / apart];
  const [sx, sy] = [(across * dy) / apart, (across * dx) / apart];
  // Of the smaller circle, more than half may lie inside the larger; of the larger, never.
  const most = along > 0 ? 0 : 1;
  return (
    `M${[x + sx, y - sy].map(written)}` +
    `A${written(small.radius)} ${written(small.radius)} 0 ${most} 1 ${[x - sx, y + sy].map(written)}` +
    `A${written(large.radius)} ${written(large.radius)} 0 0 1 ${[x + sx, y - sy].map(written)}Z`
  );
}

function whole({ x, y, radius }: Circle): string {
  const r = written(radius);
  return `M${written(x - radius)} ${written(y)}a${r} ${r} 0 1 1 ${2 * radius} 0a${r} ${r} 0 1 1 ${-2 * radius} 0Z`;
}

function written(value: number): string {
  return value.toFixed(2);
}
