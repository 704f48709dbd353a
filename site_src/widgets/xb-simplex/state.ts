import { normalize } from "../mathematics/laws.ts";
import type { MapName, Terrain } from "../mathematics/triangle.ts";
import { MAPS } from "../mathematics/triangle.ts";
import { formatWeights, parseWeights } from "../parts/address.ts";
import type { LawName, Laws } from "../parts/roles.ts";

export interface State extends Laws {
  readonly map: MapName;
}

/** The law that stays where it is while the other argument goes over the map. */
export const CENTRE: Readonly<Record<MapName, LawName>> = { beliefs: "p", truths: "q" };

export function terrainOf({ map, ...laws }: State): Terrain {
  return { map, centre: laws[CENTRE[map]] };
}

export function fromAddress(read: (name: string) => string | null, fallback: State): State {
  const law = (name: LawName) => {
    const weights = parseWeights(read(name), 3);
    return weights ? normalize(weights) : fallback[name];
  };
  return { map: MAPS.find((map) => map === read("map")) ?? fallback.map, p: law("p"), q: law("q") };
}

export function toAddress({ map, p, q }: State): Record<string, string> {
  return { map, p: formatWeights(p), q: formatWeights(q) };
}
