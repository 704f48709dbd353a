// Where an answer is given: a number is typed, options are native radio buttons or checkboxes, lines are moved by buttons
// or matched by select lists, all of them by keyboard as well.

import { html, say } from "../parts/dom.ts";
import type { Field } from "./field.ts";
import { fromSite } from "./site-html.ts";
import type { ChoiceTask, MatchingTask, NumberTask, OrderTask } from "./tasks.ts";
import { verdictOn, verdictOnChoice, verdictOnMatching, verdictOnOrder } from "./tasks.ts";

export function askedNumber(task: NumberTask, question: HTMLElement): Field {
  const id = `${question.id}-typed`;
  const input = html("input", {
    id,
    type: "text",
    inputmode: "text",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-describedby": `${id}-form`,
  });
  const asks = task.asks ? fromSite(task.asks) : ["Your answer"];
  const label = html("label", { for: id }, ...asks, task.unit ? `, in ${task.unit}` : "");
  const form = html(
    "p",
    { id: `${id}-form`, class: "typed-form" },
    `Right within ±${plain(task.tolerance)}. Type a number, such as 0.25, 1/4 or 25 %, or what computes it, such as log2(3) − 2/3 or H(0.1).`,
  );
  return { elements: [label, input, form], verdict: () => verdictOn(input.value, task), clear: () => undefined };
}

export function askedChoice(task: ChoiceTask, question: HTMLElement): Field {
  const lines = linesOf(question);
  const type = task.several ? "checkbox" : "radio";
  const inputs = lines.map((line, i) => {
    const input = html("input", { type, name: `${question.id}-choice`, value: i });
    const reply = html("span", { class: "reply" });
    line.replaceChildren(html("label", {}, input, html("span", {}, ...line.childNodes)), reply);
    input.addEventListener("change", () => {
      for (const other of replies()) other.replaceChildren();
    });
    return { input, reply };
  });
  const replies = (): HTMLElement[] => inputs.map(({ reply }) => reply);
  const words = html("legend", {}, task.several ? "Choose all that are right." : "Choose one.");
  const group = html("fieldset", { class: "options" }, words);
  const lists = listsOf(lines);
  lists[0]?.before(group);
  group.append(...lists);
  const verdict = () => {
    const chosen = new Set(inputs.flatMap(({ input }, i) => (input.checked ? [i] : [])));
    for (const [i, { reply }] of inputs.entries()) {
      const told = task.several && chosen.has(i) ? replyTo(task, i) : "";
      reply.replaceChildren(...(told ? [" ", ...fromSite(told)] : []));
    }
    const found = verdictOnChoice(chosen, task);
    const [only = -1] = chosen;
    // One reply is said at once; several stand beside their options.
    return chosen.size === 1 && !task.several ? { ...found, told: replyTo(task, only) } : found;
  };
  const clear = (): void => {
    group.replaceWith(...lists);
    for (const line of lines) line.replaceChildren(...(line.querySelector("label > span")?.childNodes ?? []));
  };
  return { elements: [], verdict, clear };
}

function replyTo(task: ChoiceTask, i: number): string {
  return task.options[i]?.reply ?? "";
}

export function askedOrder(task: OrderTask, question: HTMLElement): Field {
  const lines = linesOf(question);
  const before = [...lines];
  const [list] = listsOf(lines);
  const status = html("p", { class: "unseen", role: "status" });
  const move = (line: HTMLElement, by: -1 | 1): void => {
    const neighbour = by < 0 ? line.previousElementSibling : line.nextElementSibling;
    if (!neighbour) return;
    if (by < 0) neighbour.before(line);
    else neighbour.after(line);
    const place = [...(list?.children ?? [])].indexOf(line) + 1;
    say(status, `Line ${letterOf(line)} is now number ${place} of ${lines.length}.`);
  };
  for (const line of lines) {
    const name = letterOf(line);
    const up = html("button", { type: "button", "aria-label": `Move line ${name} up` }, "↑");
    const down = html("button", { type: "button", "aria-label": `Move line ${name} down` }, "↓");
    // A line that is moved loses the focus with its old place.
    up.addEventListener("click", () => {
      move(line, -1);
      up.focus();
    });
    down.addEventListener("click", () => {
      move(line, 1);
      down.focus();
    });
    line.replaceChildren(
      html("span", { class: "words" }, ...line.childNodes),
      html("span", { class: "movers" }, up, down),
    );
  }
  list?.classList.add("to-order");
  const verdict = () =>
    verdictOnOrder(
      [...(list?.children ?? [])].map((line) => before.indexOf(line as HTMLElement)),
      task,
    );
  const clear = (): void => {
    for (const line of before) {
      line.replaceChildren(...(line.querySelector(".words")?.childNodes ?? []));
      list?.append(line);
    }
    list?.classList.remove("to-order");
  };
  return { elements: [status], verdict, clear };
}

export function askedMatching(task: MatchingTask, question: HTMLElement): Field {
  const lines = linesOf(question);
  const others = task.right.map(([, other]) => other).sort((a, b) => a - b);
  const choices = task.right.map(([place]) => {
    const line = lines[place] as HTMLElement;
    const options = others.map((other) => html("option", { value: other }, letterOf(lines[other] as HTMLElement)));
    const choice = html(
      "select",
      { "aria-label": `What belongs to ${letterOf(line)}` },
      html("option", { value: -1 }, "–"),
      ...options,
    );
    line.append(" ", choice);
    return { place, choice };
  });
  const verdict = () =>
    verdictOnMatching(
      choices.map(({ place, choice }) => [place, Number(choice.value)] as const),
      task,
    );
  const clear = (): void => {
    for (const { choice } of choices) choice.remove();
  };
  return { elements: [], verdict, clear };
}

/** The lines below a question that begin with a letter. */
function linesOf(question: HTMLElement): HTMLElement[] {
  const lines = [...question.querySelectorAll<HTMLElement>(":scope > ul > li")];
  return lines.filter((line) => /^[A-Z]$/.test(line.querySelector("strong")?.textContent ?? ""));
}

function listsOf(lines: readonly HTMLElement[]): HTMLElement[] {
  return [...new Set(lines.map((line) => line.parentElement))].filter((list) => list !== null);
}

function letterOf(line: HTMLElement): string {
  return line.querySelector("strong")?.textContent ?? "";
}

/** A small number without an exponent: 0.00005. */
function plain(value: number): string {
  const places = value > 0 ? Math.max(0, 1 - Math.floor(Math.log10(value))) : 0;
  return String(value).includes("e") ? value.toFixed(places).replace(/0+$/, "") : String(Number(value.toPrecision(2)));
}
