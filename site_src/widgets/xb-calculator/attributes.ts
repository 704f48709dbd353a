import { attributes } from "../parts/attributes.ts";
import { answerLists } from "./answer-lists.ts";
import { answerTable } from "./answer-table.ts";
import { initialState, unpack } from "./state.ts";

/** A pasted text that the page's author offers to try, and what its button says. */
interface Example {
  readonly name: string;
  readonly lists: string;
}

export const ATTRIBUTES = attributes(["lists", "table", "examples"], (attribute) => {
  const [lists, table] = [unpack(attribute("lists")), unpack(attribute("table"))];
  const examples = readExamples(attribute("examples"));
  answerLists(lists, "", "infinite");
  answerTable(table, "");
  for (const example of examples) answerLists(example.lists, "", "infinite");
  return { examples, initial: initialState(lists, table) };
});

/** Names and packed lists in turn, with "|" between them. */
function readExamples(text: string): Example[] {
  const parts = text ? text.split("|") : [];
  if (parts.length % 2 === 1)
    throw new RangeError(`examples="${text}": write a name and its lists, name|lists|name|lists …`);
  return parts.flatMap((name, i) => (i % 2 === 0 ? [{ name, lists: unpack(parts[i + 1] ?? "") }] : []));
}
