// Numbers as people type them, alone: 12, .5, 1e-3, 12.5%, 1/6, 1 200, 0,5.

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
export const ONE_MARK = { ",": /^[+-]?\d*,\d+(?:e[+-]?\d+)?%?$/i, ".": /^[+-]?\d*\.\d+(?:e[+-]?\d+)?%?$/i };
/** 1,200 may be a number near one, or twelve hundred. */
export const THOUSANDS = { ",": /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/, ".": /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/ };
/** Blanks, apostrophes and underscores between digits can only part thousands. */
export const PARTED = /^[+-]?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f'’_]\d{3})+(?:[.,]\d+)?$/;
const PARTING = /[ \u00a0\u2009\u202f'’_]/g;

/** ½ is 1/2, 1//2 is in Julia, and digits as wide as Chinese characters are digits. */
const ALIKE = /^(?:\d+\/\/\d+|[\u00bc-\u00be\u2150-\u215e]|[０-９．]+)$/;

/** A number as people write it: 12, .5, 1e-3, 12.5%, 1/6, 1 200. */
export function readNumber(written: string): number | undefined {
  const cell = ALIKE.test(written) ? written.normalize("NFKC").replace(/\u2044|\/\//, "/") : written;
  if (cell.endsWith("%")) {
    const number = readNumber(cell.slice(0, -1).trimEnd());
    return number === undefined ? undefined : number * (1 / 100);
  }
  const parts = (PARTED.test(cell) ? cell.replace(PARTING, "") : cell).split("/").map((part) => part.trim());
  if (parts.length > 2 || !parts.every((part) => NUMBER.test(part))) return undefined;
  const [above = Number.NaN, below = 1] = parts.map(Number);
  return above / below;
}

/** A number that is typed alone, with a decimal comma or a point; undefined where it is none, or may be thousands. */
export function readTyped(text: string): number | undefined {
  const cell = text.trim().replace(/−/g, "-");
  if (THOUSANDS[","].test(cell)) return undefined;
  return readNumber(ONE_MARK[","].test(cell) ? cell.replace(",", ".") : cell);
}
