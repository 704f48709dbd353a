// A widget's look is in its own folder or in the shared parts, and no rule is left over.

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../site_src/widgets/", import.meta.url));
const WIDGETS = globSync("xb-*", { cwd: ROOT });

function textOf(folder: string, extension: string): string {
  const files = globSync(`${folder}/*.${extension}`, { cwd: ROOT });
  return files.map((file) => readFileSync(ROOT + file, "utf8")).join("\n");
}

/** The classes that a room's style sheets speak of. */
function styled(folder: string): Set<string> {
  const selectors = textOf(folder, "css").replaceAll(/\/\*.*?\*\//gs, "");
  return new Set([...selectors.matchAll(/\.(xb-[\w-]+)/g)].map(([, name = ""]) => name));
}

/** The classes that a room's modules may give; what is filled in later is the name of a law, one letter. */
function given(folder: string): RegExp {
  const strings = textOf(folder, "ts").matchAll(/["'`][^"'`\n]*["'`]/g);
  const names = [...strings].flatMap(([text]) => text.match(/xb-(?:[\w-]|\$\{\w+\})+/g) ?? []);
  return new RegExp(`^(?:${names.map((name) => name.replaceAll(/\$\{\w+\}/g, "\\w")).join("|")})$`);
}

test("there are widgets, each with a style sheet of its own", () => {
  assert.ok(WIDGETS.length > 0);
  for (const widget of WIDGETS) assert.ok(styled(widget).size > 0, basename(widget));
});

for (const widget of WIDGETS) {
  test(`what ${widget} styles is its own, and shared parts give the rest`, () => {
    const [own, shared] = [given(widget), given("parts")];
    assert.deepEqual(
      [...styled(widget)].filter((name) => !(own.test(name) || shared.test(name))),
      [],
    );
  });

  test(`${widget} takes no look from another widget`, () => {
    const elsewhere = WIDGETS.filter((other) => other !== widget).flatMap((other) => [...styled(other)]);
    const here = new Set([...styled(widget), ...styled("parts")]);
    const own = given(widget);
    assert.deepEqual(
      elsewhere.filter((name) => own.test(name) && !here.has(name)),
      [],
    );
  });
}

test("every shared rule is for a class that somebody gives", () => {
  const rooms = ["parts", "page", ...WIDGETS].map(given);
  assert.deepEqual(
    [...styled("parts")].filter((name) => !rooms.some((room) => room.test(name))),
    [],
  );
});
