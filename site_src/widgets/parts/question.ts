import { button } from "./buttons.ts";
import { html, say, set } from "./dom.ts";
import { fold } from "./fold.ts";

/** A prediction to make before touching anything; each answer is told what it gets right or wrong. */
export interface Question {
  readonly ask: string;
  readonly answers: readonly { readonly text: string; readonly reply: string }[];
}

export function asked({ ask, answers }: Question, id: string): HTMLElement {
  const reply = html("p", { class: "xb-reply", role: "status" });
  const buttons = answers.map((answer) => {
    const choice = button(answer.text, () => {
      for (const other of buttons) set(other, { "aria-pressed": String(other === choice) });
      say(reply, answer.reply);
    });
    set(choice, { "aria-pressed": "false" });
    return choice;
  });
  const words = html("p", { id: `${id}-question` }, html("strong", {}, "Predict first. "), ask);
  const group = html("div", { class: "xb-answers", role: "group", "aria-labelledby": words.id }, ...buttons);
  return html("div", { class: "xb-question" }, fold("Predict first"), words, group, reply);
}
