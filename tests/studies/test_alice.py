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


@pytest.mark.parametrize("copies", [1, 2])
def test_sizes_are_those_of_the_streams(copies: int) -> None:
    text = alice.text() * copies
    streams: dict[str, Any] = {
        "gzip": zlib.compressobj(9, wbits=31),
        "xz": lzma.LZMACompressor(preset=9),
        "bzip2": bz2.BZ2Compressor(9),
    }
    found = {name: len(stream.compress(text) + stream.flush()) for name, stream in streams.items()}
    assert compressors.sizes(copies) == found
