// Answers {tex, display} with {html} or {error}, one JSON line each.
import { createInterface } from "node:readline";
import katex from "katex";

// Beside what is seen and what is read aloud, KaTeX writes down what was typed: a third copy, which nobody reads.
const TYPED = /<annotation encoding="application\/x-tex">.*?<\/annotation>/s;

for await (const line of createInterface({ input: process.stdin })) {
  const { tex, display } = JSON.parse(line);
  let answer;
  try {
    const html = katex.renderToString(tex, { displayMode: display, strict: "error", output: "htmlAndMathml" });
    answer = { html: html.replace(TYPED, "") };
  } catch (error) {
    answer = { error: `${error.message} in: ${tex}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
