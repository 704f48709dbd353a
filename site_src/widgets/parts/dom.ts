// Making and changing elements without markup in strings.

export type Attributes = Readonly<Record<string, string | number | boolean>>;
export type Child = Node | string;

const SVG = "http://www.w3.org/2000/svg";

export function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), attributes, children);
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Set the attributes that differ; true is an empty attribute and false takes it away. */
export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = value === true ? "" : String(value);
    if (value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/**
 * Change a text if it differs: what stays need not be laid out anew, and a live region with the same words is silent.
 * A text node that is there is kept, for a new one would have everything around it styled anew.
 */
export function say(element: Element, text: string): void {
  const there = element.firstChild;
  if (!(there instanceof Text) || there.nextSibling) element.replaceChildren(text);
  else if (there.data !== text) there.data = text;
}

/** The same for a list with an item for each text. */
export function sayEach(list: HTMLUListElement, texts: readonly string[]): void {
  if (list.childElementCount !== texts.length) list.replaceChildren(...texts.map(() => html("li")));
  for (const [i, item] of [...list.children].entries()) say(item, texts[i] ?? "");
}

/** A share of the width or height, as CSS and SVG write it. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  set(element, attributes);
  element.append(...children);
  return element;
}
