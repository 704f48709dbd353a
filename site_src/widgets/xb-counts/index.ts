// <xb-counts id="…" boys="3 24 104 …" dice="185 1149 …" own="1 9 14 12 4">still figure</xb-counts>
// How far counts of successes are from a binomial: D(data‖model) over θ, what it costs, and whether chance explains it.

import type { Comparison } from "../mathematics/counted.ts";
import { compare } from "../mathematics/counted.ts";
import { logRatioTerm } from "../mathematics/information.ts";
import { button, radios } from "../parts/buttons.ts";
import { formatCount } from "../parts/counts.ts";
import { html, say, set } from "../parts/dom.ts";
import type { Question } from "../parts/question.ts";
import type { Table } from "../parts/table.ts";
import type { Unit } from "../parts/units.ts";
import { formatPercent, LOG, minus } from "../parts/units.ts";
import type { Built } from "../parts/widget.ts";
import { Widget } from "../parts/widget.ts";
import type { Words } from "./attributes.ts";
import { ATTRIBUTES, WORDS } from "./attributes.ts";
import { Bars } from "./bars.ts";
import { Curve } from "./curve.ts";
import { Landscape } from "./landscape.ts";
import { readCounts } from "./reading.ts";
import type { DataName, State, Theta } from "./state.ts";
import { countsOf, DATA, fromAddress, toAddress } from "./state.ts";
import { steps } from "./steps.ts";
import { chanceWritten, ledger, statistic, thetaWritten, written } from "./words.ts";

const NAMES: Readonly<Record<DataName, string>> = { boys: "families", dice: "dice", own: "your own" };
const LONGEST = 200; // signs that can be typed

/** What is shown: counts, a θ, and what comes of them. */
interface Found {
  readonly counts: readonly number[];
  readonly land: Landscape;
  /** Whether the curve goes from 0 to 1, as it was asked for or as θ is too far from the best one. */
  readonly whole: boolean;
  readonly theta: number;
  readonly comparison: Comparison;
}

class Counts extends Widget<State, ReturnType<typeof ATTRIBUTES.read>> {
  protected readonly heading = "Counts and a binomial";
  protected readonly notice = [
    "Drag θ. The ",
    html("b", { class: "xb-p-ink" }, "data"),
    " stay, the ",
    html("b", { class: "xb-q-ink" }, "model"),
    " moves, and ",
    html("b", { class: "xb-d-ink" }, "D(data‖model)"),
    " is least where θ is the share of successes. The least is seldom 0: the p-value says whether chance leaves so much.",
  ];
  protected readonly question: Question = {
    ask: "Give θ the value that fits Geissler’s families best. If their law were a binomial, how often would chance leave a G as large as theirs?",
    answers: [
      {
        text: "Half of the time",
        reply: "Press “Best θ” and read the p-value. The best of all binomials can still be a bad one.",
      },
      {
        text: "Once in twenty",
        reply: "Press “Best θ” and read the p-value: far more seldom. So many families show a small misfit.",
      },
      {
        text: "Next to never",
        reply: "Right, press “Best θ” and see the p-value. The misfit is small, and the families are many.",
      },
    ],
  };
  protected readonly attributesOfPage = ATTRIBUTES;
  protected override readonly steps = steps;
  readonly #bars = new Bars();
  readonly #curve = new Curve((share) => this.#moveTo(share));
  readonly #title = html("span");
  readonly #curveTitle = html("p", { class: "xb-chart-title" });
  readonly #best = button("Best θ", () => this.#choose("best"));
  readonly #fair = button("", () => this.#choose("fair"));
  readonly #whole = html("input", { type: "checkbox" });
  readonly #ledger = html("dl", { class: "xb-counts-ledger" });
  readonly #fault = html("p", { class: "xb-counts-fault" });
  #slider!: HTMLInputElement;
  #field!: HTMLInputElement;
  #own!: HTMLElement;
  #data!: ReturnType<typeof radios<DataName>>;
  #found: { readonly state: State; readonly found: Found | undefined } | undefined;
  #land: { readonly key: string; readonly land: Landscape } | undefined;

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return fromAddress(read, fallback);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state);
  }

  protected override build(): Built {
    const id = `${this.id}-theta`;
    this.#slider = html("input", { id, type: "range", min: 0, max: 1, step: 1, class: "xb-range" });
    this.#slider.addEventListener("input", () => this.#moveTo(this.#slider.valueAsNumber / Number(this.#slider.max)));
    this.#whole.addEventListener("change", () => this.change({ ...this.state, whole: this.#whole.checked }));
    this.#data = radios({ name: `${this.id}-data`, legend: "The data", values: DATA, texts: NAMES }, (data) =>
      this.#take(data),
    );
    this.#makeField();
    return {
      figure: [
        html(
          "p",
          { class: "xb-chart-title" },
          this.#title,
          html("span", { class: "xb-counts-key" }, "; filled: seen, outlined: the model"),
        ),
        this.#bars.element,
      ],
      inputs: [
        this.#data.element,
        this.#own,
        this.#curveTitle,
        this.#curve.element,
        html(
          "div",
          { class: "xb-counts-slider" },
          html("label", { for: id }, "θ", html("span", { class: "xb-unseen" }, ", the model’s parameter")),
          html("div", { class: "xb-rail" }, this.#slider),
        ),
        html("div", { class: "xb-actions" }, this.#best, this.#fair),
        html("label", { class: "xb-check" }, this.#whole, "the curve from θ = 0 to 1"),
      ],
      rest: [
        this.#ledger,
        html(
          "p",
          { class: "xb-rule" },
          "The squares of the residuals add up to G; beyond ±2 one is seldom by chance. A θ that you chose by looking at " +
            "the curve is fitted, too. With few counts the chi-squared law is a rough guide.",
        ),
      ],
    };
  }

  protected override redraw(unit: Unit): void {
    const { data, theta, whole, typed } = this.state;
    const words = WORDS[data];
    this.#data.check(data);
    this.#own.hidden = data !== "own";
    if (this.#field.value !== typed) this.#field.value = typed;
    this.#whole.checked = whole;
    say(this.#fair, `θ = ${words.fairName}`);
    set(this.#best, { "aria-pressed": String(theta === "best") });
    set(this.#fair, { "aria-pressed": String(theta === "fair") });
    this.#showFault();
    const found = this.#present();
    this.classList.toggle("xb-no-counts", !found);
    if (found) this.#showFound(found, words, unit);
  }

  protected override result(unit: Unit): string {
    const { data, theta, typed } = this.state;
    const found = this.#present();
    if (!found) {
      const read = readCounts(typed);
      return "problem" in read ? read.problem : "";
    }
    const { divergence, g, degrees, chance } = found.comparison;
    const words = WORDS[data];
    const at = `θ = ${thetaWritten(theta, found.theta, words)}${theta === "best" ? ", fitted" : ""}`;
    const leaves = `${at}: D(data‖model) = ${written(divergence, unit)} ${unit} ${words.each}`;
    if (divergence === Infinity) return `${leaves}. The model rules out what was seen.`;
    if (chance === undefined) return `${leaves}. No degree of freedom is left, so there is nothing to test.`;
    return `${leaves}. G = ${statistic(g)} on ${degrees} ${degrees === 1 ? "degree" : "degrees"} of freedom; p-value ${chanceWritten(chance)}.`;
  }

  protected override table(unit: Unit): Table {
    const found = this.#present();
    const { many, successes } = WORDS[this.state.data];
    const head = [
      successes,
      `${many} seen`,
      "expected",
      "data p",
      "model q",
      `p ${LOG[unit]} p/q, ${unit}`,
      "residual",
    ];
    const caption =
      "What was seen and what the model expects. The sixth column adds up to D(data‖model), the squares of the last to G.";
    if (!found) return { caption, head, rows: [] };
    const { n, seen, model, residuals } = found.comparison;
    const rows = found.counts.map((count, k) => {
      const [p, q, residual] = [seen[k] as number, model[k] as number, residuals[k] as number];
      const term = logRatioTerm(p, q);
      const sign = term < 0 ? "−" : "";
      return [
        String(k),
        String(count),
        n * q < 1000 ? (n * q).toFixed(1) : formatCount(n * q),
        formatPercent(p),
        formatPercent(q),
        `${sign}${written(Math.abs(term), unit)}`,
        residual === Infinity ? "∞" : minus(residual.toFixed(2)),
      ];
    });
    return { caption, head, rows };
  }

  #showFound({ land, theta, comparison }: Found, words: Words, unit: Unit): void {
    const { divergence, n } = comparison;
    const share = land.shareOf(theta);
    this.#bars.show(comparison);
    this.#curve.show(land, theta, divergence, unit);
    const of = words.successes === "successes" ? "" : ` by ${words.successes}`;
    say(this.#title, `% of ${formatCount(n)} ${words.many}${of}, and residuals`);
    say(this.#curveTitle, `D(data‖model) over θ, ${unit} ${words.each}`);
    set(this.#slider, { max: land.steps });
    this.#slider.value = String(Math.round(share * land.steps));
    const spoken = `θ ${thetaWritten(this.state.theta, theta, words)}, D ${written(divergence, unit)} ${unit}`;
    set(this.#slider, { "aria-valuetext": spoken });
    const lines = ledger(comparison, words, this.state.theta === "best", unit);
    if (this.#ledger.childElementCount === 0) {
      this.#ledger.append(...lines.map(() => html("div", {}, html("dt"), html("dd"))));
    }
    for (const [i, [name, value]] of lines.entries()) {
      const [dt, dd] = this.#ledger.children[i]?.children ?? [];
      if (dt) say(dt, name);
      if (dd) say(dd, value);
    }
  }

  /** The numbers of the present state, worked out once; undefined where the reader's counts are none. */
  #present(): Found | undefined {
    if (this.#found?.state !== this.state) this.#found = { state: this.state, found: this.#find() };
    return this.#found.found;
  }

  #find(): Found | undefined {
    const { data, theta: chosen, whole } = this.state;
    const counts = countsOf(this.state, this.page);
    if (!counts) return undefined;
    const { fair } = WORDS[data];
    const near = this.#landscape(counts, fair, whole);
    const theta = typeof chosen === "number" ? chosen : { best: near.best, fair }[chosen];
    const isFar = !near.holds(theta);
    const land = isFar ? this.#landscape(counts, fair, true) : near;
    return { counts, land, whole: whole || isFar, theta, comparison: compare(counts, theta, chosen === "best") };
  }

  #landscape(counts: readonly number[], fair: number, whole: boolean): Landscape {
    const key = `${whole} ${fair} ${counts.join(" ")}`;
    if (this.#land?.key !== key) this.#land = { key, land: new Landscape(counts, fair, whole) };
    return this.#land.land;
  }

  /** What is dragged along stays as wide as it is. */
  #moveTo(share: number): void {
    const found = this.#present();
    if (found) this.change({ ...this.state, theta: found.land.thetaAt(share), whole: found.whole });
  }

  #choose(theta: Theta): void {
    this.change({ ...this.state, theta });
  }

  /** Other data begin where the first did: a number that was chosen for some says nothing of others. */
  #take(data: DataName): void {
    const { theta } = this.state;
    this.change({ ...this.state, data, theta: typeof theta === "number" ? "fair" : theta, whole: false });
  }

  #makeField(): void {
    const [id, fault] = [`${this.id}-own`, `${this.id}-fault`];
    const attributes = { id, type: "text", maxlength: LONGEST, autocomplete: "off", spellcheck: "false" };
    this.#field = html("input", { ...attributes, class: "xb-counts-field", "aria-describedby": fault });
    this.#field.addEventListener("input", () => this.change({ ...this.state, typed: this.#field.value }));
    set(this.#fault, { id: fault });
    const label = html("label", { class: "xb-counts-label", for: id }, "how often there were 0, 1, 2 … successes");
    this.#own = html("div", {}, label, this.#field, this.#fault);
  }

  /** Beside the field, what to write and what stands there instead. */
  #showFault(): void {
    const read = readCounts(this.state.typed);
    const isWrong = this.state.data === "own" && "problem" in read;
    set(this.#field, { "aria-invalid": String(isWrong) });
    const there = "problem" in read && read.typed ? `“${read.typed}” is no count: ` : "";
    say(this.#fault, isWrong ? `${there}write 2 to 15 whole numbers, 0 or more, with blanks between them.` : "");
  }
}

customElements.define("xb-counts", Counts);
