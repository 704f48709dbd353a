"""Gecko, driven by Puppeteer over WebDriver BiDi: Node.js takes an order a line and answers each with a line."""

import json
import subprocess
from pathlib import Path
from typing import Any

from engine import Engine

import environment

DRIVER = Path(__file__).with_suffix(".mjs")


class Firefox(Engine):
    """A window of an installed Firefox."""

    def __init__(self, executable: Path) -> None:
        super().__init__()
        self.process = subprocess.Popen(
            environment.node(DRIVER, executable),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def open(self, url: str) -> None:
        self._order("open", url)

    def resize(self, width: int, height: int) -> None:
        self._order("resize", width, height)

    def press(self, key: str) -> None:
        self._order("press", key)

    def click_at(self, x: float, y: float) -> None:
        self._order("click_at", x, y)

    def evaluate(self, expression: str) -> Any:
        return self._order("evaluate", expression)

    def close(self) -> None:
        with self.process:
            assert self.process.stdin
            self.process.stdin.close()

    def _order(self, *order: object) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps(order), file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        assert line, f"Firefox ended with {self.process.wait()}"
        answer = json.loads(line)
        self.console += answer["said"]
        assert "error" not in answer, f"{order}: {answer['error']}"
        return answer.get("value")
