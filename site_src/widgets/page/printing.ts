// On paper nothing can be opened: what is folded is printed open. The answers to questions are printed where one asks.

/** Open what is folded while the page is printed, and offer to print with the answers. */
export function printWhole(): void {
  let withAnswers = false;
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>("article details:not([open], .cite)")];
    opened = folded.filter((details) => withAnswers || !details.closest(".question"));
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    withAnswers = false;
  });
  const offer = document.querySelector<HTMLElement>(".print-answers");
  const button = offer?.querySelector("button");
  offer?.removeAttribute("hidden");
  button?.addEventListener("click", () => {
    withAnswers = true;
    print();
  });
}
