// The bar board in Plotly: three charts, each brought up to date by `react`.
import Plotly from "plotly.js-basic-dist-min";
import { drawWith, OUTCOMES } from "./board.mjs";

const WHO = ["p is true", "q is true"];
const SIZE = { width: 340, height: 220, margin: { t: 20, r: 10, b: 30, l: 40 }, showlegend: false };
const boxes = [1, 2, 3].map(() => document.body.appendChild(document.createElement("div")));
const text = (values) => values.map((value) => value.toFixed(3));

drawWith(({ p, q, terms, bills }) => {
  const bars = (name, y) => ({ type: "bar", name, x: OUTCOMES, y, text: text(y) });
  Plotly.react(boxes[0], [bars("p", p), bars("q", q)], { ...SIZE, barmode: "group" }, { staticPlot: true });
  const sum = { type: "bar", x: [...OUTCOMES, "sum"], y: terms, text: text(terms) };
  Plotly.react(boxes[1], [sum], SIZE, { staticPlot: true });
  const parts = [0, 1].map((i) => ({ type: "bar", orientation: "h", y: WHO, x: bills.map((bill) => bill[i]) }));
  Plotly.react(boxes[2], parts, { ...SIZE, barmode: "stack" }, { staticPlot: true });
});
