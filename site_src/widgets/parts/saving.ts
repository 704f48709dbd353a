import { html } from "./dom.ts";

/** Hand something over as a file. */
export function save(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  html("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href));
}
