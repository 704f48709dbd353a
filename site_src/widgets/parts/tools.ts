// What stands below every widget: its unit, the way back and forward, the whole screen, and what can be taken.

import { button, radios } from "./buttons.ts";
import { TYPED } from "./controls.ts";
import { html, set } from "./dom.ts";
import { fullScreen } from "./full-screen.ts";
import type { Taken } from "./taking.ts";
import { taking } from "./taking.ts";
import type { Unit } from "./units.ts";
import { chooseUnit, UNITS } from "./units.ts";

/** What the tools do with the widget that they belong to. */
interface Worked {
  readonly taken: Taken;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly reset: () => void;
  /** The reader has chosen a unit. */
  readonly counted: () => void;
}

export class Tools {
  readonly element: HTMLElement;
  readonly #units: ReturnType<typeof radios<Unit>>;
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;

  constructor({ taken, undo, redo, reset, counted }: Worked) {
    const { widget } = taken;
    this.#units = radios({ name: `${widget.id}-unit`, legend: "Unit", values: UNITS }, (unit) => {
      chooseUnit(unit);
      counted();
    });
    this.#undo = button("Undo", undo);
    this.#redo = button("Redo", redo);
    const again = button("Start again", reset);
    const screen = fullScreen(widget);
    const row = html("div", { class: "xb-actions" }, this.#undo, this.#redo, again, ...(screen ? [screen] : []));
    this.element = html("div", { class: "xb-tools" }, this.#units.element, row, taking(taken));
    widget.addEventListener("keydown", (event) => {
      const act = { z: event.shiftKey ? redo : undo, y: redo }[event.key.toLowerCase()];
      const isOurs = (event.ctrlKey || event.metaKey) && !(event.altKey || isTyped(event.target));
      if (!(act && isOurs)) return;
      event.preventDefault();
      act();
    });
  }

  show(unit: Unit, canUndo: boolean, canRedo: boolean): void {
    this.#units.check(unit);
    // Not disabled: what has the focus keeps it.
    set(this.#undo, { "aria-disabled": String(!canUndo) });
    set(this.#redo, { "aria-disabled": String(!canRedo) });
  }
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TYPED);
}
