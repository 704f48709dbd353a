"""Exhibits of the first page."""

from matplotlib.figure import Figure

from exhibits._bill import two_laws_and_bill

WEATHER = ["sun", "cloud", "rain", "snow"]
CLIMATE = [0.6, 0.25, 0.1, 0.05]
EXPECTED = [0.2, 0.3, 0.3, 0.2]


def weather() -> Figure:
    """Two laws of tomorrow's weather, and what a day costs in bits with the right and with the wrong belief."""
    return two_laws_and_bill(CLIMATE, EXPECTED, WEATHER, "bits per day")
