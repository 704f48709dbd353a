// Pictures made of pixels.

import { html } from "./dom.ts";

const SCALE = 2; // pixels of the PNG for one of the page

interface Size {
  readonly width: number;
  readonly height: number;
}

/** An SVG that can be drawn on a canvas. */
export async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = html("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}` });
  await image.decode();
  return image;
}

/** What `draw` draws, in pixels of the page, as a PNG of twice as many. */
export async function png({ width, height }: Size, draw: (context: CanvasRenderingContext2D) => void): Promise<Blob> {
  const canvas = html("canvas", { width: width * SCALE, height: height * SCALE });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("there is no canvas");
  context.scale(SCALE, SCALE);
  draw(context);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done));
  if (!blob) throw new Error("the canvas gives no picture");
  return blob;
}
