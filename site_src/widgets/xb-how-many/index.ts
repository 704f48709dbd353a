// <xb-how-many id="…">still figure</xb-how-many>
// How many draws tell p from q: the laws of the evidence slide apart with each draw. What rules that know no more than D
// promise, and the fewest that are enough.

import { uniforms } from "../mathematics/random.ts";
import type { Hills, RULES } from "../mathematics/telling-apart.ts";
import { fewest, promised } from "../mathematics/telling-apart.ts";
import type { Radios } from "../parts/buttons.ts";
import { button, radios } from "../parts/buttons.ts";
import { formatChance, formatCount } from "../parts/counts.ts";
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
import { HillChart } from "./hills.ts";
import type { Laws } from "./laws.ts";
import { lawsOf, NAMES } from "./laws.ts";
import { PromiseChart } from "./promises.ts";
import type { Kind, State } from "./state.ts";
import {
  ALPHAS,
  BETAS,
  divergenceAt,
  fromAddress,
  isSame,
  KINDS,
  LAST,
  MOST_TESTS,
  THOUSAND,
  toAddress,
} from "./state.ts";
import { steps } from "./steps.ts";

const TRUTHS = ["p", "q"] as const;
const ROWS = ["floor", "stein", "gauss", "fewest", "chernoff"] as const;
type Row = (typeof ROWS)[number];
const ROW_NAMES: Readonly<Record<Row, string>> = {
  floor: "no test below",
  stein: "ln(1/β) / D",
  gauss: "Gaussian rule",
  fewest: "enough",
  chernoff: "Chernoff’s bound",
};
const BEYOND = 1.3; // times the largest promise: where the axis of draws ends

/** What depends on the laws and on the errors alone. */
interface Promised {
  readonly of: State;
  readonly laws: Laws;
  readonly draws: Readonly<Record<Row, number>>;
  /** The draws at the end of the axis. */
  readonly last: number;
}

class HowMany extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected override readonly isAcross = true;
  protected readonly heading = "How many draws?";
  protected readonly notice = [
    "The evidence of n draws, with ",
    html("b", { class: "xb-p-ink" }, "p"),
    " true and with ",
    html("b", { class: "xb-q-ink" }, "q"),
    " true: two hills that slide apart. Drag n until the filled tails are small enough. The bars are what rules promise that know ",
    html("b", { class: "xb-d-ink" }, "D(p‖q)"),
    ", or little more.",
  ];
  protected readonly question: Question = {
    ask: "Take another pair of coins at the same D(p‖q): p shows heads once in 2000 tosses, q all but never. How many tosses will it take?",
    answers: [
      {
        text: "About as many",
        reply:
          "D is the same, the number is not: step 4 needs more than thirty times as many. D is a mean, and here it hangs on one rare outcome.",
      },
      {
        text: "Far more",
        reply:
          "Right, see step 4. All of D hangs on one outcome that comes once in 2000 tosses; the other says next to nothing.",
      },
      {
        text: "Far fewer",
        reply: "One head would settle it, but wait for it: step 4 needs more than thirty times as many.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  readonly #hills = new HillChart();
  readonly #promises = new PromiseChart(
    ROWS.map((row) => ROW_NAMES[row]),
    ROWS.indexOf("fewest"),
  );
  readonly #laws = html("p", { class: "xb-who" });
  #draws!: Slider;
  #divergence!: Slider;
  #alpha!: Slider;
  #beta!: Slider;
  #kinds!: Radios<Kind>;
  #seed!: Seed;
  readonly #more = button("1000 tests", () => this.#testMore());
  readonly #counting = new Slices();
  readonly #counted = html("p", { class: "xb-counted", role: "status" });
  #promised: Promised | undefined;
  #hill!: Hills;
  /** The wrong verdicts among the tests so far, of the state for which they are counted. */
  #tally: { of: State; tests: number; p: number; q: number } | undefined;

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
    const named = (name: string, label: string, above: "p" | "q" | "neither" = "neither") => ({
      id: `${this.id}-${name}`,
      label,
      above,
      min: 0,
    });
    this.#draws = new Slider({ ...named("n", "Draws n"), max: 1 }, (n) =>
      this.change({ ...this.state, draws: Math.max(n, 1) }),
    );
    this.#divergence = new Slider({ ...named("d", "D(p‖q) a draw"), max: LAST }, (place) =>
      this.change({ ...this.state, place }),
    );
    this.#alpha = new Slider({ ...named("alpha", "α, p missed", "p"), max: ALPHAS.length - 1 }, (place) =>
      this.change({ ...this.state, alpha: ALPHAS[place] ?? this.state.alpha }),
    );
    this.#beta = new Slider({ ...named("beta", "β, q taken for p", "q"), max: BETAS.length - 1 }, (place) =>
      this.change({ ...this.state, beta: BETAS[place] ?? this.state.beta }),
    );
    this.#kinds = radios({ name: `${this.id}-kind`, legend: "The laws", values: KINDS, texts: NAMES }, (kind) =>
      this.change({ ...this.state, kind }),
    );
    this.#seed = seedInput(`${this.id}-seed`, (seed) => this.change({ ...this.state, seed }));
    const chance = html("div", { class: "xb-chance" }, this.#more, this.#seed.element, this.#counted);
    return {
      figure: [this.#hills.element, this.#promises.element],
      inputs: [this.#draws.element, this.#divergence.element, this.#alpha.element, this.#beta.element],
      rest: [html("div", { class: "xb-how-many-laws" }, this.#kinds.element, this.#laws), chance],
    };
  }

  protected override redraw(unit: Unit): void {
    const { kind, place, alpha, beta, draws, tests, seed } = this.state;
    const { laws, draws: rules, last } = this.#promise();
    this.#hill = laws.pair.hills(draws, alpha);
    this.#test();
    const words = { p: `p missed: ${formatChance(alpha)}`, q: `q taken for p: ${formatChance(this.#hill.missed)}` };
    this.#hills.show(this.#hill, words, unit);
    this.#promises.show(
      ROWS.map((row) => rules[row]),
      draws,
      last,
    );
    this.#draws.reach(last);
    this.#draws.show(Math.min(draws, last), formatCount(draws));
    const amount = formatAmount(divergenceAt(place), unit);
    this.#divergence.show(place, `${amount} ${unit}`);
    this.#alpha.show(ALPHAS.indexOf(alpha), formatChance(alpha));
    this.#beta.show(BETAS.indexOf(beta), formatChance(beta));
    this.#kinds.check(kind);
    say(this.#laws, `p: ${laws.p}; q: ${laws.q}`);
    this.#seed.show(seed);
    say(this.#more, this.#counting.working ? "Stop" : `Run ${formatCount(THOUSAND)} tests`);
    say(this.#counted, this.#counting.working ? "Counting." : this.#countedWords());
    set(this.#more, { disabled: tests >= MOST_TESTS && !this.#counting.working });
  }

  protected override result(unit: Unit): string {
    const { place, alpha, beta, draws } = this.state;
    const missed = this.#hill.missed;
    const verdict = missed <= beta ? "seldom enough" : "too often";
    const rate = `${formatAmount(divergenceAt(place), unit)} ${unit} a draw`;
    return (
      `${rate}. After ${formatCount(draws)} draws, a test that misses p in ${formatChance(alpha)} of cases takes q for p in ` +
      `${formatChance(missed)} at best: ${verdict}. ${formatCount(this.#promise().draws.fewest)} are enough.`
    );
  }

  protected override table(unit: Unit): Table {
    const { alpha } = this.state;
    const { laws, draws } = this.#promise();
    return {
      caption: `What each rule promises at ${formatAmount(laws.pair.divergence, unit)} ${unit} a draw, and how often q is then taken for p, where p is missed in ${formatChance(alpha)}.`,
      head: ["rule", "draws", "of those needed", "q taken for p"],
      rows: ROWS.map((row) => [
        ROW_NAMES[row],
        formatCount(draws[row]),
        `× ${(draws[row] / draws.fewest).toPrecision(3)}`,
        formatChance(laws.pair.missed(draws[row], alpha)),
      ]),
    };
  }

  #promise(): Promised {
    const { kind, place, alpha, beta } = this.state;
    const before = this.#promised;
    if (
      before &&
      isSame({ ...before.of, draws: 1, tests: 0, seed: 1 }, { ...this.state, draws: 1, tests: 0, seed: 1 })
    ) {
      return before;
    }
    const laws = lawsOf(kind, divergenceAt(place));
    const rule = (name: keyof typeof RULES) => promised(name, laws.pair, alpha, beta);
    const draws = {
      floor: rule("floor"),
      stein: rule("stein"),
      gauss: rule("gauss"),
      fewest: fewest(laws.pair, alpha, beta),
      chernoff: rule("chernoff"),
    };
    const last = Math.ceil(BEYOND * Math.max(...Object.values(draws)));
    this.#hills.span(laws.pair.hills(draws.fewest, alpha));
    this.#promised = { of: this.state, laws, draws, last };
    return this.#promised;
  }

  /** Run the tests that are asked for, unless that is done. */
  #test(): void {
    const { tests } = this.state;
    if (!(this.#tally && isSame({ ...this.#tally.of, tests }, this.state)) || tests < this.#tally.tests) {
      this.#counting.stop();
      this.#tally = { of: this.state, tests: 0, p: 0, q: 0 };
    }
    const tally = this.#tally;
    if (tally.tests >= tests || this.#counting.working) return;
    const errs = this.#promise().laws.pair.errs(this.state.draws, this.state.alpha);
    this.#counting.begin({
      piece: () => {
        if (tally.tests >= this.state.tests) return false;
        for (const [i, truth] of TRUTHS.entries()) {
          // Each test has chance of its own.
          if (errs[truth](uniforms(this.state.seed, 2 * tally.tests + i))) tally[truth] += 1;
        }
        tally.tests += 1;
        return true;
      },
      show: () => this.refresh(),
    });
  }

  /** What the tests came to, beside what was to be expected. */
  #countedWords(): string {
    const { tests = 0, p = 0, q = 0 } = this.#tally ?? {};
    if (tests === 0) return "";
    const [missed, mistaken] = [this.state.alpha, this.#hill.missed].map((share) => formatChance(share));
    return (
      `Of ${formatCount(tests)} tests with p true ${formatCount(p)} missed it (${missed} to be expected), ` +
      `of as many with q true ${formatCount(q)} took it for p (${mistaken}).`
    );
  }

  #testMore(): void {
    const { tests } = this.state;
    const more = this.#counting.working ? (this.#tally?.tests ?? 0) : tests + THOUSAND;
    this.change({ ...this.state, tests: more });
  }
}

customElements.define("xb-how-many", HowMany);
