"""What is far down a page costs nothing until it comes near: no script asks where something in it stands."""

import pytest
from playwright.sync_api import Browser

# To ask for the place or the width of what is not laid out is to lay it out, and all that is in its section.
LISTEN = """() => {
    window.asked = [];
    const listen = (element, what) => {
        if (!element.checkVisibility({ contentVisibilityAuto: true }) && element.checkVisibility()) {
            window.asked.push(`${what} of ${element.localName}#${element.id}`);
        }
    };
    for (const name of ["getBoundingClientRect", "getClientRects", "scrollIntoView"]) {
        const own = Element.prototype[name];
        Element.prototype[name] = function (...options) {
            listen(this, name);
            return own.apply(this, options);
        };
    }
    for (const name of ["getBoundingClientRect", "getClientRects"]) {
        const own = Range.prototype[name];
        Range.prototype[name] = function () {
            const { commonAncestorContainer: node } = this;
            listen(node instanceof Element ? node : node.parentElement, `${name} of a range`);
            return own.call(this);
        };
    }
    for (const [prototype, name] of [[Element, "scrollWidth"], [Element, "clientWidth"], [HTMLElement, "offsetTop"]]) {
        const { get } = Object.getOwnPropertyDescriptor(prototype.prototype, name);
        Object.defineProperty(prototype.prototype, name, {
            get() {
                listen(this, name);
                return get.call(this);
            },
        });
    }
}"""
PAGES = [
    "concepts/kl-divergence/",
    "concepts/gibbs-inequality/",
    "uses/rlhf/",
    "uses/how-big/",
    "reference/libraries/pytorch/",
]
SKIPPED = """() => [...document.querySelectorAll(".section")]
    .filter((section) => !section.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("where", PAGES)
def test_no_script_has_it_laid_out(browser: Browser, base: str, where: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.add_init_script(f"({LISTEN})()")
    page.goto(base + where)
    page.wait_for_load_state("networkidle")
    for _ in range(3):
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(200)
    assert page.evaluate(SKIPPED) > 3
    assert page.evaluate("window.asked") == []
    page.close()
