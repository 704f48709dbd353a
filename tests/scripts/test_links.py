"""Links to other sites, asked of a server that stands for all of them."""

import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

import links

QUICK = links.Manners(pause=0, patience=0.5, tries=3, backoff=0.01)


class Elsewhere(BaseHTTPRequestHandler):
    """Answers with the status that the path names; some paths behave in their own way."""

    asked: ClassVar[Counter[str]] = Counter()

    def do_HEAD(self) -> None:
        self.asked[f"HEAD {self.path}"] += 1
        times = self.asked[f"HEAD {self.path}"]
        self._answer({"/only-get": 405, "/moved": 301, "/slow": 200, "/tired": 503 if times < 3 else 200})

    def do_GET(self) -> None:
        self.asked[f"GET {self.path}"] += 1
        self._answer({"/only-get": 200})

    def _answer(self, special: dict[str, int]) -> None:
        if self.path == "/slow":
            time.sleep(1)
        status = special.get(self.path) or int(self.path.strip("/"))
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    Elsewhere.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/200", "there"),
        ("/only-get", "there"),
        ("/moved", "there"),
        ("/tired", "there"),
        ("/404", "gone"),
        ("/410", "gone"),
        ("/403", "unreachable"),
        ("/429", "unreachable"),
        ("/500", "unreachable"),
        ("/slow", "unreachable"),
    ],
)
def test_states(host: str, path: str, state: str) -> None:
    assert [answer.state for answer in links.ask([host + path], QUICK)] == [state]


def test_a_host_that_is_not_there_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert [answer.state for answer in links.ask([address], QUICK)] == ["unreachable"]


def test_what_may_recover_is_asked_again_and_the_rest_is_not(host: str) -> None:
    links.ask([host + path for path in ("/500", "/404", "/200")], QUICK)
    assert Elsewhere.asked == {"HEAD /500": 3, "HEAD /404": 1, "GET /404": 1, "HEAD /200": 1}


def test_a_host_is_given_a_pause(host: str) -> None:
    began = time.monotonic()
    links.ask([f"{host}/{status}" for status in (200, 201, 202)], links.Manners(pause=0.2))
    assert time.monotonic() - began >= 0.4


def test_only_links_that_leave_the_site_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<a href="https://example.org/a#part">a</a> <a href="https://example.org/a">a</a> <a href="b/">b</a>'
        '<a href="mailto:x@example.org">m</a> <link rel="canonical" href="https://example.com/">'
    )
    assert links.external(tmp_path) == {"https://example.org/a": ["index.html"]}


@pytest.mark.parametrize(
    ("states", "status"),
    [(["there", "unreachable"], 0), (["there", "gone"], 1), (["unreachable"], 1), ([], 0)],
)
def test_what_fails(states: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    answers = [links.Answer(f"https://example.org/{state}", state, "why") for state in states]
    assert links.report(answers, {answer.address: ["page/index.html"] for answer in answers}) == status
    printed = capsys.readouterr().out
    assert ("gone (why): https://example.org/gone, linked from page/index.html" in printed) == ("gone" in states)
