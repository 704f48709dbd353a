"""Twelve dice thrown 26306 times, without a throw in which all succeeded."""

from extrabits import normalize
from studies.binomials import Law

# Throws of twelve dice, by the number of dice that show 5 or 6: Weldon's, in Pearson 1900.
DICE = [185, 1149, 3265, 5475, 6114, 5194, 3067, 1331, 403, 105, 14, 4, 0]
SINGLE = sum(k * throws for k, throws in enumerate(DICE)), 12 * sum(DICE)  # successes, and dice


def filled(empty: float) -> Law:
    """The shares of the throws with the empty cell set to a small number, and all divided by the sum."""
    return normalize([*normalize(DICE)[:-1], empty])
