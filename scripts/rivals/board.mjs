// What the bar board shows, for other libraries to draw: the same laws, the same mathematics.
import { entropy, klDivergence, logRatioTerm } from "../../site_src/widgets/mathematics/information.ts";
import { moveShare, pairs } from "../../site_src/widgets/mathematics/laws.ts";

export const OUTCOMES = ["a", "b", "c", "d"];
const P = [0.5, 0.25, 0.125, 0.125];
const Q = [0.125, 0.5, 0.25, 0.125];

/** Let the page be drawn, and drawn anew when p of the first outcome is moved: `change(share)`. */
export function drawWith(draw) {
  const bits = (nats) => nats / Math.LN2;
  globalThis.change = (share) => {
    const p = moveShare(P, 0, share);
    const terms = pairs(p, Q).map(([a, b]) => bits(logRatioTerm(a, b)));
    const bill = (truth, belief) => [bits(entropy(truth)), bits(klDivergence(truth, belief))];
    draw({ p, q: Q, terms: [...terms, bits(klDivergence(p, Q))], bills: [bill(p, Q), bill(Q, p)] });
  };
  change(P[0]);
}
