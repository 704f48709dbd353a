// Asks the index of a built site as the search box does: queries on the input, the addresses found on the output.

import { readFileSync } from "node:fs";
import type { Entry } from "../../site_src/widgets/page/search-entries.ts";
import { Entries } from "../../site_src/widgets/page/search-entries.ts";
import { ask } from "../../site_src/widgets/page/search-ranking.ts";

const MOST = 20;

function parsed<T>(file: string | number): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

const entries = new Entries(parsed<Entry[]>(process.argv[2] ?? ""));
await entries.complete;
const answers = parsed<string[]>(0).map((query) =>
  ask(entries, query)
    .slice(0, MOST)
    .map(({ entry }) => entry.address),
);
process.stdout.write(JSON.stringify(answers));
