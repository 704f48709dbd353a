// What counts as a word, for pages and for queries alike.

/** Words that say nothing about the subject of a question. */
const STOP = new Set(
  `a about all also an and any are as at be been but by can could did do does doing for from get gets had has have how i
  if in into is it its just me my of on one or so than that the their them then there these they this to use
  used using vs was were what when where which who why will with would you your`.split(/\s+/),
);
// "What does it mean?" asks for no mean.
const VERB = /\b(do(?:es)?\b.*)\bmean\b/i;
const PIECES = /[\p{L}\p{N}]+(?:[-_‐‑–.'’][\p{L}\p{N}]+)*/gu;
const HUMPS = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu;

/** A stretch of a text that is one word, and all the words under which it is found. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly found: readonly string[];
}

/** Every word of a text, with where it stands. */
export function wordsWithPlaces(text: string): Word[] {
  return [...text.matchAll(PIECES)].map(({ 0: piece, index }) => ({
    from: index,
    to: index + piece.length,
    found: formsOf(piece),
  }));
}

/** Every form of every word of a text, for the index. */
export function words(text: string): string[] {
  return (text.match(PIECES) ?? []).flatMap(formsOf);
}

/** A query word by word, as it was typed: words that say nothing go, unless there are no others. */
export function typedWords(query: string): string[] {
  const typed = query.replace(VERB, "$1").match(PIECES) ?? [];
  const telling = typed.filter((piece) => !STOP.has(plain(piece)));
  return (telling.length ? telling : typed).flatMap(parts).flatMap(humps).map(plain);
}

/** Equal for two names that differ in nothing but spelling: "Cross-entropy", "cross_entropy", "crossentropies". */
export function key(name: string): string {
  return typedWords(name).map(singular).join("");
}

const known = new Map<string, readonly string[]>();

/** The forms of a piece, which most pages share: each is worked out once. */
function formsOf(piece: string): readonly string[] {
  const forms = known.get(piece) ?? newFormsOf(piece);
  known.set(piece, forms);
  return forms;
}

/** kl_div is found under kl, div and kldiv; KLDivLoss under kl, div, loss and kldivloss; 16.118 as it stands. */
function newFormsOf(piece: string): string[] {
  const single = parts(piece);
  const forms = [...single, ...single.flatMap(humps), ...joined(piece)].map(plain).map(singular);
  return [...new Set(forms)].filter((word) => word.length > 1 && !STOP.has(word));
}

function joined(piece: string): string[] {
  return isNumber(piece) ? [] : piece.split(/[.'’]/).map((part) => part.replace(/[-_‐‑–]/g, ""));
}

function parts(piece: string): string[] {
  return isNumber(piece) ? [piece] : piece.replace(/['’]s?$|['’]s(?=[-–])/, "").split(/[-_‐‑–.'’]/);
}

/** KLDivLoss is KL, Div and Loss. */
function humps(word: string): string[] {
  const found = word.match(HUMPS) ?? [];
  return found.join("") === word ? found : [word];
}

function isNumber(piece: string): boolean {
  return /^\d+\.\d+$/.test(piece);
}

/** Small letters without accents; one spelling for -ise and -ize. */
function plain(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/iz(e[ds]?|ing|ations?)$/, "is$1");
}

function singular(word: string): string {
  if (word.length < 4 || word.endsWith("ss")) return word;
  return word.replace(/ies$/, "y").replace(/s$/, "");
}

/** What a word shares with its relatives, or nothing where that is too short to tell: estimat for estimating. */
export function stem(word: string): string | undefined {
  const found = word.replace(/(?:ations?|ions?|ings?|ers?|ors?|ed|ly|ical|ic|al|ity|e|y)$/, "");
  return found.length >= 4 && found !== word ? found : undefined;
}

/** Whether a name is one in code: kl_divergence, F.kl_div, MultivariateNormal. */
export function isCode(name: string): boolean {
  return /^\S*(?:[_.]|\p{Ll}\p{Lu})\S*$/u.test(name);
}

/** Whether a query is worded as a question. */
export function isQuestion(query: string): boolean {
  return /^(?:why|how|what|which|when|where|is|are|does?|can|should)\b|\?$/i.test(query);
}
