"""Exhibits of the page on units; each figure names the unit of what it draws."""

from math import e, log, log2, log10

from matplotlib.figure import Figure

from exhibits._drawing import GRID, INK, LINE, H, Q, Table, canvas
from studies import stored_tosses
from studies.stored_tosses import FAIR, LOADED, TOSSES
from traps._registry import find

LOSS = 2.3  # what a training log says
BASES = {"bits": 2.0, "nats": e, "bans": 10.0}
UNITS = {"deciban": 10**0.1, "bit": 2.0, "nat": e, "trit": 3.0, "ban": 10.0}
FILES = {
    "text": "as text",
    "packed": "eight to a byte",
    "bzip2": "bzip2",
    "coder": "arithmetic coder",
}
PLACED = ("packed", "bzip2", "coder")  # the files of the figure


def chances() -> Figure:
    """One loss in three units: the square is all that can happen, the area in its corner the chance of what did."""
    figure, panels = canvas(2.4, columns=len(BASES))
    for axes, (unit, base) in zip(panels, BASES.items(), strict=True):
        chance = base**-LOSS
        side = chance**0.5
        axes.bar(0.5, 1, 1, color=GRID)
        axes.bar(side / 2, side, side, color=Q)
        axes.text(0.96, 0.94, f"{chance:.3f}", color=INK, ha="right", va="top")
        axes.set_title(f"{LOSS} {unit}")
        axes.set(xlim=(0, 1), ylim=(0, 1), xticks=[], yticks=[], aspect="equal")
        axes.spines[:].set_visible(False)
    return figure


def units() -> Table:
    """One of each unit: the factor that it stands for, and how much it is in the others."""
    rows = [
        [unit, f"{base:.4f}", f"{log2(base):.4f}", f"{log(base):.4f}", f"{log10(base):.4f}"]
        for unit, base in UNITS.items()
    ]
    return [["one", "factor", "bits", "nats", "bans"], *rows]


def loss() -> Table:
    """The loss read in each unit, as a chance."""
    rows = [[f"{LOSS} {unit}", f"{base**-LOSS:.4f}", f"{1 / base**-LOSS:.1f}"] for unit, base in BASES.items()]
    return [["a loss of", "is a chance of", "one in"], *rows]


def files() -> Table:
    """The same tosses in four files, and what they hold."""
    counts = [(stored_tosses.digits(chance), stored_tosses.information(chance)) for chance in (LOADED, FAIR)]
    rows = [[words, *(_spaced(digits[name]) for digits, _ in counts)] for name, words in FILES.items()]
    held = ["**bits of information**", *(f"**{_spaced(round(bits))}**" for _, bits in counts)]
    return [["binary digits", "one in ten", "fair coin"], *rows, held]


def compared() -> Table:
    """The loss of a guess among ten and of one between two: quotient and difference in each unit."""
    rows = [
        [unit, *(f"{value:.4f}" for value in (log(10, base), log(2, base), log(10) / log(2), log(5, base)))]
        for unit, base in BASES.items()
    ]
    return [["unit", "before", "after", "quotient", "difference"], *rows]


def libraries() -> Table:
    """The unit in which each call computes D(p‖q): those whose result a factor of ln 2 turns into nats give bits."""
    found: dict[str, tuple[str, str]] = {}
    for way in sorted(
        (trap for trap in find() if trap.is_way and not trap.heading.startswith("The formula")),
        key=lambda trap: trap.heading.lower(),
    ):
        unit = "bits" if way.expression.startswith("log(2) * ") else "nats"
        call = way.expression.removeprefix("log(2) * ").split(" - ")[0]
        found.setdefault(way.heading.split(",")[0], (unit, f"`{call}`"))
    found["extrabits"] = ("bits", "`kl_divergence(p, q)`")
    return [["library", "unit", "for example"], *([name, *rest] for name, rest in found.items())]


def density() -> Figure:
    """Binary digits for each toss in three files of either coin, and the part of them that is information."""
    figure, panels = canvas(3.4, rows=2, sharex=True)
    for axes, (chance, title) in zip(panels, ((LOADED, "a coin of one in ten"), (FAIR, "a fair coin")), strict=True):
        bits = stored_tosses.information(chance) / TOSSES
        for row, name in enumerate(PLACED):
            size = stored_tosses.digits(chance)[name] / TOSSES
            axes.barh(row, size, 0.62, color=LINE)
            axes.barh(row, min(bits, size), 0.62, color=H)
            axes.text(size + 0.02, row, f"{size:.3f}", color=INK, va="center")
        axes.set_yticks(range(len(PLACED)), [FILES[name] for name in PLACED])
        axes.tick_params(axis="y", length=0, labelcolor=INK)
        axes.set(xlim=(0, 1.25), ylim=(len(PLACED) - 0.5, -0.6), xticks=[0, 0.5, 1], title=title)
        axes.spines["left"].set_visible(False)
    panels[-1].set_xlabel("binary digits for each toss")
    return figure


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
