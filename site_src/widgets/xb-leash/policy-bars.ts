import { centred, chart } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import { formatPercent } from "../parts/units.ts";

// CSS pixels
const TOP = 18;
const FOOT = 72;
const BAR = 0.36; // of an answer's room

interface Pair {
  readonly reference: SVGRectElement;
  readonly policy: SVGRectElement;
  readonly value: SVGTextElement;
}

/** What the policy makes of the reference: two bars for each answer. */
export class PolicyBars {
  readonly element: HTMLElement;
  readonly #pairs: readonly Pair[];

  constructor(labels: readonly string[]) {
    const room = 1 / labels.length;
    this.#pairs = labels.map((_, i) => {
      const middle = (i + 0.5) * room;
      const bar = (name: string, left: number) =>
        svg("rect", { class: name, x: percent(left), width: percent(BAR * room) });
      return {
        reference: bar("xb-reference-bar", middle - (BAR + 0.03) * room),
        policy: bar("xb-policy-bar", middle + 0.03 * room),
        value: centred("xb-value xb-d-ink", { x: percent(middle) }),
      };
    });
    const names = labels.map((label, i) => centred("xb-name", { x: percent((i + 0.5) * room), y: FOOT + 14 }, label));
    const drawing = chart(
      FOOT + 18,
      ...this.#pairs.flatMap(({ reference, policy }) => [reference, policy]),
      svg("line", { x1: 0, x2: "100%", y1: FOOT, y2: FOOT, class: "xb-zero" }),
      ...this.#pairs.map(({ value }) => value),
      ...names,
    );
    this.element = html("div", { class: "xb-policies" }, drawing);
  }

  show(reference: readonly number[], policy: readonly number[]): void {
    for (const [i, pair] of this.#pairs.entries()) {
      const share = policy[i] as number;
      raise(pair.reference, reference[i] as number);
      raise(pair.policy, share);
      set(pair.value, { y: heightOf(Math.max(share, reference[i] as number)) - 5 });
      say(pair.value, formatPercent(share < 0.1 ? share : Math.round(share * 100) / 100));
    }
  }
}

function heightOf(share: number): number {
  return FOOT - share * (FOOT - TOP);
}

function raise(bar: SVGRectElement, share: number): void {
  const y = heightOf(share);
  set(bar, { y, height: FOOT - y });
}
