// What can be taken of a widget: a link to its state, a frame, a picture, its numbers.

import type { Fragment } from "./address.ts";
import { button } from "./buttons.ts";
import { csv } from "./csv.ts";
import { html, say } from "./dom.ts";
import { save } from "./handing-over.ts";
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
  return html(
    "details",
    { class: "xb-take" },
    html("summary", {}, "Share, save"),
    html(
      "div",
      { class: "xb-actions" },
      ...buttons,
      numbers,
      take("svg"),
      take("png"),
      html("label", { class: "xb-check" }, clear, "SVG and PNG without the white ground"),
    ),
    box,
    status,
  );
}
