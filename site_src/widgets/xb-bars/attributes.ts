import { attributes, readLaws } from "../parts/attributes.ts";

export const ATTRIBUTES = attributes(["p", "q", "labels"], (attribute) => {
  const { p, q, labels } = readLaws(attribute);
  return { labels, initial: { p, q } };
});
