"""What the steps ask of a browser, whatever its engine; each engine does it in a few lines."""

import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from preview import Pages

PATIENCE = 20  # seconds
# Not every engine can be asked for what its console says, so the page keeps it, from one page to the next.
KEEP_MESSAGES = b"""<script>(() => {
  const keep = (...words) => {
    sessionStorage.messages = JSON.stringify([...JSON.parse(sessionStorage.messages ?? "[]"), words.join(" ")]);
  };
  for (const kind of ["error", "warn"]) console[kind] = (...words) => keep("console", ...words);
  addEventListener("securitypolicyviolation", (e) => keep("policy", e.effectiveDirective, e.blockedURI));
  addEventListener("unhandledrejection", (e) => keep("rejected", e.reason));
  addEventListener("error", (e) => keep("error", e.message ?? e.target.outerHTML), true);
})();</script>"""
FIRST_IN_HEAD = b'<meta charset="utf-8">'


class Kept(Pages):
    """Pages whose first script, above their policy, keeps what they complain of."""

    def body(self, file: Path) -> bytes:
        """What is sent of a file."""
        return super().body(file).replace(FIRST_IN_HEAD, FIRST_IN_HEAD + KEEP_MESSAGES, 1)


class Engine(ABC):
    """One window of one browser."""

    def __init__(self) -> None:
        self.console: list[str] = []  # what the browser itself tells, if it can be asked

    @abstractmethod
    def open(self, url: str) -> None:
        """Load an address."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page a window of this size."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key, named as in KeyboardEvent.key, with modifiers before it: "Shift+Tab"."""

    @abstractmethod
    def click_at(self, x: float, y: float) -> None:
        """Press and release the mouse at a point of the window."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def back(self) -> None:
        """Go back, without waiting for a page to load: the one before may still be there."""
        self.evaluate("void setTimeout(() => history.back())")

    def type(self, text: str) -> None:
        """Press the key of each letter, Enter at the end of a line."""
        for letter in text:
            self.press("Enter" if letter == "\n" else letter)

    def click(self, selector: str, across: float = 0.5) -> None:
        """Click an element that can be seen: in its middle, or at another share of its width."""
        element = f"document.querySelector({selector!r})"
        self.wait_for(f"{element}?.checkVisibility()")
        self.evaluate(f"{element}.scrollIntoView({{ block: 'center', behavior: 'instant' }})")
        box = f"{element}.getClientRects()[0]"
        self.click_at(*self.evaluate(f"[{box}.x + {box}.width * {across}, {box}.y + {box}.height / 2]"))

    def text(self, selector: str) -> str:
        """What is read in an element."""
        return str(self.evaluate(f"document.querySelector({selector!r}).innerText")).strip()

    def wait_for(self, expression: str) -> None:
        """Wait until an expression is true in the page."""
        deadline, found = time.monotonic() + PATIENCE, object()
        while found is not True:
            assert time.monotonic() < deadline, f"not after {PATIENCE} seconds, but {found}: {expression}"
            try:
                found = self.evaluate(f"Boolean({expression})")
            except Exception as error:  # each driver has a word of its own for a page that is just being left
                found = error
            time.sleep(0.02)

    def messages(self) -> list[str]:
        """What the pages complained of since this was last asked."""
        kept = self.evaluate("JSON.parse(sessionStorage.messages ?? '[]')")
        self.evaluate("sessionStorage.removeItem('messages')")
        said, self.console = [*self.console, *kept], []
        return said
