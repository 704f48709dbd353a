import type { Verdict } from "./tasks.ts";

/** The field of a task, and what is said of what stands in it. */
export interface Field {
  readonly elements: readonly HTMLElement[];
  verdict(): Verdict;
  /** Whatever shows what was answered before. */
  clear(): void;
}
