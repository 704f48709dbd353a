// What a generator gives first, as a list.

import { uniforms } from "../../../site_src/widgets/mathematics/random.ts";

export function firstUniforms(seed: number, stream: number, count: number): number[] {
  const next = uniforms(seed, stream);
  return Array.from({ length: count }, next);
}
