// Runs inside a page under test: uses a widget as a reader would, many times a second; test_widgets_in_use.py calls what is
// in `inWidget`. The tools and the question are no part of what is used: they leave the state alone.

const STATELESS = ".xb-tools *, .xb-question *, .xb-fold, .xb-numbers *";
const CONTROLS = "input, select, textarea, button, [role=slider]";

/** Numbers between 0 and 1 that look random; the same ones at every run. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

function controls(widget) {
  return [...widget.querySelectorAll(CONTROLS)].filter((e) => !e.matches(STATELESS) && e.checkVisibility());
}

/** One act on one control, whatever it is. */
function act(control, random) {
  const say = (event) => control.dispatchEvent(event);
  const bubbles = { bubbles: true };
  say(new PointerEvent("pointerdown", bubbles));
  say(new PointerEvent("pointerup", bubbles));
  if (control.type === "range") {
    const [low, high, step] = [control.min, control.max, control.step].map(Number);
    control.value = String(low + Math.round((random() * (high - low)) / step) * step);
    say(new Event("input", bubbles));
    say(new Event("change", bubbles));
  } else if (control.role === "slider") {
    say(new KeyboardEvent("keydown", { key: pick(["ArrowLeft", "ArrowRight", "Home", "End"], random), bubbles: true }));
  } else if (control.matches("select")) {
    control.selectedIndex = Math.floor(random() * control.length);
    say(new Event("input", bubbles));
    say(new Event("change", bubbles));
  } else if (control.matches("textarea, input:not([type=radio], [type=checkbox])")) {
    control.value = control.value.slice(0, -1) + pick(["1", "2", "3"], random);
    say(new Event("input", bubbles));
    say(new Event("change", bubbles));
  } else {
    control.click();
  }
}

/** Use a widget so many times, at random. */
function use(widget, times, seed, after) {
  const random = randomNumbers(seed);
  for (let i = 0; i < times; i++) {
    const all = controls(widget);
    act(pick(all, random), random);
    after?.();
  }
}

/** The state as text; what an address does not hold is no state. */
function key(widget) {
  return JSON.stringify(widget.toAddress(widget.state));
}

/** What is shown, and the state that it shows. */
function shown(widget) {
  return `${key(widget)} ${widget.querySelector("output").textContent}`;
}

function tool(widget, name) {
  return [...widget.querySelectorAll(".xb-tools button")].find((button) => button.textContent === name);
}

/** Press a button of the tools until it has nothing more to do; what was shown after each press. */
function pressThrough(widget, name) {
  const seen = [];
  while (tool(widget, name).getAttribute("aria-disabled") === "false" && seen.length < 1000) {
    tool(widget, name).click();
    seen.push(shown(widget));
  }
  return seen;
}

/** Random use, all of it taken back, and all of it done again: what was shown on each of the three ways. */
function thereAndBack(widget, times) {
  const start = shown(widget);
  const there = [start];
  use(widget, times, 7, () => {
    if (shown(widget) !== there.at(-1)) there.push(shown(widget));
  });
  return { there, back: pressThrough(widget, "Undo"), again: pressThrough(widget, "Redo") };
}

/** States that random use leads to and that their own address does not bring back, by what is written and by what is shown. */
function lostOnTheWay(widget, times) {
  const lost = [];
  use(widget, times, 11, () => {
    const before = [key(widget), widget.querySelector("output").textContent];
    const values = widget.toAddress(widget.state);
    widget.change(widget.fromAddress((name) => values[name] || null, widget.page.initial));
    const after = [key(widget), widget.querySelector("output").textContent];
    const isBack = alike(before[0], after[0], 1e-5) && alike(before[1], after[1], 0.0011);
    if (!isBack) lost.push([before, after]);
  });
  return lost;
}

const NUMBER = /\d+(?:\.\d+)?/g;

/** Whether two texts say the same: an address has six digits of a number, and the last one may differ for that. */
function alike(one, other, error) {
  const numbers = (text) => (text.match(NUMBER) ?? []).map(Number);
  const [here, there] = [numbers(one), numbers(other)];
  const near = (value, i) => Math.abs(value - there[i]) <= error * Math.max(1, Math.abs(value));
  return one.replaceAll(NUMBER, "") === other.replaceAll(NUMBER, "") && here.every(near);
}

const SIGNS = [..."0123456789_-+.,;*|~ e%#&=?<>\"'\\/ab∞−½", "1e999", "NaN", "Infinity", "null", "__proto__", "\u0000"];

/** What somebody may write into an address: garbage, or what is right but for some signs. */
function spoiled(right, random) {
  if (random() < 0.3) return Array.from({ length: Math.floor(random() * 12) }, () => pick(SIGNS, random)).join("");
  const signs = [...right];
  for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
    const at = Math.floor(random() * (signs.length + 1));
    signs.splice(at, Math.floor(random() * 3), ...(random() < 0.7 ? [pick(SIGNS, random)] : []));
  }
  return signs.join("");
}

/** Show so many spoiled addresses; each that throws, or shows what no reader should see. */
function nonsense(widget, times) {
  const random = randomNumbers(13);
  const wrong = [];
  for (let i = 0; i < times; i++) {
    if (i % 20 === 0) use(widget, 1, i + 1);
    const right = widget.toAddress(widget.state);
    const values = Object.fromEntries(Object.entries(right).map(([name, value]) => [name, spoiled(value, random)]));
    try {
      widget.change(widget.fromAddress((name) => values[name] || null, widget.page.initial));
      const words = widget.querySelector("output").textContent;
      if (/NaN|undefined|null|\[object/.test(words)) wrong.push([values, words]);
    } catch (error) {
      wrong.push([values, String(error)]);
    }
  }
  return wrong;
}

/** What something changes in the widget during so many milliseconds. */
async function changesDuring(widget, milliseconds) {
  let count = 0;
  const observer = new MutationObserver((records) => {
    count += records.length;
  });
  observer.observe(widget, { attributes: true, characterData: true, childList: true, subtree: true });
  await new Promise((done) => setTimeout(done, milliseconds));
  observer.disconnect();
  return count;
}

/** Press every button, then let the page be hidden, as a tab in the background is. */
function hide(widget) {
  for (const control of controls(widget)) if (control.matches("button")) control.click();
  Object.defineProperties(document, {
    hidden: { value: true, configurable: true },
    visibilityState: { value: "hidden", configurable: true },
  });
  document.dispatchEvent(new Event("visibilitychange"));
}

function unhide() {
  delete document.hidden;
  delete document.visibilityState;
  document.dispatchEvent(new Event("visibilitychange"));
}

globalThis.inWidget = { changesDuring, hide, lostOnTheWay, nonsense, thereAndBack, unhide, use };
