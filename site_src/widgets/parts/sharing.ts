// Links and frames to copy.

import type { Fragment } from "./address.ts";
import { addressWith, notAlone, withValues } from "./address.ts";
import { button } from "./buttons.ts";
import { html, set } from "./dom.ts";
import { copy } from "./handing-over.ts";

// A frame is as high as its widget on a phone, or as its widget where it has room for two columns (38em, and its margins).
const PHONE = 320; // CSS pixels
const ROOM = 41; // times the size of the type
const SOURCE_LINE = 60;

/** What is shared: the widget, and all that the address would say. */
interface Shared {
  readonly widget: HTMLElement;
  readonly title: string;
  readonly fragment: () => Fragment;
}

/** The two buttons, what is said about them, and the box for those whose browser forbids to copy. */
interface Sharing {
  readonly buttons: readonly HTMLButtonElement[];
  readonly box: HTMLInputElement;
  readonly status: HTMLElement;
}

export function sharing({ widget, title, fragment }: Shared): Sharing {
  const status = html("span", { class: "xb-status", role: "status" });
  const box = html("input", { class: "xb-link", readonly: true, hidden: true, "aria-label": "Text to copy" });
  const offer = (what: string, text: string) => {
    box.hidden = true;
    void copy(text, status, `The ${what} is copied.`, () => {
      box.value = text;
      box.hidden = false;
      box.select();
      return `Copy the ${what} from the box.`;
    });
  };
  const link = () => ({ ...notAlone(fragment()), anchor: widget.id });
  const buttons = [
    button("Copy link", () => offer("link", addressWith(link()).href)),
    button("Embed", () => offer("embed code", frameOf(widget, title, link()))),
  ];
  return { buttons, box, status };
}

/** A frame for other sites, which shows the widget alone, in the scheme that is seen now. */
function frameOf(widget: HTMLElement, title: string, link: Fragment): string {
  const { colorScheme, fontSize } = getComputedStyle(widget);
  const scheme = colorScheme === "dark" ? "dark" : "light";
  const room = Math.ceil(ROOM * Number.parseFloat(fontSize));
  const [narrow, wide] = [heightAt(widget, PHONE), heightAt(widget, room)];
  // The page around may run no script of ours: its style sheet alone chooses between the two, by the window's width.
  const height = narrow > wide ? `clamp(${wide}px, (${room}px - 100vw) * 9999, ${narrow}px)` : `${wide}px`;
  const frame = html("iframe", {
    src: addressWith(withValues(link, widget.id, { alone: "1", scheme })).href,
    title,
    width: "100%",
    height: wide,
    style: `border: 0; width: 100%; height: ${height}`,
    loading: "lazy",
    allow: "clipboard-write; fullscreen",
  });
  return frame.outerHTML;
}

/** How high the widget is in a frame of this width, with what is folded closed, and with the line that names its source. */
function heightAt(widget: HTMLElement, width: number): number {
  const open = [...widget.querySelectorAll("details[open]")];
  for (const details of open) set(details, { open: false });
  widget.style.width = `${width}px`;
  const { height } = widget.getBoundingClientRect();
  widget.style.width = "";
  for (const details of open) set(details, { open: true });
  return Math.ceil(height) + SOURCE_LINE;
}
