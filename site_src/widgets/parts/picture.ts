// What a widget shows, as one SVG that any program opens: no style sheet, no HTML inside. The browser has laid it out;
// what it painted is read back, box by box and line by line.

import { html, set, svg } from "./dom.ts";
import { origin } from "./origin.ts";
import { imageOf, png } from "./png.ts";

// CSS pixels: a board in two columns where something that is moved is seen too, or else in one.
const WIDE = 860;
const NARROW = 700;
const MARGIN = 20;
const LINE = 17; // of the words about where it comes from, as the next
const TYPE = 11;
const NATIVE = "input, button, select, textarea";
// What a style sheet may say of a drawing, as attributes: what children inherit, and what they do not, each as it begins.
const INHERITED = [
  "dominant-baseline",
  "fill",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
  "visibility",
];
const OWN: Readonly<Record<string, string>> = { opacity: "1", "vector-effect": "none" };

/** White is for paper and light slides; without a ground the picture keeps the scheme that is seen. */
export type Ground = "white" | "transparent";

interface Picture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The picture of a widget as it is, as a file. */
export async function pictureFile(widget: HTMLElement, ground: Ground, ending: "svg" | "png"): Promise<Blob> {
  const drawn = picture(widget, ground);
  if (ending === "svg") return new Blob([drawn.text], { type: "image/svg+xml" });
  const image = await imageOf(drawn.text);
  return png(drawn, (context) => context.drawImage(image, 0, 0));
}

function picture(widget: HTMLElement, ground: Ground): Picture {
  return laidOut(widget, ground, () => {
    const { width, height: drawn } = widget.getBoundingClientRect();
    const lines = origin(widget.id);
    const height = Math.ceil(drawn) + lines.length * LINE + MARGIN;
    const { color, backgroundColor, fontFamily } = getComputedStyle(widget);
    const paper = ground === "white" ? [svg("rect", { width, height, fill: plain(backgroundColor) })] : [];
    const about = lines.map((line, i) => svg("text", { x: MARGIN, y: drawn + (i + 0.7) * LINE }, line));
    const whole = svg(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
      svg("title", {}, widget.ariaLabel ?? ""),
      svg("desc", {}, widget.querySelector("output")?.textContent ?? ""),
      ...paper,
      ...new Painter(widget).painted(widget),
      svg("g", { fill: plain(color), opacity: 0.75, "font-size": TYPE, "font-family": fontFamily }, ...about),
    );
    return { text: new XMLSerializer().serializeToString(whole), width, height };
  });
}

/** Read a widget while it is laid out for its picture, always as wide, whatever the window; nobody sees it so. */
function laidOut<Result>(widget: HTMLElement, ground: Ground, read: () => Result): Result {
  const { width } = widget.style;
  widget.classList.add("xb-drawn");
  if (ground === "white") set(widget, { "data-md-color-scheme": "default" });
  widget.style.width = `${widget.querySelector(".xb-pictured") ? WIDE : NARROW}px`;
  try {
    return read();
  } finally {
    widget.style.width = width;
    widget.removeAttribute("data-md-color-scheme");
    widget.classList.remove("xb-drawn");
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

class Painter {
  readonly #origin: DOMRect;
  readonly #canvas = html("canvas").getContext("2d");

  constructor(whole: Element) {
    this.#origin = whole.getBoundingClientRect();
  }

  /** What an element shows, from back to front. */
  painted(element: Element): SVGElement[] {
    const style = getComputedStyle(element);
    const isShown = style.display !== "none" && style.visibility === "visible" && style.clipPath === "none";
    if (!isShown || element.matches(NATIVE)) return [];
    if (element instanceof SVGSVGElement) return [this.#drawing(element)];
    if (element instanceof HTMLCanvasElement) return [this.#pixels(element)];
    const inside = [...element.childNodes].flatMap((node) => {
      if (node instanceof Text) return this.#lines(node, style);
      return node instanceof Element ? this.painted(node) : [];
    });
    return [...this.#box(element, style), ...inside];
  }

  #box(element: Element, style: CSSStyleDeclaration): SVGElement[] {
    const { x, y, width, height } = this.#place(element.getBoundingClientRect());
    const shown = width > 0 && height > 0 && !element.classList.contains("xb-drawn");
    if (!shown) return [];
    const fill = plain(style.backgroundColor);
    const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
    const ground = isSeen(fill) ? [svg("rect", { x, y, width, height, fill, rx: radius })] : [];
    return [...ground, ...borders(style, { x, y, width, height })];
  }

  /** A text, line by line, each where the browser broke it. */
  #lines(node: Text, style: CSSStyleDeclaration): SVGElement[] {
    const range = document.createRange();
    const lines: { words: string; box: DOMRect }[] = [];
    for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const box = range.getBoundingClientRect();
      const line = lines.at(-1);
      if (line && Math.abs(line.box.top - box.top) < 2) line.words += ` ${word}`;
      else if (box.width > 0) lines.push({ words: word, box });
    }
    return lines.map(({ words, box }) => {
      const { x, y, height } = this.#place(box);
      const font = { "font-family": style.fontFamily, "font-size": style.fontSize };
      const face = { "font-weight": style.fontWeight, "font-style": style.fontStyle };
      return svg("text", { x, y: y + height * this.#ascent(style), fill: plain(style.color), ...font, ...face }, words);
    });
  }

  /** The share of a line of type that is above its foot. */
  #ascent({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
    if (!this.#canvas) return 0.8;
    this.#canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = this.#canvas.measureText("x");
    return above / (above + below);
  }

  #pixels(canvas: HTMLCanvasElement): SVGElement {
    const { x, y, width, height } = this.#place(canvas.getBoundingClientRect());
    return svg("image", { x, y, width, height, href: canvas.toDataURL() });
  }

  /** A drawing of the widget's own, with what style sheets say of it written into it. */
  #drawing(drawing: SVGSVGElement): SVGElement {
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    const parts = [...drawing.querySelectorAll("*")];
    for (const [i, part] of [...copy.querySelectorAll("*")].entries()) present(part, parts[i] as Element);
    present(copy, drawing);
    const { x, y, width, height } = this.#place(drawing.getBoundingClientRect());
    set(copy, { x, y, width, height, overflow: "visible", "aria-hidden": false });
    return copy;
  }

  #place({ left, top, width, height }: DOMRect): Box {
    const [x, y] = [rounded(left - this.#origin.left), rounded(top - this.#origin.top)];
    return { x, y, width: rounded(width), height: rounded(height) };
  }
}

/** The lines around a box, where there are any. */
function borders(style: CSSStyleDeclaration, { x, y, width, height }: Box): SVGElement[] {
  const [right, foot] = [x + width, y + height];
  const ends = {
    top: { x1: x, y1: y, x2: right, y2: y },
    right: { x1: right, y1: y, x2: right, y2: foot },
    bottom: { x1: x, y1: foot, x2: right, y2: foot },
    left: { x1: x, y1: y, x2: x, y2: foot },
  };
  return Object.entries(ends).flatMap(([side, place]) => {
    const thickness = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    const stroke = plain(style.getPropertyValue(`border-${side}-color`));
    return thickness > 0 ? [svg("line", { ...place, stroke, "stroke-width": thickness })] : [];
  });
}

/** Write into a copy what style sheets say of the original; leave out what is not shown. */
function present(copy: Element, original: Element): void {
  const style = getComputedStyle(original);
  if (style.display === "none") {
    copy.remove();
    return;
  }
  const around = original.localName === "svg" ? undefined : getComputedStyle(original.parentElement as Element);
  for (const name of ["class", "style", "display"]) copy.removeAttribute(name);
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    set(copy, { [name]: value !== around?.getPropertyValue(name) && plain(value) });
  }
  for (const [name, initial] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    set(copy, { [name]: value !== initial && value });
  }
}

/** A colour or another value as every program reads it. */
function plain(value: string): string {
  const [, channels = "", alpha] = /^color\(srgb ([^/)]+?)(?: \/ ([^)]+))?\)$/.exec(value) ?? [];
  if (!channels) return value.replaceAll('"', "'").replace(/^url\('(.*)'\)$/, "url($1)");
  const [red, green, blue] = channels.split(" ").map((channel) => Math.round(255 * Number(channel)));
  return `rgba(${red}, ${green}, ${blue}, ${alpha ?? 1})`;
}

function isSeen(colour: string): boolean {
  return !/^rgba\(.*, 0\)$/.test(colour);
}

function rounded(length: number): number {
  return Math.round(100 * length) / 100;
}
