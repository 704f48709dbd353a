"""The text is the one that the licence speaks of, and the programs of everybody give it back."""

import bz2
import hashlib
import lzma
import re
import zlib
from typing import Any

import pytest

from environment import ROOT
from studies import alice, compressors


def test_the_text_is_seven_chapters_in_ascii() -> None:
    text = alice.text()
    assert hashlib.sha256(text).hexdigest() == "9d0949f32b2e5cc58efb0e5747d856d2557dfe85387011e56c57650bc743688f"
    assert len(text) <= 100_000
    assert text.isascii()
    assert b"\r" not in text
    assert re.findall(rb"^ *CHAPTER ([IVX]+)$", text, re.MULTILINE) == [b"I", b"II", b"III", b"IV", b"V", b"VI", b"VII"]
    assert "alice.txt" in (ROOT / "LICENSES" / "LicenseRef-public-domain.txt").read_text(encoding="utf-8")


def test_the_head_ends_before_chapter_vii() -> None:
    head, chapter = alice.text()[: alice.head()], alice.text()[alice.head() :]
    assert b"CHAPTER VI\n" in head
    assert b"CHAPTER VII" not in head
    assert chapter.split()[:4] == [b"CHAPTER", b"VII", b"A", b"Mad"]


def packed(copies: int) -> dict[str, int]:
    """The sizes that this machine makes."""
    text = alice.text() * copies
    streams: dict[str, Any] = {
        "gzip": zlib.compressobj(9, wbits=31),
        "xz": lzma.LZMACompressor(preset=9),
        "bzip2": bz2.BZ2Compressor(9),
    }
    return {name: len(stream.compress(text) + stream.flush()) for name, stream in streams.items()}


@pytest.mark.parametrize("copies", [1, 2])
def test_sizes_are_measured_and_another_build_is_not_far_off(copies: int) -> None:
    """bzip2 has made the same files for ever; zlib and liblzma do not promise that."""
    here = packed(copies)
    for name, size in compressors.SIZES[copies].items():
        assert here[name] == (size if name == "bzip2" else pytest.approx(size, rel=0.01)), name


def test_a_second_time_costs_xz_next_to_nothing() -> None:
    assert 0 < packed(2)["xz"] - packed(1)["xz"] < 2 * compressors.growth()


@pytest.mark.parametrize("name", ["gzip", "xz", "bzip2"])
def test_bits_of_a_file_per_byte_of_the_text(name: str) -> None:
    assert compressors.per_byte(name) == pytest.approx(packed(1)[name] * 8 / 86858, rel=0.01)
