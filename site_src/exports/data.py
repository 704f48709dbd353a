"""JSON for programs, as `docs/data/questions.schema.json` says."""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from exports import wording
from exports.site import Site
from practice.model import Question

NAME = "JSON"
ENDING = "json"
SCHEMA = "data/questions.schema.json"


def write(questions: Sequence[Question], site: Site) -> bytes:
    """The questions as they are in the model, with a whole address where the site has one."""
    whole = {
        "$schema": site.link(SCHEMA) or SCHEMA,
        "title": f"Questions of {site.name}",
        "site": site.url,
        "licence": site.licence,
        "licence_address": site.licence_address,
        "questions": [_question(question, site) for question in questions],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _question(question: Question, site: Site) -> dict[str, Any]:
    shown = asdict(question)
    del shown["where"]  # a place in the source is of use to who writes it
    kind = {"kind": type(question.task).__name__.lower()} if question.task else {}
    task = _finite(kind | shown["task"]) if question.task else None
    return {"identity": site.identity(question), "title": wording.title(question)} | shown | {"task": task}


def _finite(value: Any) -> Any:
    """The same with null for infinity, which JSON cannot say."""
    if isinstance(value, dict):
        return {name: _finite(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
