"""The sheets of questions that the site hands out are HTML that a validator takes, and fit on A4 and Letter."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SITE
from playwright.sync_api import Browser

FILES = sorted((SITE / "generated" / "questions").glob("*.html"))
SEVERAL = [file for file in FILES if file.suffixes[-2] == ".sheets"]


def test_a_validator_takes_them(validate: Callable[[Path], list[str]]) -> None:
    assert FILES
    assert {file.name: said for file in FILES if (said := validate(file))} == {}


@pytest.mark.parametrize("width", [640, 360], ids=["paper", "phone"])
def test_nothing_is_wider_than_the_paper(browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    wide = []
    for file in FILES:
        page.goto(file.as_uri())
        wide += [file.name] if page.evaluate("document.documentElement.scrollWidth") > width else []
    page.close()
    assert wide == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_sheet_begins_on_paper_of_its_own(browser: Browser, paper: str) -> None:
    file = min(SEVERAL, key=lambda file: file.stat().st_size)
    page = browser.new_page()
    page.goto(file.as_uri())
    printed = page.pdf(format=paper)
    page.close()
    count = file.read_text(encoding="utf-8").count('class="sheet-paper"')
    assert count > 2
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= count
