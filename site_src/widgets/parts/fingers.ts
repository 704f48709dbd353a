// A finger that lands on something to drag may want to scroll the page. The browser finds out and takes it away
// (pointercancel), but by then a native slider has jumped to it. So what a finger does waits until it went sideways or
// was lifted; where it was taken away, everything is as it was. A mouse and keys act at once.

const SIDEWAYS = 8; // CSS pixels

/** The state of a widget that a finger may change. */
interface Changing<State> {
  readonly present: () => State;
  readonly restore: (state: State) => void;
}

interface Finger<State> {
  readonly id: number;
  readonly x: number;
  /** As it was when the finger landed. */
  readonly state: State;
  readonly slider: HTMLInputElement | undefined;
  readonly value: string;
  sideways: boolean;
  /** Where the slider has jumped meanwhile. */
  wanted: string | undefined;
}

/** Let fingers scroll over a widget without changing it. What is dragged needs `touch-action: pan-y` in its style. */
export function letFingersScroll<State>(widget: HTMLElement, { present, restore }: Changing<State>): void {
  let finger: Finger<State> | undefined;
  const hear = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ) => widget.addEventListener(name, listener, { capture: true }); // before whatever it lands on

  hear("pointerdown", ({ pointerId, pointerType, isPrimary, clientX, target }) => {
    if (pointerType === "mouse" || !isPrimary) return;
    const slider = target instanceof HTMLInputElement && target.type === "range" ? target : undefined;
    const value = slider?.value ?? "";
    finger = { id: pointerId, x: clientX, state: present(), slider, value, sideways: false, wanted: undefined };
  });
  hear("pointermove", (event) => {
    if (finger?.id !== event.pointerId || finger.sideways) return;
    finger.sideways = Math.abs(event.clientX - finger.x) >= SIDEWAYS;
    if (!finger.sideways) event.stopPropagation();
  });
  hear("input", (event) => {
    if (!finger?.slider || finger.sideways || event.target !== finger.slider) return;
    event.stopImmediatePropagation();
    finger.wanted = finger.slider.value;
    finger.slider.value = finger.value;
  });
  hear("pointerup", ({ pointerId }) => {
    if (finger?.id !== pointerId) return;
    const { slider, wanted, sideways } = finger;
    finger = undefined;
    if (!slider || wanted === undefined || sideways) return;
    slider.value = wanted; // it was a tap
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  hear("pointercancel", ({ pointerId }) => {
    if (finger?.id !== pointerId) return;
    const { state } = finger;
    finger = undefined;
    if (state !== present()) restore(state);
  });
}
