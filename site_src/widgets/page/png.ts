// A figure as a PNG, drawn from its SVG in the scheme that the reader sees, and below it where it comes from.

import { save } from "../parts/handing-over.ts";
import { origin } from "../parts/origin.ts";
import { imageOf, png } from "../parts/png.ts";

const DARK = "(prefers-color-scheme:dark)"; // what decides in the SVG
const LINE = 18; // pixels of the page, as the next two
const TYPE = 11;
const MARGIN = 14;

/** Draw the figure whose SVG is linked, and hand it over as a file. */
export async function takePng(link: HTMLAnchorElement): Promise<void> {
  const figure = link.closest("figure");
  const shown = figure?.querySelector("img");
  if (!(figure && shown)) throw new Error("the link stands in no figure");
  const [width, height] = [Number(shown.getAttribute("width")), Number(shown.getAttribute("height"))];
  const image = await picture(link.href);
  const lines = origin(figure.id);
  const size = { width, height: height + lines.length * LINE + MARGIN };
  const style = getComputedStyle(document.body);
  const blob = await png(size, (context) => {
    context.fillStyle = style.getPropertyValue("--xb-paper");
    context.fillRect(0, 0, size.width, size.height);
    context.drawImage(image, 0, 0, width, height);
    context.fillStyle = style.getPropertyValue("--xb-muted");
    context.font = `${TYPE}px ${style.fontFamily}`;
    const room = width - 2 * MARGIN;
    for (const [i, line] of lines.entries()) context.fillText(line, MARGIN, height + (i + 0.7) * LINE, room);
  });
  save(link.download.replace(/svg$/, "png"), blob);
}

/** The picture in the scheme of the page: an image by itself follows that of the system. */
async function picture(href: string): Promise<HTMLImageElement> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  const isDark = document.documentElement.matches("[data-md-color-scheme=slate]");
  return imageOf((await response.text()).replace(DARK, isDark ? "all" : "not all"));
}
