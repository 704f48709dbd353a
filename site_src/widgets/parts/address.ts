// The state of a widget in the address: query parameters `<widget's id>.<name>`.
// Anything that cannot be read is treated as absent, for an address may come from anywhere.

const EMBED = "embed";
const DIGITS = 6;

/** The value of one of a widget's parameters, or null. */
export function readParameter(address: URL, id: string, name: string): string | null {
  return address.searchParams.get(`${id}.${name}`);
}

/** The address with a widget's parameters replaced; an empty value drops its parameter. */
export function withParameters(address: URL, id: string, values: Readonly<Record<string, string>>): URL {
  const changed = new URL(address);
  for (const [name, value] of Object.entries(values)) {
    if (value) changed.searchParams.set(`${id}.${name}`, value);
    else changed.searchParams.delete(`${id}.${name}`);
  }
  return changed;
}

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

/** Address of a page that shows one widget and nothing else. */
export function embedded(address: URL, id: string): URL {
  const changed = new URL(address);
  changed.searchParams.set(EMBED, id);
  changed.hash = "";
  return changed;
}

export function notEmbedded(address: URL): URL {
  const changed = new URL(address);
  changed.searchParams.delete(EMBED);
  return changed;
}

/** The id of the widget that the address asks to see alone, "1" for the first on the page, or null. */
export function aloneIn(address: URL): string | null {
  return address.searchParams.get(EMBED);
}
