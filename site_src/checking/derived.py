"""The parts of a page that a program writes into it; each is checked as a whole, and not word by word."""

from checking import citations, concept_map, docstrings, explore, map_lists, overview, question_lists, tables
from practice import listing

PARTS = (
    tables.without_tables,
    docstrings.without_entries,
    concept_map.without_leads_to,
    map_lists.without_lists,
    citations.without_lists,
    question_lists.without_lists,
    overview.without_table,
    explore.without_copies,
    listing.without_list,
)


def without(text: str) -> str:
    """The page with these parts replaced by blanks."""
    for part in PARTS:
        text = part(text)
    return text
