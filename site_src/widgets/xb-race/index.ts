// <xb-race id="…" coins="0.5 0.62" betas="17 6 3 3">still figure</xb-race>
// Wald's test as a race: the evidence of draws from p climbs at the slope D(p‖q), that of draws from q falls at D(q‖p),
// until it is beyond a limit.

import type { Limits, Pair, Truth } from "../mathematics/evidence.ts";
import { leastDraws, limitsFor, mostErrors, race, Tally } from "../mathematics/evidence.ts";
import { uniforms } from "../mathematics/random.ts";
import type { Radios } from "../parts/buttons.ts";
import { button, radios } from "../parts/buttons.ts";
import { formatChance, formatCount, formatOdds } from "../parts/counts.ts";
import { html, say, set } from "../parts/dom.ts";
import { Slider } from "../parts/named-slider.ts";
import type { Question } from "../parts/question.ts";
import type { Seed } from "../parts/seed.ts";
import { seedInput } from "../parts/seed.ts";
import { Slices } from "../parts/slices.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatAmount, formatSigned } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import { ATTRIBUTES } from "./attributes.ts";
import type { Words } from "./chart.ts";
import { RaceChart } from "./chart.ts";
import type { LawsName, State } from "./state.ts";
import { ERRORS, fromAddress, LAWS, MOST_RACES, THOUSAND, toAddress } from "./state.ts";
import { steps } from "./steps.ts";
import { countedWords, draws, wordsSoFar } from "./words.ts";

const TRUTHS = ["p", "q"] as const;
const RUNNERS = 10; // races that are drawn, of either law
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]; // times a power of ten
const LONG = 3; // times the mean: hardly a race is longer

class Race extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected override readonly isAcross = true;
  protected readonly heading = "The evidence race";
  protected readonly notice = [
    "Each line adds up the evidence log p/q, draw by draw. With ",
    html("b", { class: "xb-p-ink" }, "p"),
    " true it wanders up with slope ",
    html("b", { class: "xb-d-ink" }, "D(p‖q)"),
    ", with ",
    html("b", { class: "xb-q-ink" }, "q"),
    " true down with slope ",
    html("b", { class: "xb-d-ink" }, "−D(q‖p)"),
    ". A line that ends on the other side is a wrong verdict.",
  ];
  protected readonly question: Question = {
    ask: "The coins race side by side. Now take two Beta laws: p is narrow, q is wide, and the odds at the limits stay. Which races end sooner?",
    answers: [
      {
        text: "p true",
        reply:
          "Take step 2 and look: q’s. A draw from p can say only so much for p, one from q may be all but impossible under p.",
      },
      {
        text: "q true",
        reply:
          "Right, see step 2: a draw from q brings more evidence on average, D(q‖p) against D(p‖q). The limits are equally far.",
      },
      {
        text: "Equally soon",
        reply: "The limits are equally far, the speeds are not: D(p‖q) and D(q‖p) differ. Take step 2 and look.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  readonly #chart = new RaceChart();
  #laws!: Radios<LawsName>;
  #alpha!: Slider;
  #beta!: Slider;
  #draws!: Slider;
  #seed!: Seed;
  readonly #more = button("1000 races more", () => this.#raceMore());
  readonly #counting = new Slices();
  readonly #counted = html("p", { class: "xb-counted", role: "status" });
  /** What is drawn and counted belongs to these. */
  #raced: State | undefined;
  #races!: Readonly<Record<Truth, readonly ReturnType<typeof race>[]>>;
  #walks!: Readonly<Record<Truth, readonly (readonly number[])[]>>;
  #tallies!: Readonly<Record<Truth, Tally>>;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#counting.stop();
  }

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return fromAddress(read, fallback);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state);
  }

  protected override build(): Built {
    const errors = { min: 0, max: ERRORS.length - 1 };
    const errorSlider = (name: "alpha" | "beta", label: string) =>
      new Slider({ ...errors, id: `${this.id}-${name}`, label, above: name === "alpha" ? "p" : "q" }, (place) =>
        this.change({ ...this.state, [name]: ERRORS[place] ?? this.state[name] }),
      );
    this.#alpha = errorSlider("alpha", "α, error asked for, p true");
    this.#beta = errorSlider("beta", "β, error asked for, q true");
    this.#draws = new Slider(
      { id: `${this.id}-draws`, label: "Draws shown", min: 0, max: 1, above: "neither" },
      (place) => this.change({ ...this.state, draws: place < this.#width ? place : Infinity }),
    );
    this.#laws = radios(
      {
        name: `${this.id}-laws`,
        legend: "The two laws",
        values: LAWS,
        texts: this.page.names,
      },
      (laws) => this.change({ ...this.state, laws, draws: Infinity }),
    );
    this.#seed = seedInput(`${this.id}-seed`, (seed) => this.change({ ...this.state, seed }));
    const actions = html(
      "div",
      { class: "xb-actions" },
      button("One draw more", () => this.#drawOne()),
      this.#more,
    );
    return {
      figure: [this.#chart.element],
      inputs: [this.#alpha.element, this.#beta.element, this.#draws.element, actions, this.#counted],
      rest: [html("div", { class: "xb-race-laws" }, this.#laws.element, this.#seed.element)],
    };
  }

  protected override redraw(unit: Unit): void {
    const { laws, alpha, beta, seed, races } = this.state;
    this.#race();
    this.#chart.at(this.state.draws);
    this.#chart.say({ p: this.#words("p", unit), q: this.#words("q", unit) }, unit);
    this.#laws.check(laws);
    this.#seed.show(seed);
    this.#alpha.show(ERRORS.indexOf(alpha), formatChance(alpha));
    this.#beta.show(ERRORS.indexOf(beta), formatChance(beta));
    const shown = Math.min(this.state.draws, this.#width);
    this.#draws.reach(this.#width);
    this.#draws.show(shown, shown < this.#width ? draws(shown) : "to the end");
    say(this.#more, this.#counting.working ? "Stop" : "1000 races more");
    say(this.#counted, this.#counting.working ? "Counting." : countedWords(this.#tallies));
    set(this.#more, { disabled: races >= MOST_RACES && !this.#counting.working });
  }

  protected override result(unit: Unit): string {
    if (this.state.draws < this.#width) return wordsSoFar(this.#walks, this.state.draws, unit);
    const { alpha, beta } = this.state;
    const most = mostErrors(alpha, beta);
    const of = (truth: Truth) => {
      const slope = `${truth} true: ${formatSigned(this.#slope(truth), unit)}${truth === "p" ? ` ${unit} a draw` : ""}`;
      const least = draws(leastDraws(this.#pair, truth, alpha, beta));
      return `${slope}, about ${least}${truth === "p" ? " by Wald’s formula" : ""}, at most ${formatChance(most[truth])} wrong.`;
    };
    return `${of("p")} ${of("q")}`;
  }

  protected override table(unit: Unit): Table {
    const { alpha, beta } = this.state;
    const most = mostErrors(alpha, beta);
    const column = (truth: Truth) => {
      const { count, wrong, meanDraws } = this.#tallies[truth];
      return [
        formatAmount(this.#pair.divergence[truth], unit),
        formatOdds(Math.abs(this.#limits[truth])),
        leastDraws(this.#pair, truth, alpha, beta).toFixed(2),
        count ? meanDraws.toFixed(2) : "–",
        formatChance(most[truth]),
        count ? formatChance(wrong / count) : "–",
        formatCount(count),
      ];
    };
    const columns = TRUTHS.map(column);
    const rows = [
      `evidence of a draw, ${unit}`,
      "odds at its limit",
      "draws, by Wald’s formula",
      "draws, counted",
      "errors, at most",
      "errors, counted",
      "races",
    ];
    return {
      caption: "What the test is promised to do, and what it did.",
      head: ["what", "p true", "q true"],
      rows: rows.map((name, i) => [name, ...columns.map((texts) => texts[i] ?? "")]),
    };
  }

  get #pair(): Pair {
    return this.page.pairs[this.state.laws];
  }

  get #limits(): Limits {
    return limitsFor(this.state.alpha, this.state.beta);
  }

  /** The draws at the right end of the chart: a round number beyond most races. */
  get #width(): number {
    const { alpha, beta } = this.state;
    const longest = LONG * (1 + Math.max(...TRUTHS.map((truth) => leastDraws(this.#pair, truth, alpha, beta))));
    const power = 10 ** Math.floor(Math.log10(longest));
    return power * (ROUND.find((times) => times * power >= longest) ?? 10);
  }

  /** Run the races that are drawn, and those that are counted, unless that is done. */
  #race(): void {
    const { laws, alpha, beta, seed, races } = this.state;
    const before = this.#raced;
    this.#raced = this.state;
    const sameChance = before?.laws === laws && before.seed === seed;
    const same = sameChance && before.alpha === alpha && before.beta === beta;
    if (!sameChance) {
      const start = (truth: Truth) => Array.from({ length: RUNNERS }, (_, i) => this.#runner(truth, i));
      this.#races = { p: start("p"), q: start("q") };
    }
    if (!same) {
      const limits = this.#limits;
      const run = (truth: Truth) => this.#races[truth].map((runner) => runner(limits));
      this.#walks = { p: run("p"), q: run("q") };
      this.#chart.run({ pair: this.#pair, limits, walks: this.#walks, width: this.#width });
    }
    if (!same || races < this.#tallies.p.count) {
      this.#counting.stop();
      this.#tallies = { p: new Tally(), q: new Tally() };
    }
    if (this.#tallies.p.count < races && !this.#counting.working) this.#count();
  }

  #runner(truth: Truth, index: number): ReturnType<typeof race> {
    return race(this.#pair, truth, this.#stream(truth, index));
  }

  /** Each race has chance of its own, so that other limits stop it elsewhere on the same way. */
  #stream(truth: Truth, index: number): () => number {
    return uniforms(this.state.seed, 2 * index + TRUTHS.indexOf(truth));
  }

  #count(): void {
    const [pair, limits] = [this.#pair, this.#limits];
    const tallies = this.#tallies;
    this.#counting.begin({
      piece: () => {
        if (tallies.p.count >= this.state.races) return false;
        for (const truth of TRUTHS) {
          tallies[truth].add(pair, truth, limits, this.#stream(truth, tallies[truth].count));
        }
        return true;
      },
      show: () => this.refresh(),
    });
  }

  #raceMore(): void {
    if (this.#counting.working) this.change({ ...this.state, races: this.#tallies.p.count });
    else this.change({ ...this.state, races: this.state.races + THOUSAND, draws: Infinity });
  }

  #drawOne(): void {
    const { draws: shown } = this.state;
    this.change({ ...this.state, draws: shown < this.#width - 1 ? shown + 1 : 1 });
  }

  #words(truth: Truth, unit: Unit): Words {
    const [right, other] = [this.#tallies[truth], this.#tallies[truth === "p" ? "q" : "p"]];
    const limit = `say ${truth} at ${formatOdds(Math.abs(this.#limits[truth]))}`;
    const counted = ` (${formatCount(right.count - right.wrong)} right, ${formatCount(other.wrong)} wrong)`;
    return {
      limit: `${limit}${right.count ? counted : ""}`,
      slope: `${truth} true: ${formatSigned(this.#slope(truth), unit)} ${unit} a draw`,
    };
  }

  /** What a draw adds to the evidence on average. */
  #slope(truth: Truth): number {
    const { divergence } = this.#pair;
    return truth === "p" ? divergence.p : -divergence.q;
  }
}

customElements.define("xb-race", Race);
