"""The parts of a page that a program writes into it; each is checked as a whole, and not word by word."""

from checking import citations, concept_map, docstrings, map_lists, overview, question_lists, tables

PARTS = (
    tables.without_tables,
    docstrings.without_entries,
    concept_map.without_leads_to,
    map_lists.without_lists,
    citations.without_lists,
    question_lists.without_lists,
    overview.without_table,
)


def without(text: str) -> str:
    """The page with these parts replaced by blanks."""
    for part in PARTS:
        text = part(text)
    return text
