// What the zero-probability lab reports.

import { test } from "node:test";
import { klDivergence } from "../../../site_src/widgets/mathematics/information.ts";
import { normalize, sum } from "../../../site_src/widgets/mathematics/laws.ts";
import {
  lawOf,
  leftOut,
  reported,
  ruledOutShare,
  shareOf,
} from "../../../site_src/widgets/mathematics/zero-repairs.ts";
import { assertClose, pairsOfLaws, randomNumbers } from "../helpers.ts";

test("a plain sum is a divergence less the logarithm of what its weights sum to", () => {
  const random = randomNumbers(2);
  for (const [p, other] of pairsOfLaws(2000)) {
    const q = normalize(other.map((share, i) => (i === 0 ? 0 : share + 1e-9)));
    const epsilon = 10 ** (-12 * random());
    for (const repair of ["added", "clipped"] as const) {
      const weights = q.map((share) => (repair === "added" ? share + epsilon : Math.max(share, epsilon)));
      const right = klDivergence(p, normalize(weights)) - Math.log(sum(weights));
      assertClose(reported(repair, p, q, epsilon) + 100, right + 100, 1e-12, repair);
    }
    const mixed = q.map((share) => (1 - epsilon) * share + epsilon / q.length);
    assertClose(reported("mixed", p, q, epsilon), klDivergence(p, mixed), 1e-12, "mixed");
  }
});

test("far to the left each tenth adds as much as the truth gives to what is ruled out", () => {
  const [p, q] = [[0.5, 0.3, 0.15, 0.05], lawOf([11, 6, 3, 0])];
  for (const repair of ["mixed", "added", "clipped"] as const) {
    const step = reported(repair, p, q, 1e-11) - reported(repair, p, q, 1e-10);
    assertClose(step, ruledOutShare(p, q) * Math.LN10, 1e-8, repair);
  }
  assertClose(leftOut(p, q), 0.5 * Math.log(0.5 / 0.55), 1e-12, "the other shares are right");
});

test("numbers added to counts are a share of the uniform law", () => {
  const counts = [11, 6, 3, 0];
  const added = normalize(counts.map((count) => count + 0.5));
  const share = shareOf(0.5, counts);
  assertClose(
    sum(lawOf(counts).map((q, i) => Math.abs((1 - share) * q + share / 4 - (added[i] as number)))) + 1,
    1,
    1e-12,
  );
});
