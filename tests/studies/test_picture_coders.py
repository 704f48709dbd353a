"""The coders by loops, and the files once more."""

import bz2
import lzma
from collections.abc import Callable

import numpy as np
import pytest

from studies import bit_pictures, picture_coders

TRAINING, TEST = bit_pictures.training(), bit_pictures.held_out()


def test_a_coin_for_each_pixel() -> None:
    share = (TRAINING.sum(axis=0) + 0.5) / (len(TRAINING) + 1)
    bits = -np.log2(np.where(TEST == 1, share, 1 - share)).sum() / len(TEST)
    assert picture_coders.independent() == pytest.approx(bits)


def test_six_neighbours_by_a_dictionary() -> None:
    seen: dict[tuple[int, ...], list[float]] = {}

    def pattern(picture: np.ndarray, row: int, column: int) -> tuple[int, ...]:
        inside = [(row + up, column + right) for up, right in picture_coders.NEIGHBOURS]
        values = [int(picture[r * 8 + c]) if 0 <= r < 8 and 0 <= c < 8 else 0 for r, c in inside]
        return (row, column, *values)

    for picture in TRAINING:
        for place in range(64):
            seen.setdefault(pattern(picture, *divmod(place, 8)), [0.5, 0.5])[int(picture[place])] += 1
    bits = 0.0
    for picture in TEST:
        for place in range(64):
            counts = seen.get(pattern(picture, *divmod(place, 8)), [0.5, 0.5])
            bits -= np.log2(counts[int(picture[place])] / sum(counts))
    assert picture_coders.by_neighbours() == pytest.approx(bits / len(TEST))


def test_neighbours_come_before_the_pixel() -> None:
    assert all(up < 0 or (up == 0 and right < 0) for up, right in picture_coders.NEIGHBOURS)


def test_compressed_files_hold_all_pictures() -> None:
    packed = [np.packbits(part.astype(bool)).tobytes() for part in (TRAINING, TEST)]
    assert [len(part) for part in packed] == [8 * 1047, 8 * 750]
    unpack: dict[str, Callable[[bytes], bytes]] = {
        "bz2": bz2.decompress,
        "lzma": lzma.decompress,
    }
    for name, compress in picture_coders.COMPRESSORS.items():
        alone, both = compress(packed[1]), compress(b"".join(packed))
        assert unpack[name](both) == b"".join(packed)
        assert picture_coders.compressed(name, after_training=False) == pytest.approx(8 * len(alone) / 750)
        grown = 8 * (len(both) - len(compress(packed[0]))) / 750
        assert picture_coders.compressed(name, after_training=True) == pytest.approx(grown)
