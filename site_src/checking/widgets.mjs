// Answers [{ tag, attributes }, …] with [{ known, objection, steps }, …]: each widget says which attributes it knows, what
// it has against these values, and what its story in steps is, each with its address on the page.
import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import { withFragment, withValues } from "../widgets/parts/address.ts";

const HERE = new URL("https://example.org/"); // any page

const answers = JSON.parse(await text(process.stdin)).map(async ({ tag, attributes }) => {
  const { ATTRIBUTES } = await import(`../widgets/${tag}/attributes.ts`);
  const { page, objection } = read(ATTRIBUTES, attributes);
  return { known: ATTRIBUTES.names, objection, steps: page ? await stepsOf(tag, page, attributes.id ?? "") : [] };
});
process.stdout.write(JSON.stringify(await Promise.all(answers)));

function read(known, attributes) {
  try {
    return { page: known.read((name) => attributes[name] ?? ""), objection: null };
  } catch (error) {
    if (error instanceof RangeError) return { page: null, objection: error.message };
    throw error;
  }
}

async function stepsOf(tag, page, id) {
  if (!existsSync(new URL(`../widgets/${tag}/steps.ts`, import.meta.url))) return [];
  const { steps } = await import(`../widgets/${tag}/steps.ts`);
  const { toAddress } = await import(`../widgets/${tag}/state.ts`);
  const top = { anchor: id, values: new Map() };
  return steps(page).map(({ name, words, state }) => ({
    name,
    words,
    address: withFragment(HERE, withValues(top, id, toAddress(state, page))).hash,
  }));
}
