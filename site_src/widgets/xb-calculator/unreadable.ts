// Words for the reader about what was pasted, with the questions about it that were open by then.

import type { Doubt } from "./doubts.ts";

export class Unreadable extends RangeError {
  readonly doubts: readonly Doubt[];

  constructor(words: string, doubts: readonly Doubt[] = []) {
    super(words);
    this.doubts = doubts;
  }
}
