import { chart, hatching, stepped } from "../parts/charts.ts";
import { html, percent, say, set, svg } from "../parts/dom.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, toNats } from "../parts/units.ts";

// Heights in CSS pixels.
const ROW = 40;
const BAR = 15;
const LABEL = 13;
const LEAST = 5; // units, the full width at least

/** What is charged for a letter, and what was written; in nats, endless where nothing can be. */
export interface Charge {
  readonly entropy: number;
  readonly divergence: number;
  readonly arithmetic: number;
  readonly huffman: number;
}

/** Three bars: what the laws say, and what two codes wrote. */
export class BillChart {
  readonly element: HTMLElement;
  readonly #words = {
    entropy: svg("tspan", { class: "xb-h-ink" }),
    divergence: svg("tspan", { class: "xb-d-ink" }),
    total: svg("tspan"),
  };
  readonly #floor = svg("rect", { y: LABEL + 5, height: BAR, class: "xb-floor" });
  readonly #extra: SVGRectElement;
  readonly #guide = svg("line", { y1: LABEL + 5, y2: 3 * ROW, class: "xb-guide" });
  readonly #written = [1, 2].map((row) => ({
    bar: svg("rect", { y: row * ROW + LABEL + 5, height: BAR, class: "xb-written" }),
    text: svg("text", { y: row * ROW + LABEL, class: "xb-bill-words" }),
  }));

  constructor(id: string) {
    this.#extra = svg("rect", { y: LABEL + 5, height: BAR, fill: `url(#${id})` });
    const { entropy, divergence, total } = this.#words;
    const words = svg("text", { y: LABEL, class: "xb-bill-words" }, entropy, " + ", divergence, " = ", total);
    const rows = this.#written.flatMap(({ bar, text }) => [bar, text]);
    const drawing = chart(
      3 * ROW,
      svg("defs", {}, hatching(id)),
      this.#floor,
      this.#extra,
      this.#guide,
      words,
      ...rows,
    );
    this.element = html("div", {}, drawing);
  }

  show(charge: Charge, unit: Unit): void {
    const { entropy, divergence, arithmetic, huffman } = charge;
    const amount = (nats: number) => formatAmount(nats, unit);
    const total = entropy + divergence;
    const finite = [entropy, total, arithmetic, huffman].filter(Number.isFinite);
    const full = stepped(toNats(LEAST, "bits"), 1.4, Math.max(...finite) * 1.02);
    say(this.#words.entropy, `H(p) ${amount(entropy)}`);
    say(this.#words.divergence, `D(p‖q) ${amount(divergence)}`);
    say(this.#words.total, `${amount(total)} ${unit}`);
    set(this.#floor, { width: percent(entropy / full) });
    set(this.#extra, { x: percent(entropy / full), width: percent(Math.min(divergence, full - entropy) / full) });
    const end = percent(Math.min(total / full, 1));
    set(this.#guide, { x1: end, x2: end });
    for (const [i, [name, nats]] of [
      ["arithmetic coder", arithmetic] as const,
      ["Huffman’s words", huffman] as const,
    ].entries()) {
      const row = this.#written[i];
      if (!row) continue;
      const isWritten = nats < Infinity;
      set(row.bar, { width: percent(isWritten ? nats / full : 0) });
      say(row.text, isWritten ? `${name}, as written: ${amount(nats)}` : `${name}: cannot be written`);
    }
  }
}
