// A figure as a PNG, drawn from its SVG in the scheme that the reader sees, and below it where it comes from.

import { html } from "../parts/dom.ts";

const SCALE = 2; // pixels of the PNG for one of the page
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
  const canvas = drawn(await picture(link.href), width, height, origin(figure.id));
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done));
  if (!blob) throw new Error("the canvas gives no picture");
  const href = URL.createObjectURL(blob);
  html("a", { href, download: link.download.replace(/svg$/, "png") }).click();
  setTimeout(() => URL.revokeObjectURL(href));
}

/** The picture in the scheme of the page: an image by itself follows that of the system. */
async function picture(href: string): Promise<HTMLImageElement> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  const isDark = document.body.matches("[data-md-color-scheme=slate]");
  const svg = (await response.text()).replace(DARK, isDark ? "all" : "not all");
  const image = html("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}` });
  await image.decode();
  return image;
}

/** Who made it, under which licence, and where it stands. */
function origin(anchor: string): string[] {
  const site = document.querySelector<HTMLMetaElement>("meta[property='og:site_name']")?.content;
  const licence = document.querySelector("a[rel='license']")?.textContent;
  return [`${site}, ${licence}`, `${location.origin}${location.pathname}#${anchor}`];
}

function drawn(image: HTMLImageElement, width: number, height: number, lines: readonly string[]): HTMLCanvasElement {
  const whole = height + lines.length * LINE + MARGIN;
  const canvas = html("canvas", { width: width * SCALE, height: whole * SCALE });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("there is no canvas");
  const style = getComputedStyle(document.body);
  context.scale(SCALE, SCALE);
  context.fillStyle = style.getPropertyValue("--xb-paper");
  context.fillRect(0, 0, width, whole);
  context.drawImage(image, 0, 0, width, height);
  context.fillStyle = style.getPropertyValue("--xb-muted");
  context.font = `${TYPE}px ${style.fontFamily}`;
  const room = width - 2 * MARGIN;
  for (const [i, line] of lines.entries()) context.fillText(line, MARGIN, height + (i + 0.7) * LINE, room);
  return canvas;
}
