import { chart } from "../parts/charts.ts";
import { formatCount } from "../parts/counts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";

const ROW = 17; // CSS pixels
const BAR = 8;

/** What each rule promises, as bars over the number of draws, and where that stands now. */
export class PromiseChart {
  readonly element: HTMLElement;
  readonly #bars: readonly { readonly bar: SVGRectElement; readonly value: SVGTextElement }[];
  readonly #now: SVGLineElement;

  /** One of the rules is exact. */
  constructor(names: readonly string[], exact: number) {
    const height = ROW * names.length;
    this.#bars = names.map((_, i) => ({
      bar: svg("rect", { x: 0, y: ROW * i + 5, height: BAR, class: i === exact ? "xb-bar-exact" : "xb-bar-rule" }),
      value: svg("text", { y: ROW * i + 13, dx: 6, class: "xb-bar-value" }),
    }));
    this.#now = svg("line", { y1: 0, y2: height + 4, class: "xb-now" });
    const drawing = chart(
      height + 4,
      ...this.#bars.map(({ bar }) => bar),
      this.#now,
      ...this.#bars.map(({ value }) => value),
      ...names.map((name, i) =>
        svg(
          "text",
          { x: -8, y: ROW * i + 13, "text-anchor": "end", class: i === exact ? "xb-bar-exact-name" : "xb-bar-name" },
          name,
        ),
      ),
    );
    this.element = html("div", { class: "xb-promise-frame" }, drawing);
  }

  show(promised: readonly number[], draws: number, last: number): void {
    for (const [i, { bar, value }] of this.#bars.entries()) {
      const count = promised[i] ?? 0;
      const share = percent(count / last);
      set(bar, { width: share });
      set(value, { x: share });
      say(value, formatCount(count));
    }
    const x = percent(Math.min(draws / last, 1));
    set(this.#now, { x1: x, x2: x });
  }
}
