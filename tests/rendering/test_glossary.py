"""The first use of a term is a link to its one definition, and nothing else is."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import html
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from rendering import glossary

ENTRIES = """# Glossary

entropy {#entropy}
entropies
:   The mean *surprisal* of a law. [Stated](../concepts/entropy.md#definition).

cross-entropy {#cross-entropy}
:   What the wrong belief pays. [Stated](../concepts/cross-entropy.md).
"""
SENTENCE = "The mean surprisal of a law."


class _Place(Treeprocessor):
    """Says which page is made, as MkDocs' own extension for links does."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.file = SimpleNamespace(abs_src_path=str(page))


def shown(text: str, page: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str]]:
    """Each term that is linked: its words, where the link leads, what is read over it."""
    terms = glossary.read(ENTRIES, glossary.GLOSSARY)
    monkeypatch.setattr(glossary, "_terms", lambda: (terms, glossary.pattern(terms)))
    md = Markdown(extensions=["rendering.glossary", "pymdownx.arithmatex", "attr_list"])
    md.treeprocessors.register(_Place(glossary.DOCS / page), "relpath", 0)
    links = html.fromstring(f"<div>{md.convert(text)}</div>").findall(".//a[@class='term']")
    return [("".join(map(str, a.itertext())), a.get("href", ""), a.get("title", "")) for a in links]


def test_the_first_use_is_linked_in_whatever_form(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Two *big* entropies. An entropy; a cross-entropy, a **cross-entropy**."
    assert shown(text, "uses/page.md", monkeypatch) == [
        ("entropies", "../concepts/entropy.md#definition", SENTENCE),
        ("cross-entropy", "../concepts/cross-entropy.md", "What the wrong belief pays."),
    ]
    assert shown("Entropy is one.", "uses/page.md", monkeypatch)[0][0] == "Entropy"


@pytest.mark.parametrize(
    "text",
    [
        "## Entropy\n\nelsewhere",
        "`entropy` and $entropy$",
        "negentropy, entropy-like, cross-entropy-like",
        "<summary>entropy</summary>",
        "[entropy](entropy.md) is linked, so entropy is not",
    ],
)
def test_what_is_no_first_use_in_prose_stays(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(text, "uses/page.md", monkeypatch) == []


def test_the_page_that_states_a_term_does_not_link_it_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    linked = shown("An entropy, a cross-entropy.", "concepts/entropy.md", monkeypatch)
    assert linked == [("cross-entropy", "cross-entropy.md", "What the wrong belief pays.")]


def test_what_stands_between_and_behind_links_is_kept() -> None:
    terms = glossary.read(ENTRIES, glossary.GLOSSARY)
    assert [match[0] for match in glossary.pattern(terms).finditer("Cross-entropy of entropies")] == [
        "Cross-entropy",
        "entropies",
    ]


def test_an_entry_without_a_place_is_told() -> None:
    with pytest.raises(ValueError, match="law must end with a link"):
        glossary.read("law\n:   A list of shares.\n", glossary.GLOSSARY)
