"""Circles whose areas are entropies in bits and whose overlap is what two variables share."""

import math

from scipy.optimize import brentq


def radius(bits: float) -> float:
    """The radius of a circle with this area."""
    return math.sqrt(bits / math.pi)


def overlap(one: float, other: float, distance: float) -> float:
    """The area that two circles with these radii share at a distance of their middles."""
    if distance >= one + other:
        return 0.0
    if distance <= abs(one - other):
        return math.pi * min(one, other) ** 2
    return _segment(one, other, distance) + _segment(other, one, distance)


def distance(one: float, other: float, shared: float) -> float:
    """The distance at which two circles with these areas share so much; where they share nothing, they touch."""
    near, far = abs(radius(one) - radius(other)), radius(one) + radius(other)
    if shared <= 0:
        return far
    if shared >= min(one, other):
        return near
    return float(brentq(lambda d: overlap(radius(one), radius(other), d) - shared, near, far, xtol=1e-15))


def _segment(one: float, other: float, apart: float) -> float:
    """What the chord through the crossings cuts off the first circle."""
    to_chord = (apart**2 + one**2 - other**2) / (2 * apart)
    half_chord = math.sqrt(max(one**2 - to_chord**2, 0))
    return one**2 * math.atan2(half_chord, to_chord) - to_chord * half_chord
