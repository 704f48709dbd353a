// Which questions come next.

import type { Knowledge } from "../learning/knowledge.ts";
import { knownIn } from "../learning/knowledge.ts";

/**
 * First what went wrong, the oldest before the newer; then what was never tried, of known pages before the others; last
 * what is solved, the longest ago first. Beside each other, questions of one page are taken apart where they can be.
 */
export function inTurn(questions: readonly string[], knowledge: Knowledge): string[] {
  const { solved } = knowledge;
  const known = knownIn(knowledge);
  const at = (question: string): number => solved.get(question)?.at ?? 0;
  const byAge = (a: string, b: string): number => at(a) - at(b);
  const missed = questions.filter((question) => solved.get(question)?.value === false).sort(byAge);
  const done = questions.filter((question) => solved.get(question)?.value === true).sort(byAge);
  const untried = questions.filter((question) => !solved.has(question));
  const isOfKnown = (question: string): boolean => known.has(question.replace(/#.*$/, ""));
  return [
    ...missed,
    ...mixed(untried.filter(isOfKnown)),
    ...mixed(untried.filter((question) => !isOfKnown(question))),
    ...done,
  ];
}

/** The first question of each page, then the second of each, and so on. */
function mixed(questions: readonly string[]): string[] {
  const rank = new Map<string, number>();
  const ranked = questions.map((question) => {
    const page = question.replace(/#.*$/, "");
    const place = rank.get(page) ?? 0;
    rank.set(page, place + 1);
    return { question, place };
  });
  return ranked.sort((a, b) => a.place - b.place).map(({ question }) => question);
}
