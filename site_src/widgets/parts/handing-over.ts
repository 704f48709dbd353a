// What a reader takes away: a text that is copied, a file that is saved.

import { html, say } from "./dom.ts";

const SAID_FOR = 4000;
const TAKEN = 10_000; // milliseconds, after which a busy browser has taken the file too

/** Copy a text and say so for a while; where the browser forbids it, as in a frame, `byHand` says what the reader can do. */
export async function copy(text: string, status: HTMLElement, done: string, byHand: () => string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(status, done);
    setTimeout(() => say(status, ""), SAID_FOR);
  } catch {
    say(status, byHand());
  }
}

/** Hand something over as a file. */
export function save(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  html("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), TAKEN);
}
