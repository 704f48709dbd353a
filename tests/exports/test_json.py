"""The JSON fits its schema, which `jsonschema` reads, and says what the questions say."""

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from samples import EVERY, QUESTIONS, site

from environment import ROOT
from exports import data
from practice import model

SCHEMA = json.loads((ROOT / "docs" / data.SCHEMA).read_text(encoding="utf-8"))
Kinds = {kind.__name__.lower(): kind for kind in (model.Number, model.Choice, model.Order, model.Matching)}


def wrong(document: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)]


def read(questions: Sequence[model.Question]) -> Any:
    return json.loads(data.write(questions, site()))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_kind_of_question_fits_the_schema() -> None:
    assert wrong(read(EVERY)) == []


@pytest.mark.parametrize("lost", ["tolerance", "diagnoses", "kind"])
def test_a_document_that_has_lost_something_does_not_fit(lost: str) -> None:
    document = read(QUESTIONS)
    del document["questions"][0]["task"][lost]
    assert wrong(document)


def test_a_choice_without_a_right_option_does_not_fit() -> None:
    document = read([question for question in QUESTIONS if isinstance(question.task, model.Choice)])
    for option in document["questions"][0]["task"]["options"]:
        option["right"] = False
    assert wrong(document)


def test_a_question_comes_back_as_it_was() -> None:
    for question, found in zip(EVERY, read(EVERY)["questions"], strict=True):
        assert found["identity"] == site().identity(question)
        for field in fields(question):
            if field.name not in ("task", "where"):
                assert _tuples(found[field.name]) == getattr(question, field.name)
        if question.task:
            made = {name: _tuples(value) for name, value in found["task"].items()}
            kind = Kinds[made.pop("kind")]
            assert {field.name for field in fields(kind)} == made.keys()
            assert _tuples(made) == _plain(question.task)


def _tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    return {name: _tuples(item) for name, item in value.items()} if isinstance(value, dict) else value


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
