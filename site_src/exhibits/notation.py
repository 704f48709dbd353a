"""Exhibits of the page on notation."""

from math import e, log

from exhibits._drawing import Table


def units() -> Table:
    """One of each unit, in each of the others."""
    bases = {"bit": 2.0, "nat": e, "ban": 10.0}
    bases_shown = {"bit": "2", "nat": "e", "ban": "10"}
    also = {"bit": "shannon", "nat": "", "ban": "hartley, dit"}
    rows = [
        [unit, bases_shown[unit], *(f"{log(base) / log(other):.4f}" for other in bases.values()), also[unit]]
        for unit, base in bases.items()
    ]
    return [["unit", "base", "in bits", "in nats", "in bans", "also called"], *rows]
