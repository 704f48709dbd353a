// What repetitions of an estimate came to: how many fell into each of many bins, their mean and their deviation.

export const BINS = 48;

export class Sample {
  readonly bins = new Float64Array(BINS);
  below = 0;
  above = 0;
  infinite = 0;
  /** Of the finite ones. */
  count = 0;
  mean = 0;
  #squares = 0;
  readonly #low: number;
  readonly #width: number;

  constructor(low: number, high: number) {
    this.#low = low;
    this.#width = (high - low) / BINS;
  }

  add(value: number): void {
    if (value === Infinity) {
      this.infinite += 1;
      return;
    }
    this.count += 1;
    const step = value - this.mean;
    this.mean += step / this.count;
    this.#squares += step * (value - this.mean);
    const bin = Math.floor((value - this.#low) / this.#width);
    if (bin < 0) this.below += 1;
    else if (bin >= BINS) this.above += 1;
    else this.bins[bin] = (this.bins[bin] as number) + 1;
  }

  get sd(): number {
    return Math.sqrt(this.#squares / this.count);
  }
}
