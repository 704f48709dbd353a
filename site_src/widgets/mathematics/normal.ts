// The standard normal law: its upper tail, where that has a given size, and draws.

const SERIES_BELOW = 3;
const FRACTIONS = 60; // steps of the continued fraction: from x = 3 on they have all digits
const LARGEST = 38; // beyond it the tail is below what a double holds
const HALVINGS = 60;

/** The probability of a value above x. */
export function upperTail(x: number): number {
  if (x < 0) return 1 - upperTail(-x);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x >= SERIES_BELOW) return density / fraction(x);
  // ½ less the series density · Σ x^(2k + 1) / (1 · 3 · 5 ⋯ (2k + 1)), whose terms are all positive.
  let [term, total] = [x, x];
  for (let odd = 3; term > 1e-18 * total; odd += 2) {
    term *= (x * x) / odd;
    total += term;
  }
  return 0.5 - density * total;
}

/** The x with this probability above it; for a share above 0, and ½ at most. */
export function quantileAbove(share: number): number {
  let [low, high] = [0, LARGEST];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (upperTail(middle) > share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A number from the standard normal law, by Box and Muller's method. */
export function normalDraw(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** x + 1/(x + 2/(x + 3/(x + …))), Laplace's continued fraction of density over tail. */
function fraction(x: number): number {
  let rest = x;
  for (let k = FRACTIONS; k >= 1; k--) rest = x + k / rest;
  return rest;
}
