"""One formula of TeX as KaTeX's HTML, which holds MathML for screen readers; what was set once is kept."""

import json
from pathlib import Path

from store import kept
from typesetting import asking

RENDERER = Path(__file__).with_name("katex.mjs")


def typeset(tex: str, display: bool) -> str:
    """The formula as HTML; raises ValueError with KaTeX's message where the TeX is wrong."""
    question = json.dumps({"tex": tex, "display": display})
    key = (*asking.version(RENDERER, "katex"), question)
    return kept.text("formulas", key, lambda: str(asking.ask(RENDERER, question)["html"]))
