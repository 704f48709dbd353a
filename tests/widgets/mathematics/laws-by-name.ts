import type { Law } from "../../../site_src/widgets/mathematics/families.ts";
import { FAMILY_NAMES } from "../../../site_src/widgets/mathematics/families.ts";
import { given } from "../helpers.ts";

/** "Normal(0, 1)", as the truths and Python write laws. */
export function lawNamed(text: string): Law {
  const [, name, parameters] = given(/^(\w+)\((.*)\)$/.exec(text));
  const family = given(FAMILY_NAMES.find((known) => known === name));
  return { family, parameters: given(parameters).split(",").map(Number) };
}
