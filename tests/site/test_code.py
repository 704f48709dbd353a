"""Code that readers take from a page: by a button, and by hand."""

import re
from collections.abc import Iterator
from doctest import DocTestParser

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from environment import ROOT

NAME = "Copy the code of this example"
SESSION = re.compile(r"^ *```pycon\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
KL = "concepts/kl-divergence"
WITH_SESSIONS = [KL, "concepts/gibbs-inequality", "reference/python/codes", "reference/python/divergences"]
FORBIDDEN = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
# How far below the last line of each block its button begins.
GAPS = """(blocks) => blocks.map((block) => {
    const text = document.createRange();
    text.selectNodeContents(block.querySelector("code"));
    const [button, code] = [block.querySelector(".code-copy"), text].map((e) => e.getBoundingClientRect());
    return button.top - code.bottom;
})"""
UNFOLD = "for (const details of document.querySelectorAll('details')) details.open = true"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


def button(block: Locator) -> Locator:
    return block.get_by_role("button", name=NAME)


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("name", WITH_SESSIONS)
def test_the_button_takes_what_was_typed(page: Page, base: str, name: str) -> None:
    sessions = SESSION.findall((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8"))
    page.goto(f"{base}{name}/")
    page.evaluate(UNFOLD)
    blocks = page.locator(".highlight:has(.gp)")
    expect(blocks).to_have_count(len(sessions))
    assert sessions
    for block, session in zip(blocks.all(), sessions, strict=True):
        button(block).click()
        expect(block.get_by_role("status")).to_have_text("Copied")
        assert clipboard(page) == "".join(example.source for example in DocTestParser().get_examples(session))


@pytest.mark.parametrize("name", ["reference/about", "notebooks/two-betas"])
def test_code_without_prompts_is_taken_whole(page: Page, base: str, name: str) -> None:
    page.goto(f"{base}{name}/")
    page.evaluate(UNFOLD)
    for block in page.locator(".highlight").all():
        block.get_by_role("button", name="Copy the").click()
        expect(block.get_by_role("status")).to_have_text("Copied")
        assert clipboard(page) == block.locator("code").text_content()


def test_the_button_is_reached_by_keyboard_and_says_what_it_did(page: Page, base: str) -> None:
    page.goto(f"{base}{KL}/")
    block = page.locator(".highlight:has(.gp)").first
    button(block).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(button(block)).to_be_focused()
    page.keyboard.press("Enter")
    status = block.get_by_role("status")
    expect(status).to_have_text("Copied")
    expect(status).to_be_visible()
    expect(status).to_have_text("", timeout=6000)


def test_where_copying_is_forbidden_the_code_is_selected(page: Page, base: str) -> None:
    page.add_init_script(FORBIDDEN)
    page.goto(f"{base}{KL}/")
    block = page.locator(".highlight:has(.gp)").first
    button(block).click()
    expect(block.get_by_role("status")).to_contain_text("copy it with your keyboard")
    page.keyboard.press("Control+C")
    shown = block.locator("code").text_content() or ""
    assert clipboard(page).split() == shown.replace(">>> ", "").replace("... ", "").split()


def test_selecting_by_hand_takes_results_and_no_prompts(page: Page, base: str) -> None:
    page.goto(f"{base}{KL}/")
    code = page.locator(".highlight:has(.gp) code").first
    code.evaluate("(code) => getSelection().selectAllChildren(code)")
    page.keyboard.press("Control+C")
    shown = code.text_content() or ""
    assert ">>> " in shown
    assert clipboard(page).split() == shown.replace(">>> ", "").split()


def test_the_button_covers_no_code(page: Page, base: str) -> None:
    for name in WITH_SESSIONS:
        page.goto(f"{base}{name}/")
        page.evaluate(UNFOLD)
        gaps = page.locator(".highlight").evaluate_all(GAPS)
        assert min(gaps) >= 0


def test_without_javascript_no_button_is_there(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{KL}/")
    assert page.locator(".highlight").count() > 0
    assert page.get_by_role("button", name=NAME).count() == 0
    context.close()


def open_tabs(page: Page) -> list[str]:
    """What can be seen of the tabs on the page on divergence: the first line of each."""
    return [
        (block.locator("pre").text_content() or "").split("\n")[0]
        for block in page.locator(".tabbed-block:visible").all()
    ]


def test_the_call_in_each_library_is_chosen_by_keyboard_without_a_script(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{KL}/")
    tabs = page.get_by_role("group", name="The call in each library")
    assert open_tabs(page) == ["from extrabits import kl_divergence"]
    tabs.get_by_role("radio", name="extrabits").focus()
    for library, first in {"NumPy": "import numpy as np", "SciPy": "import math", "PyTorch": "import math"}.items():
        page.keyboard.press("ArrowRight")
        expect(tabs.get_by_role("radio", name=library)).to_be_checked()
        assert open_tabs(page) == [first]
    context.close()


def test_where_the_keyboard_is_among_the_tabs_is_seen(page: Page, base: str) -> None:
    page.goto(f"{base}{KL}/")
    tabs = page.get_by_role("group", name="The call in each library")
    for i, library in enumerate(["extrabits", "NumPy", "SciPy", "PyTorch"]):
        page.keyboard.press("ArrowRight") if i else tabs.get_by_role("radio", name=library).focus()
        outlined = tabs.locator("label").evaluate_all("(all) => all.map((e) => getComputedStyle(e).outlineStyle)")
        assert [style != "none" for style in outlined] == [i == other for other in range(4)], library


def test_all_tabs_are_printed_each_below_its_name(page: Page, base: str) -> None:
    page.goto(f"{base}{KL}/")
    page.emulate_media(media="print")
    # All at once: pictures further up may arrive between two looks.
    tops = page.evaluate(
        """() => [".tabbed-labels > label", ".tabbed-block"].map((part) =>
            [...document.querySelectorAll(part)].map((element) => element.getBoundingClientRect().top))"""
    )
    assert [len(found) for found in tops] == [4, 4]
    tops = [top for pair in zip(*tops, strict=True) for top in pair]
    assert tops == sorted(tops)
