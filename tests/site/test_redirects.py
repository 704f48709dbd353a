"""What moved keeps working: with and without JavaScript, and never towards something that is not there."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import SITE, Validate
from playwright.sync_api import Browser, Page, expect
from visits import AXE, IN_PAGE

import addresses
from environment import ROOT
from preview import BELOW, serving
from rendering import redirects

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'"
PAGES = {
    "": "Home",
    "new/": "The new page",
    "kept/": "A page that stays",
}
ARTICLE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="canonical" href="https://example.org/{address}">
<link rel="icon" href="{root}assets/favicon.svg">
<link rel="stylesheet" href="{root}assets/compiled.css">
</head>
<body>
<main><article class="md-typeset">
<h1 id="top">{title} of <em>x</em></h1>
{room}
<h2 id="proof">Proof &amp; more</h2>
{room}
<details id="question"><summary>Q</summary><p>A</p></details>
<div title="1 > 0" class="statement" id="definition"><p>It is.</p></div>
{room}
</article></main>
</body>
</html>
"""
MOVED = {
    "old/": "new/",
    "old/#proof": "old/#proof",
    "old/#lemma": "kept/#definition",
    "older/": "old/",
    "older/#proof": "older/#proof",
    "kept/#gone": "new/#proof",
    "kept/#called": "kept/#definition",
    "kept/#asked": "kept/#question",
    "kept/#proof": "kept/#proof",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for address, title in PAGES.items():
        (tmp_path / address).mkdir(exist_ok=True)
        root = "../" * address.count("/") or "./"
        text = ARTICLE.format(policy=POLICY, title=title, address=address, root=root, room="<p>Text.</p>\n" * 60)
        (tmp_path / address / "index.html").write_text(text)
    shutil.copytree(ROOT / "docs" / "assets", tmp_path / "assets")
    shutil.copy(SITE / "generated" / "site.css", tmp_path / "assets" / "compiled.css")
    return tmp_path


@pytest.fixture
def moved(site: Path) -> Path:
    redirects.redirect(site, MOVED)
    return site


@pytest.fixture
def root(moved: Path) -> Iterator[str]:
    with serving(moved, BELOW) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 800, "height": 600})
    yield context.new_page()
    context.close()


def place(url: str) -> str:
    parts = urlsplit(url)
    return parts.path.removeprefix(BELOW) + (f"#{parts.fragment}" if parts.fragment else "")


@pytest.mark.parametrize("old", ["old/", "older/"])
def test_a_moved_page_sends_its_readers_on(page: Page, root: str, old: str) -> None:
    page.goto(root + old)
    page.wait_for_url(f"{root}new/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("The new page")


@pytest.mark.parametrize(("old", "new"), [("older/#proof", "new/#proof"), ("old/#lemma", "kept/#definition")])
def test_with_scripts_a_moved_page_takes_its_anchors_along(browser: Browser, root: str, old: str, new: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(root + old)
    page.wait_for_url(root + new)
    assert complaints == []
    context.close()


def test_a_moved_anchor_leads_on(page: Page, root: str) -> None:
    page.goto(f"{root}kept/#gone")
    note = page.get_by_text("What stood here is now at")
    expect(note).to_be_in_viewport()
    note.get_by_role("link", name="The new page of x: Proof & more", exact=True).click()
    assert place(page.url) == "new/#proof"


def test_a_moved_anchor_does_not_disturb_others(page: Page, root: str) -> None:
    page.goto(f"{root}kept/")
    expect(page.get_by_text("What stood here is now at")).not_to_be_visible()


@pytest.mark.parametrize(("old", "new"), [("called", "definition"), ("asked", "question")])
def test_a_renamed_anchor_is_where_the_new_one_is(page: Page, root: str, old: str, new: str) -> None:
    page.goto(f"{root}kept/#{old}")
    expect(page.locator(f"#{new}")).to_be_in_viewport()


def test_what_moves_is_well_formed(moved: Path, validate: Validate) -> None:
    for address in ("old/", "older/", "kept/"):
        assert validate(moved / address / "index.html") == []


def test_what_sends_readers_on_is_accessible(moved: Path, browser: Browser) -> None:
    page = browser.new_page()
    stay = (moved / "old/index.html").read_text().replace(redirects.STUB, "<meta name='was'")
    page.set_content(stay.replace(POLICY, ""))
    page.evaluate(AXE + IN_PAGE)
    assert page.evaluate("inPage.inaccessible()") == []
    page.close()


def test_what_sends_readers_on_keeps_the_policy_and_out_of_search(moved: Path) -> None:
    text = (moved / "old/index.html").read_text()
    assert POLICY in text
    assert '<meta name="robots" content="noindex">' in text
    assert '<link rel="canonical" href="https://example.org/new/">' in text


def test_old_addresses_lead_on_and_are_no_new_ones(site: Path) -> None:
    before = addresses.present(site)
    redirects.redirect(site, MOVED)
    assert addresses.present(site) == before
    assert addresses.leading_on(site) == MOVED.keys() - {"kept/#proof"}


def test_redirecting_again_changes_nothing(moved: Path) -> None:
    before = {file: file.read_bytes() for file in moved.rglob("*.html")}
    redirects.redirect(moved, MOVED)
    assert {file: file.read_bytes() for file in moved.rglob("*.html")} == before


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ({"old/": "nowhere/"}, "old/ leads to nowhere/, which is not there: write `old/ -> ` and where it has gone"),
        ({"kept/#a": "new/#nothing"}, "kept/#a leads to new/#nothing, which is not there"),
        ({"old/": "new/", "old/#a": "old/#a"}, "old/#a leads to new/#a, which is not there: write `old/#a -> `"),
        ({"kept/": "new/"}, "kept/ leads to new/, and is still there"),
        ({"kept/#proof": "new/#proof"}, "kept/#proof leads to new/#proof, and is still there"),
        ({"a/": "b/", "b/": "a/"}, "a/ -> b/ -> a/ is a circle"),
        ({"old/#a": "new/#proof"}, "old/ is not there: write `old/ -> ` and where it has gone"),
    ],
)
def test_what_leads_nowhere_is_refused(site: Path, lines: dict[str, str], problem: str) -> None:
    with pytest.raises(ValueError, match=r"in published\.txt:") as refused:
        redirects.redirect(site, lines)
    assert problem in str(refused.value)


def test_the_list_says_what_has_moved(tmp_path: Path) -> None:
    registry = tmp_path / "published.txt"
    registry.write_text("\nkept/\nold/ -> new/\nold/#a -> kept/#b\n")
    assert redirects.published(registry) == {"": "", "kept/": "kept/", "old/": "new/", "old/#a": "kept/#b"}
