// The one place that reads and writes the address. What a reader does stands after its "#", where no server is told of it:
//
//     #board?p=0.5_0.5&q=0.9_0.1&barrier.q=0.2_0.8
//
// Before the question mark stands the place in the page to which the address leads, after it stand values. Each belongs to
// an owner, a widget's id or another module's name, and begins with it ("barrier.q"); where the owner is the place, it is
// left out. An address may come from anywhere: what cannot be read is treated as absent.

export interface Fragment {
  /** Where the address leads; empty for the top of the page. */
  readonly anchor: string;
  /** Values by `owner.name`. */
  readonly values: ReadonlyMap<string, string>;
}

/** What every widget knows beside its own values: `alone=1`, and then perhaps `scheme=light` or `scheme=dark`. */
export interface Alone {
  readonly id: string;
  readonly scheme: "light" | "dark" | undefined;
}

const DIGITS = 6;
const OWNED = /^([\w-]+)\.([\w-]+)$/;
// Addresses that were published before the state moved behind the "#" have it in their query.
const OLD_ALONE = "embed";
const OLD_FIRST = "1";
// Browsers refuse more than a hundred changes of the address in half a minute.
const PAUSE = 400;
const SEEN = "extra-bits";

export function fragmentOf(address: URL): Fragment {
  const [anchor = "", ...rest] = address.hash.slice(1).split("?");
  const values = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(rest.join("?"))) {
    const whole = OWNED.test(key) ? key : `${anchor}.${key}`;
    if (value && OWNED.test(whole)) values.set(whole, value);
  }
  return { anchor, values };
}

export function withFragment(address: URL, { anchor, values }: Fragment): URL {
  const changed = new URL(address);
  const own = `${anchor}.`;
  const pairs = [...values].map(([key, value]) => [key.startsWith(own) ? key.slice(own.length) : key, value]);
  changed.hash = pairs.length > 0 ? `${anchor}?${new URLSearchParams(pairs)}` : anchor;
  return changed;
}

/** Some of an owner's values replaced; an empty one is dropped. */
export function withValues(
  { anchor, values }: Fragment,
  owner: string,
  replaced: Readonly<Record<string, string>>,
): Fragment {
  const changed = new Map(values);
  for (const [name, value] of Object.entries(replaced)) {
    if (value) changed.set(`${owner}.${name}`, value);
    else changed.delete(`${owner}.${name}`);
  }
  return { anchor, values: changed };
}

/** The widget that the address asks to see alone, and in which scheme: the host page's, not the visitor's. */
export function aloneIn({ values }: Fragment): Alone | undefined {
  const id = [...values.keys()].find((key) => key.endsWith(".alone"))?.replace(/\.alone$/, "");
  if (id === undefined) return undefined;
  return { id, scheme: (["light", "dark"] as const).find((scheme) => scheme === values.get(`${id}.scheme`)) };
}

/** The address of the whole page, where a widget was seen alone. */
export function notAlone(fragment: Fragment): Fragment {
  const id = aloneIn(fragment)?.id ?? "";
  return withValues(fragment, id, { alone: "", scheme: "" });
}

/** An address of the time when the state stood in the query, as it is written today; any other stays as it is. */
export function modern(address: URL, firstWidget: string | undefined): URL {
  const changed = new URL(address);
  let fragment = fragmentOf(address);
  for (const [key, value] of address.searchParams) {
    const [, owner, name] = OWNED.exec(key) ?? [];
    if (owner && name) fragment = withValues(fragment, owner, { [name]: value });
    else if (key === OLD_ALONE) fragment = alone(fragment, value === OLD_FIRST ? firstWidget : value);
    else continue;
    changed.searchParams.delete(key);
  }
  return changed.search === address.search ? changed : withFragment(changed, fragment);
}

function alone(fragment: Fragment, id: string | undefined): Fragment {
  return id ? { ...withValues(fragment, id, { alone: "1" }), anchor: id } : fragment;
}

// The address of this page, as long as it is open.

let here: Fragment | undefined;
let arrivedAt = "";
let handled = "";
let timer: ReturnType<typeof setTimeout> | undefined;
const arrivals = /* @__PURE__ */ new EventTarget();

/** What the address says now, what will be written in a moment included. */
export function presentFragment(): Fragment {
  here ??= fragmentOf(new URL(location.href));
  return here;
}

/** The address of this page with another fragment. */
export function addressWith(fragment: Fragment): URL {
  return withFragment(new URL(location.href), fragment);
}

/** One of an owner's values, or null. */
export function readValue(owner: string, name: string): string | null {
  return presentFragment().values.get(`${owner}.${name}`) ?? null;
}

/** Replace some of an owner's values; soon after, the address says so and leads to the owner. */
export function putValues(owner: string, replaced: Readonly<Record<string, string>>): void {
  const { values } = withValues(presentFragment(), owner, replaced);
  here = { anchor: values.size > 0 ? owner : arrivedAt, values };
  clearTimeout(timer);
  timer = setTimeout(write, PAUSE);
}

/** Hear of new values that the reader comes to: by Back and Forward, or by a link inside the page. */
export function onArrival(owner: string, listener: () => void, signal: AbortSignal): void {
  arrivals.addEventListener(owner, listener, { signal });
}

/** Follow the reader from address to address; once a page. An old address is rewritten, with the first widget's id. */
export function followAddress(firstWidget: string | undefined): void {
  history.replaceState(history.state, "", modern(new URL(location.href), firstWidget));
  here = fragmentOf(new URL(location.href));
  arrivedAt = here.anchor;
  // Who comes back, or loads the page again, is shown the place where they were.
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (visit?.type === "navigate") lead(here);
  write();
  addEventListener("popstate", arrive);
  addEventListener("hashchange", arrive);
}

function arrive(): void {
  if (location.href === handled && isSeen()) return; // two events tell of one arrival
  clearTimeout(timer);
  const before = presentFragment();
  const next = fragmentOf(new URL(location.href));
  here = next;
  arrivedAt = next.anchor;
  if (!isSeen()) {
    // A link inside the page: what it says nothing of stays, and its address says so too.
    const told = ownersIn(next);
    const kept = [...before.values].filter(([key]) => !told.has(ownerOf(key)));
    here = { anchor: next.anchor, values: new Map([...kept, ...next.values]) };
    lead(next);
  }
  write();
  for (const owner of new Set([...ownersIn(before), ...ownersIn(here)])) {
    if (said(before, owner) !== said(here, owner)) arrivals.dispatchEvent(new Event(owner));
  }
}

/** Where values follow the anchor, browsers do not know the place: let them go there by its plain name. */
function lead({ anchor, values }: Fragment): void {
  if (values.size > 0 && anchor) location.replace(`#${anchor}`);
}

function write(): void {
  clearTimeout(timer);
  const state = history.state as object | null;
  history.replaceState({ ...state, [SEEN]: true }, "", addressWith(presentFragment()));
  handled = location.href;
}

/** Whether this entry of the history was written here before: the reader came Back or Forward to it. */
function isSeen(): boolean {
  return SEEN in ((history.state as object | null) ?? {});
}

function ownerOf(key: string): string {
  return OWNED.exec(key)?.[1] ?? "";
}

function ownersIn({ values }: Fragment): Set<string> {
  return new Set([...values.keys()].map(ownerOf));
}

/** All that a fragment says of an owner. */
function said({ values }: Fragment, owner: string): string {
  const own = [...values].filter(([key]) => ownerOf(key) === owner);
  return JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}

// Values that are numbers.

/** So many numbers ≥ 0, joined by "_", not all of them 0; null for anything else. */
export function parseWeights(text: string | null, count: number): number[] | null {
  const parts = text?.split("_") ?? [];
  const weights = parts.map(Number);
  const readable = parts.length === count && parts.every((part) => part.trim() !== "");
  const total = weights.reduce((all, weight) => all + weight, 0);
  const possible = weights.every((weight) => weight >= 0) && total > 0 && total < Infinity;
  return readable && possible ? weights : null;
}

/** Numbers as the address carries them, short enough to read. */
export function formatWeights(weights: readonly number[]): string {
  return weights.map((weight) => String(Number(weight.toPrecision(DIGITS)))).join("_");
}
