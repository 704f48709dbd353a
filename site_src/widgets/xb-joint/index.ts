// <xb-joint id="…" table=".45 .05 .05 .45">still figure</xb-joint>
// A joint table and its entropies as areas: what two variables share is an overlap. With a third variable the areas may
// not add up, and one of them would have to be negative.

import { commonArea, coveredBy, placed } from "../mathematics/circles.ts";
import type { Triple } from "../mathematics/joint-tables.ts";
import { pairOf, tripleOf } from "../mathematics/joint-tables.ts";
import { moveShare, pairs } from "../mathematics/laws.ts";
import { radios } from "../parts/buttons.ts";
import { html, set, svg } from "../parts/dom.ts";
import type { Question } from "../parts/question.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, inUnit, toNats } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { Cells } from "./cells.ts";
import { PAIR_HEIGHT, PairPicture } from "./pair-picture.ts";
import type { State } from "./state.ts";
import { CHOICES, fromAddress, tableOf, toAddress } from "./state.ts";
import { steps } from "./steps.ts";
import { TRIPLE_HEIGHT, TriplePicture } from "./triple-picture.ts";

const TEXTS: Readonly<Record<State["third"], string>> = {
  none: "no Z",
  xor: "Z: X ≠ Y",
  and: "Z: both 1",
  copy: "Z = X",
};
// Circles that share nothing stand apart by this, where an area of 1 is a bit.
const GAP = 0.05;
// Half of the last digit that is shown.
const SEEN = 5e-4;

class Joint extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected readonly heading = "A table and its circles";
  protected readonly notice = [
    "Each circle is as large as an ",
    html("b", { class: "xb-h-ink" }, "entropy"),
    ", and two circles overlap by what the variables ",
    html("b", { class: "xb-d-ink" }, "share"),
    ". Move a cell, and watch the overlap. Then let a third variable in.",
  ];
  protected readonly question: Question = {
    ask: "X and Y are fair coins, Z says whether they differ. How much of Z’s circle lies inside the other two?",
    answers: [
      {
        text: "All: they settle Z",
        reply: "They do settle it, together. But alone neither tells anything about Z: take the third step below.",
      },
      { text: "Half", reply: "X alone tells nothing about Z, and neither does Y: take the third step below." },
      {
        text: "None",
        reply:
          "Right: neither tells anything alone. Yet both together settle Z, and no picture of circles can say that.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  #cells!: Cells;
  #thirds!: ReturnType<typeof radios<State["third"]>>;
  readonly #pair = new PairPicture();
  readonly #triple = new TriplePicture();
  readonly #drawing = svg("svg", { class: "xb-chart", width: "100%", "aria-hidden": "true" });
  // While one cell moves, the others keep the proportions they had when it was taken up.
  #held: { readonly index: number; readonly cells: readonly number[]; readonly made: State } | undefined;

  protected override readonly steps = steps;
  protected override readonly fromAddress = fromAddress;
  protected override readonly toAddress = toAddress;

  protected override build(): Built {
    this.#cells = new Cells(this.id, (index, share) => this.#move(index, share));
    this.#thirds = radios(
      { name: `${this.id}-third`, legend: "Third variable", values: CHOICES, texts: TEXTS },
      (third) => this.change({ ...this.state, third }),
    );
    this.#drawing.append(svg("svg", { x: "50%", overflow: "visible" }, this.#pair.element, this.#triple.element));
    return {
      figure: [this.#drawing],
      inputs: [this.#cells.element, this.#thirds.element],
      rest: [],
    };
  }

  protected override redraw(unit: Unit): void {
    const { cells, third } = this.state;
    const alone = third === "none";
    this.#cells.show(cells);
    this.#thirds.check(third);
    set(this.#drawing, { height: alone ? PAIR_HEIGHT : TRIPLE_HEIGHT });
    set(this.#pair.element, { display: alone ? "inline" : "none" });
    set(this.#triple.element, { display: alone ? "none" : "inline" });
    if (third === "none") this.#pair.show(pairOf(tableOf(cells)), unit);
    else {
      const triple = tripleOf(tableOf(cells), third);
      const { picture, covered } = picturedIn(triple);
      this.#triple.show(triple, picture, covered, unit);
    }
  }

  protected override result(unit: Unit): string {
    const { cells, third } = this.state;
    const amount = (nats: number) => formatAmount(nats, unit);
    if (third !== "none") return verdict(tripleOf(tableOf(cells), third), unit);
    const { shared, leftOfX, leftOfY, together } = pairOf(tableOf(cells));
    const sum = `H(X, Y) = ${amount(leftOfX)} + ${amount(shared)} + ${amount(leftOfY)} = ${amount(together)} ${unit}`;
    if (amount(shared) === "0.000") return `${sum}. X and Y share nothing: what one says, the other does not.`;
    if (amount(leftOfX + leftOfY) === "0.000") return `${sum}. Each settles the other: one circle.`;
    return `${sum}. Y tells ${amount(shared)} ${unit} about X, and X as much about Y.`;
  }

  protected override table(unit: Unit): Table {
    const { cells, third } = this.state;
    const amount = (nats: number) => formatAmount(nats, unit);
    const caption = `Entropies and what is shared, in ${unit}.`;
    const head = ["part", "amount"];
    if (third === "none") {
      const { x, y, shared, leftOfX, leftOfY, together } = pairOf(tableOf(cells));
      const parts = {
        "H(X)": x,
        "H(Y)": y,
        "H(X|Y)": leftOfX,
        "I(X; Y)": shared,
        "H(Y|X)": leftOfY,
        "H(X, Y)": together,
      };
      return { caption, head, rows: Object.entries(parts).map(([name, nats]) => [name, amount(nats)]) };
    }
    const triple = tripleOf(tableOf(cells), third);
    const { picture, covered } = picturedIn(triple);
    const rows = [
      ...pairs(["H(X)", "H(Y)", "H(Z)"], triple.entropies),
      ...pairs(["I(X; Y)", "I(X; Z)", "I(Y; Z)"], triple.shared),
      ...pairs(["I(X; Y|Z)", "I(X; Z|Y)", "I(Y; Z|X)"], triple.sharedGivenThird),
      ...pairs(["H(X|Y, Z)", "H(Y|X, Z)", "H(Z|X, Y)"], triple.left),
      ["middle, I(X; Y) − I(X; Y|Z)", triple.middle] as const,
      ["middle as drawn", toNats(commonArea(picture.circles), "bits")] as const,
      ["H(X, Y, Z)", triple.together] as const,
      ["covered by the circles", covered] as const,
    ];
    return { caption, head, rows: rows.map(([name, nats]) => [name, amount(nats)]) };
  }

  #move(index: number, share: number): void {
    // What else changed the state meanwhile, a button or the address, took the cell out of the hand.
    const held = this.#held?.index === index && this.#held.made === this.state ? this.#held.cells : this.state.cells;
    const made = { ...this.state, cells: moveShare(held, index, share) };
    this.#held = { index, cells: held, made };
    this.change(made);
  }
}

/** The circles for three variables, and what they cover, in nats. */
function picturedIn({ entropies, shared }: Triple) {
  const inBits = ([a, b, c]: readonly [number, number, number]) =>
    [inUnit(a, "bits"), inUnit(b, "bits"), inUnit(c, "bits")] as const;
  const picture = placed(inBits(entropies), inBits(shared), GAP);
  return { picture, covered: toNats(coveredBy(picture.circles), "bits") };
}

function verdict(triple: Triple, unit: Unit): string {
  const { picture, covered } = picturedIn(triple);
  const amount = (nats: number) => formatAmount(nats, unit);
  const { shared, sharedGivenThird, middle, together } = triple;
  const sum = `${amount(shared[0])} − ${amount(sharedGivenThird[0])} = ${amount(middle)}`;
  const must = `The middle must be I(X;\u00a0Y) − I(X;\u00a0Y|Z) = ${sum} ${unit}`;
  if (amount(middle).startsWith("−")) {
    return `${must}, and no area is negative. The circles cover ${amount(covered)}; there are ${amount(together)}.`;
  }
  if (!picture.fits) return `${must}. But no three circles have these three overlaps.`;
  const drawn = toNats(commonArea(picture.circles), "bits");
  if (Math.abs(drawn - middle) < SEEN)
    return `${must}, and it is: the circles cover all that there is, ${amount(together)}.`;
  return `${must}, and circles make it ${amount(drawn)}. Other shapes could do better.`;
}

customElements.define("xb-joint", Joint);
