// A question that checks what is answered. Its hints, its answer and its solution stay where they are and open as before.

import { html, say } from "../parts/dom.ts";
import type { Field } from "./field.ts";
import { askedChoice, askedMatching, askedNumber, askedOrder } from "./fields.ts";
import { fromSite } from "./site-html.ts";
import type { Task, Verdict } from "./tasks.ts";

/** What the parts of an exercise are named after, and whom they tell. */
export interface Exercise {
  readonly question: HTMLDetailsElement;
  /** Told of each answer that was read. */
  answered(isRight: boolean): void;
}

const HINT = /hint$/i;

/** Put an exercise into a question; what takes it out again is returned. */
export function exercise(task: Task, { question, answered }: Exercise): () => void {
  const stop = new AbortController();
  const made = task.kind === "none" ? ownJudgement(question, answered, stop.signal) : checked(task, question, answered);
  const summary = question.querySelector("summary");
  const first = question.querySelector(":scope > details");
  if (first) first.before(made.element);
  else summary?.after(made.element);
  hintsOneByOne(question, stop.signal);
  return () => {
    stop.abort();
    made.clear();
    made.element.remove();
  };
}

interface Made {
  readonly element: HTMLElement;
  clear(): void;
}

function checked(
  task: Exclude<Task, { kind: "none" }>,
  question: HTMLDetailsElement,
  answered: Exercise["answered"],
): Made {
  const status = html("p", { class: "verdict", role: "status" });
  const field = fieldOf(task, question);
  const check = html("button", { type: "button", class: "check" }, "Check");
  const element = html("div", { class: "exercise" }, ...field.elements, check, status);
  const judge = (): void => {
    const verdict = field.verdict();
    tell(status, verdict, question);
    if (verdict.read) answered(verdict.right);
  };
  check.addEventListener("click", judge);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    judge();
  });
  return { element, clear: () => field.clear() };
}

/** Say what is said of an answer; who was wrong is shown the next hint. */
function tell(status: HTMLElement, { right, read, words, told }: Verdict, question: HTMLDetailsElement): void {
  const hint = read && !right ? unopenedHint(question) : undefined;
  status.dataset["verdict"] = right ? "right" : "wrong";
  if (!read) status.dataset["verdict"] = "unread";
  status.replaceChildren(words, ...(told ? [" ", ...fromSite(told)] : []), ...(hint ? heard(hint) : []));
  if (hint) hint.open = true;
}

function fieldOf(task: Exclude<Task, { kind: "none" }>, question: HTMLDetailsElement): Field {
  switch (task.kind) {
    case "number":
      return askedNumber(task, question);
    case "choice":
      return askedChoice(task, question);
    case "order":
      return askedOrder(task, question);
    case "matching":
      return askedMatching(task, question);
  }
}

/** Where nothing can be checked, the reader says whether they had it, once the answer is open. */
function ownJudgement(question: HTMLDetailsElement, answered: Exercise["answered"], signal: AbortSignal): Made {
  const status = html("p", { class: "verdict", role: "status" });
  const had = html("button", { type: "button" }, "I had it");
  const not = html("button", { type: "button" }, "Not yet");
  const buttons = html("div", { class: "own-judgement", hidden: true }, had, not);
  had.addEventListener("click", () => judge(true));
  not.addEventListener("click", () => judge(false));
  const judge = (isRight: boolean): void => {
    say(status, isRight ? "Noted as solved." : "Noted: it comes again in practice.");
    answered(isRight);
  };
  const answer = partsOf(question).find((part) => part.querySelector("summary")?.textContent?.trim() === "Answer");
  const show = (): void => {
    if (answer?.open) buttons.hidden = false;
  };
  answer?.addEventListener("toggle", show, { signal });
  show();
  const element = html("div", { class: "exercise" }, buttons, status);
  // Beside the answer, which is open then.
  answer?.after(element);
  return { element, clear: () => undefined };
}

/** The next hint can be seen when the one before it was opened. */
function hintsOneByOne(question: HTMLDetailsElement, signal: AbortSignal): void {
  const hints = hintsOf(question);
  for (const [i, hint] of hints.entries()) {
    const next = hints[i + 1];
    if (!next) continue;
    next.hidden = !hint.open;
    hint.addEventListener(
      "toggle",
      () => {
        if (hint.open) next.hidden = false;
      },
      { signal },
    );
    signal.addEventListener("abort", () => {
      next.hidden = false;
    });
  }
}

function unopenedHint(question: HTMLDetailsElement): HTMLDetailsElement | undefined {
  return hintsOf(question).find((hint) => !hint.open);
}

function hintsOf(question: HTMLDetailsElement): HTMLDetailsElement[] {
  return partsOf(question).filter((part) => HINT.test(part.querySelector("summary")?.textContent?.trim() ?? ""));
}

function partsOf(question: HTMLDetailsElement): HTMLDetailsElement[] {
  return [...question.querySelectorAll<HTMLDetailsElement>(":scope > details")];
}

/** The words of a hint that opens, for who does not see it: a live region reads its own words only. */
function heard(hint: Element): Node[] {
  const words = [...hint.children].map((child) => {
    const isSentence = /[.?!]$/.test(child.textContent.trim());
    return html("span", {}, ...child.cloneNode(true).childNodes, isSentence ? " " : ". ");
  });
  return [html("span", { class: "unseen" }, " ", ...words)];
}
