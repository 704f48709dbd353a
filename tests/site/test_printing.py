"""A page on paper: whole, with its address, with the answers or without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

KL = "concepts/kl-divergence/"
SEEN = """(selector) => [...document.querySelectorAll(selector)].map((e) => e.checkVisibility({
    contentVisibilityAuto: false }) && e.getClientRects().length > 0)"""
PRINTING = "dispatchEvent(new Event('beforeprint'))"
PRINTED = "dispatchEvent(new Event('afterprint'))"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 800, "height": 1100})
    page = context.new_page()
    yield page
    context.close()


def test_what_is_folded_is_printed_open_and_answers_are_not(page: Page, base: str) -> None:
    page.goto(base + KL)
    page.emulate_media(media="print")
    page.evaluate(PRINTING)
    folded = page.evaluate(SEEN, "article details:is(.aside, .proof) > :last-child")
    assert folded
    assert all(folded)
    answers = page.evaluate(SEEN, ".question > details > :last-child")
    assert answers
    assert not any(answers)
    page.evaluate(PRINTED)
    assert page.locator("article details[open]").count() == 0


def test_the_button_prints_the_answers_once(page: Page, base: str) -> None:
    page.add_init_script("print = () => { printed = document.querySelectorAll('.question details').length; }")
    page.goto(base + KL)
    page.get_by_role("button", name="Print with the answers").click()
    page.evaluate(PRINTING)
    assert all(page.evaluate("[...document.querySelectorAll('.question, .question details')].map((d) => d.open)"))
    page.evaluate(PRINTED)
    page.evaluate(PRINTING)
    assert page.locator(".question[open]").count() == 0


def test_folded_text_is_printed_without_a_script(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + KL)
    page.emulate_media(media="print")
    text = page.locator("article details:is(.aside, .proof) > :last-child").first
    box = text.bounding_box()
    assert box
    assert box["height"] > 0
    context.close()


def test_paper_carries_the_address_of_the_page(page: Page, base: str) -> None:
    page.goto(base + KL)
    page.emulate_media(media="print")
    assert page.locator(".cite").get_by_text(KL).first.is_visible()
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".print-answers").is_visible()
