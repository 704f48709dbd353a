// Reads the paths of HTML files, one a line, and answers each with what is wrong in it, as one line of JSON.

import { createInterface } from "node:readline";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:document"],
  rules: {
    "require-sri": "off", // everything comes from the site itself
    "valid-autocomplete": "off", // the theme keeps Firefox from remembering its checkboxes
  },
});

for await (const file of createInterface({ input: process.stdin })) {
  const { results } = await validator.validateFile(file);
  const messages = results.flatMap((result) => result.messages);
  const lines = messages.map(({ line, ruleId, message }) => `line ${line}, ${ruleId}: ${message}`);
  process.stdout.write(`${JSON.stringify(lines)}\n`);
}
