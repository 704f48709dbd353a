// Answers [{ tag, attributes }, …] with [{ known, objection }, …]: each widget says which attributes it knows, and what
// it has against these values.
import { text } from "node:stream/consumers";

const answers = JSON.parse(await text(process.stdin)).map(async ({ tag, attributes }) => {
  const { ATTRIBUTES } = await import(`../widgets/${tag}/attributes.ts`);
  return { known: ATTRIBUTES.names, objection: objectionTo(ATTRIBUTES, attributes) };
});
process.stdout.write(JSON.stringify(await Promise.all(answers)));

function objectionTo({ read }, attributes) {
  try {
    read((name) => attributes[name] ?? "");
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
