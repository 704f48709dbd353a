// The bar board in Observable Plot: three charts, each made anew, which is its way to change.
import { axisX, barX, barY, plot, ruleX, ruleY, text } from "@observablehq/plot";
import { drawWith, OUTCOMES } from "./board.mjs";

const WHO = ["p is true", "q is true"];
const size = { width: 340, height: 220 };
const label = (value) => value.toFixed(3);

drawWith(({ p, q, terms, bills }) => {
  const laws = OUTCOMES.flatMap((outcome, i) => [
    { outcome, law: "p", share: p[i] },
    { outcome, law: "q", share: q[i] },
  ]);
  const sums = [...OUTCOMES, "sum"].map((outcome, i) => ({ outcome, term: terms[i] }));
  const parts = bills.flatMap(([h, d], i) => [
    { who: WHO[i], part: "H", bits: h },
    { who: WHO[i], part: "D", bits: d },
  ]);
  document.body.replaceChildren(
    plot({
      ...size,
      marks: [
        barY(laws, { fx: "outcome", x: "law", y: "share", fill: "law" }),
        text(laws, { fx: "outcome", x: "law", y: "share", text: ({ share }) => label(share), dy: -6 }),
        ruleY([0]),
      ],
    }),
    plot({
      ...size,
      x: { domain: [...OUTCOMES, "sum"] },
      marks: [
        barY(sums, { x: "outcome", y: "term" }),
        text(sums, { x: "outcome", y: "term", text: ({ term }) => label(term), dy: -6 }),
        ruleY([0]),
      ],
    }),
    plot({ ...size, marks: [barX(parts, { y: "who", x: "bits", fill: "part" }), axisX(), ruleX([0])] }),
  );
});
