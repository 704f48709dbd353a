// <xb-calculator id="…" lists="sun_18_0.2*rain_12_0.8" table="_wet_dry*rain_3_1*sun_0_6" examples="A coin|5_0.5*7_0.5">
//   still figure
// </xb-calculator>
// Two lists, two families or a table of two variables; every measure between them, and the Python that gives the same.

import { answerFamilies, answerLists, answerTable, NOTHING } from "./answers.ts";
import type { Answer } from "./answers.ts";
import { CodeBlock } from "./code-block.ts";
import { SumQuestion, ZeroQuestion } from "./decisions.ts";
import { Densities } from "./densities.ts";
import { FamilyInput } from "./families-input.ts";
import { amountOf, digits } from "./numbers.ts";
import { readColumns, Unreadable } from "./parsing.ts";
import { radios } from "../parts/radios.ts";
import { orderAt, RenyiCurve } from "./renyi-curve.ts";
import { Results } from "./results.ts";
import { fitsAnAddress, fromAddress, initialState, MODES, objectionTo, toAddress, unpack } from "./state.ts";
import type { Mode, State } from "./state.ts";
import { TermsList } from "./terms-list.ts";
import { TextInput } from "./text-input.ts";
import { html } from "../parts/dom.ts";
import { logRatioTerm, surprisalTerm } from "../mathematics/information.ts";
import { inUnit, LOG } from "../parts/units.ts";
import type { Unit } from "../parts/units.ts";
import { Widget } from "../parts/widget.ts";
import type { Table } from "../parts/table.ts";

const MODE_NAMES: Readonly<Record<Mode, string>> = { lists: "Two lists", families: "Two families", table: "A table" };
const MOST_ROWS = 200;
const TOO_LONG = "So many numbers do not fit into an address: a copied link will not carry them.";

/** An answer, or the words for why there is none. */
interface Reply {
  readonly answer: Answer;
  readonly problem: string;
  readonly problems: Readonly<Record<"p" | "q", string>>;
}

class Calculator extends Widget<State> {
  protected readonly heading = "Calculator";
  protected readonly notice = [
    "Paste two columns, choose two families, or give a table. All of it is computed in this page, and nothing is sent. The page’s address holds your input, so a copied link carries it.",
  ];
  protected readonly question = undefined;
  #modes!: ReturnType<typeof radios<Mode>>;
  #lists!: TextInput;
  #tableInput!: TextInput;
  #families!: Readonly<Record<"p" | "q", FamilyInput>>;
  readonly #swapButton = this.button("Swap p and q", () => this.#swap());
  #sumQuestion!: SumQuestion;
  #zeroQuestion!: ZeroQuestion;
  readonly #results = new Results();
  readonly #terms = new TermsList();
  readonly #densities = new Densities();
  #renyi!: RenyiCurve;
  #code!: CodeBlock;
  readonly #panel = html("div");
  readonly #questions = html("div");
  #panels!: Readonly<Record<Mode, HTMLElement>>;
  #asked: { readonly key: string; readonly reply: Reply } | undefined;
  #drawn: { readonly reply: Reply; readonly unit: Unit } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // The result in words and the unit stand with the pictures that they are about; the code comes after them.
    this.querySelector(":scope > .xb-tools")?.after(this.#code.element);
  }

  protected override authored(): State {
    const text = (name: string) => unpack(this.getAttribute(name) ?? "");
    const state = initialState(text("lists"), text("table"));
    answerLists(state.lists, "", "infinite");
    answerTable(state.table, "");
    for (const [, lists] of this.#examples()) answerLists(lists, "", "infinite");
    return state;
  }

  protected override fromAddress(read: (name: string) => string | null, fallback: State): State {
    return fromAddress(read, fallback);
  }

  protected override toAddress(state: State): Record<string, string> {
    return toAddress(state);
  }

  protected override build(): Node[] {
    const { id } = this;
    this.#modes = radios(
      `${id}-mode`,
      "What you have",
      MODES,
      (mode) => this.change({ ...this.state, mode, mend: "", zeros: "infinite" }),
      MODE_NAMES,
    );
    const asked = { mend: "", zeros: "infinite" } as const; // new numbers, new decisions
    this.#lists = new TextInput(
      `${id}-lists`,
      "Two columns: p, the truth, and q, the belief",
      "Counts, probabilities, weights or per cent, one outcome a line, with its name in front if you like.",
      (lists) => this.change({ ...this.state, ...asked, lists }),
    );
    this.#tableInput = new TextInput(
      `${id}-table`,
      "A table: a line for each X, a column for each Y",
      "Counts or joint probabilities, with names at the top and at the left if you like.",
      (table) => this.change({ ...this.state, ...asked, table }),
    );
    this.#families = {
      p: new FamilyInput(id, "p", (p) => this.change({ ...this.state, p })),
      q: new FamilyInput(id, "q", (q) => this.change({ ...this.state, q })),
    };
    this.#panels = {
      lists: this.#lists.element,
      families: html("div", { class: "xb-families" }, this.#families.p.element, this.#families.q.element),
      table: this.#tableInput.element,
    };
    this.#sumQuestion = new SumQuestion(
      (text, action) => this.button(text, action),
      (mend) => this.change({ ...this.state, mend, zeros: "infinite" }),
      () => (this.state.mode === "table" ? this.#tableInput : this.#lists).focus(),
    );
    this.#zeroQuestion = new ZeroQuestion(id, (zeros) => this.change({ ...this.state, zeros }));
    this.#renyi = new RenyiCurve(id, (place) => this.change({ ...this.state, place }));
    this.#code = new CodeBlock(id);
    const examples = this.#examples().map(([name, lists]) =>
      this.button(name, () => this.change({ ...this.state, ...asked, mode: "lists", lists })),
    );
    return [
      this.#modes.element,
      this.#panel,
      html(
        "div",
        { class: "xb-actions" },
        this.#swapButton,
        this.button("Start again", () => this.reset()),
        ...examples,
      ),
      this.#questions,
      this.#results.element,
      html(
        "div",
        { class: "xb-board xb-pictures" },
        html("div", {}, this.#terms.element, this.#densities.element),
        this.#renyi.element,
      ),
    ];
  }

  protected override redraw(unit: Unit): void {
    const { mode, lists, table, p, q, mend, zeros, place } = this.state;
    const reply = this.#reply();
    const { answer, problem, problems } = reply;
    this.#renyi.show(answer.renyi, place, unit);
    this.#code.show(answer.script, unit, orderAt(place));
    // A moved slider leaves the rest as it is: a redraw has a frame's time on a slow phone.
    if (this.#drawn?.reply === reply && this.#drawn.unit === unit) return;
    this.#drawn = { reply, unit };
    this.#modes.check(mode);
    hold(this.#panel, [this.#panels[mode]]);
    this.#swapButton.hidden = mode === "table";
    const notes = fitsAnAddress(this.state) ? answer.notes : [...answer.notes, TOO_LONG];
    if (mode === "lists") this.#lists.show(lists, notes, problem);
    if (mode === "table") this.#tableInput.show(table, notes, problem);
    this.#families.p.show(p, problems.p);
    this.#families.q.show(q, problems.q);
    this.#sumQuestion.show(answer, mend);
    this.#zeroQuestion.show(answer, zeros);
    hold(
      this.#questions,
      [this.#sumQuestion.element, this.#zeroQuestion.element].filter((question) => !question.hidden),
    );
    this.#results.show(answer.groups, unit);
    this.#terms.show(answer.terms, unit, mode === "table" ? ["p(x,y)", "p(x)p(y)", "I(X; Y)"] : ["p", "q", "D(p‖q)"]);
    this.#densities.show(answer.curves);
  }

  protected override result(unit: Unit): string {
    const { mode, place } = this.state;
    const { answer, problem, problems } = this.#reply();
    if (problem) return problem;
    if (mode === "families" && (problems.p || problems.q))
      return [problems.p && `p: ${problems.p}`, problems.q && `q: ${problems.q}`].filter(Boolean).join(" ");
    if (!answer.groups.length)
      return answer.unsure.length
        ? `Nothing is computed in ${unit} until you say what the sum means.`
        : answer.notes.join(" ");
    const value = (symbol: string) => {
      const measure = answer.groups.flatMap(({ measures }) => measures).find((measure) => measure.symbol === symbol)!;
      return `${symbol} = ${digits(amountOf(measure, unit))} ${unit}`;
    };
    if (mode === "table") return `${value("I(X; Y)")}: so much does X tell about Y, and Y about X.`;
    const order = orderAt(place);
    const orders = `of order α = ${order === Infinity ? "∞" : order}`;
    const both = answer
      .renyi?.(order)
      .map((nats) => (nats === undefined ? "not computed here" : `${digits(inUnit(nats, unit))} ${unit}`));
    const renyi = both ? ` The Rényi divergence ${orders} is ${both[0]} for p‖q and ${both[1]} for q‖p.` : "";
    return `${value("D(p‖q)")} and ${value("D(q‖p)")}.${renyi}`;
  }

  protected override table(unit: Unit): Table {
    const { answer } = this.#reply();
    if (this.state.mode === "families" && answer.curves) return this.#tableOfCurves(answer.curves);
    const joint = this.state.mode === "table";
    const [p, q] = joint ? ["p(x,y)", "p(x)p(y)"] : ["p", "q"];
    const log = LOG[unit];
    const columns: [string, (a: number, b: number) => number][] = [
      [`${p} ${log} 1/${p}`, (a) => surprisalTerm(a, a)],
      [`${p} ${log} ${p}/${q}`, logRatioTerm],
      [`${p} ${log} 1/${q}`, surprisalTerm],
      ...(joint
        ? []
        : [[`${q} ${log} ${q}/${p}`, (a: number, b: number) => logRatioTerm(b, a)] as [string, typeof logRatioTerm]]),
    ];
    const terms = answer.terms.slice(0, MOST_ROWS);
    const left = answer.terms.length - terms.length;
    const sums = columns.map(([, term]) => answer.terms.reduce((all, { p, q }) => all + term(p, q), 0));
    const cells = (values: readonly number[]) => values.map((value) => digits(inUnit(value, unit)));
    return {
      caption: `Terms and sums in ${unit}.${left > 0 ? ` The first ${MOST_ROWS} outcomes; the sums are those of all ${answer.terms.length}.` : ""}`,
      head: ["outcome", p!, q!, ...columns.map(([head]) => head)],
      rows: !terms.length
        ? []
        : [
            ...terms.map(({ name, p, q }) => [
              name,
              digits(p),
              digits(q),
              ...cells(columns.map(([, term]) => term(p, q))),
            ]),
            ["sum", "1", "1", ...cells(sums)],
          ],
    };
  }

  /** Names and pasted texts that a page's author offers to try. */
  #examples(): [name: string, lists: string][] {
    const parts = this.getAttribute("examples")?.split("|") ?? [];
    return parts.flatMap((name, i) => (i % 2 === 0 ? [[name, unpack(parts[i + 1] ?? "")] as [string, string]] : []));
  }

  #tableOfCurves({ x, p, q, discrete }: NonNullable<Answer["curves"]>): Table {
    const step = Math.max(1, Math.floor(x.length / 40));
    const places = x.flatMap((at, i) =>
      i % step === 0 ? [[digits(at).replace(/\.?0+$/, ""), digits(p[i]!), digits(q[i]!)]] : [],
    );
    const what = discrete ? "Probabilities" : "Densities";
    return { caption: `${what} of the two laws.`, head: ["x", "p", "q"], rows: places };
  }

  /** What the present input gives; made once for each input. */
  #reply(): Reply {
    const { mode, lists, table, p, q, mend, zeros } = this.state;
    const key = JSON.stringify(
      { families: [mode, p, q], lists: [mode, lists, mend, zeros], table: [mode, table, mend] }[mode],
    );
    if (this.#asked?.key !== key) this.#asked = { key, reply: this.#newReply() };
    return this.#asked.reply;
  }

  #newReply(): Reply {
    const { mode, lists, table, p, q, mend, zeros } = this.state;
    const problems = { p: objectionTo(p) ?? "", q: objectionTo(q) ?? "" };
    try {
      if (mode === "lists") return { answer: answerLists(lists, mend, zeros), problem: "", problems };
      if (mode === "table") return { answer: answerTable(table, mend), problem: "", problems };
      return { answer: problems.p || problems.q ? NOTHING : answerFamilies(p, q), problem: "", problems };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { answer: NOTHING, problem: error.message, problems };
    }
  }

  #swap(): void {
    const { mode, lists, p, q } = this.state;
    if (mode === "families") this.change({ ...this.state, p: q, q: p });
    if (mode !== "lists" || this.#reply().problem) return;
    const columns = readColumns(lists);
    const rows = columns.outcomes.map((name, i) => [name, columns.q[i], columns.p[i]].join("\t"));
    this.change({ ...this.state, lists: rows.join("\n") });
  }
}

/** Let a box hold these elements and no others; what stays keeps its focus. */
function hold(box: HTMLElement, elements: readonly HTMLElement[]): void {
  for (const child of [...box.children]) if (!elements.includes(child as HTMLElement)) child.remove();
  elements.forEach((element, i) => {
    if (box.children[i] !== element) box.insertBefore(element, box.children[i] ?? null);
  });
}

customElements.define("xb-calculator", Calculator);
