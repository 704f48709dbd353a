import type { Step } from "../parts/steps.ts";
import type { ATTRIBUTES } from "./attributes.ts";
import type { State } from "./state.ts";

/** A text in its own code and in another's. */
export function steps({ training, messages, initial }: ReturnType<typeof ATTRIBUTES.read>): Step<State>[] {
  const { known, foreign } = messages;
  return [
    {
      name: "another text’s code",
      words: `The code was counted from ${training.name}. Its letters come in other shares than those of ${known.name}: D(p‖q) is what that costs.`,
      state: initial,
    },
    {
      name: "its own code",
      words:
        "Now q is p. Nothing is extra; only Huffman’s words are a little longer than they should be, as they are whole.",
      state: { ...initial, source: "itself" },
    },
    {
      name: "a letter without a word",
      words: `In ${foreign.name} there are letters that ${training.name} lacks. There q = 0 where p is not, and D(p‖q) = ∞ is no figure of speech: the message cannot be written.`,
      state: { ...initial, message: foreign.text },
    },
    {
      name: "with an escape",
      words:
        "One more word, counted as if it had come once, says: the next 21 digits are the letter’s number in Unicode. All letters pay for it in q, most too little to change their word.",
      state: { ...initial, message: foreign.text, escaping: true },
    },
  ];
}
