import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { textAt } from "../../../site_src/widgets/parts/texts.ts";

const FILE = new URL("https://example.org/file.json");
const { fetch: real } = globalThis;

function answerWith(answer: () => Promise<Response>): void {
  globalThis.fetch = answer;
}

afterEach(() => {
  globalThis.fetch = real;
});

test("a file that comes is its text", async () => {
  answerWith(async () => new Response("{}"));
  assert.equal(await textAt(FILE), "{}");
});

test("a file that is not there, or cannot be asked for, is nothing", async () => {
  answerWith(async () => new Response("not found", { status: 404 }));
  assert.equal(await textAt(FILE), undefined);
  answerWith(() => Promise.reject(new TypeError("Failed to fetch")));
  assert.equal(await textAt(FILE), undefined);
});

test("a file whose end is missing is nothing", async () => {
  const part = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode("{"));
      controller.error(new TypeError("Load failed"));
    },
  });
  answerWith(async () => new Response(part));
  assert.equal(await textAt(FILE), undefined);
});
