import { ROOT } from "../learning/state.ts";

/** HTML that the build wrote, its links from the root of the site. */
export function fromSite(written: string): Node[] {
  const { body } = new DOMParser().parseFromString(written, "text/html");
  for (const link of body.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", ROOT).href;
  return [...body.childNodes];
}
