// Answers {tex, display} with {html} or {error}, one JSON line each.
import { createInterface } from "node:readline";
import katex from "katex";

for await (const line of createInterface({ input: process.stdin })) {
  const { tex, display } = JSON.parse(line);
  let answer;
  try {
    answer = { html: katex.renderToString(tex, { displayMode: display, strict: "error", output: "htmlAndMathml" }) };
  } catch (error) {
    answer = { error: `${error.message} in: ${tex}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
