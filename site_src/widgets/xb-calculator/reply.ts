// What the calculator replies to a state: an answer with its sentence, or the words for why there is none.

import type { Unit } from "../parts/units.ts";
import { inUnit } from "../parts/units.ts";
import type { Answer } from "./answer.ts";
import { NOTHING } from "./answer.ts";
import { answerFamilies } from "./answer-families.ts";
import { answerLists } from "./answer-lists.ts";
import { answerTable } from "./answer-table.ts";
import { open } from "./doubts.ts";
import { amountOf, digits } from "./numbers.ts";
import { orderAt } from "./orders.ts";
import type { State } from "./state.ts";
import { objectionTo } from "./state.ts";
import { Unreadable } from "./unreadable.ts";

export interface Reply {
  readonly answer: Answer;
  readonly problem: string;
}

/** The part of a state on which its answer depends, as a text. */
export function questionOf({ mode, lists, table, reading, p, q, mend, zeros }: State): string {
  const asked = { families: [p, q], lists: [lists, reading, mend, zeros], table: [table, reading, mend] }[mode];
  return JSON.stringify([mode, asked]);
}

export function replyTo(state: State): Reply {
  try {
    return { answer: answerTo(state), problem: "" };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { answer: { ...NOTHING, doubts: error.doubts }, problem: error.message };
  }
}

/** The result in words. */
export function sentence({ answer, problem }: Reply, place: number, unit: Unit): string {
  if (problem) return problem;
  if (open(answer.doubts)) return "Nothing is computed until you say how to read your numbers.";
  if (answer.unsure.length > 0 && answer.said.length === 0)
    return "Nothing is computed until you say what the sum means.";
  if (answer.said.length === 0) return answer.notes.join(" ");
  const results = answer.said.map((result) => `${result.symbol} = ${digits(amountOf(result, unit))} ${unit}`);
  const meaning = answer.meaning && `: ${answer.meaning}`;
  return `${results.join(" and ")}${meaning}.${ofRenyi(answer, place, unit)}`;
}

function answerTo({ mode, lists, table, reading, p, q, mend, zeros }: State): Answer {
  if (mode === "lists") return answerLists(lists, mend, zeros, reading);
  if (mode === "table") return answerTable(table, mend, reading);
  const objections = Object.entries({ p: objectionTo(p), q: objectionTo(q) });
  const problems = objections.flatMap(([name, objection]) => (objection ? [`${name}: ${objection}`] : []));
  if (problems.length > 0) throw new Unreadable(problems.join(" "));
  return answerFamilies(p, q);
}

function ofRenyi({ renyi }: Answer, place: number, unit: Unit): string {
  if (!renyi) return "";
  const order = orderAt(place);
  const amounts = renyi(order).map((nats) =>
    Number.isNaN(nats) ? "not computed here" : `${digits(inUnit(nats, unit))} ${unit}`,
  );
  const named = `of order α = ${order === Infinity ? "∞" : order}`;
  return ` The Rényi divergence ${named} is ${amounts[0]} for p‖q and ${amounts[1]} for q‖p.`;
}
