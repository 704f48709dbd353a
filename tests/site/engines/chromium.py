"""Blink, driven by Playwright."""

from typing import Any

from engine import Engine
from playwright.sync_api import Browser


class Chromium(Engine):
    """A window of the Chromium that all other tests use."""

    def __init__(self, browser: Browser) -> None:
        super().__init__()
        self.page = browser.new_page()
        self.page.on("console", lambda m: self.console.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))

    def open(self, url: str) -> None:
        self.page.goto(url)

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def click_at(self, x: float, y: float) -> None:
        self.page.mouse.click(x, y)

    def evaluate(self, expression: str) -> Any:
        return self.page.evaluate(expression)

    def close(self) -> None:
        self.page.close()
