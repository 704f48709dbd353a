"""What coders without latent numbers need for a picture of 64 bits: counts of pixels, and compressors of bytes."""

import bz2
import lzma
from collections.abc import Callable
from functools import cache

import numpy as np

from extrabits._checks import Array
from studies import bit_pictures
from studies.bit_pictures import SIDE

# Rows up and columns to the right of six pixels that a decoder has already read.
NEIGHBOURS = ((0, -1), (-1, 0), (-1, -1), (-1, 1), (0, -2), (-2, 0))

# Not zlib, whose files differ from build to build.
COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    "bz2": lambda data: bz2.compress(data, 9),
    "lzma": lambda data: lzma.compress(data, preset=9),
}


def independent() -> float:
    """Bits a picture, each pixel a coin of its own."""
    return _counted(())


def by_neighbours() -> float:
    """Bits a picture, each pixel a coin for each pattern of its six neighbours."""
    return _counted(NEIGHBOURS)


@cache
def _counted(neighbours: tuple[tuple[int, int], ...]) -> float:
    """Mean bits of a picture of the test, with shares counted in training; half a picture more of either value."""
    bits = 0.0
    for row in range(SIDE):
        for column in range(SIDE):
            seen, met = (
                _pattern(part, row, column, neighbours) for part in (bit_pictures.training(), bit_pictures.held_out())
            )
            pixels, true = (part[:, SIDE * row + column] for part in (bit_pictures.training(), bit_pictures.held_out()))
            ones, zeros = (np.bincount(seen, weights, 2 ** len(neighbours)) + 0.5 for weights in (pixels, 1 - pixels))
            share = (ones / (ones + zeros))[met]
            bits -= float(np.log2(np.where(true == 1, share, 1 - share)).sum())
    return bits / len(bit_pictures.held_out())


def _pattern(pictures: Array, row: int, column: int, neighbours: tuple[tuple[int, int], ...]) -> Array:
    """The neighbours of a pixel as one number; outside of the picture all are 0."""
    framed = np.pad(pictures.reshape(-1, SIDE, SIDE), ((0, 0), (2, 2), (2, 2))).astype(int)
    places = [framed[:, 2 + row + up, 2 + column + right] for up, right in neighbours]
    return np.asarray(sum((place << i for i, place in enumerate(places)), np.zeros(len(pictures), dtype=int)))


@cache
def compressed(name: str, after_training: bool) -> float:
    """Bits a picture of the whole test in one file, or of what the file grows by when it follows on the training."""
    size = COMPRESSORS[name]
    before, pictures = _packed(bit_pictures.training()), _packed(bit_pictures.held_out())
    count = len(bit_pictures.held_out())
    if after_training:
        return 8 * (len(size(before + pictures)) - len(size(before))) / count
    return 8 * len(size(pictures)) / count


def _packed(pictures: Array) -> bytes:
    return np.packbits(pictures.astype(np.uint8), axis=1).tobytes()
