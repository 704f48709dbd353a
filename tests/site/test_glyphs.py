"""Every letter of a formula is set in one of KaTeX's own fonts, though each is cut down to what the site needs."""

from typing import Any

import pytest
from playwright.sync_api import Browser

# The pages with the most different formulas.
PAGES = ["reference/formula-sheet/", "concepts/gibbs-inequality/", "uses/how-big/", "reference/python/families/"]


def others(browser: Browser, address: str) -> dict[str, str]:
    """The fonts that are not KaTeX's in which formulas of a page are set, each with a formula that needs it."""
    page = browser.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((folded) => { folded.open = true; })")
    page.evaluate("document.fonts.ready")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    formulas = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": ".katex-html"})["nodeIds"]
    assert len(formulas) > 50
    found: dict[str, str] = {}
    for node in formulas:
        used: list[dict[str, Any]] = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        foreign = [font["familyName"] for font in used if not (font["isCustomFont"] or font["glyphCount"] == 0)]
        if foreign:
            found[", ".join(foreign)] = session.send("DOM.getOuterHTML", {"nodeId": node})["outerHTML"][:400]
    page.close()
    return found


@pytest.mark.parametrize("where", PAGES)
def test_formulas_are_set_in_their_own_fonts(browser: Browser, base: str, where: str) -> None:
    assert others(browser, base + where) == {}
