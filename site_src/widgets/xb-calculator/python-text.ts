// How programs in Python are written: lines, lists of numbers, what is printed.

const WIDTH = 88;
const INDENT = "    ";

export function program(imports: readonly string[], lines: readonly string[]): string {
  return `${imports.join("\n")}\n\n${lines.join("\n")}\n`;
}

/** Lines that print each value after its symbol; `convert` names what makes a plain number of it. */
export function prints(values: readonly (readonly [symbol: string, expression: string])[], convert = ""): string[] {
  return values.map(
    ([symbol, expression]) => `print("${symbol}", ${convert ? `${convert}(${expression})` : expression})`,
  );
}

export function inPython(value: number): string {
  return value === Infinity ? "math.inf" : String(Number(value.toPrecision(15)));
}

/** A list of numbers after a text of some length, broken into lines where it is long. */
export function list(numbers: readonly number[], indent: number): string {
  const flat = `[${numbers.join(", ")}]`;
  if (flat.length + indent <= WIDTH - 20) return flat;
  return inBrackets("[", numbers.map(String), "]");
}

/** A list of rows of numbers, a line each. */
export function table(rows: readonly (readonly number[])[]): string {
  return `[\n${rows.map((row) => `${INDENT}[${row.join(", ")}],\n`).join("")}]`;
}

export function importFrom(module: string, names: readonly string[]): string {
  return `from ${module} import ${names.join(", ")}`;
}

/** The same on as many lines as the names need. */
export function longImportFrom(module: string, names: readonly string[]): string {
  return `from ${module} import ${inBrackets("(", names, ")")}`;
}

/** The functions that lines of Python call, but for those of Python itself. */
export function called(lines: readonly string[]): string[] {
  const calls = lines.join("\n").matchAll(/(?<![\p{L}\d_.])[a-z]\w*(?=\()/gu);
  return [...new Set([...calls].map(([name]) => name))].filter((name) => name !== "print").sort(inOrder);
}

export function inOrder(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function inBrackets(open: string, words: readonly string[], close: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line && line.length + word.length + 1 >= WIDTH - 16) {
      lines.push(line);
      line = "";
    }
    line += line ? ` ${word},` : `${INDENT}${word},`;
  }
  return [open, ...lines, line, close].join("\n");
}
