// The places of a slider for the order of the Rényi divergence: 1 in the middle, ∞ at the end.

/** So many that ½, 1, 2, 3, 4 and 5 have places of their own. */
export const MOST = 60;

export function orderAt(place: number): number {
  return place >= MOST ? Infinity : Number((place / (MOST - place)).toPrecision(3));
}

export function placeOf(order: number): number {
  return order === Infinity ? MOST : (MOST * order) / (1 + order);
}
