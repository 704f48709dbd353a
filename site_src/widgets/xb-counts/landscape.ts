// D(data‖model) over θ, and the part of it that is drawn and that the slider spans.

import { bestTheta, compare, excess } from "../mathematics/counted.ts";
import { sum } from "../mathematics/laws.ts";
import { rounded } from "./state.ts";

const STEPS = 200; // of the slider, about
const FINEST = 1e-4;
const EDGE = 0.08; // of the width, where the curve may climb without an end

export class Landscape {
  readonly best: number;
  /** What no θ removes. */
  readonly rest: number;
  /** θ goes from low to high; the slider in so many steps. */
  readonly low: number;
  readonly high: number;
  readonly steps: number;
  /** The largest D that is drawn. */
  readonly top: number;
  readonly #trials: number;

  /** Near the best θ and the fair one, or from 0 to 1. */
  constructor(counts: readonly number[], fair: number, whole: boolean) {
    this.#trials = counts.length - 1;
    this.best = bestTheta(counts);
    this.rest = compare(counts, this.best, true).divergence;
    const reach = whole ? 1 : this.#reach(sum(counts), fair);
    const [low, high] = [Math.max(this.best - reach, 0), Math.min(this.best + reach, 1)];
    const step = Math.max(roundUp((high - low) / STEPS), FINEST);
    this.low = rounded(Math.floor(low / step) * step);
    this.high = rounded(Math.min(Math.ceil(high / step) * step, 1));
    this.steps = Math.round((this.high - this.low) / step);
    this.top = 1.05 * Math.max(this.#end(this.low, EDGE), this.#end(this.high, 1 - EDGE));
  }

  at(theta: number): number {
    return this.rest + excess(this.#trials, this.best, theta);
  }

  /** The share of the width that a θ has left of it, and back. */
  shareOf(theta: number): number {
    return (theta - this.low) / (this.high - this.low);
  }

  thetaAt(share: number): number {
    return rounded(this.low + Math.round(share * this.steps) * ((this.high - this.low) / this.steps));
  }

  holds(theta: number): boolean {
    return this.low <= theta && theta <= this.high;
  }

  /** So far from the best θ that the fair one, the scatter of the best, and a rise as high as the rest are seen. */
  #reach(n: number, fair: number): number {
    const variance = (this.best * (1 - this.best)) / this.#trials;
    return Math.max(2.5 * Math.abs(this.best - fair), 3 * Math.sqrt(variance / n), 2 * Math.sqrt(this.rest * variance));
  }

  #end(theta: number, within: number): number {
    return this.at(theta > 0 && theta < 1 ? theta : this.low + within * (this.high - this.low));
  }
}

/** The next of 1, 2, 5, 10, 20 … times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((times) => times * power >= value) ?? 10);
}
