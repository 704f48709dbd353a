"""Exhibits of the page on tests by the likelihood ratio: tumours, errors, early stopping, Bayes factors. In nats."""

from itertools import pairwise
from math import exp, inf, log

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, LINE, MUTED, P_INK, Q_INK, D, P, Q, Table, canvas
from studies import (
    bayes_factors,
    coins,
    evidence_races,
    sequential_betas,
    telling_apart,
    tumour_scores,
    two_betas,
    weighed_runs,
)
from studies.coins import BELIEF, FAIR
from studies.two_betas import NARROW, WIDE

MODELS = ("logistic", "naive")
TOSSED = (50, 100, 200, 400, 800)
DEMANDS = {"5\u00a0%, 5\u00a0%": (0.05, 0.05), "0.1\u00a0%, 0.1\u00a0%": (0.001, 0.001), "5\u00a0%, 10⁻⁶": (0.05, 1e-6)}
SAMPLES = (100, 10_000, 1_000_000)
PRIORS = {"Beta(½, ½)": 0.5, "Beta(1, 1)": 1, "Beta(100, 100)": 100, "Beta(1000, 1000)": 1000}
LOUDEST = 1.68
RUNNERS, SEED = 10, 1  # as the widget of the page begins


def bands() -> Table:
    """What the samples are for which a model claims a ratio in some band."""
    edges = ["0", "1/100", "1/10", "1", "10", "100"]
    names = [f"{low} to {high}" for low, high in pairwise(edges[1:])]
    names = ["below 1/100", *names, "from 100 on"]
    found = zip(*(tumour_scores.bands(model) for model in MODELS), strict=True)
    rows = [
        [name, *(cell for band in both for cell in (f"{band.malignant} : {band.benign}", _ratio(band.found)))]
        for name, both in zip(names, found, strict=True)
    ]
    return [["ratio claimed", "logistic", "found", "naive Bayes", "found"], *rows]


def costs() -> Table:
    """What thresholds cost in the clinic."""
    right, prior = tumour_scores.threshold(), log(tumour_scores.prior_odds())
    rules = [
        ("logistic, ratio", "logistic", right),
        ("logistic, odds taken for a ratio", "logistic", right - prior),
        ("logistic, odds taken for the clinic's", "logistic", -log(tumour_scores.COST_OF_A_MISS) - prior),
        ("naive Bayes, ratio", "naive", right),
        ("naive Bayes, best in hindsight", "naive", tumour_scores.in_hindsight("naive")),
    ]
    rows = []
    for name, model, least in rules:
        made = tumour_scores.rule(model, least)
        rows.append([name, f"{exp(least):.2g}", str(made.false_alarms), str(made.missed), f"{made.cost:.3f}"])
    return [["alarm by", "from a ratio of", "false alarms", "missed", "cost"], *rows]


def simulated() -> Table:
    """How often the best test takes the 62 % coin for fair: exactly, by counting, and by weighing runs of the other."""
    rows = []
    for n in TOSSED:
        exact, weighed = telling_apart.missed(n), weighed_runs.weighed(n)
        rows.append(
            [
                str(n),
                _scientific(exact, 3),
                _thousands(weighed_runs.counted(n)),
                _scientific(weighed.mean, 3),
            ]
        )
    return [["n", "β, exact", "counted", "β, weighed"], *rows]


def sequential() -> Table:
    """Wald's test between the two Betas, asked for some errors: those that it has, and how long it takes."""
    rows = [
        ["α at most", *(_per_cent(alpha / (1 - beta)) for alpha, beta in DEMANDS.values())],
        ["**α**", *(f"**{_per_cent(sequential_betas.errors(*asked).alpha)}**" for asked in DEMANDS.values())],
        ["β at most", *(_per_cent(beta / (1 - alpha)) for alpha, beta in DEMANDS.values())],
        ["**β**", *(f"**{_per_cent(sequential_betas.errors(*asked).beta)}**" for asked in DEMANDS.values())],
    ]
    for name, truth in (("p", NARROW), ("q", WIDE)):
        rows += [
            [
                f"{name} true: Wald's formula",
                *(f"{sequential_betas.walds_number(truth, *a):.2f}" for a in DEMANDS.values()),
            ],
            [f"{name} true: at least", *(f"{sequential_betas.least_number(truth, *a):.2f}" for a in DEMANDS.values())],
            [
                f"**{name} true: draws**",
                *(f"**{sequential_betas.mean_draws(truth, *a):.2f}**" for a in DEMANDS.values()),
            ],
        ]
        if truth == NARROW:
            rows.append(["p true: at most", *(f"{sequential_betas.most_number(*a):.2f}" for a in DEMANDS.values())])
    return [["errors asked for", *DEMANDS], *rows]


def factors() -> Table:
    """Three results with a p-value just above 5 %: Bayes factors against the fair coin, by the prior of the share."""
    heads = [bayes_factors.almost_significant(n) for n in SAMPLES]
    pairs = list(zip(heads, SAMPLES, strict=True))
    return [
        ["heads", *(f"{_thousands(k)} of {_thousands(n)}" for k, n in pairs)],
        ["p-value", *(f"{100 * bayes_factors.two_sided(k, n):.2f}\u00a0%" for k, n in pairs)],
        *([prior, *(_factor(bayes_factors.factor(k, n, a)) for k, n in pairs)] for prior, a in PRIORS.items()),
        ["share seen", *(_factor(bayes_factors.largest(k, n)) for k, n in pairs)],
    ]


def roc() -> Figure:
    """Hits and false alarms of the two models on all samples, and the threshold that the clinic's costs ask for."""
    figure, (axes,) = canvas(4.1)
    for model, colour in zip(MODELS, (INK, MUTED), strict=True):
        drawn = tumour_scores.curve(model)
        axes.plot(
            100 * drawn.false_alarms, 100 * drawn.hits, color=colour, linewidth=2.2 if model == "logistic" else 1.6
        )
        made = tumour_scores.rule(model, tumour_scores.threshold())
        axes.plot(*_place(made), "o", color=colour, markersize=8)
    x, y = _place(tumour_scores.rule("logistic", tumour_scores.threshold()))
    run = np.array([-4.4, 5.6])
    axes.plot(x + run, y + exp(tumour_scores.threshold()) * run, color=D, linewidth=1.6, linestyle=(0, (4, 2)))
    axes.text(12.6, 99.3, "slope 0.95", color=D_INK, va="bottom", ha="center")
    axes.text(17, 94.6, "logistic regression", color=INK, va="top")
    axes.text(8, 86.2, "naive Bayes", color=MUTED, va="center")
    axes.set(xlabel="false alarms, % of the benign", ylabel="hits, % of the malignant", xlim=(0, 30), ylim=(70, 101))
    axes.set(xticks=[0, 10, 20, 30], yticks=[70, 80, 90, 100])
    return figure


def race() -> Figure:
    """Ten races of Wald's test with either coin, the two slopes, and the two limits."""
    figure, (axes,) = canvas(3.4)
    limit = evidence_races.LIMIT
    for k, (heads, colour, slope) in enumerate(
        ((FAIR, P, coins.divergence()), (BELIEF, Q, -coins.divergence(BELIEF, FAIR)))
    ):
        for runner in range(RUNNERS):
            evidence = evidence_races.race(heads, SEED, 2 * runner + k)
            axes.plot(evidence, color=colour, linewidth=1, alpha=0.75)
            axes.plot(len(evidence) - 1, evidence[-1], "o", color=colour, markersize=4)
        axes.plot([0, limit / abs(slope)], [0, limit * np.sign(slope)], color=D, linestyle=(0, (4, 2)), zorder=3)
    for name, sign, colour, true in (("p", 1, P_INK, "fair coin"), ("q", -1, Q_INK, "62 % coin")):
        axes.axhline(sign * limit, color=INK, linewidth=1.2)
        side = "bottom" if sign > 0 else "top"
        axes.text(2, sign * (limit + 0.42), f"say {name} at 19 : 1", color=INK, va=side)
        axes.text(300, sign * (limit + 0.42), f"{true} true", color=colour, ha="right", va=side)
    axes.set(xlabel="tosses", ylabel="evidence for the fair coin, nats", xlim=(0, 300), ylim=(-4.3, 4.3))
    axes.set(xticks=[0, 100, 200, 300], yticks=[-2, 0, 2])
    return figure


def slopes() -> Figure:
    """The logarithm of the slope of a curve, over the hits and over the false alarms: its means are the divergences."""
    figure, panels = canvas(3.4, columns=2, sharey=True)
    drawn = two_betas.best_tests()
    logs = np.log(drawn.thresholds)
    for axes, shares, name in zip(panels, (drawn.hits, drawn.false_alarms), ("hits h", "false alarms f"), strict=True):
        _mean_height(axes, shares, logs)
        axes.set(xlabel=name, xlim=(0, 1), ylim=(-12, 3), xticks=[0, 0.5, 1], yticks=[-10, -5, 0])
        axes.set_xticklabels(["0", "½", "1"])
    panels[0].set(ylabel="ln of the slope")
    panels[0].text(0.04, -1.2, "mean height\nD(p‖q)", color=D_INK, va="top")
    panels[1].text(0.04, -5.2, "mean height\n−D(q‖p)", color=D_INK, va="top")
    return figure


def _mean_height(axes: Axes, shares: np.ndarray, logs: np.ndarray) -> None:
    """The curve, what lies between it and zero, and its mean height."""
    axes.fill_between(shares, logs, color=D, alpha=0.25, linewidth=0)
    axes.axhline(0, color=LINE, linewidth=1)
    axes.plot(shares, logs, color=INK)
    mean = float(np.trapezoid(logs, shares))
    axes.plot([0, 1], [mean, mean], color=D, linewidth=1.6, linestyle=(0, (4, 2)))


def _place(made: tumour_scores.Rule) -> tuple[float, float]:
    malignant = tumour_scores.malignant()
    return 100 * made.false_alarms / int((~malignant).sum()), 100 * (1 - made.missed / int(malignant.sum()))


def _ratio(value: float) -> str:
    if value == inf or value == 0:
        return "∞" if value else "0"
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}" if value < 10 else f"{value:.0f}"


def _factor(value: float) -> str:
    return f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def _per_cent(share: float) -> str:
    return f"{100 * share:.2f}\u00a0%" if share >= 1e-4 else _scientific(share, 2)


def _scientific(value: float, digits: int) -> str:
    if value >= 1e-3:
        return f"{value:#.{digits}g}"
    mantissa, power = f"{value:.{digits - 1}e}".split("e")
    return f"{mantissa}·10{str(int(power)).translate(str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f") if number >= 10_000 else str(number)
