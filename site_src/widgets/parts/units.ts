// One unit of information for the whole site: the reader's choice, kept in localStorage, announced on the document.

/** How many nats one unit holds. */
const NATS = { bits: Math.LN2, nats: 1, bans: Math.LN10 } as const;

export type Unit = keyof typeof NATS;
export const UNITS = Object.keys(NATS) as Unit[];
/** The logarithm that counts in each unit, as formulas write it. */
export const LOG: Readonly<Record<Unit, string>> = { bits: "log₂", nats: "ln", bans: "log₁₀" };
export const UNIT_CHANGED = "xb-unit";

/** What readers who add up the printed numbers should know. */
export const ROUNDED = "Each number is rounded by itself, so a sum may be off by one in its last digit.";

const KEY = "xb-unit";
const SMALLEST_SHOWN = 1e-6;
let unstored: Unit | undefined;

/** The unit that the reader chose, on this page or an earlier one; bits until then. */
export function currentUnit(): Unit {
  return unstored ?? storedUnit() ?? "bits";
}

export function chooseUnit(unit: Unit): void {
  try {
    localStorage.setItem(KEY, unit);
    unstored = undefined;
  } catch {
    unstored = unit; // Storage may be forbidden or full: the choice then lasts as long as the page.
  }
  document.dispatchEvent(new Event(UNIT_CHANGED));
}

/** An amount of information given in nats, counted in a unit. */
export function inUnit(nats: number, unit: Unit): number {
  return nats / NATS[unit];
}

export function toNats(amount: number, unit: Unit): number {
  return amount * NATS[unit];
}

/** An amount of information as it is printed, without the name of its unit. */
export function formatAmount(nats: number, unit: Unit): string {
  const amount = inUnit(nats, unit);
  if (!Number.isFinite(amount)) return amount > 0 ? "∞" : "−∞";
  const size = Math.abs(amount);
  if (size < SMALLEST_SHOWN) return "0.000";
  return minus(size < 0.0005 ? amount.toPrecision(2) : amount.toFixed(3));
}

/** The same with its sign always written. */
export function formatSigned(nats: number, unit: Unit): string {
  const text = formatAmount(nats, unit);
  return nats > 0 && text !== "0.000" ? `+${text}` : text;
}

/** A share between 0 and 1 as a percentage with at most one decimal, kept on one line. */
export function formatPercent(share: number): string {
  return `${Number((share * 100).toFixed(1))}\u00a0%`;
}

/** The same as a screen reader says it. */
export function spokenPercent(share: number): string {
  return formatPercent(share).replace("%", "percent");
}

/** A number above 0 with its power of ten: 2.5·10⁻⁷, 10³⁰. */
export function scientific(value: number, digits: number): string {
  const [factor = "", power = "0"] = value.toExponential(digits - 1).split("e");
  const raised = [...minus(String(Number(power)))].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻").join("");
  return `${Number(factor) === 1 ? "" : `${Number(factor)}·`}10${raised}`;
}

/** A number with a true minus sign. */
export function minus(text: string): string {
  return text.replace("-", "−");
}

function storedUnit(): Unit | undefined {
  try {
    const stored = localStorage.getItem(KEY);
    return UNITS.find((unit) => unit === stored);
  } catch {
    return undefined; // Storage may be forbidden: the reader then has no earlier choice.
  }
}
