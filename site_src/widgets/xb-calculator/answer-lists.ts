// Two columns of numbers: every measure between the laws that they are.

import type { Answer } from "./answer.ts";
import { groupsOf, NOTHING, saidOf } from "./answer.ts";
import type { Columns } from "./columns.ts";
import { readColumns } from "./columns.ts";
import type { Choices } from "./doubts.ts";
import { open } from "./doubts.ts";
import type { Both, Column, Made, Mend, Zeros } from "./laws.ts";
import {
  canAddRest,
  columnOf,
  describe,
  lawsOf,
  mayAddHalf,
  REST,
  ruledOut,
  withHarmfulZeros,
  withoutZeros,
} from "./laws.ts";
import { BETWEEN, DIVERGENCE, pairsOfLists, RENYI } from "./measures.ts";
import { forLists } from "./python.ts";
import { columnsUnderstood } from "./understood.ts";

/** Two pasted columns; throws Unreadable. */
export function answerLists(text: string, mend: Mend, zeros: Zeros, reading: Choices = {}): Answer {
  const read = readColumns(text, reading);
  const { doubts } = read;
  const understood = doubts.length > 0 ? columnsUnderstood(read) : undefined;
  if (open(doubts)) return { ...NOTHING, doubts, understood };
  return { ...answerColumns(read, mend, zeros), doubts, understood };
}

function answerColumns({ outcomes, p, q, assumed }: Columns, mend: Mend, zeros: Zeros): Answer {
  const columns: Both<Column> = [columnOf("p", p), columnOf("q", q)];
  const unsure = columns.filter(({ kind }) => kind === "unsure");
  const mayAddRest = canAddRest(columns);
  const answered = mend === "rest" && !mayAddRest ? "" : mend;
  const notes = [...assumed, ...columns.map((column) => describe(column, answered))];
  if (unsure.length > 0 && !answered) return { ...NOTHING, notes, unsure, mayAddRest };
  const plain = lawsOf(columns, answered);
  const names = plain[0].law.length > outcomes.length ? [...outcomes, REST] : outcomes;
  const made = withoutZeros(plain, zeros);
  return {
    ...answerMade(made, names),
    notes: [...notes, ...wordsForChoice(made, names)],
    unsure,
    mayAddRest,
    zeros: wordsForZeros(plain, names),
    mayAddHalf: mayAddHalf(plain),
  };
}

function answerMade([p, q]: Both<Made>, names: readonly string[]): Answer {
  const pairs = pairsOfLists(p.law, q.law);
  const all = names.map((name, i) => ({ name, p: p.law[i] as number, q: q.law[i] as number }));
  return {
    ...NOTHING,
    said: saidOf(pairs),
    groups: groupsOf(pairs, BETWEEN),
    terms: { p: "p", q: "q", sum: DIVERGENCE.symbol("p", "q"), all, exchanged: true },
    renyi: (order) => [RENYI.value(pairs.p, order), RENYI.value(pairs.q, order)],
    script: forLists(p, q),
  };
}

function wordsForZeros(laws: Both<Made>, names: readonly string[]): string[] {
  return withHarmfulZeros(laws).map((ruling) => {
    const other = ruling === laws[0] ? laws[1] : laws[0];
    const [own, its] = [ruling.column.name, other.column.name];
    const where = ruledOut(other.law, ruling.law).map((i) => names[i] as string);
    return `${own} is 0 where ${its} is not (${listed(where)}): ${DIVERGENCE.symbol(its, own)} is infinite.`;
  });
}

/** What the reader's choice did, and which zeros it leaves or makes. */
function wordsForChoice(made: Both<Made>, names: readonly string[]): string[] {
  const done = made.flatMap((law) => (law.done ? [`As you chose, ${law.done}.`] : []));
  return done.length > 0 ? [...done, ...wordsForZeros(made, names)] : [];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
