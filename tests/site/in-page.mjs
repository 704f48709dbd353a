// Runs inside a page under test; visits.py calls what is in `inPage`.

const frame = () => new Promise((done) => requestAnimationFrame(done));

/** Two frames: in the first, observers of sizes and of what is in view find out; in the second, what they did is laid out. */
async function settle() {
  await frame();
  await frame();
}

/** Unfold everything, lay out what is far down too, and show all tabs at once. */
async function unfold() {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const shown = new CSSStyleSheet();
  shown.replaceSync(`.md-typeset * { content-visibility: visible !important }
    .md-typeset .tabbed-block { display: block }`);
  document.adoptedStyleSheets.push(shown);
  await settle();
}

/** Bring everything into view once, so that what is lazy loads. */
async function scrollThrough() {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await frame();
  }
  scrollTo(0, 0);
  await settle();
}

/** Bring each widget into view once, so that it loads. */
async function scrollToWidgets() {
  for (const widget of document.querySelectorAll(":not(:defined)")) {
    widget.scrollIntoView();
    await settle();
  }
  scrollTo(0, 0);
  await settle();
}

/** What the first screen still waits for, besides requests. */
function missing() {
  return document.fonts.status === "loaded" ? [] : ["a font"];
}

/** What a page that was seen to its end still waits for. */
function missingAfterScrolling() {
  const pictures = [...document.images].filter((image) => image.checkVisibility() && !image.complete);
  return [...missingWidgets(), ...pictures.map((image) => image.src)];
}

function missingWidgets() {
  return [...missing(), ...[...document.querySelectorAll(":not(:defined)")].map(({ localName }) => localName)];
}

/** Change at once: colours on their way from one scheme to the other are those of neither. */
function stopTransitions() {
  const still = new CSSStyleSheet();
  still.replaceSync("*, ::before, ::after { transition: none !important }");
  document.adoptedStyleSheets.push(still);
}

/** What is broader than the window, and not in a box that scrolls by itself. */
function tooWide() {
  const elements = [...document.querySelectorAll(".md-content *")].filter(
    (e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".formula, pre, table, .katex-mathml"),
  );
  return elements.map((e) => e.outerHTML.slice(0, 90)).slice(0, 3);
}

/** Tables of which a column is out of sight. */
function hidingColumns() {
  const tables = [...document.querySelectorAll("article table:not([class])")];
  const hiding = tables.filter((table) => table.scrollWidth > table.clientWidth);
  return hiding.map((table) => `${table.id}: ${table.scrollWidth} px, of which ${table.clientWidth} are seen`);
}

/** Parts of the article that ought to be seen and are not: all but closed details, other tabs, and what moved away. */
function unseen() {
  const parts = document.querySelectorAll(
    "article :is(img, .katex, table, p):not(details:not([open]) *, .tabbed-block *, .moved)",
  );
  const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  return [...parts].filter((e) => !seen(e)).map((e) => e.outerHTML.slice(0, 90));
}

/** How many entries of the theme's menu can be seen in the window. */
function entriesInView() {
  const entries = [...document.querySelectorAll(".md-sidebar--primary .md-nav__link")];
  const shown = entries.filter((e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
  const boxes = shown.map((e) => e.getBoundingClientRect());
  return boxes.filter(({ left, right, height }) => left >= 0 && right <= innerWidth && height > 0).length;
}

/**
 * What axe finds wrong, one line for each element. Formulas are thousands of boxes for the eye and as many elements for
 * screen readers, and take most of its time: for it each is a box of its size with its TeX as text. What could be wrong
 * inside them, faint colours and something to focus, is looked for without it.
 */
async function inaccessible(rules = {}) {
  const traps = [...document.querySelectorAll(".katex :is(a, button, input, [tabindex])")];
  for (const formula of document.querySelectorAll(".katex-html")) emptied(formula);
  for (const formula of document.querySelectorAll("math")) formula.replaceChildren(formula.textContent);
  const result = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // Not WCAG: the theme's two checkboxes stand before its landmarks, where its style sheet needs them.
    rules: { region: { enabled: false }, ...rules },
    resultTypes: ["violations"],
  });
  const found = result.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} (${failureSummary.split("\n").at(-1).trim()})`,
    ),
  );
  return [...found, ...traps.map((e) => `to be focused, in a formula: ${e.outerHTML.slice(0, 120)}`)];
}

function emptied(box) {
  const { width, height } = box.getBoundingClientRect();
  Object.assign(box.style, { display: "inline-block", width: `${width}px`, height: `${height}px` });
  box.replaceChildren();
}

// Contrast. Axe gives up where letters overlap, as they do in formulas; here every text is compared with the colours of
// the boxes that it stands in, each pair of colours once.

/** Every pair of colours whose contrast is below what WCAG 2.2 asks (1.4.3), with one text that shows it. */
function faint() {
  const pairs = new Map();
  lookAtTexts(document.documentElement, { scale: 1, below: [0, 0, 0], behind: [255, 255, 255] }, pairs);
  return [...pairs.values()].filter(Boolean);
}

/**
 * `behind` is the colour on the screen behind an element's content. A colour c inside groups that are partly transparent
 * (CSS opacity) appears as scale·c + below.
 */
function lookAtTexts(element, around, pairs) {
  const style = getComputedStyle(element);
  if (style.display === "none" || Number(style.opacity) === 0 || isClippedAway(element, style)) return;
  const within = painted(style, around);
  if (style.visibility === "visible" && showsText(element)) compare(element, style, within, pairs);
  for (const child of element.children) lookAtTexts(child, within, pairs);
}

function painted(style, { scale, below, behind }) {
  const opacity = Number(style.opacity);
  const group = { scale: scale * opacity, below: below.map((b, i) => opacity * b + (1 - opacity) * behind[i]) };
  return { ...group, behind: over(colour(style.backgroundColor), { ...group, behind }) };
}

/** A colour on the screen, laid over what is behind it. */
function over([red, green, blue, alpha], { scale, below, behind }) {
  return [red, green, blue].map((c, i) => alpha * (scale * c + below[i]) + (1 - alpha) * behind[i]);
}

const colours = new Map();

/** Red, green, blue and alpha of any CSS colour. */
function colour(css) {
  if (!colours.has(css)) {
    const parsed = new axe.commons.color.Color();
    parsed.parseString(css);
    colours.set(css, [parsed.red, parsed.green, parsed.blue, parsed.alpha]);
  }
  return colours.get(css);
}

/** Text for screen readers alone lies in a box of one pixel. */
function isClippedAway(element, { overflowX, position }) {
  return position === "absolute" && overflowX === "hidden" && element.clientWidth <= 1 && element.clientHeight <= 1;
}

const exempt = ":disabled, [aria-disabled=true] *, label:has(:disabled) *"; // 1.4.3 asks nothing of them

function showsText(element) {
  if (element.matches("script, style, title, option") || element.matches(exempt)) return false;
  if (element.matches("textarea, select, input:not([type=range], [type=checkbox], [type=radio])")) return true;
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
}

function compare(element, style, within, pairs) {
  const ink = element instanceof SVGElement ? style.fill : style.color;
  const large = parseFloat(style.fontSize) >= (Number(style.fontWeight) >= 700 ? 18.66 : 24);
  const key = [ink, within.scale, ...within.below, ...within.behind, large].join();
  if (pairs.has(key)) return;
  const { Color, getContrast } = axe.commons.color;
  const front = over(colour(ink), within);
  const contrast = getContrast(new Color(...within.behind, 1), new Color(...front, 1));
  const enough = contrast >= (large ? 3 : 4.5);
  const text = `${contrast.toFixed(2)}:1, ${front.map(Math.round)} on ${within.behind.map(Math.round)}`;
  pairs.set(key, enough ? "" : `${text}: ${element.outerHTML.slice(0, 120)}`);
}

globalThis.inPage = {
  faint,
  hidingColumns,
  inaccessible,
  entriesInView,
  missing,
  missingAfterScrolling,
  missingWidgets,
  scrollThrough,
  scrollToWidgets,
  settle,
  stopTransitions,
  tooWide,
  unfold,
  unseen,
};
