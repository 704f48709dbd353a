// A widget over the whole screen, as large as it fits: on a projector it must be read from the last row.

import { button } from "./buttons.ts";
import { set } from "./dom.ts";

const LARGEST = 3;
const STEP = 0.05;
const WIDEST = 1200; // pixels of the page: spread over the screen, they make its type large enough, even if some is below

/** A button that shows the widget alone on the screen and brings the page back; undefined where the browser has no such way. */
export function fullScreen(widget: HTMLElement): HTMLButtonElement | undefined {
  if (!document.fullscreenEnabled) return undefined;
  const isOn = () => document.fullscreenElement === widget;
  const toggle = button("Full screen", () => {
    void (isOn() ? document.exitFullscreen() : widget.requestFullscreen());
  });
  const fitting = new ResizeObserver(() => enlarge(widget));
  widget.addEventListener("fullscreenchange", () => {
    set(toggle, { "aria-pressed": String(isOn()) });
    if (isOn()) fitting.observe(document.documentElement);
    else {
      fitting.disconnect();
      widget.style.zoom = "";
    }
  });
  set(toggle, { "aria-pressed": "false" });
  return toggle;
}

/** Zoom in as far as all of the widget is seen, but not less than its type needs. */
function enlarge(widget: HTMLElement): void {
  for (let zoom = LARGEST; zoom >= Math.max(1, innerWidth / WIDEST); zoom -= STEP) {
    widget.style.zoom = String(zoom);
    if (widget.scrollHeight <= widget.clientHeight && widget.scrollWidth <= widget.clientWidth) return;
  }
}
