"""The mathematics, simulations and fitted models that pages need; tested like the package, not published.

A study returns plain numbers and arrays and draws nothing; exhibits draw and tabulate what it returns. What is random
takes its seed as an argument.
"""
