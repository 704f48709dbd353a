// What people paste is read as they mean it, or they are told what to do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readColumns } from "../../../site_src/widgets/xb-calculator/columns.ts";
import type { Choices } from "../../../site_src/widgets/xb-calculator/doubts.ts";
import { readGrid } from "../../../site_src/widgets/xb-calculator/grid.ts";
import { Unreadable } from "../../../site_src/widgets/xb-calculator/unreadable.ts";

const TWO = { outcomes: ["1", "2"], p: [0.5, 0.5], q: [0.25, 0.75] };

test("whatever separates the columns", () => {
  for (const text of [
    "0.5 0.25\n0.5 0.75",
    "0.5\t0.25\n0.5\t0.75\n",
    "0.5,0.25\r\n0.5,0.75\r\n",
    "0.5, 0.25\n0.5, 0.75",
    "0.5;0.25\n\n0.5;0.75",
    "0,5;0,25\n0,5;0,75",
    "0,5 0,25\n0,5 0,75",
    "0,5\t0,25\n0,5\t0,75",
    "  .5   .25 \n .5 .75 ",
    "50% 25%\n50 % 75 %",
    "1/2 1/4\n1/2 3/4",
    "5e-1 2.5E-1\n+0.5 7.5e-1",
    "0.5,0.25,\n0.5,0.75,",
    "[0.5, 0.5]\n[0.25, 0.75]",
    "p = [0.5, 0.5]\nq = [0.25, 0.75]",
    "[0.5, 0.5], [0.25, 0.75]",
    "np.array([0.5, 0.5])\nnp.array([0.25, 0.75])",
    "p = torch.tensor([0.5, 0.5])\nq = torch.tensor([0.25, 0.75])",
  ]) {
    const { outcomes, p, q } = readColumns(text);
    assert.deepEqual({ outcomes, p, q }, TWO, JSON.stringify(text));
  }
});

test("names, headings and bins", () => {
  const named = readColumns('weather,days,forecast\nsun,18,0.2\n"rain, snow",12,0.8');
  assert.deepEqual(named.outcomes, ["sun", "rain, snow"]);
  assert.match(named.assumed.join(" "), /p is “days”, q is “forecast”/);
  assert.deepEqual(readColumns("New York 3 4\nBoston 1 2").outcomes, ["New York", "Boston"]);
  assert.deepEqual(readColumns("0 1 30 20\n1 2 5 6").outcomes, ["0 1", "1 2"]);
  assert.deepEqual(readColumns("0.2 0.3 0.5\n0.1 0.1 0.8").p, [0.2, 0.3, 0.5], "two rows that sum to 1 are two laws");
});

test("what is guessed is said", () => {
  assert.match(readColumns("0,5;0,25\n0,5;0,75").assumed.join(" "), /decimal comma: 0,5 is 0\.5/);
  assert.match(readColumns("[0.5, 0.5]\n[0.25, 0.75]").assumed.join(" "), /first is p, the second q/);
});

test("what cannot be read gets words that say where, and what to do", () => {
  const objections: [string, RegExp][] = [
    ["", /Nothing is pasted yet/],
    ["1 2\n3", /Line 2 has one column/],
    ["1 2 3 4 5\n1 2 3 4 x", /5 columns/],
    ["1 2\nx 3 y", /q in line 2 is “y”, which is no number/],
    ["1 2\n3 nan", /no number/],
    ["1,2\n,3", /p in line 2 is empty. Write 0/],
    ["1 2\n-1 3", /p in line 2 is −1.*count first/],
    ["1 2\n1e999 3", /not finite/],
    ["1/0 2\n1 3", /not finite/],
    ["0 1\n0 2", /p has nothing above 0/],
    ["[1, 2, 3]\n[1, 2]", /p has 3 numbers and q has 2/],
  ];
  for (const [text, words] of objections) {
    assert.throws(
      () => readColumns(text),
      (error) => error instanceof Unreadable && words.test(error.message),
      JSON.stringify(text),
    );
  }
});

test("tables with and without names", () => {
  const { rows, columns, cells } = readGrid("\twet\tdry\nrain\t30\t5\nsun\t10\t55");
  assert.deepEqual(
    [rows, columns, cells],
    [
      ["rain", "sun"],
      ["wet", "dry"],
      [
        [30, 5],
        [10, 55],
      ],
    ],
  );
  assert.deepEqual(readGrid("30,5\n10,55").cells, cells);
  assert.throws(() => readGrid("1 2\n3"), /Line 2 has 1 number and the first has 2/);
  assert.throws(() => readGrid("1 2 3"), /at least two lines/);
});

test("two rows are two laws where their sums are nearer to 1 than those of the columns", () => {
  const inRows = (text: string) => readColumns(text).assumed.join(" ").includes("the first is p, the second q");
  assert.deepEqual(readColumns("0.5 0.5\n0.9 0.1").q, [0.9, 0.1]);
  for (const text of ["0.5 0.5\n0.9 0.1", "0.51 0.49\n0.5 0.5", "0.333 0.333 0.333\n0.2 0.3 0.5"]) {
    assert.ok(inRows(text), text);
  }
  for (const text of [
    "0.3 0.7\n0.7 0.3",
    "0.5 0.51\n0.5 0.49",
    "18 12\n7 9",
    "1 0.5 0.5\n2 0.5 0.5",
    "0.5 0.4\n0.5 0.6",
  ]) {
    assert.ok(!inRows(text), text);
  }
  assert.deepEqual(readColumns("0.3 0.7\n0.7 0.3").p, [0.3, 0.7]);
});

/** What a text is read as, and what is asked of it. */
function asked(
  text: string,
  chosen: Choices = {},
): { readonly p: unknown; readonly q: unknown; readonly topics: readonly string[] } {
  const { p, q, doubts } = readColumns(text, chosen);
  return { p, q, topics: doubts.map(({ topic, settled }) => (settled ? topic : `${topic}?`)) };
}

test("what programs print is read as printed", () => {
  const tenth = Array.from({ length: 10 }, () => 0.1);
  const wrapped = "array([0.1, 0.1, 0.1, 0.1, 0.1, 0.1,\n       0.1, 0.1, 0.1, 0.1])";
  assert.deepEqual(asked(`${wrapped}\n${wrapped}`), { p: tenth, q: tenth, topics: [] });
  for (const text of [
    "tensor([0.5, 0.5], grad_fn=<SoftmaxBackward0>)\ntensor([0.25, 0.75])",
    "tensor([0.5000, 0.5000], device='cuda:0', dtype=torch.float64)\ntensor([0.2500, 0.7500], device='cuda:0')",
    "c(0.5, 0.5)\nc(0.25, 0.75)",
    "p <- c(0.5, 0.5)\nq <- c(0.25, 0.75)",
    "q = [0.25, 0.75]\np = [0.5, 0.5]",
    "(0.5, 0.5)\n(0.25, 0.75)",
    "[0.5 .5; .25 .75]",
    "[0.5; 0.5]\n[0.25; 0.75]",
    "[0.5 0.5]'\n[0.25 0.75]'",
    "{0.5, 0.5}\n{0.25, 0.75}",
    "[np.float64(0.5), np.float64(0.5)]\n[np.float64(0.25), np.float64(0.75)]",
    "[Fraction(1, 2), Fraction(1, 2)] [Fraction(1, 4), Fraction(3, 4)]",
    "{'p': [0.5, 0.5], 'q': [0.25, 0.75]}",
    ">>> p\narray([0.5, 0.5])\n>>> q\narray([0.25, 0.75])",
    "[1] 0.5 0.5\n[1] 0.25 0.75",
    "[1] 0.5\n[2] 0.5\n[1] 0.25\n[2] 0.75",
    "2-element Vector{Float64}:\n 0.5\n 0.5\n2-element Vector{Float64}:\n 0.25\n 0.75",
    "p =\n\n    0.5000\n    0.5000\n\n\nq =\n\n    0.2500\n    0.7500\n",
    "0.5\n0.5\n\n0.25\n0.75",
    "| p | q |\n|---|---|\n| 0.5 | 0.25 |\n| 0.5 | 0.75 |",
    "     p    q\n1 0.50 0.25\n2 0.50 0.75",
    "0.5\t0.25\r\n0.5\t0.75\r\n",
    "Float32[0.5, 0.5]\nFloat32[0.25, 0.75]",
  ]) {
    const { p, q } = readColumns(text);
    assert.deepEqual([p, q], [TWO.p, TWO.q], text);
  }
  const [, second] = [wrapped, "[1] 0.1 0.1 0.1 0.1 0.1 0.1\n[7] 0.1 0.1 0.1 0.1"];
  assert.deepEqual(asked(`${second}\n${second}`).q, tenth);
});

test("laws with names are matched by them, wherever they come from", () => {
  const inOrder = { outcomes: ["a", "b", "c"], p: [1, 2, 0], q: [4, 0, 3] };
  for (const text of [
    "Counter({'a': 1, 'b': 2})\nCounter({'c': 3, 'a': 4})",
    '{"a": 1, "b": 2}, {"c": 3, "a": 4}',
    "[('a', 1), ('b', 2)]\n[('c', 3), ('a', 4)]",
    "c(a = 1, b = 2)\nc(c = 3, a = 4)",
    'Dict("a" => 1, "b" => 2)\nDict("c" => 3, "a" => 4)',
    "a    1\nb    2\nName: count, dtype: int64\n\nc    3\na    4\nName: count, dtype: int64",
    "a\t1\nb\t2\n\nc\t3\na\t4",
    "\na b \n1 2 \n\nc a \n3 4 ",
  ]) {
    const { outcomes, p, q, assumed } = readColumns(text);
    assert.deepEqual({ outcomes, p, q }, inOrder, text);
    assert.match(assumed.join(" "), /matched by the names.*b, c: in one law only, so 0 in the other/, text);
  }
  assert.throws(() => readColumns("{'a': 1}\n{'b': 2}"), /share no outcome/);
  assert.throws(() => readColumns("[('a', 1), ('a', 2)]\n[('a', 1), ('b', 2)]"), /“a” stands twice in p/);
  assert.throws(() => readColumns("{'a': 1, 'b': 2}\n[1, 2]"), /names its outcomes and the other does not/);
});

test("headings that are numbers, totals, marks and doubled names are seen or asked about", () => {
  const years = "region\t2019\t2024\nnorth\t30\t5\nsouth\t10\t55";
  assert.deepEqual(asked(years), { p: [30, 10], q: [5, 55], topics: ["heading?"] });
  assert.deepEqual(asked(years, { heading: "no" }).p, [2019, 30, 10]);
  assert.deepEqual(asked("\t1\t2\nnorth\t30\t5\nsouth\t10\t55"), { p: [30, 10], q: [5, 55], topics: [] });

  const totals = "a\t3\t1\nb\t1\t3\nTotal\t4\t4";
  assert.deepEqual(asked(totals), { p: [3, 1], q: [1, 3], topics: ["total"] });
  assert.deepEqual(asked(totals, { total: "no" }).p, [3, 1, 4]);
  assert.deepEqual(asked(totals.replace("Total", "c")).topics, ["total?"]);
  assert.deepEqual(asked("Total\t5\t5\nb\t1\t3\nc\t3\t1").topics, ["total?"], "called a total, and none");
  assert.deepEqual(asked("a\t3\t1\t4\nb\t1\t3\t4"), { p: [3, 1], q: [1, 3], topics: ["laws", "names"] });

  const thousands = "a\t1.200\t900\nb\t800\t1.100";
  assert.deepEqual(asked(thousands).topics, ["mark?"]);
  assert.deepEqual(asked(thousands, { mark: "thousands" }).p, [1200, 800]);
  assert.deepEqual(asked(thousands, { mark: "decimal" }).p, [1.2, 800]);
  assert.deepEqual(asked("1,234\t5,678\n2,345\t6,789").topics, ["mark?", "laws"]);
  for (const text of [
    "1.200,5\t900\n800\t1.100",
    "1,200.5\t900\n800\t1,100",
    "1 200,5\t900\n800\t1 100",
    "1’200.5\t900\n800\t1’100",
    '"1,200.5",900\n800,"1,100"',
    "1_200.5 900\n800 1_100",
  ]) {
    assert.deepEqual(asked(text), { p: [1200.5, 800], q: [900, 1100], topics: ["laws"] }, text);
  }
  assert.deepEqual(readColumns('a,"0,5","0,25"\nb,"0,5","0,75"').p, [0.5, 0.5]);
  assert.deepEqual(asked("0.125\t0.250\n0.875\t0.750\n0.000\t0.000").topics, []);
  assert.throws(() => readColumns("1,200\t1.200\n3,400\t3.400"), /two ways/);

  const doubled = "a\t1\t2\nb\t3\t4\na\t5\t6";
  assert.deepEqual(asked(doubled), { p: [6, 3], q: [8, 4], topics: ["same?"] });
  assert.deepEqual(asked(doubled, { same: "apart" }).p, [1, 3, 5]);
});

test("an empty cell is a cell, and is said to be empty", () => {
  assert.throws(() => readColumns("0\t185\t190\n1\t1149\t1200\n2\t14\t\n3\t4\t2"), /q in line 3 is empty. Write 0/);
  assert.throws(() => readColumns("sun\t18\t20\nsnow\t1\t"), /q in line 2 is empty/);
  assert.throws(() => readColumns("sun,18,20\nsnow,,1"), /p in line 2 is empty/);
  assert.deepEqual(readColumns("sun\t18\t20\t\nsnow\t1\t3\t").q, [20, 3], "a column with nothing in it is none");
  assert.deepEqual(readColumns("sun\t18\t20\n\t\t\nsnow\t1\t3").q, [20, 3], "nor is such a line");
});

test("rows or columns: the likelier is taken and can be changed, and either is asked about", () => {
  assert.deepEqual(asked("3 1 2 4\n1 3 2 4"), { p: [3, 1, 2, 4], q: [1, 3, 2, 4], topics: ["laws?"] });
  assert.deepEqual(asked("[[30, 5], [10, 55]]").topics, ["laws?"]);
  assert.deepEqual(asked("[[30, 5], [10, 55]]", { laws: "columns" }).p, [30, 10]);
  assert.deepEqual(asked("[[30, 5], [10, 55], [1, 1]]"), { p: [30, 10, 1], q: [5, 55, 1], topics: [] });
  assert.deepEqual(asked("[[0.5, 0.5], [0.9, 0.1]]").p, [0.5, 0.5]);
  assert.deepEqual(asked("0 0.5 0.5\n1 0.5 0.5").p, [0.5, 0.5], "numbered outcomes");
  assert.deepEqual(asked("a\t0.2\t0.3\t0.5\nb\t0.1\t0.1\t0.8").p, [0.2, 0.3, 0.5], "two rows with labels");
  assert.deepEqual(asked("\tx\ty\tz\nq\t1\t2\t3\np\t3\t2\t2").q, [1, 2, 3], "labels that exchange them");
  assert.deepEqual(readColumns("q\tp\n1\t2\n3\t5").p, [2, 5], "a heading that exchanges them");
  assert.deepEqual(asked("5 3 4\n2 1 1\n7 2 6").topics, ["names?"], "numbers that count nothing before p and q");
  assert.deepEqual(asked("1 3 4\n2 1 1\n3 2 6").topics, [], "numbered outcomes");
});

test("what is no pair of laws is told apart", () => {
  const objections: [string, RegExp][] = [
    ["[0.5, 0.5]", /one list, of 2 numbers. Give two/],
    ["[0.5, ..., 0.5]\n[1, 2]", /leaves numbers out/],
    ["[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]", /There are 3 lists/],
    ["{'a': 1, 'b': 2}", /There is one law/],
    ["city\tmen\nParis\t3\nRome\t4", /q|p/],
    ["x\tp\tq\na\t1\t2\nb\t2\t2\n\nx\tp\tq\na\t1\t2", /two tables: one from line 1, one from line 5/],
    ["0.5\n0.5", /one column/],
  ];
  for (const [text, words] of objections) {
    assert.throws(
      () => readColumns(text),
      (error) => error instanceof Unreadable && words.test(error.message),
      text,
    );
  }
});

test("a table's headings that are numbers, and its sums", () => {
  const named = readGrid("\t2019\t2024\nnorth\t30\t5\nsouth\t10\t55");
  assert.deepEqual(
    [named.columns, named.rows],
    [
      ["2019", "2024"],
      ["north", "south"],
    ],
  );
  const inDoubt = readGrid("region\t2019\t2024\nnorth\t30\t5\nsouth\t10\t55").doubts;
  assert.deepEqual(
    inDoubt.map(({ topic, settled }) => [topic, settled]),
    [["heading", false]],
  );
  assert.deepEqual(readGrid("\t0\t1\n0\t30\t5\n1\t10\t55").rows, ["0", "1"]);
  const margins = readGrid("\twet\tdry\tTotal\nrain\t30\t5\t35\nsun\t10\t55\t65\nTotal\t40\t60\t100");
  assert.deepEqual(margins.cells, [
    [30, 5],
    [10, 55],
  ]);
  assert.match(margins.assumed.join(" "), /row “Total” and the column “Total” are left out/);
  assert.deepEqual(readGrid("array([[30,  5],\n       [10, 55]])").cells, [
    [30, 5],
    [10, 55],
  ]);
  assert.deepEqual(readGrid("[30 5; 10 55]").cells, [
    [30, 5],
    [10, 55],
  ]);
  assert.throws(() => readGrid("\ta\tb\nx\t1\t2\ny\t3\t4\nTotal\t5\t6"), /called a total/);
});

test("no text takes long, whatever its shape", () => {
  const long = 100_000;
  const shapes = [
    "A",
    " ",
    "1",
    "[",
    "(",
    "'",
    '"',
    ",",
    "a[",
    "1 ",
    "[1",
    "a=",
    "] [",
    "\t",
    "1\n",
    "-",
    "|",
    "…",
    "(a,",
    "c(",
    "1,",
    "[1] ",
    "\\begin{",
    "\\frac",
    "& ",
    "\\\\",
    "<a>",
    "½",
    "| f64 ",
  ];
  for (const shape of shapes) {
    for (const text of [
      shape.repeat(long / shape.length),
      `${shape.repeat(long / shape.length)} 1 1\nb 1 2`,
      `x${" ".repeat(long)}${shape} 1`,
    ]) {
      const start = performance.now();
      for (const read of [readColumns, readGrid]) {
        try {
          read(text);
        } catch (error) {
          assert.ok(error instanceof Unreadable, `${shape}: ${error}`);
        }
      }
      const took = performance.now() - start;
      assert.ok(took < 2000, `${JSON.stringify(shape)} took ${took} ms`);
    }
  }
});

test("what else programs and people write", () => {
  for (const text of [
    "| p | q |\n|:-:|--:|\n| **0.5** | `0.25` |\n| 0.5 | 0.75 |",
    "+---+---+\n| p | q |\n+---+---+\n| 0.5 | 0.25 |\n| 0.5 | 0.75 |\n+---+---+",
    " p   | q \n-----+------\n 0.5 | 0.25\n 0.5 | 0.75\n(2 rows)",
    "shape: (2, 2)\n┌─────┬──────┐\n│ p   ┆ q    │\n│ --- ┆ ---  │\n│ f64 ┆ f64  │\n╞═════╪══════╡\n│ 0.5 ┆ 0.25 │\n│ 0.5 ┆ 0.75 │\n└─────┴──────┘",
    "# A tibble: 2 × 2\n      p     q\n  <dbl> <dbl>\n1   0.5  0.25\n2   0.5  0.75",
    "\\begin{tabular}{rr}\np & q \\\\ \\hline\n$\\frac{1}{2}$ & 25\\% \\\\\n0.5 & 75\\% \\\\\n\\end{tabular}",
    "0.5 & 0.25 \\\\ 0.5 & 0.75 \\\\",
    "½ ¼\n½ ¾",
    "５\t２５\n５\t７５",
    "p = [0.5, 0.5]  # truth\nq = [0.25, 0.75]  # belief",
    "p = [0.5 0.5]; % truth\nq = [0.25 0.75]; % belief",
    "const p = [0.5, 0.5]; // truth\nconst q = [0.25, 0.75];",
    "[1//2, 1//2]\n[1//4, 3//4]",
    "      p     q\n0  0.50  0.25\n1  0.50  0.75\n\n[2 rows x 2 columns]",
    "0    0.5\n1    0.5\ndtype: float64\n0    0.25\n1    0.75\ndtype: float64",
    "1    0.5\n0    0.5\nName: proportion, dtype: float64\n\n0    0.75\n1    0.25\nName: proportion, dtype: float64",
    "0.5\t0.25\u20280.5\t0.75",
    '{"names": ["a", "b"], "p": [0.5, 0.5], "q": [0.25, 0.75]}',
    '[{"name": "a", "p": 0.5, "q": 0.25}, {"name": "b", "p": 0.5, "q": 0.75}]',
    '[{"name": "a", "new": 0.5, "old": 0.25}, {"name": "b", "new": 0.5, "old": 0.75}]',
    '{"a": {"q": 0.25, "p": 0.5}, "b": {"q": 0.75, "p": 0.5}}',
    '{"p": 0.5, "q": 0.25}\n{"p": 0.5, "q": 0.75}',
    "a\t0.5\t0.25\nb\t0.5\t0.75\nAverage\t0.5\t0.5",
    "10%\t0.5\t0.25\n20%\t0.5\t0.75",
  ]) {
    const { p, q } = readColumns(text);
    const share = (values: readonly number[]) => values.map((value) => value / values.reduce((a, b) => a + b));
    assert.deepEqual([share(p), share(q)], [TWO.p, TWO.q], text);
  }
  const records = '[{"name": "a", "p": 1, "q": 2}, {"name": "b", "p": 3, "q": 4}, {"name": "c", "p": 5, "q": 6}]';
  assert.deepEqual(readColumns(records).outcomes, ["a", "b", "c"]);
});

test("what would be read as something else is refused", () => {
  const objections: [string, RegExp][] = [
    ["3 1 // first\n1 3", /p in line 1 is “\/\/”/],
    ["3,1;1,3", /one outcome/],
    ["a\t3\t1\t75%\t25%\nb\t1\t3\t25%\t75%", /5 columns/],
    ["75%\t1\n25\t3", /p has 75% beside 25/],
    ["  p  q\n0 1  2\n.. ... ...\n9 3  4", /leaves numbers out/],
    ["1½ 2\n1 2", /“1½”, which is no number/],
    ['[{"name": "a", "p": 1}, {"name": "b", "p": 3}]', /Each outcome has 1 number: p/],
  ];
  for (const [text, words] of objections) {
    assert.throws(
      () => readColumns(text),
      (error) => error instanceof Unreadable && words.test(error.message),
      text,
    );
  }
  assert.match(readColumns("# by hand\na,3,1\nb,1,3").assumed.join(" "), /“# by hand”, is left out/);
});

test("tables as programs print them", () => {
  for (const text of [
    "   y\nx    u  v\n  a 10  0\n  b  0 20",
    "     u  v Sum\na   10  0  10\nb    0 20  20\nSum 10 20  30",
    "col_0   u   v\nrow_0        \na      10   0\nb       0  20",
    "|  | u | v |\n|--|--|--|\n| a | 10 | 0 |\n| b | 0 | 20 |",
    "\\begin{bmatrix} 10 & 0 \\\\ 0 & 20 \\end{bmatrix}",
    "2×2 Matrix{Int64}:\n 10   0\n  0  20",
    "1 10 0\n2 0 20",
  ]) {
    assert.deepEqual(
      readGrid(text).cells,
      [
        [10, 0],
        [0, 20],
      ],
      text,
    );
  }
  const numbered = readGrid("1 10 0\n2 0 20", { names: "no" });
  assert.deepEqual(numbered.cells[0], [1, 10, 0]);
  assert.deepEqual(
    numbered.doubts.map(({ topic }) => topic),
    ["names"],
  );
  assert.throws(() => readGrid("\tu\tv\na\t10\t2\nb\t2\t10\nMean\t6\t6"), /holds the means/);
  assert.throws(() => readGrid("\tu\tshare\nb\t10\t50%\nc\t10\t50%"), /50% beside 10/);
});
