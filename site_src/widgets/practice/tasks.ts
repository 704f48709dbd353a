// What a question asks for as the build writes it, and what is said of what a reader answers.

import type { Answer } from "../parts/expressions.ts";
import { readAnswer, Unread } from "../parts/expressions.ts";
import type { Unit } from "../parts/units.ts";
import { inUnit, toNats, UNITS } from "../parts/units.ts";

/** A number that readers get instead of the answer; right where it is the answer in another unit. */
export interface Diagnosis {
  readonly value: number;
  readonly tolerance: number;
  readonly right: boolean;
  readonly words: string;
}
export interface NumberTask {
  readonly kind: "number";
  readonly value: number;
  readonly shown: string;
  readonly unit: string;
  readonly tolerance: number;
  /** What the number is, where a question asks for several. */
  readonly asks: string;
  readonly diagnoses: readonly Diagnosis[];
}
export interface ChoiceTask {
  readonly kind: "choice";
  readonly several: boolean;
  readonly options: readonly { readonly right: boolean; readonly reply: string }[];
}
/** The places of the lines below the question, in the right order. */
export interface OrderTask {
  readonly kind: "order";
  readonly right: readonly number[];
}
/** The places of lines below the question that belong together. */
export interface MatchingTask {
  readonly kind: "matching";
  readonly right: readonly (readonly [number, number])[];
}
/** Only the reader can say whether it was right. */
export interface OpenTask {
  readonly kind: "none";
}
export type Task = NumberTask | ChoiceTask | OrderTask | MatchingTask | OpenTask;

/** A task with the number of its variants. */
export type Asked = Task & { readonly variants: number };

export interface Verdict {
  readonly right: boolean;
  /** Unread is no answer: nothing is remembered of it. */
  readonly read: boolean;
  /** Text; `told` is HTML of the site's own. */
  readonly words: string;
  readonly told?: string;
}

/** Relative: what rounding may move the edge of a tolerance, which counts. */
const EDGE = 1e-9;
const PERCENT = "%";
const NOT_READ = "Nothing was counted.";

/** What is said of what somebody typed. */
export function verdictOn(typed: string, task: NumberTask): Verdict {
  let answer: Answer;
  try {
    answer = readAnswer(typed);
  } catch (error) {
    if (error instanceof Unread) return { right: false, read: false, words: `${error.message} ${NOT_READ}` };
    throw error;
  }
  const value = asAsked(answer, task);
  if (isWithin(value, task.value, task.tolerance)) return right(answer.unit, task);
  const known = nearest(value, task.diagnoses);
  const other = answer.unit ? undefined : otherUnit(value, task);
  if (other && (!known || known.right)) return right(other, task);
  if (known) return { right: false, read: true, words: "Not yet.", told: known.words };
  if (task.unit === PERCENT && isWithin(value * 100, task.value, task.tolerance)) {
    return { right: true, read: true, words: `Right, as a share: ${task.shown} %.` };
  }
  if (task.value !== 0 && isWithin(-value, task.value, task.tolerance)) {
    return { right: false, read: true, words: "Right but for its sign." };
  }
  return { right: false, read: true, words: "Not yet." };
}

/** Whether two numbers are at most so far apart; the edge counts, whatever floating point makes of it. */
export function isWithin(value: number, other: number, room: number): boolean {
  if (!(Number.isFinite(value) && Number.isFinite(other))) return value === other;
  return Math.abs(value - other) <= room + EDGE * Math.max(Math.abs(value), Math.abs(other), room);
}

/** In which unit of information a number is asked for. */
export function unitOf({ unit }: NumberTask): Unit | undefined {
  return UNITS.find((name) => unit.startsWith(name.slice(0, -1)));
}

/** What was typed, in the unit that is asked for. */
function asAsked({ value, unit, isPercent }: Answer, task: NumberTask): number {
  const own = unitOf(task);
  if (unit && own && unit !== own) return inUnit(toNats(value, unit), own);
  return isPercent && task.unit === PERCENT ? value * 100 : value;
}

/** Right, and what it is in the unit that was asked for. */
function right(unit: Unit | undefined, task: NumberTask): Verdict {
  const own = unitOf(task);
  const isOther = unit !== undefined && own !== undefined && unit !== own;
  return { right: true, read: true, words: isOther ? `Right, in ${unit}. In ${own} it is ${task.shown}.` : "Right." };
}

function nearest(value: number, diagnoses: readonly Diagnosis[]): Diagnosis | undefined {
  const near = diagnoses.filter((diagnosis) => isWithin(value, diagnosis.value, diagnosis.tolerance));
  return near.sort((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value))[0];
}

function otherUnit(value: number, task: NumberTask): Unit | undefined {
  const own = unitOf(task);
  if (!own) return undefined;
  const share = task.value === 0 ? 0 : task.tolerance / Math.abs(task.value);
  return UNITS.find((unit) => {
    const there = inUnit(toNats(task.value, own), unit);
    return unit !== own && isWithin(value, there, share * Math.abs(there));
  });
}

/** What is said of which options are chosen. */
export function verdictOnChoice(chosen: ReadonlySet<number>, task: ChoiceTask): Verdict {
  if (chosen.size === 0) return { right: false, read: false, words: "Choose first." };
  const wrong = [...chosen].filter((i) => !task.options[i]?.right);
  const missing = task.options.filter(({ right: isRight }, i) => isRight && !chosen.has(i)).length;
  if (wrong.length === 0 && missing === 0) return { right: true, read: true, words: "Right." };
  if (wrong.length === 0) return { right: false, read: true, words: "Right so far, but not all that are right." };
  return {
    right: false,
    read: true,
    words: task.several && wrong.length < chosen.size ? "Not all of these." : "Not yet.",
  };
}

/** What is said of an order, given by places as the lines stand below the question. */
export function verdictOnOrder(order: readonly number[], { right: wanted }: OrderTask): Verdict {
  const firstWrong = order.findIndex((place, i) => place !== wanted[i]);
  if (firstWrong < 0) return { right: true, read: true, words: "Right." };
  const words = firstWrong === 0 ? "Not yet: another line comes first." : `Right as far as line ${firstWrong}.`;
  return { right: false, read: true, words };
}

/** What is said of pairs; -1 stands for a line that nothing was chosen for. */
export function verdictOnMatching(
  chosen: readonly (readonly [number, number])[],
  { right: wanted }: MatchingTask,
): Verdict {
  if (chosen.some(([, other]) => other < 0)) return { right: false, read: false, words: "Choose for each line first." };
  const belongs = new Map(wanted);
  const good = chosen.filter(([line, other]) => belongs.get(line) === other).length;
  if (good === chosen.length) return { right: true, read: true, words: "Right." };
  return { right: false, read: true, words: `${good} of ${chosen.length} are right.` };
}
