"""What gzip, xz and bzip2 make of Alice, each at its best, headers included."""

import bz2
import gzip
import lzma
from functools import cache

from studies import alice


@cache
def sizes(copies: int = 1) -> dict[str, int]:
    """The bytes of each file, with the text in it once or several times."""
    text = alice.text() * copies
    packed = {"gzip": gzip.compress(text, 9), "xz": lzma.compress(text, preset=9), "bzip2": bz2.compress(text, 9)}
    return {name: len(file) for name, file in packed.items()}
