"""What the calculator's page shows before its calculator runs: thirty days of weather against a forecast."""

from matplotlib.figure import Figure

import extrabits
from exhibits._drawing import D_INK, INK, LINE, MUTED, D, Table, canvas
from studies import binomials, weather
from studies.weather import FORECAST, KINDS
from studies.weldon_dice import DICE


def results() -> Table:
    """The measures between the days and the forecast, in bits where they have a unit."""
    p, q = weather.shares(), FORECAST
    measures = {
        "H(p), entropy of the days": extrabits.entropy(p),
        "H(q), entropy of the forecast": extrabits.entropy(q),
        "D(p‖q)": extrabits.kl_divergence(p, q),
        "D(q‖p)": extrabits.kl_divergence(q, p),
        "H(p, q), cross-entropy": extrabits.cross_entropy(p, q),
        "H(q, p), cross-entropy": extrabits.cross_entropy(q, p),
        "JSD, Jensen–Shannon divergence": extrabits.js_divergence(p, q),
    }
    plain = {
        "TV, total variation": extrabits.total_variation(p, q),
        "Hellinger distance": extrabits.hellinger_distance(p, q),
    }
    rows = [[name, f"{value:.4f}\u00a0bits"] for name, value in measures.items()]
    return [["measure", "value"], *rows, *([name, f"{value:.4f}"] for name, value in plain.items())]


def examples() -> str:
    """Texts to paste: Weldon's dice with what fair dice do, and three thirds that were rounded."""
    fair = binomials.law(len(DICE) - 1, 1 / 3)
    rows = [f"{shown}_{throws}_{share:.12g}" for shown, (throws, share) in enumerate(zip(DICE, fair, strict=True))]
    return f"Weldon’s dice|{'*'.join(rows)}|Rounded thirds|a_0.333_0.5*b_0.333_0.25*c_0.333_0.25"


def terms() -> Figure:
    """What each kind of weather adds to D(days‖forecast)."""
    values = [*weather.terms(), extrabits.kl_divergence(weather.shares(), FORECAST)]
    names = [*KINDS, "D(p‖q)"]
    figure, (axes,) = canvas(2.5)
    bars = axes.barh(range(len(values)), values, height=0.62, color=D)
    for bar in bars[:-1]:
        bar.set_alpha(0.55)
    for row, value in enumerate(values):
        left = value < 0
        axes.annotate(
            f"{value:.3f}".replace("-", "−"),
            (value, row),
            xytext=(-5 if left else 5, 0),
            textcoords="offset points",
            ha="right" if left else "left",
            va="center",
            color=D_INK if row == len(KINDS) else INK,
        )
    axes.set_yticks(range(len(values)), names)
    axes.tick_params(axis="y", length=0, labelcolor=INK)
    axes.axvline(0, color=LINE, linewidth=1)
    axes.invert_yaxis()
    axes.set_xlim(-0.42, 1.15)
    axes.set_xlabel("p log₂(p/q), bits", color=MUTED)
    axes.spines["left"].set_visible(False)
    return figure
