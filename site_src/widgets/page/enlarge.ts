import { button } from "../parts/buttons.ts";
import { html } from "../parts/dom.ts";

/** Show a picture above the page. The browser closes a dialog on Escape, and gives the focus back to what opened it. */
export function enlarge(small: HTMLImageElement): void {
  const [width, height] = [Number(small.getAttribute("width")), Number(small.getAttribute("height"))];
  const large = html("img", { src: small.src, alt: small.alt, width, height });
  large.style.setProperty("--ratio", String(width / height));
  const view = html("div", { class: "large-view", tabindex: 0, role: "group", "aria-label": "Picture" }, large);
  const dialog = html("dialog", { class: "large", "aria-label": "Large picture" });
  dialog.append(
    button("Close", () => dialog.close()),
    view,
  );
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
