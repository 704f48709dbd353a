"""Exhibits of the page on computing a divergence: the digits that each way of summing keeps."""

import math

from exhibits._drawing import Table
from exhibits._written import power_of_ten
from studies import nearly_equal_laws

DISTURBANCES = (1e-2, 1e-4, 1e-6, 1e-8, 1e-10)
NAMES = {"rel_entr": "`rel_entr`", "kl_div": "`kl_div`", "rel_entr less the difference": "`rel_entr` − (p − q)"}


def accuracy() -> Table:
    """Worst relative error of five sums for the divergence of nearly equal laws, up to the next power of ten."""
    rows = [
        [_next_power_of_ten(size), *map(_next_power_of_ten, nearly_equal_laws.worst_errors(size).values())]
        for size in DISTURBANCES
    ]
    return [["ε", *(NAMES.get(name, name) for name in nearly_equal_laws.SUMS)], *rows]


def _next_power_of_ten(value: float) -> str:
    """The value rounded up to a power of ten; a value written as one, such as 1e-4, stays what it is."""
    return power_of_ten(math.ceil(math.log10(value) - 1e-9))
