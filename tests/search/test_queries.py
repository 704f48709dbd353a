"""What people type finds what they look for: the queries of queries.yml, and every name that a page gives a thing."""

import gzip
import json
import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

import environment
from preview import site_under_test
from search.index import INDEX

SITE = site_under_test()
HERE = Path(__file__).parent
NONSENSE = ["blorptastic", "qwertzuiop", "xyzzy frobnicate", "asdf", "zzzz", "?", "the of and", " "]
ENDLESS = ["entropy of " * 900, "x" * 10_000, "do it mean " * 900, "🦆" * 5000, "a_b-c.d'e" * 1000, "²½ℓ‖∑" * 2000]
# Names that many sections share say nothing about one of them.
SHARED = {
    "Definition",
    "The statement",
    "The statements",
    "Check yourself",
    "In practice",
    "Where people go wrong",
    "Leads to",
    "Sources",
}


@cache
def rows() -> list[dict[str, Any]]:
    """The entries of the built index."""
    return cast(list[dict[str, Any]], json.loads((SITE / INDEX).read_text(encoding="utf-8")))


@cache
def found(queries: tuple[str, ...]) -> dict[str, list[str]]:
    """The best addresses for each query."""
    command = environment.node(HERE / "ask.ts", SITE / INDEX)
    asked = json.dumps(queries)
    answers = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return dict(zip(queries, json.loads(answers), strict=True))


def kept() -> Iterator[tuple[str, str, int]]:
    """Each query of queries.yml, with the address that it must find and the rank that this must have."""
    listed = yaml.safe_load((HERE / "queries.yml").read_text(encoding="utf-8"))
    for address, queries in listed.items():
        for query in queries:
            yield (query, address, 1) if isinstance(query, str) else (query["query"], address, query["rank"])


KEPT = list(kept())


def test_there_are_enough_queries() -> None:
    assert len(KEPT) == len({query for query, _, _ in KEPT}) >= 120


def test_every_address_looked_for_is_there() -> None:
    assert {address for _, address, _ in KEPT} - {row["address"] for row in rows()} == set()


@pytest.mark.parametrize(("query", "address", "rank"), KEPT, ids=[query for query, _, _ in KEPT])
def test_a_query_finds_its_answer(query: str, address: str, rank: int) -> None:
    best = found(tuple(query for query, _, _ in KEPT))[query][:rank]
    assert address in best, f"{best}; CONTRIBUTING.md says how a page or a section gets another name"


def test_a_page_is_found_first_by_each_of_its_names() -> None:
    names = {
        name: row["address"] for row in rows() if "#" not in row["address"] for name in [row["title"], *row["also"]]
    }
    answers = found(tuple(names))
    assert {name: answers[name][:1] for name, address in names.items() if answers[name][:1] != [address]} == {}


def test_a_section_is_found_by_its_title_and_its_other_names() -> None:
    sections = [row for row in rows() if "#" in row["address"] and row["text"] and row["title"] not in SHARED]
    names = [(name, row["address"]) for row in sections for name in [row["title"], *row["also"]]]
    answers = found(tuple({name: None for name, _ in names}))
    assert [name for name, address in names if not _is_near(address, answers[name])] == []


def _is_near(address: str, answers: list[str]) -> bool:
    """Among the first three; pages on a concept may come before the function that computes it."""
    sections = [answer for answer in answers if "#" in answer]
    return address in answers[:3] or (address.startswith("reference/python/") and address in sections[:2])


def test_nonsense_finds_nothing() -> None:
    assert [query for query, addresses in found(tuple(NONSENSE)).items() if addresses] == []


def test_an_endless_query_is_answered_at_once() -> None:
    assert work(("entropy", *ENDLESS)) - work(("relative entropy",)) < 1


def work(queries: tuple[str, ...]) -> float:
    """How many seconds of a processor the answers take, whatever else the machine does."""
    before = os.times().children_user
    found(queries)
    return os.times().children_user - before


def test_formulas_stand_in_the_index_once_and_readable() -> None:
    texts = {row["address"]: row["text"] for row in rows()}
    assert "D(p‖q) = ∑ₓ p(x) log₂ p(x)/q(x)" in texts["concepts/kl-divergence/"]
    typeset = "[\u2225\u200b]"  # only in what KaTeX lays out, beside the formula itself
    assert [address for address, text in texts.items() if re.search(typeset, text)] == []


def test_the_index_is_small() -> None:
    assert len(gzip.compress((SITE / INDEX).read_bytes(), 9)) < 300_000
