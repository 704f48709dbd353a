// <xb-estimators id="…">still figure</xb-estimators>
// How estimates of H and D scatter around the truth, and where their means are: k1, k2 and k3 of two Gaussians, as values
// and as losses, and what is counted from letters.

import { MOST_LETTERS } from "../mathematics/letter-counts.ts";
import { uniforms } from "../mathematics/random.ts";
import type { Radios } from "../parts/buttons.ts";
import { button, radios } from "../parts/buttons.ts";
import { formatCount } from "../parts/counts.ts";
import { html, say, set } from "../parts/dom.ts";
import { Slider } from "../parts/named-slider.ts";
import type { Question } from "../parts/question.ts";
import type { Seed } from "../parts/seed.ts";
import { seedInput } from "../parts/seed.ts";
import { Slices } from "../parts/slices.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { CurveChart } from "./curves.ts";
import type { Experiment } from "./experiments.ts";
import { experimentOf } from "./experiments.ts";
import { nowOf, plotKey, plotOf } from "./plots.ts";
import { RowChart } from "./rows.ts";
import { Sample } from "./sample.ts";
import type { Part, State } from "./state.ts";
import {
  DRAWS,
  divergenceAt,
  fromAddress,
  isGaussian,
  LAST,
  LEAST_LETTERS,
  MOST_TIMES,
  PARTS,
  placeOf,
  THOUSAND,
  toAddress,
} from "./state.ts";
import { steps } from "./steps.ts";
import { countedWords, resultOf, rowWords, tableOf, truthName } from "./words.ts";

const NAMES: Readonly<Record<Part, string>> = {
  values: "k1, k2, k3",
  mean: "gradient by μ",
  width: "gradient by ln σ",
  entropy: "H counted",
  divergence: "D counted",
};
// Random numbers or letters that are drawn at once: when the widget begins, and while something moves.
const AT_FIRST = 10_000;
const MOVING = 500;
const REST = 160; // milliseconds without a change, after which the others follow

/** One state's experiment, and what its repetitions have come to. */
interface Run {
  readonly of: string;
  readonly experiment: Experiment;
  readonly samples: readonly Sample[];
  done: number;
}

class Estimators extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected override readonly isAcross = true;
  protected readonly heading = "Estimates and the truth";
  protected readonly notice = [
    "An estimate is made from n draws, again and again, with its exact mean (dot) and deviation below. Compare them with the line, the truth ",
    html("b", { class: "xb-d-ink" }, "D(p‖q)"),
    ", and watch which estimate scatters least as D grows.",
  ];
  protected readonly question: Question = {
    ask: "p and q are Gaussians of one width, and 0.3 nats apart k3 scatters least. Which scatters least at 2 nats (2.885 bits)?",
    answers: [
      {
        text: "k1",
        reply:
          "Right, see step 1. k3 has exp(u) in it, whose square grows without bound; from where the two lines cross, k1 is the quieter one.",
      },
      {
        text: "k2",
        reply: "See step 1: it scatters more than twice as much as k1 there, and around the wrong number.",
      },
      {
        text: "k3",
        reply:
          "See step 1: it scatters three and a half times as much as k1 there. Near p it is quiet; farther away rare draws with a large q/p carry it.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  readonly #rows = new RowChart();
  readonly #curves = new CurveChart();
  readonly #moved = html("div", { class: "xb-moved" });
  readonly #counted = html("p", { class: "xb-counted" });
  readonly #more = button("1000 times more", () => this.#repeatMore());
  readonly #repeating = new Slices();
  #parts!: Radios<Part>;
  #draws!: Slider;
  #divergence!: Slider;
  #letters!: Slider;
  #seed!: Seed;
  #run: Run | undefined;
  #plotted = "";
  #resting = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return fromAddress(read, fallback);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state);
  }

  protected override build(): Built {
    const named = (name: string, label: string) => ({ id: `${this.id}-${name}`, label, above: "neither" as const });
    this.#draws = new Slider({ ...named("n", "Draws n"), min: 0, max: DRAWS.length - 1 }, (place) =>
      this.change({ ...this.state, draws: DRAWS[place] ?? this.state.draws }),
    );
    this.#divergence = new Slider({ ...named("d", "D(p‖q)"), min: 1, max: LAST }, (place) =>
      this.change({ ...this.state, d: divergenceAt(place) }),
    );
    this.#letters = new Slider({ ...named("letters", "Letters k"), min: LEAST_LETTERS, max: MOST_LETTERS }, (letters) =>
      this.change({ ...this.state, letters }),
    );
    this.#parts = radios(
      { name: `${this.id}-part`, legend: "What is estimated", values: PARTS, texts: NAMES },
      (part) => this.change({ ...this.state, part }),
    );
    this.#seed = seedInput(`${this.id}-seed`, (seed) => this.change({ ...this.state, seed }));
    return {
      figure: [this.#rows.element, this.#curves.element],
      inputs: [this.#moved, this.#draws.element, this.#parts.element],
      rest: [html("div", { class: "xb-chance" }, this.#more, this.#seed.element, this.#counted)],
    };
  }

  protected override redraw(unit: Unit): void {
    const { part, d, draws, letters, times, seed } = this.state;
    const run = this.#running();
    const { rows, truth } = run.experiment;
    this.classList.toggle("xb-of-entropy", part === "entropy");
    const words = { rows: rows.map((row) => rowWords(row, unit)), truth: truthName(part, truth, unit) };
    this.#rows.show(run.experiment, run.samples, words, unit);
    this.#drawCurves(unit);
    this.#swap(isGaussian(part) ? this.#divergence : this.#letters);
    this.#divergence.show(placeOf(d), `${formatAmount(d, unit)} ${unit}`);
    this.#letters.show(letters, String(letters));
    this.#draws.show(DRAWS.indexOf(draws), formatCount(draws));
    this.#parts.check(part);
    this.#seed.show(seed);
    const working = run.done < times;
    say(this.#more, working ? "Stop" : `${formatCount(THOUSAND)} times more`);
    set(this.#more, { disabled: times >= MOST_TIMES && !working });
    say(this.#counted, working ? "Drawing." : countedWords(run.samples));
  }

  protected override result(unit: Unit): string {
    return resultOf(this.state, this.#running().experiment, unit);
  }

  protected override table(unit: Unit): Table {
    const { experiment, samples } = this.#running();
    return tableOf(this.state, experiment, samples, unit);
  }

  /** The present experiment, begun anew where the state asks for another. */
  #running(): Run {
    const { times } = this.state;
    const of = JSON.stringify({ ...toAddress(this.state), times: 0 });
    if (this.#run?.of === of && this.#run.done <= times) {
      if (this.#run.done < times && !this.#waits()) this.#wait();
      return this.#run;
    }
    this.#stop();
    const most = this.#run ? MOVING : AT_FIRST;
    const experiment = experimentOf(this.state);
    const samples = experiment.rows.map(() => new Sample(experiment.low, experiment.high));
    const run = { of, experiment, samples, done: 0 };
    this.#run = run;
    // A first look at once, for the hand that moves; the others when it rests.
    const first = Math.min(Math.max(Math.floor(most / experiment.cost), 1), times);
    while (run.done < first) this.#repeat(run);
    if (run.done < times) this.#wait();
    return run;
  }

  /** One repetition, with chance of its own: more of them leave those before as they are. */
  #repeat(run: Run): void {
    const values = run.experiment.draw(uniforms(this.state.seed, run.done));
    for (const [i, value] of values.entries()) run.samples[i]?.add(value);
    run.done += 1;
  }

  #waits(): boolean {
    return this.#resting !== 0 || this.#repeating.working;
  }

  #wait(): void {
    this.#resting = window.setTimeout(() => {
      this.#resting = 0;
      const run = this.#running();
      this.#repeating.begin({
        piece: () => {
          if (run.done >= this.state.times) return false;
          this.#repeat(run);
          return true;
        },
        show: () => this.refreshUnsaid(),
      });
      if (!this.#repeating.working) this.refreshUnsaid();
    }, REST);
  }

  #stop(): void {
    clearTimeout(this.#resting);
    this.#resting = 0;
    this.#repeating.stop();
  }

  #repeatMore(): void {
    set(this.#counted, { role: "status" }); // said from now on, as it was asked for
    const { done } = this.#running();
    const { times } = this.state;
    this.change({ ...this.state, times: done < times ? done : Math.min(times + THOUSAND, MOST_TIMES) });
  }

  #drawCurves(unit: Unit): void {
    const of = plotKey(this.state, unit);
    if (this.#plotted !== of) this.#curves.draw(plotOf(this.state, unit));
    this.#plotted = of;
    this.#curves.at(nowOf(this.state));
  }

  /** Only what concerns the laws at hand can be moved. */
  #swap(slider: Slider): void {
    if (slider.element.parentElement !== this.#moved) this.#moved.replaceChildren(slider.element);
  }
}

customElements.define("xb-estimators", Estimators);
