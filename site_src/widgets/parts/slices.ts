// Long work in slices: each frame computes for a few milliseconds and then lets the page answer. While the page is
// hidden nothing is computed.

const SLICE = 6; // milliseconds of a frame; the rest is for drawing

/** Work that can be taken in pieces. */
export interface Work {
  /** Do a piece that takes far less than a slice; false when nothing is left. */
  readonly piece: () => boolean;
  /** Show how far it is, once a slice, and at the end. */
  readonly show: () => void;
}

/** One piece of work at a time: what begins stops what was there. */
export class Slices {
  #stop: AbortController | undefined;

  get working(): boolean {
    return this.#stop !== undefined;
  }

  begin(work: Work): void {
    this.stop();
    const stop = new AbortController();
    const { signal } = stop;
    this.#stop = stop;
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
