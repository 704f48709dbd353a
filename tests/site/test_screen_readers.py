"""A formula is there twice: drawn for eyes, and as MathML for screen readers, which no browser need lay out."""

import pytest
from playwright.sync_api import Browser, CDPSession

from browser import FLAGS, chromium

# As when a screen reader runs: else the browser keeps only what is laid out in its accessibility tree.
AS_FOR_A_SCREEN_READER = [*FLAGS, "--force-renderer-accessibility"]
LAID_OUT = """() => [...document.querySelectorAll(".katex-mathml > math")]
    .filter((math) => math.checkVisibility({ contentVisibilityAuto: true })).length"""
WRITTEN = """() => [...document.querySelectorAll(".katex-mathml > math")]
    .filter((math) => math.checkVisibility())
    .map((math) => math.textContent.replace(/\\s/g, ""))"""


def heard(session: CDPSession) -> list[str]:
    """The formulas in a page's accessibility tree, each with all its letters."""
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    named = {node["nodeId"]: node for node in nodes}

    def text(node: dict) -> str:  # type: ignore[type-arg]
        if node["role"]["value"] == "StaticText":
            return str(node["name"]["value"])
        return "".join(text(named[child]) for child in node.get("childIds", []) if child in named)

    formulas = [node for node in nodes if node.get("role", {}).get("value") == "MathMLMath"]
    return ["".join(text(formula).split()) for formula in formulas]


@pytest.mark.parametrize("where", ["concepts/kl-divergence/", "reference/formula-sheet/"])
def test_a_screen_reader_finds_every_formula_though_none_is_laid_out_for_it(
    browser: Browser, base: str, where: str
) -> None:
    with browser.browser_type.launch(executable_path=chromium(), args=AS_FOR_A_SCREEN_READER) as listening:
        page = listening.new_page(viewport={"width": 412, "height": 823})
        page.goto(base + where, wait_until="networkidle")
        session = page.context.new_cdp_session(page)
        session.send("Accessibility.enable")
        written = page.evaluate(WRITTEN)
        assert len(written) > 50
        assert sorted(heard(session)) == sorted(written)
        assert page.evaluate(LAID_OUT) == 0
