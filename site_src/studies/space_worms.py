"""Eleven probabilities that circulate as the data of Kurt 2017 and are not."""

OTHER_WORMS = [0.02, 0.03, 0.05, 0.14, 0.16, 0.15, 0.12, 0.08, 0.10, 0.08, 0.07]
