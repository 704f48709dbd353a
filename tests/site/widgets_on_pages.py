"""Every widget of the built site, and what can be changed in it by keyboard. A new widget needs no mention."""

from collections.abc import Iterator
from dataclasses import dataclass

from conftest import SITE
from lxml import html
from playwright.sync_api import Locator

SLIDERS = "input[type=range], [role=slider]"
# What every widget has, and what asks for a prediction, leaves its state alone.
STATELESS = ".xb-tools *, .xb-question *"
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


PLACES = list(places())


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
