// The menu over a narrow page is a disclosure: what is checked in the page's first checkbox is open, for the style sheet.

/** Let the button in the header open the menu; Escape, a link in it and moving on close it. */
export function answerMenu(): void {
  const menu = document.getElementById("__menu") as HTMLElement;
  const state = document.getElementById("__drawer") as HTMLInputElement;
  const opener = document.querySelector(".menu-switch") as HTMLButtonElement;
  const closer = document.querySelector(".menu-close") as HTMLButtonElement;

  const show = (open: boolean): void => {
    state.checked = open;
    opener.setAttribute("aria-expanded", String(open));
  };
  const leave = (): void => {
    show(false);
    opener.focus();
  };
  opener.addEventListener("click", () => {
    show(true);
    closer.focus();
  });
  closer.addEventListener("click", leave);
  state.addEventListener("change", leave); // by the shade over the page, which is its label
  menu.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) show(false);
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (state.checked && relatedTarget instanceof Node && !menu.contains(relatedTarget)) show(false);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && state.checked) leave();
  });
}
