// What can be taken of a widget: a link to its state, a frame, a picture, its numbers; and the whole screen for it.

import type { Fragment } from "./address.ts";
import { button } from "./button.ts";
import { csv } from "./csv.ts";
import { html, say } from "./dom.ts";
import { fullScreen } from "./full-screen.ts";
import { save } from "./saving.ts";
import { sharing } from "./sharing.ts";
import type { Table } from "./table.ts";

/** What is taken: the widget, all that the address would say, and its numbers. */
export interface Taken {
  readonly widget: HTMLElement;
  readonly title: string;
  readonly fragment: () => Fragment;
  readonly table: () => Table;
}

/** All of it, folded: a board should be calm. */
export function taking({ widget, title, fragment, table }: Taken): HTMLElement {
  const { buttons, box, status } = sharing({ widget, title, fragment });
  const clear = html("input", { type: "checkbox" });
  const take = (ending: "svg" | "png") =>
    button(ending.toUpperCase(), () => {
      const ground = clear.checked ? "transparent" : "white";
      import("./picture.ts")
        .then(({ pictureFile }) => pictureFile(widget, ground, ending))
        .then((file) => save(`${widget.id}.${ending}`, file))
        .catch(() => say(status, "The picture cannot be drawn here."));
    });
  const numbers = button("CSV", () => {
    save(`${widget.id}.csv`, new Blob([csv(table())], { type: "text/csv" }));
  });
  const screen = fullScreen(widget);
  return html(
    "details",
    { class: "xb-take" },
    html("summary", {}, "Share, save, full screen"),
    html(
      "div",
      { class: "xb-actions" },
      ...buttons,
      take("svg"),
      take("png"),
      html("label", { class: "xb-check" }, clear, "Pictures without the white ground"),
      numbers,
      ...(screen ? [screen] : []),
    ),
    box,
    status,
  );
}
