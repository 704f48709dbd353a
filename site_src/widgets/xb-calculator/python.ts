// The Python that reproduces the numbers shown. Each line prints a result after the symbol under which the page shows it.

import type { FamilyName, Law } from "../mathematics/families.ts";
import { FAMILIES } from "../mathematics/families.ts";
import { valuesOf } from "../mathematics/integration.ts";
import type { LawName } from "../parts/roles.ts";
import type { Unit } from "../parts/units.ts";
import type { JointMeasure } from "./joint-measures.ts";
import { OF_COLUMNS, OF_ROWS, SHARED } from "./joint-measures.ts";
import type { Made } from "./laws.ts";
import type { Library, Measure } from "./measures.ts";
import { BETWEEN, DIVERGENCE, ENTROPY, IN_ONE_DIRECTION, RENYI, taken } from "./measures.ts";
import { called, importFrom, inOrder, inPython, list, longImportFrom, prints, program, table } from "./python-text.ts";

/** The program for a library; `order` is that of the Rényi divergence. */
export type Script = (library: Library, unit: Unit, order: number) => string;

type Lines = readonly string[];

const BASE: Readonly<Record<Unit, string>> = { bits: "2", nats: "math.e", bans: "10" };
const ONE: Readonly<Record<Unit, string>> = {
  bits: "unit = math.log(2)  # one bit",
  nats: "unit = 1  # one nat",
  bans: "unit = math.log(10)  # one ban",
};
const MEASURES = [...IN_ONE_DIRECTION, ...BETWEEN];
const ONE_ORDER = 1; // where no line asks for the Rényi divergence

const SCIPY_IMPORTS = ["import math", "import numpy as np", "from scipy.special import entr, kl_div, logsumexp, xlogy"];
const TORCH_IMPORTS = [
  "import math",
  "import torch",
  "import torch.nn.functional as F",
  "from torch.special import entr, xlogy",
];
const SCIPY_HELP = ["m = (p + q) / 2"];
const TORCH_HELP = [...SCIPY_HELP, "# F.kl_div takes the belief first, and as logarithms"];
const INTEGRATION_HELP = [
  "",
  "def mean(law, f):  # of f(X), where X follows the law",
  "    return quad(lambda u: f(law.ppf(u)), 0, 1, limit=500)[0]",
  "",
  "def log_mean(x):  # of the law half p, half q",
  "    return np.logaddexp(p.logpdf(x), q.logpdf(x)) - math.log(2)",
  "",
];
const INTEGRATED_JS =
  "js = mean(p, lambda x: p.logpdf(x) - log_mean(x)) + mean(q, lambda x: q.logpdf(x) - log_mean(x))";

/** What SciPy calls each family, and with which parameters. */
const IN_SCIPY: Readonly<Record<FamilyName, (p: readonly number[]) => string>> = {
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
  const drop = neither ? ["keep = p + q > 0  # what neither can do adds nothing", "p, q = p[keep], q[keep]"] : [];
  const programs: Readonly<Record<Library, (unit: Unit, order: number) => string>> = {
    extrabits: (unit, order) => {
      const lines = [...listLines(p), ...listLines(q), ...printed([...MEASURES, RENYI], "extrabits", unit, order)];
      const math = unit === "nats" || order === Infinity ? ["import math"] : [];
      return program([...math, longImportFrom("extrabits", called(lines))], lines);
    },
    SciPy: (unit, order) =>
      program(SCIPY_IMPORTS, [
        ...[p, q].flatMap((made) => arrayLines(made, (numbers) => `np.array(${numbers})`)),
        ...drop,
        ...SCIPY_HELP,
        ONE[unit],
        ...printed([...MEASURES, RENYI], "SciPy", unit, order),
      ]),
    PyTorch: (unit, order) =>
      program(TORCH_IMPORTS, [
        ...[p, q].flatMap((made) => arrayLines(made, (numbers) => `torch.tensor(${numbers}, dtype=torch.float64)`)),
        ...drop,
        ...TORCH_HELP,
        ONE[unit],
        ...printed([...MEASURES, RENYI], "PyTorch", unit, order),
      ]),
  };
  return (library, unit, order) => programs[library](unit, order);
}

/** Two families; `between` says whether the measures between them are shown. */
export function forFamilies(p: Law, q: Law, between: boolean): Script {
  const programs: Readonly<Record<Library, (unit: Unit) => string>> = {
    extrabits: (unit) => extrabitsFamilies(p, q, unit),
    SciPy: (unit) => (FAMILIES[p.family].discrete ? scipyDiscrete(p, q, unit) : scipyDensities(p, q, unit, between)),
    PyTorch: (unit) => torchFamilies(p, q, unit),
  };
  return (library, unit) => programs[library](unit);
}

export function forTable(cells: readonly (readonly number[])[], divide: boolean): Script {
  const sum = divide ? ["joint = joint / joint.sum()"] : [];
  const printedIn = (library: Library, base: string) =>
    prints(
      [...SHARED, ...OF_ROWS, ...OF_COLUMNS].map(({ symbol, python }: JointMeasure) => [symbol, python[library](base)]),
      converted(library),
    );
  const sums = "x, y = joint.sum(1), joint.sum(0)";
  const programs: Readonly<Record<Library, (unit: Unit) => string>> = {
    extrabits: (unit) => {
      const measures = ["x, y = marginals(joint)", ...printedIn("extrabits", BASE[unit])];
      const imports = [...importMath(unit), "import numpy as np", importFrom("extrabits", called(measures))];
      return program(imports, [`joint = np.array(${table(cells)})`, ...sum, ...measures]);
    },
    SciPy: (unit) =>
      program(
        ["import math", "import numpy as np", "from scipy.special import entr, kl_div"],
        [`joint = np.array(${table(cells)})`, ...sum, sums, ONE[unit], ...printedIn("SciPy", "")],
      ),
    PyTorch: (unit) =>
      program(
        ["import math", "import torch", "from torch.special import entr, xlogy"],
        [
          `joint = torch.tensor(${table(cells)}, dtype=torch.float64)`,
          ...sum,
          sums,
          ONE[unit],
          ...printedIn("PyTorch", ""),
        ],
      ),
  };
  return (library, unit) => programs[library](unit);
}

function printed(measures: readonly Measure[], library: Library, unit: Unit, order = ONE_ORDER): string[] {
  const options = { base: BASE[unit], order };
  return prints(
    withSymbols(measures, (measure, truth, belief) => measure.python[library](truth, belief, options)),
    converted(library),
  );
}

/** Each line after its symbol, for the measures that have one. */
function withSymbols(
  measures: readonly Measure[],
  line: (measure: Measure, truth: LawName, belief: LawName) => string | undefined,
): (readonly [symbol: string, expression: string])[] {
  return taken(measures).flatMap(({ measure, truth, belief }) => {
    const expression = line(measure, truth, belief);
    return expression === undefined ? [] : [[measure.symbol(truth, belief), expression] as const];
  });
}

/** What makes a plain number of a library's result. */
function converted(library: Library): string {
  return library === "PyTorch" ? "float" : "";
}

function scipyDiscrete(p: Law, q: Law, unit: Unit): string {
  const values = valuesOf(p, q);
  if (!values) return "# SciPy would have to sum too many values; take the extrabits lines.\n";
  const [first = 0] = values;
  const imports = ["import math", "import numpy as np", "from scipy import stats"];
  return program(
    [...imports, "from scipy.special import entr, kl_div, xlogy"],
    [
      `x = np.arange(${first}, ${first + values.length})  # the rest has no probability to speak of`,
      `p = ${frozen(p)}.pmf(x)`,
      `q = ${frozen(q)}.pmf(x)`,
      "keep = p + q > 0",
      "p, q = p[keep], q[keep]",
      ...SCIPY_HELP,
      ONE[unit],
      ...printed(MEASURES, "SciPy", unit),
    ],
  );
}

function scipyDensities(p: Law, q: Law, unit: Unit, between: boolean): string {
  const integrated = (measures: readonly Measure[]) =>
    prints(withSymbols(measures, (measure, truth, belief) => measure.densities?.(truth, belief)));
  const imports = ["import math", "import numpy as np", "from scipy import stats"];
  return program(
    [...imports, "from scipy.integrate import quad"],
    [
      `p = ${frozen(p)}`,
      `q = ${frozen(q)}`,
      ...INTEGRATION_HELP,
      ONE[unit],
      ...integrated(IN_ONE_DIRECTION),
      ...(between ? [INTEGRATED_JS, ...integrated(BETWEEN)] : []),
    ],
  );
}

function extrabitsFamilies(p: Law, q: Law, unit: Unit): string {
  const families = [...new Set([p.family, q.family])].sort(inOrder);
  const sameFamily = p.family === q.family;
  const measures = printed(sameFamily ? IN_ONE_DIRECTION : [ENTROPY], "extrabits", unit);
  const note = "# For D between two families the package has closed forms of some pairs; the SciPy lines do any.";
  return program(
    [...importMath(unit), importFrom("extrabits", [...families, ...called(measures)])],
    [`p = ${call(p)}`, `q = ${call(q)}`, ...measures, ...(sameFamily ? [] : [note])],
  );
}

function torchFamilies(p: Law, q: Law, unit: Unit): string {
  const differentTosses = p.family === "Binomial" && p.parameters[0] !== q.parameters[0];
  if (p.family !== q.family || differentTosses) {
    return "# PyTorch has no divergence for this pair; take the SciPy lines.\n";
  }
  const measures = withSymbols([DIVERGENCE], (measure, truth, belief) => measure.distributions?.(truth, belief));
  return program(
    ["import math", "import torch", importFrom("torch.distributions", [p.family, "kl_divergence"])],
    [
      "torch.set_default_dtype(torch.float64)",
      `p = ${call(p)}`,
      `q = ${call(q)}`,
      ONE[unit],
      ...prints(measures, converted("PyTorch")),
    ],
  );
}

function frozen({ family, parameters }: Law): string {
  return `stats.${IN_SCIPY[family](parameters)}`;
}

function call({ family, parameters }: Law): string {
  return `${family}(${parameters.join(", ")})`;
}

function divided({ column, given }: Made): boolean {
  return column.kind !== "probabilities" && given.length === column.values.length;
}

function listLines(made: Made): string[] {
  const { name } = made.column;
  const mixed = `${name} = [${inPython(1 - made.mixed)} * x + ${made.mixed} / ${made.law.length} for x in ${name}]`;
  return [`${name} = ${listed(made)}`, ...(made.mixed ? [mixed] : [])];
}

function listed(made: Made): string {
  const numbers = list(made.given, made.column.name.length + 3);
  if (made.half) return `normalize([count + 0.5 for count in ${numbers}])`;
  return divided(made) ? `normalize(${numbers})` : numbers;
}

function arrayLines(made: Made, array: (numbers: string) => string): string[] {
  const { name } = made.column;
  const lines = [`${name} = ${array(list(made.given, name.length + 3))}${made.half ? " + 0.5" : ""}`];
  if (divided(made)) lines.push(`${name} = ${name} / ${name}.sum()`);
  if (made.mixed) lines.push(`${name} = ${inPython(1 - made.mixed)} * ${name} + ${made.mixed} / ${made.law.length}`);
  return lines;
}

function importMath(unit: Unit): Lines {
  return unit === "nats" ? ["import math"] : [];
}
