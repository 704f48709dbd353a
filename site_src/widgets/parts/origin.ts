/** Who made what stands at an anchor of this page, under which licence, and where it stands. */
export function origin(anchor: string): string[] {
  const site = document.querySelector<HTMLMetaElement>("meta[property='og:site_name']")?.content;
  const licence = document.querySelector("a[rel='license']")?.textContent;
  return [`${site}, ${licence}`, `${location.origin}${location.pathname}#${anchor}`];
}
