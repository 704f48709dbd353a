// Drives Firefox over WebDriver BiDi. Each line of standard input is one order, [name, ...arguments]; each line of
// standard output answers one, with its value or with what went wrong, and with what the console said meanwhile.

import process from "node:process";
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.argv[2], headless: true });
const page = await browser.newPage(); // the page that is there at first never gets the focus
let said = [];
page.on("console", (message) => {
  if (["error", "warn"].includes(message.type())) said.push(message.text());
});
page.on("pageerror", (error) => said.push(String(error.message ?? error)));

const orders = {
  open: (url) => page.goto(url),
  resize: (width, height) => page.setViewport({ width, height }),
  click_at: (x, y) => page.mouse.click(x, y),
  evaluate: (expression) => page.evaluate(expression),
  async press(keys) {
    const [key, ...held] = keys.split("+").reverse();
    for (const modifier of held) await page.keyboard.down(modifier);
    await page.keyboard.press(key);
    for (const modifier of held) await page.keyboard.up(modifier);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  const answer = {};
  try {
    const value = await orders[name](...given);
    if (name === "evaluate") answer.value = value;
  } catch (error) {
    answer.error = String(error);
  }
  process.stdout.write(`${JSON.stringify({ ...answer, said })}\n`);
  said = [];
}
await browser.close();
