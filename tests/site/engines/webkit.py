"""WebKit, driven by Selenium: WebKitGTK's own small browser, on a screen that nobody sees."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

from engine import Engine
from selenium import webdriver
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

ANSWER = 10  # seconds


class WebKit(Engine):
    """A window of WebKitGTK. Its driver does not tell what the console says; the page keeps that itself."""

    def __init__(self, driver: Path, screen: Path) -> None:
        super().__init__()
        options = Options()
        options.add_argument("--automation")
        options.add_argument("--full-screen")  # without the bar, which would keep the window from being narrow
        self.screen = subprocess.Popen(
            [screen, "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1400x1000x24"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.screen.stdout
        display = f":{self.screen.stdout.readline().strip()}"
        self.service = Service(str(driver), env={**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11"})
        self.service.start()
        # While a page is being left, a script may never be answered: better an error, after which it is asked again.
        address = ClientConfig(remote_server_addr=self.service.service_url, timeout=ANSWER)
        self.driver = webdriver.Remote(RemoteConnection(client_config=address), options=options)

    def open(self, url: str) -> None:
        self.driver.get(url)
        self.wait_for("document.readyState === 'complete'")  # the driver is back a little sooner

    def resize(self, width: int, height: int) -> None:
        self.driver.set_window_size(width, height)
        self.wait_for(f"innerWidth === {width}")

    def press(self, key: str) -> None:
        *held, last = [self._key(name) for name in key.split("+")]
        chain = ActionChains(self.driver, duration=0)
        for modifier in held:
            chain.key_down(modifier)
        chain.send_keys(last)
        for modifier in held:
            chain.key_up(modifier)
        chain.perform()

    def click_at(self, x: float, y: float) -> None:
        chain = ActionChains(self.driver, duration=0)
        chain.w3c_actions.pointer_action.move_to_location(round(x), round(y))  # type: ignore[no-untyped-call]
        chain.w3c_actions.pointer_action.click()
        chain.perform()

    def evaluate(self, expression: str) -> Any:
        return self.driver.execute_script(f"return {expression}")

    def close(self) -> None:
        self.driver.quit()
        self.service.stop()
        with self.screen:
            self.screen.terminate()

    @staticmethod
    def _key(name: str) -> str:
        """Selenium's name of a key: "ArrowDown" is ARROW_DOWN."""
        return name if len(name) == 1 else str(getattr(Keys, re.sub(r"(?<!^)(?=[A-Z])", "_", name).upper()))
