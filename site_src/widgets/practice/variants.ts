// The same question with other numbers, each variant under an address of its own: #question-coins?v=17.

import { here, ROOT } from "../learning/state.ts";
import { onArrival, putValues, readValue } from "../parts/address.ts";
import { html, say } from "../parts/dom.ts";
import { textAt } from "../parts/texts.ts";
import { fromSite } from "./site-html.ts";
import type { Asked, Diagnosis, NumberTask, Task } from "./tasks.ts";

interface Variants {
  /** "claim 3" is the question's fourth checked number, "code 0 2" the third line of its first block of code. */
  readonly places: readonly string[];
  readonly variants: readonly { readonly text: readonly string[]; readonly task: Less }[];
}
/** A task without what is as printed. */
type Less = Partial<Omit<NumberTask, "diagnoses">> & { readonly diagnoses?: readonly Partial<Diagnosis>[] };

const VALUE = "v";
const UNIT = /^([\s\u00a0\u202f](?:bit|nat|ban))s?\b/;
const PLAIN = /^−?[\d.]+$/; // of half a bit there is one
const ONE = /^−?1(?:\.0+)?$/;

/** Offer other numbers, and show those that the address asks for. */
export function offerVariants(
  question: HTMLDetailsElement,
  asked: Asked,
  page: string,
  show: (task: Task) => void,
): void {
  const printed = new Printed(question);
  const status = html("p", { role: "status" });
  const other = html("button", { type: "button" }, "Other numbers");
  const back = html("button", { type: "button", hidden: true }, "The printed numbers");
  question.append(html("div", { class: "variants" }, other, back, status));
  let shown = 0;
  let coming: Promise<Variants | undefined> | undefined;
  const turnTo = async (v: number): Promise<void> => {
    if (v === shown) return;
    coming ??= fetchVariants(page, question.id);
    const variants = await coming;
    if (!variants) {
      coming = undefined;
      say(status, "The other numbers did not come. Try again.");
      return;
    }
    shown = v;
    back.hidden = v === 0;
    show(printed.turnTo(variants, v, asked));
    say(
      status,
      v
        ? `Variant ${v} of ${asked.variants}.${hasAddress ? " The address of the page is its own." : ""}`
        : "As printed.",
    );
  };
  const hasAddress = page === here(); // in a session a question is a guest
  const put = (v: number): void => {
    if (hasAddress) putValues(question.id, { [VALUE]: v ? String(v) : "" });
    void turnTo(v);
  };
  other.addEventListener("click", () => put((shown % asked.variants) + 1));
  back.addEventListener("click", () => put(0));
  if (!hasAddress) return;
  const arrive = (): void => {
    const v = wanted(question.id, asked.variants);
    if (v) question.open = true;
    void turnTo(v);
  };
  onArrival(question.id, arrive, new AbortController().signal);
  if (wanted(question.id, asked.variants)) arrive();
}

/** The variant that the address asks for; 0 for the printed one, and for one that does not exist. */
function wanted(id: string, count: number): number {
  const v = Number(readValue(id, VALUE) ?? 0);
  return Number.isInteger(v) && v >= 1 && v <= count ? v : 0;
}

async function fetchVariants(page: string, id: string): Promise<Variants | undefined> {
  const name = page.replace(/\/$/, "") || "index";
  const text = await textAt(new URL(`generated/practice/${name}/${id}.json`, ROOT));
  return text === undefined ? undefined : (JSON.parse(text) as Variants);
}

/** The question's own task with what the variant has instead. */
function taskOf(own: Task, less: Less): Task {
  if (own.kind !== "number") return { ...own, ...less } as Task;
  const diagnoses = own.diagnoses.map((diagnosis, i) => ({ ...diagnosis, ...less.diagnoses?.[i] }));
  return { ...own, ...less, diagnoses };
}

/** What is printed in a question, at the places that variants change. */
class Printed {
  readonly #claims: readonly HTMLDataElement[];
  readonly #parts: readonly HTMLDetailsElement[];
  readonly #codes: readonly Element[];
  readonly #before = new Map<Element | Text, string>();

  constructor(question: Element) {
    this.#claims = [...question.querySelectorAll<HTMLDataElement>("data.claim")];
    this.#parts = [...question.querySelectorAll<HTMLDetailsElement>(":scope > details")];
    this.#codes = [...question.querySelectorAll("pre > code")];
  }

  /** Show a variant, or with 0 what is printed; its task is returned, and what was open is closed. */
  turnTo({ places, variants }: Variants, v: number, asked: Asked): Task {
    this.#restore();
    for (const part of this.#parts) part.open = false;
    const variant = variants[v - 1];
    if (!variant) return asked;
    for (const [i, place] of places.entries()) this.#put(place, variant.text[i] ?? "");
    return taskOf(asked, variant.task);
  }

  #put(place: string, text: string): void {
    const [kind, i = 0, j = 0] = place.split(" ").map((word, at) => (at ? Number(word) : word)) as [
      string,
      number,
      number,
    ];
    if (kind === "claim") this.#claim(this.#claims[i], text);
    else this.#line(this.#codes[i], j, text);
  }

  #restore(): void {
    for (const [node, text] of this.#before) {
      if (node instanceof Text) node.data = text;
      else node.replaceChildren(...fromSite(text));
    }
    this.#before.clear();
  }

  #claim(claim: HTMLDataElement | undefined, text: string): void {
    if (!claim) return;
    this.#keep(claim);
    claim.replaceChildren(...fromSite(text));
    const behind = claim.nextSibling;
    if (!(behind instanceof Text && UNIT.test(behind.data) && PLAIN.test(text))) return;
    this.#keep(behind);
    behind.data = behind.data.replace(UNIT, (_, unit: string) => `${unit}${ONE.test(text) ? "" : "s"}`);
  }

  #line(code: Element | undefined, line: number, text: string): void {
    if (!code) return;
    this.#keep(code);
    const lines = code.innerHTML.split("\n");
    lines[line] = text;
    code.replaceChildren(...fromSite(lines.join("\n")));
  }

  #keep(node: Element | Text): void {
    if (!this.#before.has(node)) this.#before.set(node, node instanceof Text ? node.data : node.innerHTML);
  }
}
