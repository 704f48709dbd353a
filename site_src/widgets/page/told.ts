import { html } from "../parts/dom.ts";

/** What was done, said in a bar at the foot of the window and to screen readers, which listen to it from the start. */
export const told = html("p", { class: "told", role: "status" });
document.body.append(told);
