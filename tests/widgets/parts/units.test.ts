// The unit is one preference for the whole site, and survives a browser that forbids storage.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

type Units = typeof import("../../../site_src/widgets/parts/units.ts");

let visits = 0;

/** The module as a freshly opened page sees it. */
async function openPage(storage: Pick<Storage, "getItem" | "setItem">): Promise<Units> {
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  return (await import(`../../../site_src/widgets/parts/units.ts?visit=${visits++}`)) as Units;
}

function memory(): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const forbidden = {
  getItem: (): never => {
    throw new DOMException("denied", "SecurityError");
  },
  setItem: (): never => {
    throw new DOMException("full", "QuotaExceededError");
  },
};

beforeEach(() => {
  Object.defineProperty(globalThis, "document", { value: new EventTarget(), configurable: true });
});

test("bits until the reader chooses; then the choice, on the next page too", async () => {
  const storage = memory();
  const first = await openPage(storage);
  assert.equal(first.currentUnit(), "bits");
  first.chooseUnit("bans");
  assert.equal(first.currentUnit(), "bans");
  assert.equal((await openPage(storage)).currentUnit(), "bans");
});

test("a choice is announced on the document", async () => {
  const units = await openPage(memory());
  let announced = "";
  document.addEventListener(units.UNIT_CHANGED, () => {
    announced = units.currentUnit();
  });
  units.chooseUnit("nats");
  assert.equal(announced, "nats");
});

test("forbidden or full storage: the choice lasts as long as the page", async () => {
  const units = await openPage(forbidden);
  assert.equal(units.currentUnit(), "bits");
  units.chooseUnit("nats");
  assert.equal(units.currentUnit(), "nats");
});

test("a stored word that is no unit is no choice", async () => {
  const storage = memory();
  storage.setItem("xb-unit", "furlongs");
  assert.equal((await openPage(storage)).currentUnit(), "bits");
});

test("one ban is 2.3026 nats and 3.3219 bits", async () => {
  const { formatAmount, inUnit, toNats } = await openPage(memory());
  assert.equal(toNats(1, "bans").toFixed(4), "2.3026");
  assert.equal(inUnit(toNats(1, "bans"), "bits").toFixed(4), "3.3219");
  assert.equal(formatAmount(Math.LN2, "bits"), "1.000");
});

test("amounts are printed with a true minus, small ones to two digits, infinity as a sign", async () => {
  const { formatAmount, formatPercent, formatSigned } = await openPage(memory());
  assert.equal(formatAmount(-0.25, "nats"), "−0.250");
  assert.equal(formatAmount(0.000123, "nats"), "0.00012");
  assert.equal(formatAmount(-1e-17, "nats"), "0.000");
  assert.equal(formatAmount(Infinity, "bits"), "∞");
  assert.equal(formatSigned(0.5, "nats"), "+0.500");
  assert.equal(formatSigned(0, "nats"), "0.000");
  assert.equal(formatSigned(1e-9, "nats"), "0.000");
  assert.equal(formatPercent(1 / 3), "33.3\u00a0%");
  assert.equal(formatPercent(0.25), "25\u00a0%");
});

test("numbers with a power of ten leave out a factor of one", async () => {
  const { scientific } = await openPage(memory());
  assert.equal(scientific(2.5e-7, 2), "2.5·10⁻⁷");
  assert.equal(scientific(1e30, 3), "10³⁰");
  assert.equal(scientific(9.96e5, 2), "10⁶");
});
