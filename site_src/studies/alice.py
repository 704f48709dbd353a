"""Chapters I to VII of Alice's Adventures in Wonderland, as a file of bytes.

Lewis Carroll died in 1898 and his book is in the public domain. The file is `alice29.txt` of the Canterbury corpus as
google/brotli keeps it, with a line feed for each line end, without its title and without chapters VIII to XII.
"""

from functools import cache
from pathlib import Path

LAST_CHAPTER = b"CHAPTER VII\n"


@cache
def text() -> bytes:
    """The seven chapters."""
    return Path(__file__).with_name("alice.txt").read_bytes()


def head() -> int:
    """How many bytes chapters I to VI have, that is, where chapter VII begins."""
    return text().index(LAST_CHAPTER)
