// What is at one height of a terrain, as lists.

import type { Level, MapName } from "../../../site_src/widgets/mathematics/triangle.ts";
import { levelsOf } from "../../../site_src/widgets/mathematics/triangle.ts";

export function levelAt(map: MapName, centre: readonly number[], nats: number): Level {
  return levelsOf({ map, centre })(nats);
}
