"""A folder served the way GitHub Pages serves it: compressed, below a sub-path, with its own 404 page."""

import gzip
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import environment

# The site that is tested knows a repository to link to, and stands below a path, as a project's site on GitHub does. A
# site that will be published is tested where it will stand.
EXAMPLE = {"REPO_URL": "https://example.org/source/extra-bits", "SITE_URL": "https://example.org/extra-bits/"}
UNDER_TEST = {name: os.environ.get(name) or example for name, example in EXAMPLE.items()}
BELOW = urlsplit(UNDER_TEST["SITE_URL"]).path
COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"}


def site_under_test() -> Path:
    """The folder of the built site that the tests ask."""
    return Path(os.environ.get("SITE_UNDER_TEST", environment.ROOT / ".cache" / "site"))


@contextmanager
def serving(folder: Path, below: str = "/", pages: "type[Pages] | None" = None) -> Iterator[str]:
    """The address of the folder, for as long as the context lasts."""
    server = Server(("127.0.0.1", 0), partial(pages or Pages, folder, below))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below}"
    finally:
        server.shutdown()
        server.server_close()


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Report what went wrong, unless a browser has left its page before the answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Pages(SimpleHTTPRequestHandler):
    """Answers for one folder."""

    protocol_version = "HTTP/1.1"  # a connection is kept for the next request
    disable_nagle_algorithm = True  # else the body waits for the browser to acknowledge the head

    def __init__(self, folder: Path, below: str, *args: object) -> None:
        """Take the folder and the path below which it is served."""
        self.folder, self.below = folder, below
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, the index of a folder, or the page for what is not there."""
        path = self.path.partition("?")[0]
        file = self.folder / path.removeprefix(self.below)
        file = file / "index.html" if path.endswith("/") else file
        found = path.startswith(self.below) and file.is_file()
        file = file if found else self.folder / "404.html"
        self.answer(200 if found else 404, self.guess_type(str(file)), self.body(file), file.suffix in COMPRESSED)

    def body(self, file: Path) -> bytes:
        """What is sent of a file."""
        return file.read_bytes()

    def answer(self, status: int, kind: str, body: bytes, compressed: bool = False) -> None:
        """Send one answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "max-age=600")
        if compressed and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests make thousands of requests."""
