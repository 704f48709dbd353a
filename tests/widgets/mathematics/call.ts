// Calls a function of the widgets' mathematics many times: a list of lists of arguments on the input, a list of results
// on the output.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [file = "", name = ""] = process.argv.slice(2);
const module = (await import(pathToFileURL(file).href)) as Record<string, (...given: unknown[]) => unknown>;
const called = module[name];
if (!called) throw new RangeError(`${file} exports no ${name}`);
const cases = JSON.parse(readFileSync(0, "utf8")) as unknown[][];
process.stdout.write(JSON.stringify(cases.map((given) => called(...given))));
