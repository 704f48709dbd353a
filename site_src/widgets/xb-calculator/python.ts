// The Python that reproduces the numbers shown. Each line prints a result after the symbol under which the page shows it.

import { FAMILIES } from "../mathematics/families.ts";
import type { Law } from "../mathematics/integration.ts";
import type { Unit } from "../parts/units.ts";
import type { Made } from "./laws.ts";

export const LIBRARIES = ["extrabits", "SciPy", "PyTorch"] as const;
export type Library = (typeof LIBRARIES)[number];
/** The program for a library; `order` is that of the Rényi divergence. */
export type Script = (library: Library, unit: Unit, order: number) => string;

const BASE: Readonly<Record<Unit, string>> = { bits: "2", nats: "math.e", bans: "10" };
const ONE: Readonly<Record<Unit, string>> = {
  bits: "math.log(2)  # one bit",
  nats: "1  # one nat",
  bans: "math.log(10)  # one ban",
};
const WIDTH = 88;

/** What SciPy calls each family, and with which parameters. */
const IN_SCIPY: Readonly<Record<string, (p: readonly number[]) => string>> = {
  Normal: ([mean, sd]) => `norm(${mean}, ${sd})`,
  Laplace: ([mean, scale]) => `laplace(${mean}, ${scale})`,
  Exponential: ([rate]) => `expon(scale=1 / ${rate})`,
  Gamma: ([shape, rate]) => `gamma(${shape}, scale=1 / ${rate})`,
  Beta: ([a, b]) => `beta(${a}, ${b})`,
  Uniform: ([low, high]) => `uniform(${low}, ${high} - (${low}))`,
  Bernoulli: ([p]) => `bernoulli(${p})`,
  Binomial: ([n, p]) => `binom(${n}, ${p})`,
  Geometric: ([p]) => `geom(${p})`,
  Poisson: ([rate]) => `poisson(${rate})`,
};

export function forLists(p: Made, q: Made): Script {
  const neither = p.law.some((share, i) => share === 0 && q.law[i] === 0);
  return (library, unit, order) => {
    if (library === "extrabits") return extrabitsLists(p, q, unit, order);
    const array =
      library === "SciPy"
        ? (text: string) => `np.array(${text})`
        : (text: string) => `torch.tensor(${text}, dtype=torch.float64)`;
    const laws = [p, q].flatMap((made) => arrayLines(made, array));
    const drop = neither ? ["keep = p + q > 0  # what neither can do adds nothing", "p, q = p[keep], q[keep]"] : [];
    return program(library === "SciPy" ? SCIPY_IMPORTS : TORCH_IMPORTS, [
      ...laws,
      ...drop,
      ...(library === "SciPy" ? scipyMeasures(unit, order) : torchMeasures(unit, order)),
    ]);
  };
}

/** Two families; `between` says whether the measures between them are shown, `valuesOf` which values have probability. */
export function forFamilies(
  p: Law,
  q: Law,
  between: boolean,
  valuesOf: (...laws: Law[]) => number[] | undefined,
): Script {
  return (library, unit) => {
    if (library === "extrabits") return extrabitsFamilies(p, q, unit);
    if (library === "PyTorch") return torchFamilies(p, q, unit);
    const [one, other] = [p, q].map((law) => `stats.${IN_SCIPY[law.family]!(law.parameters)}`) as [string, string];
    const values = FAMILIES[p.family]!.discrete ? valuesOf(p, q) : undefined;
    if (values) {
      return program(
        [
          "import math",
          "import numpy as np",
          "from scipy import stats",
          "from scipy.special import entr, kl_div, xlogy",
        ],
        [
          `x = np.arange(${values[0]}, ${values.at(-1)! + 1})  # the rest has no probability to speak of`,
          `p = ${one}.pmf(x)`,
          `q = ${other}.pmf(x)`,
          "keep = p + q > 0",
          "p, q = p[keep], q[keep]",
          ...scipyMeasures(unit),
        ],
      );
    }
    return program(
      ["import math", "import numpy as np", "from scipy import stats", "from scipy.integrate import quad"],
      [
        `p = ${one}`,
        `q = ${other}`,
        "",
        "def mean(law, f):  # of f(X), where X follows the law",
        "    return quad(lambda u: f(law.ppf(u)), 0, 1, limit=500)[0]",
        "",
        "def log_mean(x):  # of the law half p, half q",
        "    return np.logaddexp(p.logpdf(x), q.logpdf(x)) - math.log(2)",
        "",
        `unit = ${ONE[unit]}`,
        ...prints([
          ["H(p)", "p.entropy() / unit"],
          ["H(q)", "q.entropy() / unit"],
          ["D(p‖q)", "mean(p, lambda x: p.logpdf(x) - q.logpdf(x)) / unit"],
          ["D(q‖p)", "mean(q, lambda x: q.logpdf(x) - p.logpdf(x)) / unit"],
          ["H(p, q)", "mean(p, lambda x: -q.logpdf(x)) / unit"],
          ["H(q, p)", "mean(q, lambda x: -p.logpdf(x)) / unit"],
        ]),
        ...(between
          ? [
              "js = mean(p, lambda x: p.logpdf(x) - log_mean(x)) + mean(q, lambda x: q.logpdf(x) - log_mean(x))",
              ...prints([
                ["JSD", "js / 2 / unit"],
                ["√JSD", "math.sqrt(js / 2 / unit)"],
                ["TV", "mean(p, lambda x: max(0, 1 - q.pdf(x) / p.pdf(x)))"],
                ["Hellinger", "math.sqrt(1 - mean(p, lambda x: math.sqrt(q.pdf(x) / p.pdf(x))))"],
              ]),
            ]
          : []),
      ],
    );
  };
}

export function forTable(cells: readonly (readonly number[])[], divide: boolean): Script {
  const table = `[\n${cells.map((row) => `    [${row.join(", ")}],\n`).join("")}]`;
  return (library, unit) => {
    const sum = divide ? ["joint = joint / joint.sum()"] : [];
    if (library === "extrabits") {
      const base = `base=${BASE[unit]}`;
      return program(
        [
          ...imports(unit),
          "import numpy as np",
          "from extrabits import conditional_entropy, entropy, joint_entropy, marginals, mutual_information",
        ],
        [
          `joint = np.array(${table})`,
          ...sum,
          "x, y = marginals(joint)",
          ...prints([
            ["I(X; Y)", `mutual_information(joint, ${base})`],
            ["H(X, Y)", `joint_entropy(joint, ${base})`],
            ["H(X)", `entropy(x, ${base})`],
            ["H(X|Y)", `conditional_entropy(joint, axes=(1, 0), ${base})`],
            ["H(Y)", `entropy(y, ${base})`],
            ["H(Y|X)", `conditional_entropy(joint, ${base})`],
          ]),
        ],
      );
    }
    const torch = library === "PyTorch";
    const information = torch
      ? "(xlogy(joint, joint) - xlogy(joint, torch.outer(x, y))).sum()"
      : "kl_div(joint, np.outer(x, y)).sum()";
    return program(
      torch
        ? TORCH_IMPORTS.filter((line) => !line.includes("functional"))
        : SCIPY_IMPORTS.map((line) => line.replace(", logsumexp, xlogy", "")),
      [
        torch ? `joint = torch.tensor(${table}, dtype=torch.float64)` : `joint = np.array(${table})`,
        ...sum,
        "x, y = joint.sum(1), joint.sum(0)",
        `unit = ${ONE[unit]}`,
        ...prints(
          [
            ["I(X; Y)", `${information} / unit`],
            ["H(X, Y)", "entr(joint).sum() / unit"],
            ["H(X)", "entr(x).sum() / unit"],
            ["H(X|Y)", "(entr(joint).sum() - entr(y).sum()) / unit"],
            ["H(Y)", "entr(y).sum() / unit"],
            ["H(Y|X)", "(entr(joint).sum() - entr(x).sum()) / unit"],
          ],
          torch,
        ),
      ],
    );
  };
}

const SCIPY_IMPORTS = ["import math", "import numpy as np", "from scipy.special import entr, kl_div, logsumexp, xlogy"];
const TORCH_IMPORTS = [
  "import math",
  "import torch",
  "import torch.nn.functional as F",
  "from torch.special import entr, xlogy",
];
function extrabitsLists(p: Made, q: Made, unit: Unit, order: number): string {
  const base = `base=${BASE[unit]}`;
  const lines = [
    ...[p, q].flatMap(listLines),
    ...prints([
      ["H(p)", `entropy(p, ${base})`],
      ["H(q)", `entropy(q, ${base})`],
      ["D(p‖q)", `kl_divergence(p, q, ${base})`],
      ["D(q‖p)", `kl_divergence(q, p, ${base})`],
      ["H(p, q)", `cross_entropy(p, q, ${base})`],
      ["H(q, p)", `cross_entropy(q, p, ${base})`],
      ["JSD", `js_divergence(p, q, ${base})`],
      ["√JSD", `js_distance(p, q, ${base})`],
      ["TV", "total_variation(p, q)"],
      ["Hellinger", "hellinger_distance(p, q)"],
      ["χ²(p‖q)", "chi2_divergence(p, q)"],
      ["χ²(q‖p)", "chi2_divergence(q, p)"],
      ["Rényi(p‖q)", `renyi_divergence(p, q, ${inPython(order)}, ${base})`],
      ["Rényi(q‖p)", `renyi_divergence(q, p, ${inPython(order)}, ${base})`],
    ]),
  ];
  const math = unit === "nats" || order === Infinity ? ["import math"] : [];
  const names = wrapped(called(lines).map((name) => `${name},`));
  return program([...math, `from extrabits import (\n${names}\n)`], lines);
}

/** The functions that lines of Python call, but for those of Python itself. */
function called(lines: readonly string[]): string[] {
  const names = lines.join("\n").matchAll(/(?<![\p{L}\d_])([a-z]\w*)\(/gu);
  return [...new Set([...names].map(([, name]) => name!))].filter((name) => name !== "print").sort();
}

function scipyMeasures(unit: Unit, order?: number): string[] {
  const measures: [string, string][] = [
    ["H(p)", "entr(p).sum() / unit"],
    ["H(q)", "entr(q).sum() / unit"],
    ["D(p‖q)", "kl_div(p, q).sum() / unit"],
    ["D(q‖p)", "kl_div(q, p).sum() / unit"],
    ["H(p, q)", "-xlogy(p, q).sum() / unit"],
    ["H(q, p)", "-xlogy(q, p).sum() / unit"],
    ["JSD", "js / unit"],
    ["√JSD", "np.sqrt(js / unit)"],
    ["TV", "np.abs(p - q).sum() / 2"],
    ["Hellinger", "np.sqrt(((np.sqrt(p) - np.sqrt(q)) ** 2).sum() / 2)"],
    ["χ²(p‖q)", "((p - q) ** 2 / q).sum()"],
    ["χ²(q‖p)", "((q - p) ** 2 / p).sum()"],
  ];
  return [
    "m = (p + q) / 2",
    "js = (kl_div(p, m).sum() + kl_div(q, m).sum()) / 2",
    `unit = ${ONE[unit]}`,
    ...prints(measures),
    ...(order === undefined ? [] : renyiLines(order, "np", (x) => `logsumexp(${x})`)),
  ];
}

function torchMeasures(unit: Unit, order: number): string[] {
  return [
    "m = (p + q) / 2",
    "",
    "def kl(p, q):  # PyTorch takes the belief first, and as logarithms",
    '    return F.kl_div(q.log(), p, reduction="sum")',
    "",
    `unit = ${ONE[unit]}`,
    ...prints(
      [
        ["H(p)", "entr(p).sum() / unit"],
        ["H(q)", "entr(q).sum() / unit"],
        ["D(p‖q)", "kl(p, q) / unit"],
        ["D(q‖p)", "kl(q, p) / unit"],
        ["H(p, q)", "-xlogy(p, q).sum() / unit"],
        ["H(q, p)", "-xlogy(q, p).sum() / unit"],
        ["JSD", "(kl(p, m) + kl(q, m)) / 2 / unit"],
        ["√JSD", "((kl(p, m) + kl(q, m)) / 2 / unit).sqrt()"],
        ["TV", "(p - q).abs().sum() / 2"],
        ["Hellinger", "(((p.sqrt() - q.sqrt()) ** 2).sum() / 2).sqrt()"],
        ["χ²(p‖q)", "((p - q) ** 2 / q).sum()"],
        ["χ²(q‖p)", "((q - p) ** 2 / p).sum()"],
      ],
      true,
    ),
    ...renyiLines(order, "torch", (x) => `torch.logsumexp(${x}, 0)`, true),
  ];
}

/** log Σ p^α q^(1−α) over the outcomes that the truth can have. */
function renyiLines(order: number, log: string, sumOfLogs: (x: string) => string, item = false): string[] {
  const expression = (a: string, b: string) => {
    const [x, y] = [`${log}.log(${a}[${a} > 0])`, `${log}.log(${b}[${a} > 0])`];
    if (order === 1) return `${divergence(a, b, log)} / unit`;
    if (order === 0) return `-${log}.log(${b}[${a} > 0].sum()) / unit`;
    if (order === Infinity) return `(${x} - ${y}).max() / unit`;
    return `${sumOfLogs(`${order} * ${x} + ${inPython(1 - order)} * ${y}`)} / ${inPython(order - 1)} / unit`;
  };
  return prints(
    [
      ["Rényi(p‖q)", expression("p", "q")],
      ["Rényi(q‖p)", expression("q", "p")],
    ],
    item,
  );
}

function divergence(a: string, b: string, log: string): string {
  return log === "np" ? `kl_div(${a}, ${b}).sum()` : `kl(${a}, ${b})`;
}

function extrabitsFamilies(p: Law, q: Law, unit: Unit): string {
  const base = `base=${BASE[unit]}`;
  const families = [...new Set([p.family, q.family])].sort();
  const laws = [`p = ${call(p)}`, `q = ${call(q)}`];
  const entropies: [string, string][] = [
    ["H(p)", `entropy(p, ${base})`],
    ["H(q)", `entropy(q, ${base})`],
  ];
  if (p.family !== q.family) {
    const note = "# For D between two families the package has closed forms of some pairs; the SciPy lines do any.";
    return program(
      [...imports(unit), `from extrabits import ${families.join(", ")}, entropy`],
      [...laws, ...prints(entropies), note],
    );
  }
  return program(
    [...imports(unit), `from extrabits import ${families.join(", ")}, cross_entropy, entropy, kl_divergence`],
    [
      ...laws,
      ...prints([
        ...entropies,
        ["D(p‖q)", `kl_divergence(p, q, ${base})`],
        ["D(q‖p)", `kl_divergence(q, p, ${base})`],
        ["H(p, q)", `cross_entropy(p, q, ${base})`],
        ["H(q, p)", `cross_entropy(q, p, ${base})`],
      ]),
    ],
  );
}

function torchFamilies(p: Law, q: Law, unit: Unit): string {
  const differentTosses = p.family === "Binomial" && p.parameters[0] !== q.parameters[0];
  if (p.family !== q.family || differentTosses)
    return "# PyTorch has no divergence for this pair; take the SciPy lines.\n";
  return program(
    ["import math", "import torch", `from torch.distributions import ${p.family}, kl_divergence`],
    [
      "torch.set_default_dtype(torch.float64)",
      `p = ${call(p)}`,
      `q = ${call(q)}`,
      `unit = ${ONE[unit]}`,
      ...prints(
        [
          ["D(p‖q)", "kl_divergence(p, q) / unit"],
          ["D(q‖p)", "kl_divergence(q, p) / unit"],
        ],
        true,
      ),
    ],
  );
}

function call({ family, parameters }: Law): string {
  return `${family}(${parameters.join(", ")})`;
}

function divided({ column, given }: Made): boolean {
  return column.kind !== "probabilities" && given.length === column.values.length;
}

function listLines(made: Made): string[] {
  const { name } = made.column;
  const numbers = list(made.given, name.length + 3);
  const law = made.half
    ? `normalize([count + 0.5 for count in ${numbers}])`
    : divided(made)
      ? `normalize(${numbers})`
      : numbers;
  const mixed = `${name} = [${inPython(1 - made.mixed)} * x + ${made.mixed} / ${made.law.length} for x in ${name}]`;
  return [`${name} = ${law}`, ...(made.mixed ? [mixed] : [])];
}

function arrayLines(made: Made, array: (text: string) => string): string[] {
  const { name } = made.column;
  const lines = [`${name} = ${array(list(made.given, name.length + 3))}${made.half ? " + 0.5" : ""}`];
  if (divided(made)) lines.push(`${name} = ${name} / ${name}.sum()`);
  if (made.mixed) lines.push(`${name} = ${inPython(1 - made.mixed)} * ${name} + ${made.mixed} / ${made.law.length}`);
  return lines;
}

/** A list of numbers, broken into lines where it is long. */
function list(numbers: readonly number[], indent: number): string {
  const flat = `[${numbers.join(", ")}]`;
  if (flat.length + indent <= WIDTH - 20) return flat;
  return `[\n${wrapped(numbers.map((number) => `${number},`))}\n]`;
}

/** Words on as many lines as they need. */
function wrapped(words: readonly string[]): string {
  const lines = words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    const fits = last !== undefined && last.length + word.length < WIDTH - 16;
    return fits ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, `    ${word}`];
  }, []);
  return lines.join("\n");
}

function prints(lines: readonly (readonly [symbol: string, expression: string])[], item = false): string[] {
  return lines.map(([symbol, expression]) => `print("${symbol}", ${item ? `float(${expression})` : expression})`);
}

function program(imports: readonly string[], lines: readonly string[]): string {
  return `${imports.join("\n")}\n\n${lines.join("\n")}\n`;
}

function imports(unit: Unit): string[] {
  return unit === "nats" ? ["import math"] : [];
}

function inPython(value: number): string {
  return value === Infinity ? "math.inf" : String(Number(value.toPrecision(15)));
}
