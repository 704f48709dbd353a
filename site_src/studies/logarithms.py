"""The logarithm to three bases: whole bits, nats and bans that nearly meet, and where it passes the line x − 1."""

from itertools import product
from math import ceil, e, floor, log, log2
from typing import NamedTuple

from scipy.special import lambertw

NAT, BAN = log2(e), log2(10)  # in bits


class Meeting(NamedTuple):
    """So many whole bits, nats and bans, and the distance in bits from the least of them to the greatest."""

    spread: float
    bits: int
    nats: int
    bans: int


def nearest_meetings(most_bans: int) -> list[Meeting]:
    """The meetings that are nearer than all with fewer bans, for up to so many bans."""
    found: list[Meeting] = []
    for meeting in map(_nearest, range(1, most_bans + 1)):
        if not found or meeting.spread < found[-1].spread:
            found.append(meeting)
    return found


def other_crossing(base: float) -> float:
    """The x other than 1 at which log x to this base is x − 1: both solve x = base^(x − 1). Not for base e."""
    rate = log(base)
    return float(-lambertw(-rate / base, k=-1 if rate < 1 else 0).real / rate)


def _nearest(bans: int) -> Meeting:
    """The bits and nats beside so many bans whose distance is least."""
    place = bans * BAN
    beside = [{floor(place / unit), ceil(place / unit)} for unit in (1, NAT)]
    return min(Meeting(_spread(bits, nats * NAT, place), bits, nats, bans) for bits, nats in product(*beside))


def _spread(*places: float) -> float:
    return max(places) - min(places)
