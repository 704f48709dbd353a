"""The examples in a question: sessions in fences that say `pycon`."""

import doctest
import re

EXAMPLE = re.compile(r"^( *)```pycon\n(?P<code>.*?)^\1``` *$", re.DOTALL | re.MULTILINE)
ASSIGNED = re.compile(r"(?P<name>[a-z]\w*) = [^=].*\n?")
"""A line by which an example gives a parameter its value."""


def sources(code: str) -> list[str]:
    """What is typed in a session."""
    return [example.source for example in doctest.DocTestParser().get_examples(code)]
