"""Every widget of the built site, each kind, and what can be changed by keyboard. A new one needs no mention."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from conftest import SITE, file_of
from lxml import html
from playwright.sync_api import Locator, Page

SLIDERS = "input[type=range], [role=slider]"
# What every widget has, and what asks for a prediction, leaves its state alone.
STATELESS = ".xb-tools *, .xb-question *, .xb-fold"
# From what surely leads to another state to what may lead to none that can be linked.
KEYS = {
    SLIDERS: "ArrowRight",
    "input[type=radio]": "ArrowRight",
    "input[type=checkbox]": "Space",
    "select": "ArrowDown",
    "button": "Enter",
    "input[type=number]": "ArrowUp",
    "textarea, input[type=text], input:not([type])": "1",
}


@dataclass(frozen=True)
class Place:
    """A widget's place on the site: its page, its tag and its id."""

    address: str
    tag: str
    id: str | None

    def __str__(self) -> str:
        return f"{self.address or 'home'}#{self.id or self.tag}"


def places() -> Iterator[Place]:
    for file in sorted(SITE.rglob("*.html")):
        address = file.relative_to(SITE).as_posix().removesuffix("index.html")
        for element in html.parse(file).iter():
            if isinstance(element.tag, str) and element.tag.startswith("xb-"):
                yield Place(address, element.tag, element.get("id"))


def lightest(tag: str) -> Place:
    """The place of a kind of widget whose page is the smallest: it opens soonest."""
    return min((place for place in PLACES if place.tag == tag), key=lambda place: file_of(place.address).stat().st_size)


PLACES = list(places())
# What depends on a widget's page or attributes is asked of each; what its code alone decides, once of each kind.
every_widget = pytest.mark.parametrize("place", PLACES, ids=str)
KINDS = [lightest(tag) for tag in sorted({place.tag for place in PLACES})]
every_kind = pytest.mark.parametrize("place", KINDS, ids=str)


@dataclass(frozen=True)
class Control:
    """Something to operate by a key."""

    locator: Locator
    key: str

    def press(self, times: int = 1) -> None:
        """Press its key; on a slider, in the direction of the farther end."""
        self.locator.focus()
        key = "ArrowLeft" if self.key == "ArrowRight" and self._is_high() else self.key
        for _ in range(times):
            self.locator.page.keyboard.press(key)

    def _is_high(self) -> bool:
        """Whether a slider stands nearer to its upper end."""
        return bool(
            self.locator.evaluate("""e => {
                const [value, low, high] = e.role === "slider"
                    ? [e.ariaValueNow, e.ariaValueMin, e.ariaValueMax]
                    : [e.value, e.min, e.max];
                return 2 * Number(value) > Number(low) + Number(high);
            }""")
        )


def controls(widget: Locator) -> Iterator[Control]:
    """What a reader can operate to change the state, as it stands in the widget at the moment."""
    for selector, key in KEYS.items():
        alone = ", ".join(f"{part}:not({STATELESS}):visible" for part in selector.split(", "))
        for locator in widget.locator(alone).all():
            yield Control(locator, key)


class Visit:
    """A widget on an open page, and what the page's console complained of."""

    def __init__(self, page: Page, place: Place) -> None:
        self.page, self.place = page, place
        self.complaints: list[str] = []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.widget = page.locator(f"{place.tag}#{place.id}")
        self.sliders = self.widget.locator(SLIDERS)
        self.units = self.widget.get_by_role("group", name="Unit").get_by_role("radio")
        self.output = self.widget.locator("output")

    def goto(self, address: str) -> None:
        """Load an address, as from another site, and have the widget run."""
        self.page.goto("about:blank")
        self.page.goto(address)
        self.run()

    def reload(self) -> None:
        self.page.reload()
        self.run()

    def run(self) -> None:
        for _ in range(100):
            if self.widget.evaluate("e => e.matches('.xb-alone, :defined')"):
                break
            # Sections above it that come near the window are laid out, grow, and carry it out of view again.
            self.widget.scroll_into_view_if_needed()
            self.page.wait_for_timeout(50)
        self.output.wait_for()

    def result(self) -> str:
        return str(self.output.text_content())  # rendered or not: it may be far down the page

    def change(self) -> Control:
        """Change the state by keyboard, with the first control that changes the result."""
        before = self.result()
        for control in controls(self.widget):
            control.press(5 if control.key.startswith("Arrow") else 1)
            if self.result() != before:
                return control
        raise AssertionError("no key on any control of this widget changes its result")

    def change_and_settle(self) -> str:
        """Change the state and wait until the address has it; the result."""
        address = self.page.url
        self.change()
        self.page.wait_for_url(lambda url: url != address)
        return self.result()

    def copied(self, button: str) -> str:
        self.unfold()
        self.widget.get_by_role("button", name=button, exact=True).click()
        self.widget.get_by_text("is copied").wait_for()
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def choose_unit(self, unit: str) -> None:
        self.widget.get_by_role("radio", name=unit).check()

    def unfold(self) -> None:
        """Open what a phone folds, and what is folded everywhere but the table."""
        folded = self.widget.locator(":is(.xb-fold[aria-expanded=false], .xb-take:not([open]) > summary):visible")
        while folded.count():
            folded.first.click()


Opener = Callable[..., Visit]
