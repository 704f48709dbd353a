// <xb-leash id="…" reference=".5 .4 .1" score="1 2 5" truth="1 2 .5" labels="a b c">still figure</xb-leash>
// Rewards, a reference and a price β for the distance from it: the best policy, its frontier, and what it is worth in truth.

import { pairs } from "../mathematics/laws.ts";
import type { Policy } from "../mathematics/leash.ts";
import { bestOf, highestGiven, policyAt, worth } from "../mathematics/leash.ts";
import { button, radios } from "../parts/buttons.ts";
import { html, say } from "../parts/dom.ts";
import { Slider } from "../parts/named-slider.ts";
import type { Question } from "../parts/question.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatPercent } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { points, price, priceNumber } from "./amounts.ts";
import { AnswerBars } from "./answer-bars.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { Frontier } from "./frontier.ts";
import { PolicyBars } from "./policy-bars.ts";
import type { Dragged, State } from "./state.ts";
import { BETAS, betaAt, DRAGGED, fromAddress, LAST, placeOf, toAddress } from "./state.ts";
import { steps } from "./steps.ts";

const CHOICES: Readonly<Record<Dragged, string>> = { rewards: "rewards", reference: "the reference" };
const POWER: Readonly<Record<Unit, string>> = { bits: "2", nats: "e", bans: "10" };
const ALIKE = 5e-4; // points

/** What does not hang on β. */
interface Path {
  readonly state: State;
  readonly policies: readonly Policy[];
  readonly best: Policy;
}

class Leash extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected readonly heading = "A policy on a leash";
  protected readonly notice = [
    "Each unit of distance from the reference costs β. Make β small, and ",
    html("b", { class: "xb-d-ink" }, "π"),
    " climbs along the most ",
    html("b", { class: "xb-q-ink" }, "score s"),
    " that there is. Watch the ",
    html("b", { class: "xb-p-ink" }, "true reward g"),
    " below it.",
  ];
  protected readonly question: Question = {
    ask: "As β goes to 0, does the true reward go to its largest?",
    answers: [
      {
        text: "Yes",
        reply:
          "It would if the judge were right about which answer is best. Move β to the right: the score only grows, the true reward turns and falls below where it began.",
      },
      {
        text: "No, it turns",
        reply:
          "Right, with this judge. The tilt ends at the answer that the judge scores highest, and in truth that one is poor. Find the β where it turns.",
      },
      {
        text: "It only falls",
        reply:
          "Try it: at first it rises. Most scores are near the truth, and the answer that is scored far too high is rare in the reference.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  #bars!: PolicyBars;
  #answers!: AnswerBars;
  #leash!: Slider;
  #choice!: ReturnType<typeof radios<Dragged>>;
  #path: Path | undefined;
  readonly #frontier = new Frontier();
  readonly #base = html("span");
  readonly #units = html("span");

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return fromAddress(read, fallback);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state);
  }

  protected override build(): Built {
    this.#bars = new PolicyBars(this.page.labels);
    this.#answers = new AnswerBars(this, this.page.labels, {
      present: () => this.state,
      changed: (state) => this.change(state),
    });
    this.#leash = new Slider({ id: `${this.id}-beta`, label: "β", min: 0, max: LAST, above: "neither" }, (place) =>
      this.change({ ...this.state, place }),
    );
    const choice = { name: `${this.id}-dragged`, legend: "What is dragged", values: DRAGGED, texts: CHOICES };
    this.#choice = radios(choice, (dragged) => this.change({ ...this.state, dragged }));
    const right = button("Let the judge be right", () => this.change({ ...this.state, score: this.state.truth }));
    return {
      figure: [this.#bars.element, this.#frontier.element],
      inputs: [this.#leash.element, this.#choice.element, this.#answers.element],
      rest: [html("div", { class: "xb-leash-rest" }, html("div", { class: "xb-actions" }, right), this.#rule())],
    };
  }

  protected override redraw(unit: Unit): void {
    const { place, dragged, reference } = this.state;
    const { policies, best } = this.#paths();
    const present = this.#present();
    this.#bars.show(reference, present.law);
    // The place that is nearest to the best β stands for it.
    const isPassed = best.far > 0 && place >= placeOf(best.beta);
    this.#frontier.show({ policies, present, best, isPassed }, unit);
    this.#answers.show(this.state);
    this.#choice.check(dragged);
    const ends = { 0: "infinite: the reference", [LAST]: "0: the best answers alone" };
    this.#leash.show(place, price(present.beta, unit), ends[place] ?? price(present.beta, unit));
    say(this.#base, POWER[unit]);
    say(this.#units, unit);
  }

  protected override result(unit: Unit): string {
    const { reference, score } = this.state;
    const present = this.#present();
    const rewards = `score ${points(present.score)}, true reward ${points(present.truth)}`;
    const far = `D(π‖ref) = ${formatAmount(present.far, unit)} ${unit}`;
    const top = highestGiven(reference, score);
    const missed = this.page.labels.find((_, i) => reference[i] === 0 && (score[i] as number) > top);
    if (score.every((one, i) => reference[i] === 0 || one === top)) {
      return `All scores within reach are equal: whatever β, ${far}, ${rewards}.`;
    }
    const told =
      missed === undefined ? this.#compared(present, unit) : `. The reference never gives ${missed}, and so no β does`;
    return `β = ${price(present.beta, unit)}, ${far}: ${rewards}${told}.`;
  }

  protected override table(unit: Unit): Table {
    const { reference, score, truth } = this.state;
    const [present, { best, policies }] = [this.#present(), this.#paths()];
    const [start] = policies as [Policy];
    const net = present.beta < Infinity ? `; score less β times D: ${points(worth(present))}` : "";
    const answers = pairs(this.page.labels, pairs(reference, present.law)).map(([label, [share, policy]], i) => [
      label,
      points(score[i] as number),
      points(truth[i] as number),
      formatPercent(share),
      formatPercent(policy),
    ]);
    return {
      caption: `Rewards in points. β is ${price(present.beta, unit)}, D(π‖reference) is ${formatAmount(present.far, unit)} ${unit}${net}. The true reward is highest, ${points(best.truth)}, at β = ${price(best.beta, unit)}.`,
      head: ["answer", "score", "true reward", "reference", "π"],
      rows: [
        ...answers,
        ["mean under the reference", points(start.score), points(start.truth), formatPercent(1), ""],
        ["mean under π", points(present.score), points(present.truth), "", formatPercent(1)],
      ],
    };
  }

  /** How the true reward stands among those that were passed on the way. */
  #compared(present: Policy, unit: Unit): string {
    if (present.beta === Infinity) return "";
    const { policies, best } = this.#paths();
    const passed = [...policies, best].filter(({ beta }) => beta > present.beta);
    const highest = passed.reduce((most, policy) => (policy.truth > most.truth ? policy : most), present);
    if (highest.truth < present.truth + ALIKE) return ", the most so far";
    return `; it was ${points(highest.truth)} at β = ${priceNumber(highest.beta, unit)}`;
  }

  #rule(): HTMLElement {
    return html(
      "p",
      { class: "xb-rule" },
      "π is the reference times ",
      this.#base,
      html("sup", {}, "score/β"),
      ", divided by the sum. β counts points for your ",
      this.#units,
      "; its slider goes from ∞ to 0. Of rewards only the differences matter. The blue line is drawn as far as you have let go.",
    );
  }

  #present(): Policy {
    return policyAt(this.state, betaAt(this.state.place));
  }

  /** The policies of all β, made once as long as the answers stay. */
  #paths(): Path {
    const { state } = this;
    const parts = ["reference", "score", "truth"] as const;
    const known = this.#path;
    if (known && parts.every((part) => known.state[part] === state[part])) return known;
    const policies = BETAS.map((beta) => policyAt(state, beta));
    this.#path = { state, policies, best: bestOf(state, policies) };
    return this.#path;
  }
}

customElements.define("xb-leash", Leash);
