"""A number without end is told: no other program could compare it, and none may lose the question."""

import json
import xml.etree.ElementTree as ET

import pytest
import read_back
from read_back import Read, words
from samples import INFINITE, site

from exports import anki, data, gift, moodle_xml, qti12, qti21
from exports.packing import unpacked

OTHERS = {"Moodle": (moodle_xml, read_back.moodle), "GIFT": (gift, read_back.gift)}


@pytest.mark.parametrize("name", OTHERS)
def test_moodle_asks_for_words_instead(name: str) -> None:
    made, reader = OTHERS[name]
    endless, half = reader(made.write(INFINITE, site()))
    assert endless.kind.lower() == "essay"
    assert "1? You left the zero out." in words(endless.general)
    assert [float(answer.words) for answer in half.answers] == [1.0, 2.0]
    assert "∞? The zero is in the truth." in words(half.general)
    assert isinstance(endless, Read)


@pytest.mark.parametrize("made", [qti12, qti21])
def test_qti_has_no_number_without_end(made: object) -> None:
    files = unpacked(made.write(INFINITE, site()))  # type: ignore[attr-defined]
    text = "".join(
        words("".join(ET.fromstring(content).itertext())) for name, content in files.items() if name.endswith("xml")
    )
    assert "You left the zero out." in text
    assert "The zero is in the truth." in text
    assert "inf" not in text.replace("infinity", "").lower().split()
    assert "Infinity" not in text


def test_anki_and_json_keep_it_as_it_is_written() -> None:
    assert anki.write(INFINITE, site())
    endless, half = (json.loads(data.write(INFINITE, site()))["questions"][place]["task"] for place in (0, 1))
    assert (endless["value"], endless["shown"]) == (None, "∞")
    assert half["diagnoses"][0]["value"] is None
