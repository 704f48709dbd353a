// Reads GIFT with a grammar that did not write it: the file comes in, its questions go out as JSON.
import { readFileSync } from "node:fs";
import { parse } from "gift-pegjs";

process.stdout.write(JSON.stringify(parse(readFileSync(0, "utf8"))));
