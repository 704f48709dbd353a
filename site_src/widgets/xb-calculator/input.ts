import { radios } from "../parts/buttons.ts";
import { html } from "../parts/dom.ts";
import type { LawName } from "../parts/roles.ts";
import { FamilyInput } from "./family-input.ts";
import type { Reply } from "./reply.ts";
import type { Mode, State } from "./state.ts";
import { fitsAnAddress, MODES, objectionTo } from "./state.ts";
import { TextInput } from "./text-input.ts";

const MODE_NAMES: Readonly<Record<Mode, string>> = { lists: "Two lists", families: "Two families", table: "A table" };
const TOO_LONG = "So many numbers do not fit into an address: a copied link will not carry them.";
/** New numbers, new decisions. */
export const UNDECIDED = { mend: "", zeros: "infinite", reading: {} } as const;

/** What the reader has: two lists, two families, or a table. */
export class Input {
  readonly elements: readonly HTMLElement[];
  readonly #modes: ReturnType<typeof radios<Mode>>;
  readonly #lists: TextInput;
  readonly #table: TextInput;
  readonly #families: Readonly<Record<LawName, FamilyInput>>;
  readonly #panel = html("div");
  readonly #panels: Readonly<Record<Mode, HTMLElement>>;

  constructor(id: string, changed: (change: Partial<State>) => void) {
    this.#modes = radios({ name: `${id}-mode`, legend: "What you have", values: MODES, texts: MODE_NAMES }, (mode) =>
      changed({ ...UNDECIDED, mode }),
    );
    this.#lists = new TextInput(
      `${id}-lists`,
      "Two columns: p, the truth, and q, the belief",
      "Counts, probabilities, weights or per cent, one outcome a line, with its name in front if you like.",
      (lists) => changed({ ...UNDECIDED, lists }),
    );
    this.#table = new TextInput(
      `${id}-table`,
      "A table: a line for each X, a column for each Y",
      "Counts or joint probabilities, with names at the top and at the left if you like.",
      (table) => changed({ ...UNDECIDED, table }),
    );
    this.#families = {
      p: new FamilyInput(id, "p", (p) => changed({ p })),
      q: new FamilyInput(id, "q", (q) => changed({ q })),
    };
    this.#panels = {
      lists: this.#lists.element,
      families: html("div", { class: "xb-families" }, this.#families.p.element, this.#families.q.element),
      table: this.#table.element,
    };
    this.elements = [this.#modes.element, this.#panel];
  }

  show(state: State, { answer, problem }: Reply): void {
    const { mode, lists, table, p, q } = state;
    this.#modes.check(mode);
    hold(this.#panel, [this.#panels[mode]]);
    const notes = fitsAnAddress(state) ? answer.notes : [...answer.notes, TOO_LONG];
    if (mode === "lists") this.#lists.show(lists, notes, problem);
    if (mode === "table") this.#table.show(table, notes, problem);
    this.#families.p.show(p, objectionTo(p) ?? "");
    this.#families.q.show(q, objectionTo(q) ?? "");
  }

  focus(mode: Mode): void {
    if (mode === "table") this.#table.focus();
    else this.#lists.focus();
  }
}

/** Let a box hold these elements and no others; what stays keeps its focus. */
export function hold(box: HTMLElement, elements: readonly HTMLElement[]): void {
  for (const child of [...box.children]) {
    if (!elements.some((element) => element === child)) child.remove();
  }
  for (const [i, element] of elements.entries()) {
    const there = box.children[i];
    if (there !== element) box.insertBefore(element, there ?? null);
  }
}
