// Answers {dot} with {svg} or {error}, one JSON line each.
import { createInterface } from "node:readline";
import { instance } from "@viz-js/viz";

const graphviz = await instance();

for await (const line of createInterface({ input: process.stdin })) {
  const { dot } = JSON.parse(line);
  const { output, errors } = graphviz.render(dot, { format: "svg", engine: "dot" });
  const answer = output
    ? { svg: output.slice(output.indexOf("<svg")) }
    : { error: errors.map((e) => e.message).join("; ") };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
