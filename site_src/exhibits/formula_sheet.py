"""Exhibits of the formula sheet: each formula as it is printed beside the same formula as it is computed.

A row prints three things that know nothing of each other: the formula, what the package's call returns, and an
integral or a sum over densities from scipy.stats. `tests/pages/test_reference.py` holds all three together.
"""

from exhibits._drawing import Table
from studies.closed_forms import DIVERGENCES, ENTROPIES, ClosedForm
from studies.measure_formulas import CONDITION, JOINT_TABLES, ONE_LAW, TWO_LAWS, returned


def finite_laws() -> Table:
    """Measures of one law, of two, and of the variables of a joint table."""
    rooms = {"entropies": ONE_LAW, "divergences": TWO_LAWS, "dependence": JOINT_TABLES}
    rows = [
        [
            f"[{row.name}](python/{room}.md#{row.function}){', ' if row.unit else ''}{row.unit}",
            inline(row.tex),
            f"`{row.call}`",
            _digits(returned(row.call)),
            _digits(row.by_formula()),
        ]
        for room, measures in rooms.items()
        for row in measures
    ]
    return [["measure, unit", "formula", "call", "returns", "sum"], *rows]


def entropies() -> Table:
    """Entropies of families."""
    return _closed_forms(ENTROPIES, "law")


def divergences() -> Table:
    """Divergences of two families."""
    return _closed_forms(DIVERGENCES, "p ‖ q")


def inline(tex: str) -> str:
    """A formula and its side conditions for running text, where a line may end between them."""
    return f"${tex}$".replace(CONDITION, ",$ $")


def _closed_forms(rows: list[ClosedForm], heading: str) -> Table:
    return [
        [heading, "formula, nats", "call", "returns", "integral"],
        *(
            [
                _linked(row.symbols),
                inline(row.tex),
                f"`{row.call}`",
                _digits(returned(row.call)),
                _digits(row.by_integration()),
            ]
            for row in rows
        ),
    ]


def _linked(symbols: list[str]) -> str:
    """The laws of a row, each family leading to its entry once."""
    pages = {symbol: f"python/families.md#{symbol.partition('(')[0]}" for symbol in symbols}
    if len(set(pages.values())) == 1:
        return f"[{' ‖ '.join(f'`{symbol}`' for symbol in symbols)}]({pages[symbols[0]]})"
    return " ‖ ".join(f"[`{symbol}`]({page})" for symbol, page in pages.items())


def _digits(value: float) -> str:
    return f"{value:.4f}".replace("-", "−")
