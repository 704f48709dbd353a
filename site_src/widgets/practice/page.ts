// The questions of a page, once one of them comes near: what is asked for comes then, and what was solved is remembered.

import { isSolved, withSolved } from "../learning/knowledge.ts";
import { mark } from "../learning/panel.ts";
import type { Learning } from "../learning/state.ts";
import { here, load, ROOT } from "../learning/state.ts";
import { html } from "../parts/dom.ts";
import { textAt } from "../parts/texts.ts";
import { exercise } from "./exercise.ts";
import type { Asked, Task } from "./tasks.ts";
import { offerVariants } from "./variants.ts";

/** Let the questions of this page check what is answered. */
export async function practise(questions: readonly HTMLDetailsElement[]): Promise<void> {
  const [tasks, state] = await Promise.all([tasksOf(here()), load()]);
  for (const question of questions) {
    const asked = tasks[question.id];
    if (asked) ask(question, asked, here(), state);
  }
}

/** Put the exercise into a question of a page, which may be another than this one. */
export function ask(question: HTMLDetailsElement, asked: Asked, page: string, state: Learning | undefined): void {
  const address = `${page}#${question.id}`;
  const answered = (isRight: boolean): void => {
    state?.change(withSolved(state.knowledge, address, isRight, Date.now()));
  };
  let remove = exercise(asked, { question, answered });
  const again = (task: Task): void => {
    remove();
    remove = exercise(task, { question, answered });
  };
  if (asked.variants > 0) offerVariants(question, asked, page, again);
  const summary = question.querySelector("summary");
  const place = html("span", {});
  summary?.append(place);
  state?.show(() => mark(place, isSolved(state.knowledge, address), "solved"));
}

/** What is asked on a page, by the ids of its questions; nothing where it does not come. */
export async function tasksOf(page: string): Promise<Readonly<Record<string, Asked>>> {
  const name = page.replace(/\/$/, "") || "index";
  const text = await textAt(new URL(`generated/practice/${name}.json`, ROOT));
  return text === undefined ? {} : (JSON.parse(text) as Record<string, Asked>);
}
