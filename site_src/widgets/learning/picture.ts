// The map as a picture: what a page is reached from and leads to stands out, arrow keys walk along the arrows, and what the
// reader knows, wants and can learn next is marked.

import { set, svg } from "../parts/dom.ts";
import { pageOf, slugOf } from "./concepts.ts";
import type { Learning } from "./state.ts";

/** The box of each page, by its address. */
type Boxes = ReadonlyMap<string, SVGGElement>;

/** Make the picture answer. */
export function answerPicture(picture: Element, state: Learning): void {
  const boxes = boxesOf(picture, state);
  followPointer(picture, boxes, state);
  walkByKeys(boxes, state);
  for (const [address, box] of boxes) addSigns(box, state, address);
  state.show(() => markBoxes(picture, boxes, state));
}

function boxesOf(picture: Element, { concepts }: Learning): Boxes {
  const boxes = [...picture.querySelectorAll<SVGGElement>("[data-concept]")];
  return new Map(boxes.map((box) => [concepts.named(box.dataset["concept"] ?? "") ?? "", box]));
}

/** What is pointed at, has the focus or was tapped stands out with all that is before and after it. */
function followPointer(picture: Element, boxes: Boxes, { concepts }: Learning): void {
  const parts = [...picture.querySelectorAll<SVGGElement>("[data-concept], [data-from]")];
  const dim = (): void => picture.classList.remove("lit");
  for (const [address, box] of boxes) {
    const light = (): void => {
      const before = new Set(concepts.upTo(address).map((concept) => slugOf(concept.address)));
      const after = new Set([...concepts.after(address), address].map(slugOf));
      for (const part of parts) {
        const { concept, from = concept, to = concept } = part.dataset;
        const isIn = (slugs: ReadonlySet<string>): boolean => slugs.has(from ?? "") && slugs.has(to ?? "");
        part.classList.toggle("is-lit", isIn(before) || isIn(after));
      }
      picture.classList.add("lit");
    };
    box.addEventListener("pointerenter", light);
    box.addEventListener("pointerleave", dim);
    box.addEventListener("focusin", light);
    box.addEventListener("focusout", dim);
    letTapLight(box);
  }
}

/** A finger cannot point: its first tap lights a box, the second follows the link. */
function letTapLight(box: SVGGElement): void {
  let touched = false;
  box.addEventListener("pointerdown", ({ pointerType }) => {
    touched = pointerType === "touch" && !box.contains(document.activeElement);
  });
  box.addEventListener("click", (event) => {
    if (!touched) return;
    event.preventDefault();
    box.querySelector("a")?.focus();
  });
}

/** Down follows an arrow, up goes back along one, left and right go to what stands beside. */
function walkByKeys(boxes: Boxes, { concepts }: Learning): void {
  const place = (address: string): DOMRect => (boxes.get(address) as SVGGElement).getBoundingClientRect();
  const nearest = (address: string, others: readonly string[]): string | undefined => {
    const { x, y } = place(address);
    const far = (other: string): number => Math.hypot(place(other).x - x, place(other).y - y);
    return others.filter((other) => boxes.has(other)).sort((a, b) => far(a) - far(b))[0];
  };
  const beside = (address: string, step: number): string | undefined => {
    const { top, bottom } = place(address);
    const row = [...boxes.keys()].filter((other) => place(other).top < bottom && place(other).bottom > top);
    row.sort((a, b) => place(a).x - place(b).x);
    return row[row.indexOf(address) + step];
  };
  const neighbour: Readonly<Record<string, (address: string) => string | undefined>> = {
    ArrowUp: (address) => nearest(address, (concepts.get(address)?.needs ?? []).map(pageOf)),
    ArrowDown: (address) => nearest(address, concepts.followers(address)),
    ArrowLeft: (address) => beside(address, -1),
    ArrowRight: (address) => beside(address, 1),
  };
  for (const [address, box] of boxes) {
    box.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const goal = neighbour[event.key]?.(address);
      if (goal === undefined) return;
      event.preventDefault();
      boxes.get(goal)?.querySelector("a")?.focus();
    });
  }
}

/** Give each box and arrow the classes that say what the reader knows, wants and can learn next. */
function markBoxes(picture: Element, boxes: Boxes, state: Learning): void {
  const { known, goal, concepts } = state;
  const way = new Set(goal ? concepts.way(goal.address, known).map(({ address }) => pageOf(address)) : []);
  const next = new Set(known.size > 0 || goal ? concepts.next(known).map(({ address }) => address) : []);
  for (const [address, box] of boxes) {
    box.classList.toggle("is-known", known.has(address));
    box.classList.toggle("is-goal", goal?.address === address);
    box.classList.toggle("is-on-way", way.has(address));
    box.classList.toggle("is-next", next.has(address));
  }
  const slugs = new Set([...way].map(slugOf));
  for (const arrow of picture.querySelectorAll<SVGGElement>("[data-from]")) {
    const { from, to } = arrow.dataset;
    arrow.classList.toggle("is-on-way", slugs.has(from ?? "") && slugs.has(to ?? ""));
  }
}

/** Signs in a corner of a box, for what colour alone would say. */
function addSigns(box: SVGGElement, state: Learning, address: string): void {
  const { x, y, width } = (box.querySelector("path") as SVGPathElement).getBBox();
  const sign = svg("text", { class: "sign", x: x + width - 2, y: y + 5 });
  box.querySelector("a")?.append(sign);
  state.show(() => {
    const known = state.known.has(address);
    const isGoal = state.goal?.address === address;
    sign.textContent = `${known ? "✓" : ""}${isGoal ? "★" : ""}`;
    set(box.querySelector("a") as Element, {
      "aria-description": `${known ? "known" : ""} ${isGoal ? "goal" : ""}`.trim(),
    });
  });
}
