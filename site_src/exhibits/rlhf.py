"""Exhibits of the page on RLHF, PPO and DPO, which is in nats."""

from math import e, inf

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, GRID, INK, LINE, MUTED, P_INK, PAPER, Q_INK, D, P, Q, Table, canvas
from extrabits import k2, kl_divergence
from extrabits._checks import Array
from studies import k_estimators, noisy_judge, preferences, wrong_judge
from studies import leashed_policies as leashed
from studies.k_estimators import REFERENCE
from studies.leashed_policies import BETA, REWARD

STEPS = 20_000
FARTHEST = 11  # nats, in the picture of the judge's error
DRAWN = 12  # thin lines
ENDS = 9  # nats, where the answers that were drawn begin to run out
LAB_D, LAB_DRAWS = 2, 10  # of the still figure: nats, and draws of one estimate
SOME_N = (1, 4, 16, 54, 256, 1024, 4096, 65536)


def over_optimised() -> Figure:
    """The best of n: what the judge says of it and what it is worth, by the divergence; two kinds of error."""
    figure, (axes,) = canvas(3.4)
    nats = np.linspace(0, FARTHEST, 89)
    heavy = [noisy_judge.best_of(noisy_judge.n_at(d)) for d in nats]
    light = [noisy_judge.best_of(noisy_judge.n_at(d), heavy=False).truth for d in nats]
    axes.plot(nats, light, color=MUTED, linewidth=1.4)
    axes.plot(nats, [best.score for best in heavy], color=Q)
    axes.plot(nats, [best.truth for best in heavy], color=P)
    most = noisy_judge.best_n()
    axes.plot(leashed.bound(most), noisy_judge.best_of(most).truth, "o", color=P, markersize=6)
    axes.text(leashed.bound(most), 1.12, f"n = {most}", color=P_INK, ha="center")
    axes.text(3.2, 3.65, "score", color=Q_INK, ha="right")
    axes.text(6.3, 0.9, "true reward", color=P_INK)
    axes.text(10.9, 2.45, "the same, under\na Gaussian error", color=MUTED, ha="right", va="center")
    axes.set(xlabel="D(best of n‖reference), nats", ylabel="mean", xlim=(0, FARTHEST), ylim=(0, 4), yticks=range(5))
    return figure


def frontier() -> Figure:
    """The most reward for each divergence, the line that touches at β = ½, and the best of n."""
    figure, (axes,) = canvas(3.3)
    best = leashed.optimum()
    tilted = [leashed.optimum(1 / t) for t in np.linspace(0.001, 14, 200)]
    nats = [0.0, *map(leashed.distance, tilted), 1.8]
    rewards = [leashed.reward(REFERENCE), *map(leashed.reward, tilted), 1.0]
    line = np.array([0, 1.45])
    axes.plot(line, leashed.value() + BETA * line, color=D, linewidth=1.6)
    axes.plot(nats, rewards, color=INK)
    axes.plot(leashed.distance(best), leashed.reward(best), "o", color=D, markersize=7)
    for n in (2, 4, 8):
        law = leashed.best_of(n)
        axes.plot(leashed.distance(law), leashed.reward(law), "o", color=Q, markersize=6)
        axes.text(leashed.distance(law) + 0.05, leashed.reward(law) - 0.04, f"n = {n}", color=Q_INK, va="top")
    axes.text(0.66, 0.76, "optimum for β = ½", color=D_INK, ha="right", va="bottom")
    axes.text(1.78, 0.9, "no policy above", color=INK, ha="right", va="top")
    axes.set(xlabel="D(π‖reference), nats", ylabel="mean reward", xlim=(0, 1.8), ylim=(-0.15, 1.12))
    axes.set(yticks=[0, 0.5, 1], xticks=[0, 0.5, 1, 1.5])
    return figure


def drawn() -> Figure:
    """The true reward of tilted policies over drawn answers, single and on average, and that of the best of n."""
    figure, (axes,) = canvas(3.3)
    nats = np.linspace(0, ENDS, 73)
    tilted = np.array([noisy_judge.truth_at(d) for d in nats])
    axes.plot(nats, tilted[:, :DRAWN], color=D, linewidth=0.7)
    axes.plot(nats, tilted.mean(axis=1), color=D)
    axes.plot(nats, [noisy_judge.best_of(noisy_judge.n_at(d)).truth for d in nats], color=P)
    axes.text(3, 1.6, "best of n", color=P_INK, ha="center")
    axes.text(0.15, -0.75, "tilted to the score", color=D_INK)
    axes.set(xlabel="D(π‖reference), nats", ylabel="true reward", xlim=(0, ENDS), ylim=(-1.6, 2), yticks=[-1, 0, 1, 2])
    return figure


def leash() -> Figure:
    """The reference and the policy with the most truth; above its divergence the most score, and the true reward."""
    figure, (bars, way) = canvas(4.6, rows=2, height_ratios=(1, 1.7))
    most = wrong_judge.best()
    tilt = 1 / most.beta
    place, policy = np.arange(len(wrong_judge.ANSWERS)), wrong_judge.tilted(tilt)
    bars.bar(place - 0.19, wrong_judge.REFERENCE, 0.34, color=GRID, edgecolor=MUTED)
    bars.bar(place + 0.19, policy, 0.34, color=D)
    bars.text(1.19, policy[1] + 0.03, "π", color=D_INK, ha="center")
    bars.text(0.81, wrong_judge.REFERENCE[1] + 0.03, "reference", color=MUTED, ha="center")
    bars.set(xticks=place, xticklabels=wrong_judge.ANSWERS, yticks=[0, 0.5], ylim=(0, 0.62))
    tilts = [*np.linspace(0, 3, 121), *np.geomspace(3.1, 60, 80), inf]
    nats = [wrong_judge.distance(t) for t in tilts]
    far, score = wrong_judge.distance(tilt), wrong_judge.reward(tilt, wrong_judge.SCORE)
    way.plot([0, 1.8], score + most.beta * (np.array([0, 1.8]) - far), color=D, linewidth=1.4)
    way.plot(nats, [wrong_judge.reward(t, wrong_judge.SCORE) for t in tilts], color=Q)
    way.plot(nats, [wrong_judge.reward(t) for t in tilts], color=P)
    way.plot(far, score, "o", color=D, markersize=7)
    way.plot(far, most.truth, "o", color=P, markerfacecolor=PAPER, markersize=7)
    way.text(2.3, 4.3, "score", color=Q_INK, va="top")
    way.text(0.5, 1.7, f"best β = {most.beta:.2f}", color=P_INK, va="top")
    way.text(2.4, 1.9, "true reward", color=P_INK)
    way.set(xlabel="D(π‖reference), nats", ylabel="mean, points", xlim=(0, 4), ylim=(0, 5.3), yticks=range(6))
    return figure


def lab() -> Figure:
    """A thousand estimates by k1, k2 and k3 from ten draws each, two nats apart, and how the three scatter by D."""
    figure, axes = canvas(5.2, rows=4, height_ratios=(1, 1, 1, 1.7))
    *rows, curves = axes
    _repeated(rows)
    _scatter_by_divergence(curves)
    return figure


def _repeated(rows: list[Axes]) -> None:
    estimates = k_estimators.repeated(LAB_D, LAB_DRAWS, 1000, seed=1)
    moments = k_estimators.gaussian_moments(LAB_D)
    for axes, (name, (mean, variance)), drawn in zip(rows, moments.items(), estimates.T, strict=True):
        heights, edges = np.histogram(drawn, np.linspace(0, 9, 46))
        axes.stairs(heights / heights.max(), edges, fill=True, color=LINE)
        axes.axhline(0, color=LINE, linewidth=1)
        axes.axvline(LAB_D, color=D, linewidth=1.6)
        sd = (variance / LAB_DRAWS) ** 0.5
        axes.plot([mean - sd, mean + sd], [-0.12, -0.12], color=INK)
        axes.plot(mean, -0.12, "o", color=INK, markersize=5)
        axes.text(9, 0.95, f"{name}: {mean:.0f} ± {sd:.2f}", color=INK, ha="right", va="top")
        axes.set(xlim=(0, 9), ylim=(-0.25, 1.08), yticks=[], xticks=range(0, 10, 2))
        axes.spines["left"].set_visible(False)
        axes.tick_params(axis="x", labelbottom=name == "k3")
    rows[-1].set_xlabel("estimate, nats")


def _scatter_by_divergence(axes: Axes) -> None:
    nats = np.linspace(0.05, 3, 119)
    lines = {"k1": (INK, "-"), "k2": (MUTED, "--"), "k3": (INK, ":")}
    for name, (colour, dashes) in lines.items():
        sd = [k_estimators.gaussian_moments(d)[name].variance ** 0.5 / d for d in nats]
        axes.plot(nats, sd, color=colour, linestyle=dashes)
        axes.text(3.05, sd[-1], name, color=colour, va="center")
    crossing = k_estimators.crossing() ** 2 / 2
    height = k_estimators.deviations(k_estimators.crossing())[0] / crossing
    axes.plot(crossing, height, "o", color=INK, markerfacecolor=PAPER, markersize=6, zorder=3)
    axes.text(crossing, height + 1.2, f"{crossing:.3f} nats", color=INK)
    axes.set(xlabel="D(p‖q), nats", ylabel="sd of a draw / D", xlim=(0, 3), ylim=(0, 7), yticks=[0, 2, 4, 6])


def three_answers() -> Table:
    """The reference, the factor and the optimum."""
    factors = np.exp(REWARD / BETA)
    rows = zip("123", REWARD, REFERENCE, factors, leashed.optimum(), strict=True)
    cells = [[n, _signed(r, 0), f"{ref:.1f}", f"{factor:.3f}", f"{best:.4f}"] for n, r, ref, factor, best in rows]
    return [["answer", "reward", "reference", "times", "optimum"], *cells]


def best_of_many() -> Table:
    """The best of n by the judge: its divergence, its score and its true reward under both kinds of error."""
    rows = []
    for n in SOME_N:
        heavy, light = noisy_judge.best_of(n), noisy_judge.best_of(n, heavy=False)
        values = (leashed.bound(n), heavy.score, heavy.truth, light.truth)
        rows.append([str(n), *(f"{abs(value):.2f}" for value in values)])
    return [["n", "D, nats", "score", "true reward", "with a Gaussian error"], *rows]


def values() -> Table:
    """Means and deviations of the estimates along the optima."""
    rows = []
    for name, beta in (("2", 2), ("1", 1), ("½", 0.5), ("⅓", 1 / 3), ("¼", 0.25)):
        policy = leashed.optimum(beta)
        square = k2(np.log(REFERENCE / policy))
        one, three = leashed.deviations(policy)
        spread = float(np.sqrt(policy @ square**2 - (policy @ square) ** 2))
        numbers = (leashed.distance(policy), float(policy @ square), one, spread, three)
        rows.append([name, *(f"{number:.3f}" for number in numbers)])
    return [["β", "mean of k1, k3", "mean of k2", "sd of k1", "sd of k2", "sd of k3"], *rows]


def estimators() -> Table:
    """What the mean gradient of each estimator is, and which divergence has that gradient."""
    rows = [
        [name, *(_signed(slope, 3) for slope in k_estimators.mean_gradient(name)), k_estimators.gradient_of(name)]
        for name in k_estimators.SLOPES
    ]
    return [["loss", "logit 1", "logit 2", "logit 3", "gradient of"], *rows]


def ends() -> Table:
    """Where the reward less β times each estimator, as a loss, leads."""
    rows = []
    for name in k_estimators.SLOPES:
        policy = leashed.climbed(name, STEPS)
        numbers = [*policy, leashed.reward(policy), leashed.distance(policy)]
        rows.append([name, *(f"{number:.3f}" for number in numbers)])
    return [["loss", "π(1)", "π(2)", "π(3)", "reward", "D(π‖ref)"], *rows]


def fits() -> Table:
    """What DPO makes of so many preferences for each pair."""
    laws = {_thousands(times): preferences.fit(times) for times in (100, 1000, 10_000)}
    laws["endless"] = preferences.dpo(preferences.expected())
    cells = [[name, *(f"{share:.3f}" for share in law), f"{_from_optimum(law):.4f}"] for name, law in laws.items()]
    return [["times", "π(1)", "π(2)", "π(3)", "D(π‖π*)"], *cells]


def apart(beta: float, steps: int) -> float:
    """The difference of the first two answers' log-ratios after so many steps, when the first has won each time."""
    ratio = np.log(preferences.unanimous(beta, steps) / REFERENCE)
    return float(ratio[0] - ratio[1])


def _from_optimum(law: Array) -> float:
    return float(kl_divergence(law, leashed.optimum(), base=e))


def _signed(value: float, digits: int) -> str:
    shown = f"{value:.{digits}f}"
    return shown.removeprefix("-") if not float(shown) else shown.replace("-", "−")


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f") if number >= 10_000 else str(number)
