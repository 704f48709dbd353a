// Long work in slices: each frame computes for a few milliseconds and then lets the page answer. While the page is
// hidden nothing is computed.

const SLICE = 6; // milliseconds of a frame; the rest is for drawing

/** Work that can be taken in pieces. */
export interface Work {
  /** Do a piece that takes far less than a slice; false when nothing is left. */
  readonly piece: () => boolean;
  /** Show how far it is, after each slice but the first: whoever begins shows that. */
  readonly show: () => void;
}

/** One work at a time: what begins stops what was there. The first slice is done at once, so that short work is complete. */
export class Slices {
  #stop: AbortController | undefined;

  get working(): boolean {
    return this.#stop !== undefined;
  }

  begin(work: Work): void {
    this.stop();
    if (!(document.hidden || moreAfterSlice(work))) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#go(work, stop.signal);
  }

  #go(work: Work, signal: AbortSignal): void {
    const slice = () => {
      if (signal.aborted) return;
      if (document.hidden) {
        document.addEventListener("visibilitychange", slice, { once: true, signal });
        return;
      }
      const more = moreAfterSlice(work);
      if (!more) this.stop();
      work.show();
      if (more) requestAnimationFrame(slice);
    };
    requestAnimationFrame(slice);
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }
}

function moreAfterSlice({ piece }: Work): boolean {
  const end = performance.now() + SLICE;
  while (performance.now() < end) if (!piece()) return false;
  return true;
}
