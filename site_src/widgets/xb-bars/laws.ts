import type { LawName } from "../parts/roles.ts";

/** The two laws of the board. */
export type Laws = Readonly<Record<LawName, readonly number[]>>;
