import { normalize } from "../../../site_src/widgets/mathematics/laws.ts";

/** Laws with small, large, zero and nearly equal shares; the same ones at every run. */
export function* pairsOfLaws(count: number): Generator<[number[], number[]]> {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let i = 0; i < count; i++) {
    const size = 2 + Math.floor(random() * 6);
    const weights = Array.from({ length: size }, () => random() ** (1 + (i % 5)));
    const others = i % 3 ? weights.map(() => random()) : weights.map((weight) => weight * (1 + 1e-7 * random()));
    yield [normalize(weights), normalize(others)];
  }
}
