/** A step of a widget's story: a state, which has an address, and a sentence about what to see in it. */
export interface Step<State> {
  readonly name: string;
  readonly words: string;
  readonly state: State;
}
