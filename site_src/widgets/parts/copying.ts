import { say } from "./dom.ts";

const SAID_FOR = 4000;

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
