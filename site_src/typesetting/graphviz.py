"""A graph in Graphviz's language as a picture in SVG, laid out in layers; what was laid out once is kept."""

import json
from pathlib import Path

from store import kept
from typesetting import asking

RENDERER = Path(__file__).with_name("graphviz.mjs")


def layered(dot: str) -> str:
    """The graph as an <svg> element; raises ValueError with Graphviz's message where it cannot be read."""
    question = json.dumps({"dot": dot})
    key = (*asking.version(RENDERER, "@viz-js/viz"), question)
    return kept.text("graphs", key, lambda: str(asking.ask(RENDERER, question)["svg"]))
