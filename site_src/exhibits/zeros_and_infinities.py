"""Exhibits of the page on zeros and infinities, which is in bits."""

from math import inf, log

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from exhibits._drawing import D_INK, INK, MUTED, D, Table, canvas
from exhibits._written import power_of_ten, scientific
from exhibits.libraries import saw
from extrabits import kl_divergence
from studies import slow_infinities, unseen_letters, zero_repairs
from traps._run import LAWS

LETTERS = 100
MORE = 1000
CALLS = {
    "NumPy": "scipy_stack.by_hand",
    "SciPy": "scipy_stack.special_rel_entr",
    "PyTorch": "pytorch.f_kl_div",
    "Keras": "keras3.losses_kl_divergence",
}
CASES = {
    "0 in p": "p = (1, 0)",
    "0 in q": "q = (1, 0)",
    "0 in both": "both",
}


def cases() -> Table:
    """What each zero makes of the sum, and what four libraries gave when they were run."""
    rows = []
    for case, laws in CASES.items():
        right = float(kl_divergence(*LAWS[case]))
        given = [saw(key, case) for key in CALLS.values()]
        rows.append([laws, _bits(right), *(_bits(right) if g == "right" else _nats(g) for g in given)])
    return [["laws", "D(p‖q)", *CALLS], *rows]


def repairs() -> Table:
    """What is done with the counts of a hundred letters, how much of the uniform law that mixes in, and the cost."""
    rows = [["leave the zeros", "0", _bits(unseen_letters.extra_bits(0, LETTERS))]]
    for exponent in (-300, -10, -6):
        share = unseen_letters.mixed_by(LETTERS * 10.0**exponent, LETTERS)
        rows.append(_row(f"add {power_of_ten(exponent)} to each share", share))
    for name, added in (("add ½ to each count", 0.5), ("add 1 to each count", 1.0)):
        rows.append(_row(name, unseen_letters.mixed_by(added, LETTERS)))
    rows.append(_row("mix in the best share", unseen_letters.best_share(LETTERS)))
    rows.append(["do not count at all", "1", f"{unseen_letters.without_counting():.3f}"])
    return [["with the counts of 100 letters", "ε", "bits per letter"], *rows]


def partial_sums() -> Table:
    """How far two sums without an end have come, up to powers of ten."""
    rows = [
        [power_of_ten(d), _signed(slow_infinities.from_geometric(d)), _signed(slow_infinities.from_square(d))]
        for d in (1, 2, 3, 6)
    ]
    rows += [[power_of_ten(d), "", _signed(slow_infinities.from_square(d))] for d in (100, 300)]
    return [["x up to", "q = 2¹⁻ˣ", "q = 1/(x(x − 1))"], *rows, ["all x", "∞", "∞"]]


def smoothing() -> Figure:
    """Extra bits of a counted belief against the share of the uniform law in it: a ramp on the left, then a bowl."""
    figure, (axes,) = canvas(3.5)
    exponents = np.linspace(-12, 0, 121)
    for letters in (LETTERS, MORE):
        axes.plot(exponents, [unseen_letters.extra_bits(10**x, letters) for x in exponents], color=D)
    axes.axhline(unseen_letters.without_counting(), color=MUTED, linewidth=1.4, linestyle=(0, (4, 2)))
    tiny = unseen_letters.mixed_by(LETTERS * 1e-10, LETTERS)
    half = unseen_letters.mixed_by(0.5, LETTERS)
    for share in (tiny, half):
        axes.plot(np.log10(share), unseen_letters.extra_bits(share, LETTERS), "o", color=INK, markersize=6)
    axes.text(np.log10(tiny) + 0.3, 1.25, "10⁻¹⁰ added\nto each share", color=INK, va="bottom")
    axes.text(-0.15, 0.4, "½ added to\neach count", color=INK, ha="right", va="bottom")
    axes.text(-11.8, 1.2, "100 letters\ncounted", color=D_INK, va="top")
    axes.text(-11.8, 0.14, "1000 letters counted", color=D_INK, va="bottom")
    axes.text(-11.8, 0.69, "no letter counted", color=MUTED, va="bottom")
    axes.set(xlabel="share ε of the uniform law", ylabel="extra bits per letter", xlim=(-12, 0), ylim=(0, 1.8))
    axes.set(xticks=[-12, -9, -6, -3, 0], yticks=[0, 0.5, 1, 1.5])
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: power_of_ten(round(x)) if x else "1"))
    return figure


def lab() -> Figure:
    """What three repairs of one zero report against ε, with half a count and a whole one as dots on the first."""
    figure, (axes,) = canvas(3.3)
    exponents = np.linspace(-12, 0, 121)
    looks = {"mixed": (D, "-", 2.6), "added": (MUTED, (0, (5, 3)), 1.6), "clipped": (MUTED, (0, (1.5, 1.5)), 1.6)}
    for name, repair in zero_repairs.REPAIRS.items():
        colour, style, width = looks[name]
        axes.plot(exponents, [repair(10**x) for x in exponents], color=colour, linestyle=style, linewidth=width)
    for number in (0.5, 1):
        share = zero_repairs.share_of(number)
        axes.plot(np.log10(share), zero_repairs.mixed(share), "o", color=INK, markersize=5)
    axes.axhline(0, color=INK, linewidth=1)
    axes.text(-2.4, -0.32, "½ and 1 a count", color=INK, ha="right", va="center")
    axes.text(0.3, zero_repairs.mixed(1), "mixed in", color=D_INK, va="center")
    axes.text(0.3, zero_repairs.clipped(1) + 0.1, "raised to ε", color=MUTED, va="center")
    axes.text(0.3, zero_repairs.added(1), "added", color=MUTED, va="center")
    axes.set(xlabel="ε", ylabel="reported, bits", xlim=(-12, 4), ylim=(-2.3, 2.4))
    axes.set(xticks=[-12, -9, -6, -3, 0], yticks=[-2, -1, 0, 1, 2])
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: power_of_ten(round(x)) if x else "1"))
    return figure


def _row(name: str, share: float) -> list[str]:
    return [name, _share(share), f"{unseen_letters.extra_bits(share, LETTERS):.3f}"]


def _share(share: float) -> str:
    return f"{share:.3f}" if share > 1e-3 else scientific(share, 1)


def _bits(value: float) -> str:
    return "∞" if value == inf else f"{value:.2f}"


def _nats(value: float | str) -> str:
    return value if isinstance(value, str) else _bits(value / log(2))


def _signed(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")
