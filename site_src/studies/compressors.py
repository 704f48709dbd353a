"""What gzip, xz and bzip2 make of Alice, each at its best, headers included.

The sizes are measurements and stand here as such. How a file is packed is left to each build: these are of
zlib 1.2.13 and liblzma 5.4.1. With zlib-ng, gzip makes a file of another size, and a page must not change with the
machine that builds it. The tests pack the text again and allow for that.
"""

from studies import alice

SIZES = {1: {"gzip": 32080, "xz": 29492, "bzip2": 26725}, 2: {"xz": 29576}}
"""The bytes of each file, with the text in it once or twice."""


def per_byte(name: str) -> float:
    """The bits of the file for each byte of the text."""
    return 8 * SIZES[1][name] / len(alice.text())


def growth() -> int:
    """The bytes by which the file of xz grows if the text comes twice."""
    return SIZES[2]["xz"] - SIZES[1]["xz"]
