// An arithmetic coder with registers of a fixed size, after Witten, Neal and Cleary: whole numbers only, so the decoder
// follows to the digit. Registers of 32 digits and totals of up to 20: no product is beyond what a double holds exactly.

const WIDTH = 32;
const HALF = 2 ** (WIDTH - 1);
const QUARTER = HALF / 2;
export const LARGEST_TOTAL = 2 ** 20;

/** The share of the interval that a symbol has: from start to end of so many. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly total: number;
}

/** The interval in which the message lies, as large as the digits that are not final yet make it. */
class Interval {
  protected low = 0;
  protected high = 2 * HALF - 1; // both belong to it

  /** Shrink to a part. */
  take({ start, end, total }: Part): void {
    const whole = [start, end, total].every(Number.isInteger);
    if (!(whole && start >= 0 && start < end && end <= total && total <= LARGEST_TOTAL))
      throw new RangeError(`[${start}, ${end}) of ${total} is no part: whole numbers, 0 ≤ start < end ≤ total ≤ 2^20`);
    const width = this.high - this.low + 1;
    this.high = this.low + Math.floor((width * end) / total) - 1;
    this.low += Math.floor((width * start) / total);
    for (;;) {
      if (this.high < HALF) this.settle(0);
      else if (this.low >= HALF) this.settle(1);
      else if (this.low >= QUARTER && this.high < HALF + QUARTER) this.owe();
      else return;
    }
  }

  /** Both ends agree on their first digit. */
  protected settle(digit: 0 | 1): void {
    this.zoom(digit * HALF);
  }

  /** The ends straddle the middle closely: the next digit is not known, but the one after it will be its opposite. */
  protected owe(): void {
    this.zoom(QUARTER);
  }

  protected zoom(less: number): void {
    this.low = 2 * (this.low - less);
    this.high = 2 * (this.high - less) + 1;
  }
}

export class Encoder extends Interval {
  /** The digits that are final. */
  digits = "";
  #owed = 0;

  protected override settle(digit: 0 | 1): void {
    super.settle(digit);
    this.#write(digit);
  }

  protected override owe(): void {
    super.owe();
    this.#owed++;
  }

  /** The digits that end the message: with them it stays in its interval, whatever follows. */
  finish(): void {
    this.#owed++;
    this.#write(this.low < QUARTER ? 0 : 1);
  }

  #write(digit: 0 | 1): void {
    this.digits += digit + String(1 - digit).repeat(this.#owed);
    this.#owed = 0;
  }
}

export class Decoder extends Interval {
  readonly #digits: string;
  #read = 0;
  #point = 0;

  constructor(digits: string) {
    super();
    this.#digits = digits;
    for (let i = 0; i < WIDTH; i++) this.#point = 2 * this.#point + this.#next();
  }

  /** Where the message stands in the interval, from 0 to total − 1: in the part that was encoded. */
  place(total: number): number {
    return Math.floor(((this.#point - this.low + 1) * total - 1) / (this.high - this.low + 1));
  }

  protected override zoom(less: number): void {
    super.zoom(less);
    this.#point = 2 * (this.#point - less) + this.#next();
  }

  /** After the last digit come zeros. */
  #next(): number {
    return Number(this.#digits[this.#read++] ?? 0);
  }
}
