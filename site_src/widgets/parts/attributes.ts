// What a page's author writes into a widget's tag. A widget names its attributes once and reads them by these names, so
// that whoever checks pages can ask it which it knows, and what it says to a value.

/** The text of an attribute; empty where the author wrote none. */
export type Read<Name extends string> = (name: Name) => string;

/** The attributes that a widget knows, and what they say together. */
export interface Attributes<Page> {
  readonly names: readonly string[];
  /** Throws a RangeError, in words for the author, where they make no sense. */
  readonly read: (attribute: Read<string>) => Page;
}

export function attributes<const Name extends string, Page>(
  names: readonly Name[],
  read: (attribute: Read<Name>) => Page,
): Attributes<Page> {
  return { names, read };
}

/** Two laws over the same outcomes, with the outcomes' names: what the attributes p, q and labels say. */
export interface LawsOfPage {
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly labels: readonly string[];
}

export function readLaws(attribute: Read<"p" | "q" | "labels">): LawsOfPage {
  const [p, q] = [readLaw("p", attribute("p")), readLaw("q", attribute("q"))];
  if (p.length !== q.length) throw new RangeError(`p has ${p.length} outcomes and q has ${q.length}`);
  return { p, q, labels: readLabels(attribute("labels"), p.length) };
}

/** Whole numbers ≥ 0, as many as there are outcomes, and not all of them 0. */
export function readCounts(name: string, text: string, count: number): number[] {
  const counts = words(text).map(Number);
  const fits = counts.length === count && counts.every((one) => Number.isInteger(one) && one >= 0);
  if (!(fits && counts.some((one) => one > 0)))
    throw new RangeError(`${name}="${text}": write ${count} whole numbers ≥ 0`);
  return counts;
}

/** So many numbers, each of them as it must be. */
export function readNumbers(
  name: string,
  text: string,
  { count, must, fits }: { count: number; must: string; fits: (value: number) => boolean },
): number[] {
  const numbers = words(text).map(Number);
  if (numbers.length !== count || !numbers.every(fits)) {
    throw new RangeError(`${name}="${text}": write ${count} ${must}`);
  }
  return numbers;
}

/** Numbers ≥ 0 that sum to 1. */
export function readLaw(name: string, text: string): number[] {
  const law = words(text).map(Number);
  const total = law.reduce((all, share) => all + share, 0);
  if (law.length < 2 || !law.every((share) => share >= 0) || Math.abs(total - 1) > 1e-9) {
    throw new RangeError(`${name}="${text}": write two or more numbers ≥ 0 that sum to 1`);
  }
  return law;
}

/** The outcomes' names, as many as the laws have; a, b, c … where none are given. */
export function readLabels(text: string, count: number): string[] {
  const given = words(text);
  const labels = given.length > 0 ? given : Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i));
  if (labels.length !== count) throw new RangeError(`labels="${text}": ${count} outcomes need ${count} labels`);
  return labels;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
