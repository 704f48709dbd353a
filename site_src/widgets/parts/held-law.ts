import { moveShare } from "../mathematics/laws.ts";

/** While one share of a law moves, the others keep the proportions they had when it was taken up. */
export class HeldLaw {
  #held: { readonly key: string; readonly law: readonly number[]; readonly made: readonly number[] } | undefined;

  /** The law with one of its shares moved; the key says which law it is. */
  moved(name: string, present: readonly number[], index: number, share: number): readonly number[] {
    const key = `${name}${index}`;
    // What else changed the law meanwhile, a button or the address, took the share out of the hand.
    const law = this.#held?.key === key && this.#held.made === present ? this.#held.law : present;
    const made = moveShare(law, index, share);
    this.#held = { key, law, made };
    return made;
  }
}
