"""Exhibits of the target game: the pairs to guess, and their divergences."""

from exhibits._drawing import Table
from studies import drawn_pairs


def pairs() -> Table:
    """The twenty pairs in the order in which they are asked."""
    rows = [
        [str(number), _law(pair.p), _law(pair.q), f"{pair.divergence:.3f}"]
        for number, pair in enumerate(drawn_pairs.pairs(), start=1)
    ]
    return [["pair", "p", "q", "D(p‖q), bits"], *rows]


def _law(law: tuple[float, ...]) -> str:
    return ", ".join(f"{probability:g}" for probability in law)
