import { trained } from "../mathematics/text-codes.ts";
import { attributes } from "../parts/attributes.ts";
import type { State } from "./state.ts";

/** A text of the page's author, and what it is called. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

export const ATTRIBUTES = attributes(["texts"], (attribute) => {
  const [training, known, foreign] = readSamples(attribute("texts"));
  const code = trained(training.text, false);
  const knows = ({ text }: Sample) => [...text].every((letter) => code.index.has(letter));
  if (!knows(known)) throw new RangeError(`texts: ${training.name} must have every letter of ${known.name}`);
  if (knows(foreign)) throw new RangeError(`texts: ${foreign.name} needs a letter that ${training.name} lacks`);
  const initial: State = {
    message: known.text,
    source: "given",
    own: training.text,
    coder: "huffman",
    escaping: false,
    sent: Infinity,
  };
  return { training, messages: { known, foreign }, initial };
});

/** What the code is counted from, a text that it can write, and one that it cannot: names and texts in turn. */
function readSamples(written: string): readonly [Sample, Sample, Sample] {
  const [a, training, b, known, c, foreign, ...more] = written.split("|");
  if (!(a && training && b && known && c && foreign) || more.length > 0)
    throw new RangeError("texts: write three names and their texts, name|text|name|text|name|text");
  return [
    { name: a, text: training },
    { name: b, text: known },
    { name: c, text: foreign },
  ];
}
