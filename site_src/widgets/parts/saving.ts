import { html } from "./dom.ts";

const TAKEN = 10_000; // milliseconds, after which a busy browser has taken the file too

/** Hand something over as a file. */
export function save(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  html("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), TAKEN);
}
