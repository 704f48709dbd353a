import type { MapName, Terrain } from "../mathematics/triangle.ts";
import { MAPS } from "../mathematics/triangle.ts";
import type { LawName, Laws } from "../parts/roles.ts";

export interface State extends Laws {
  readonly map: MapName;
}

/** The law that stays where it is while the other argument goes over the map. */
export const CENTRE: Readonly<Record<MapName, LawName>> = { beliefs: "p", truths: "q" };

export function mapNamed(name: string | null): MapName | undefined {
  return MAPS.find((map) => map === name);
}

export function terrainOf({ map, ...laws }: State): Terrain {
  return { map, centre: laws[CENTRE[map]] };
}
