// Lists and dictionaries as sheets: two of them are two laws, one of lists is a table.

import { readNumber } from "../parts/numbers.ts";
import type { Entry, List, Value } from "./literals.ts";
import { isDict, isList } from "./literals.ts";
import type { Sheet } from "./sheet.ts";
import { counted, linesFrom, WRITTEN } from "./sheet.ts";
import { Unreadable } from "./unreadable.ts";

/** One law whose outcomes have names. */
export type Named = readonly (readonly [name: string, cell: string])[];

/** Two laws from what a program wrote; throws Unreadable where there are not two. */
export function lawsFrom(written: readonly Entry[]): Sheet {
  const [only, ...more] = written;
  const inside = only && more.length === 0 ? parts(only.value) : undefined;
  const all = inside ?? written;
  const values = all.map(({ value }) => value);
  const records = recordsIn(all) ?? namesBesideLaws(all);
  if (records) return records;
  const named = values.map(namedLaw);
  const [p, q, ...others] = named;
  if (p && q && others.length === 0) return matched(...(inOrder(all) ? ([p, q] as const) : ([q, p] as const)));
  if (values.every(isFlat)) return listsAsLaws(all, values, inside === undefined);
  throw new Unreadable(noTwoLaws(all.length, named));
}

function noTwoLaws(count: number, named: readonly (Named | undefined)[]): string {
  if (named.every((law) => law === undefined)) {
    return "These lists hold lists. Give two lists of numbers, or one list of pairs.";
  }
  if (count === 2) return "One of the two laws names its outcomes and the other does not. Name both, or neither.";
  return `There ${count === 1 ? "is one law" : `are ${count} laws`} in what you pasted. Give two: p, what is true, then q, what you believe.`;
}

/** A table from what a program wrote: a list of lists, or several lists. */
export function tableFrom(written: readonly Entry[]): Sheet {
  const [only, ...more] = written;
  const values =
    only && more.length === 0 && isList(only.value) ? unwrapped(only.value).items : written.map(({ value }) => value);
  if (!values.every(isFlat)) {
    throw new Unreadable("A table is a list of lists of numbers: a list for each value of X, a number for each of Y.");
  }
  return { lines: linesFrom(values.map(({ items }) => items as string[])), known: WRITTEN, assumed: [] };
}

/** Two laws with names, matched by them: what one does not name has no share in it. */
export function matched(p: Named, q: Named): Sheet {
  const shares = [p, q].map((law, i) => {
    const found = new Map(law);
    if (found.size < law.length) {
      const twice = law.find(([name], at) => law.findIndex(([other]) => other === name) !== at)?.[0];
      throw new Unreadable(`“${twice}” stands twice in ${"pq"[i]}. Add the two up, or give them two names.`);
    }
    return found;
  });
  const [inP, inQ] = shares as [Map<string, string>, Map<string, string>];
  const names = [...new Set([...inP.keys(), ...inQ.keys()])];
  const lonely = names.filter((name) => !(inP.has(name) && inQ.has(name)));
  if (lonely.length === names.length) {
    throw new Unreadable(`p and q share no outcome: ${names.slice(0, 4).join(", ")} … Are they named in the same way?`);
  }
  return {
    lines: linesFrom(names.map((name) => [name, inP.get(name) ?? "0", inQ.get(name) ?? "0"])),
    known: { ...WRITTEN, names: "yes", laws: "columns", same: "apart" },
    assumed: [
      "p and q are matched by the names of their outcomes.",
      ...(lonely.length > 0
        ? [`${lonely.slice(0, 3).join(", ")}${lonely.length > 3 ? " …" : ""}: in one law only, so 0 in the other.`]
        : []),
    ],
  };
}

/** Dictionaries that each describe one outcome, by p, q and perhaps a name, as JSON has the rows of a table. */
function recordsIn(all: readonly Entry[]): Sheet | undefined {
  const rows = all.map(({ value }) => (isDict(value) && namedLaw(value)) || undefined);
  const [first, ...more] = rows;
  if (!first || more.length === 0) return undefined;
  const keys = first.map(([key]) => key);
  if (!rows.every((row) => row?.length === keys.length && row.every(([key], i) => key === keys[i]))) return undefined;
  const cells = (rows as Named[]).map((row) => row.map(([, cell]) => cell));
  const isNumeric = keys.map((_, i) => cells.every((row) => readNumber(row[i] ?? "") !== undefined));
  const numeric = keys.filter((_, i) => isNumeric[i]);
  const called = numeric
    .map((key) => key.toLowerCase())
    .sort()
    .join();
  if (numeric.length === keys.length && called !== "p,q") return undefined; // two laws, whose outcomes are the keys
  return twoColumns(
    all.map(({ name }, i) => [name, ...(cells[i] ?? []).filter((_, k) => !isNumeric[k])].filter(Boolean).join(" ")),
    numeric.map((key) => ({ name: key, cells: cells.map((row) => row[keys.indexOf(key)] as string) })),
  );
}

/** Two lists of numbers and one of names, all as long as each other. */
function namesBesideLaws(all: readonly Entry[]): Sheet | undefined {
  const lists = all.map(({ name, value }) => ({ name, cells: isFlat(value) ? (value.items as string[]) : [] }));
  const isNumeric = lists.map(({ cells }) => cells.every((cell) => readNumber(cell) !== undefined));
  const [names, ...others] = lists.filter(({ cells }) => cells.every((cell) => readNumber(cell) === undefined));
  if (!names || others.length > 0 || lists.length !== 3 || isNumeric.filter(Boolean).length !== 2) return undefined;
  if (!lists.every(({ cells }) => cells.length === names.cells.length && cells.length > 0)) return undefined;
  return twoColumns(
    names.cells,
    lists.filter((_, i) => isNumeric[i]),
  );
}

function twoColumns(
  names: readonly string[],
  columns: readonly { readonly name: string; readonly cells: readonly string[] }[],
): Sheet {
  const [left, right, ...more] = inOrder(columns.map(({ name }) => ({ name }))) ? columns : columns.toReversed();
  if (!(left && right) || more.length > 0) {
    throw new Unreadable(
      `Each outcome has ${counted(columns.length, "number")}: ${columns.map(({ name }) => name).join(", ")}. Keep two: p, what is true, and q, what you believe.`,
    );
  }
  return {
    lines: linesFrom(
      names.map((name, i) => [name || String(i + 1), left.cells[i] as string, right.cells[i] as string]),
    ),
    known: { ...WRITTEN, names: "yes", laws: "columns" },
    assumed: left.name && right.name ? [`p is “${left.name}”, q is “${right.name}”.`] : [],
  };
}

/** The law that a dictionary or a list of pairs of a name and a number is. */
function namedLaw(value: Value): Named | undefined {
  if (isDict(value)) {
    const cells = value.entries.map(({ name, value: of }) => [name, of] as const);
    return cells.every((pair): pair is readonly [string, string] => typeof pair[1] === "string") ? cells : undefined;
  }
  if (typeof value === "string" || value.items.length === 0) return undefined;
  const pairs = value.items.map((item) => (isFlat(item) && item.items.length === 2 ? (item.items as string[]) : []));
  const isNamed = pairs.every(
    ([name, cell]) => name !== undefined && cell !== undefined && readNumber(name) === undefined,
  );
  return isNamed ? pairs.map(([name, cell]) => [name as string, cell as string] as const) : undefined;
}

function listsAsLaws(all: readonly Entry[], lists: readonly List[], apart: boolean): Sheet {
  const [first, ...more] = lists;
  if (first === undefined || more.length === 0) {
    throw new Unreadable(
      `There is one list, of ${counted(first?.items.length ?? 0, "number")}. Give two: p, what is true, then q, what you believe.`,
    );
  }
  const rows = lists.map(({ items }) => items as string[]);
  if (rows.length > 2) {
    const widths = new Set(rows.map((row) => row.length));
    if (widths.has(2) || widths.has(3)) return { lines: linesFrom(rows), known: pairsKnown(rows), assumed: [] };
    throw new Unreadable(`There are ${rows.length} lists. Give two: p, what is true, then q, what you believe.`);
  }
  // Two pairs inside one list may be two laws or two outcomes; two lists that stand apart are two laws.
  const pairs = !apart && rows.every((row) => row.length === 2);
  const known: Sheet["known"] = pairs ? WRITTEN : { ...WRITTEN, laws: "rows" };
  return { lines: linesFrom(inOrder(all) ? rows : rows.toReversed()), known, assumed: [], pairs };
}

function pairsKnown(rows: readonly (readonly string[])[]): Sheet["known"] {
  const named = rows.every((row) => row.length === 3);
  return { ...WRITTEN, laws: "columns", names: named ? "yes" : "no" };
}

/** The lists in a dictionary or in a list; undefined where the value holds none. */
function parts(value: Value): readonly Entry[] | undefined {
  if (isDict(value)) return value.entries.some(({ value: of }) => typeof of === "string") ? undefined : value.entries;
  if (typeof value === "string" || namedLaw(value)) return undefined;
  const { items } = unwrapped(value);
  return items.some((item) => typeof item === "string") ? undefined : items.map((item) => ({ name: "", value: item }));
}

/** A list without the lists around it that hold nothing else. */
function unwrapped(list: List): List {
  const [only, ...more] = list.items;
  return only !== undefined && more.length === 0 && isList(only) ? unwrapped(only) : list;
}

function isFlat(value: Value): value is List {
  return isList(value) && value.items.every((item) => typeof item === "string");
}

/** Whether p stands before q; so it does unless both are named and exchanged. */
function inOrder(all: readonly Pick<Entry, "name">[]): boolean {
  const [first, second] = all.map(({ name }) => name.toLowerCase());
  return !(first === "q" && second === "p");
}
