// Policies as JSON can carry them, which has no ∞: it is null.

import type { Answers } from "../../../site_src/widgets/mathematics/leash.ts";
import { bestOf, policyAt, worth } from "../../../site_src/widgets/mathematics/leash.ts";
import { BETAS } from "../../../site_src/widgets/xb-leash/state.ts";

export function policy(answers: Answers, beta: number | null): object {
  const found = policyAt(answers, beta ?? Infinity);
  return { ...found, worth: worth(found) };
}

export function best(answers: Answers): object {
  return bestOf(
    answers,
    BETAS.map((beta) => policyAt(answers, beta)),
  );
}
