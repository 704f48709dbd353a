import { html, say } from "./dom.ts";

const REST = 700; // milliseconds
const KEPT_FOR = 4000;

/** Says to a screen reader what changed, once the hand rests: twenty steps of a slider are one announcement. */
export class Announcer {
  readonly element = html("p", { class: "xb-unseen", role: "status" });
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      say(this.element, text);
      // Who reads the page line by line finds the sentence where it is seen, not twice.
      this.#timer = setTimeout(() => say(this.element, ""), KEPT_FOR);
    }, REST);
  }
}
