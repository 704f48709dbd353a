"""What we changed in the theme, used as a reader would: search, menu, colour scheme, numbers that show their work."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

KL = "concepts/kl-divergence/"
FORBIDDEN_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("The operation is insecure.", "SecurityError"); } })"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page = context.new_page()
    yield page
    context.close()


def test_search_finds_a_proof_and_loads_only_when_wanted(page: Page, base: str) -> None:
    scripts: list[str] = []
    page.on("request", lambda request: scripts.append(request.url) if "javascripts" in request.url else None)
    page.goto(base, wait_until="networkidle")
    assert scripts == []
    page.keyboard.press("/")
    page.keyboard.type("jensen", delay=30)
    result = page.locator(".md-search-result__link").first
    expect(result).to_be_visible(timeout=15_000)
    assert "gibbs-inequality" in str(result.get_attribute("href"))
    assert scripts != []


def test_search_works_on_a_phone(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(base + KL, wait_until="networkidle")
    page.locator("label.md-header__button[for=__search]").click()
    page.locator(".md-search__input").fill("weldon")
    page.keyboard.press("e")
    page.keyboard.press("Backspace")
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=15_000)


def test_menu_opens_and_closes_by_keyboard(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(base + KL, wait_until="networkidle")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "__drawer"
    link = page.locator(".md-sidebar--primary a", has_text="Notation")
    expect(link).not_to_be_visible()
    page.keyboard.press("Space")
    expect(link).to_be_visible()
    page.keyboard.press("Space")
    expect(link).not_to_be_visible()


def test_scheme_follows_the_system_until_the_reader_chooses(page: Page, base: str) -> None:
    page.goto(base)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.goto(base + KL)
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_forbidden_storage_costs_the_choice_and_nothing_else(page: Page, base: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(FORBIDDEN_STORAGE)
    page.goto(base, wait_until="networkidle")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert errors == []


def test_a_number_shows_its_work_and_escape_hides_it(page: Page, base: str) -> None:
    page.goto(base + "reference/about/")
    number = page.locator(".claim", has_text="0.737").first
    work = "(e) => getComputedStyle(e, '::after').content"
    assert number.evaluate(work) == "none"
    number.focus()
    assert "kl_divergence([.5, .5], [.9, .1]) = 0.736965594166206" in number.evaluate(work)
    page.keyboard.press("Escape")
    assert number.evaluate(work) == "none"
    number.blur()
    number.hover()
    assert "0.736965594166206" in number.evaluate(work)


def test_skip_link_leads_into_the_article(page: Page, base: str) -> None:
    page.goto(base + KL)
    skip = page.locator(".md-skip")
    assert page.locator(str(skip.get_attribute("href"))).count() == 1


def test_a_wrong_address_gets_help(page: Page, base: str) -> None:
    response = page.goto(base + "concepts/entropie/")
    assert response is not None
    assert response.status == 404
    page.get_by_role("article").get_by_role("link", name="Entropy").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Entropy")


def test_figures_follow_the_scheme(page: Page, base: str) -> None:
    page.goto(base + KL, wait_until="networkidle")
    figure = page.locator("#figure-likelihood-ratio img")
    figure.scroll_into_view_if_needed()
    light = figure.screenshot()
    page.get_by_role("button", name="Switch between light and dark").click()
    page.wait_for_timeout(500)
    assert figure.screenshot() != light


def test_paper_is_white_whatever_the_scheme(page: Page, base: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(base + KL)
    ink = "getComputedStyle(document.querySelector('article p')).color"
    light_on_dark = page.evaluate(ink)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ink) != light_on_dark
    assert page.evaluate("getComputedStyle(document.body).colorScheme") != "dark"
