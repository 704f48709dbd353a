"""Every letter of a formula is set in one of KaTeX's own fonts, though each is cut down to what the site needs."""

import pytest
from playwright.sync_api import Browser

# The pages with the most different formulas.
PAGES = ["reference/formula-sheet/", "concepts/gibbs-inequality/", "uses/how-big/", "reference/python/families/"]


# One element for each letter in each font.
CHOOSE = """() => {
    const seen = new Set();
    for (const element of document.querySelectorAll(".katex-html *")) {
        const text = [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join("");
        const { fontFamily, fontWeight, fontStyle } = getComputedStyle(element);
        const key = [text.trim(), fontFamily, fontWeight, fontStyle].join();
        if (text.trim() && !seen.has(key)) element.dataset.chosen = "";
        seen.add(key);
    }
}"""


def others(browser: Browser, address: str) -> dict[str, str]:
    """The fonts that are not KaTeX's in which letters of formulas are set, each with an element that needs it."""
    page = browser.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((folded) => { folded.open = true; })")
    page.evaluate("document.fonts.ready")
    page.evaluate(CHOOSE)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    chosen = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-chosen]"})["nodeIds"]
    assert len(chosen) > 40
    found: dict[str, str] = {}
    for node in chosen:
        for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
            if not font["isCustomFont"]:
                found[font["familyName"]] = session.send("DOM.getOuterHTML", {"nodeId": node})["outerHTML"]
    page.close()
    return found


@pytest.mark.parametrize("where", PAGES)
def test_formulas_are_set_in_their_own_fonts(browser: Browser, base: str, where: str) -> None:
    assert others(browser, base + where) == {}


@pytest.mark.parametrize("where", ["concepts/kl-divergence/", "concepts/gibbs-inequality/", "uses/rlhf/", "map/"])
def test_a_page_asks_at_once_for_the_fonts_of_its_first_lines(browser: Browser, base: str, where: str) -> None:
    # So low a window shows little more than them; without a script, nothing comes that was not there.
    context = browser.new_context(viewport={"width": 412, "height": 60}, java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.resource_type == "font" else None)
    page.goto(base + where)
    page.wait_for_load_state("networkidle")
    early = page.locator("link[rel=preload][as=font]").evaluate_all("(links) => links.map((link) => link.href)")
    assert sorted(asked) == sorted(early)
    assert len(early) == len(set(early)) >= 2
    context.close()
