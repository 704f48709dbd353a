"""Serve the site on a local address; a page that is saved is checked, made anew and shown within seconds."""

import subprocess
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

import environment

environment.enter()

from watchfiles import watch

import generator
from preview import Pages

SITE = environment.ROOT / ".cache" / "served"
WATCHED = [environment.ROOT / name for name in ("docs", "site_src", "mkdocs.yml", "mkdocs_html")]
RELOAD = b"fetch('/changed').then(() => location.reload());"


class _Reloading(Pages):
    """Pages that load themselves anew when the site changes: each asks, and is answered when it has."""

    change = threading.Condition()

    def do_GET(self) -> None:  # noqa: N802 (http.server prescribes the name)
        """Answer the two addresses of its own, and leave the rest."""
        if self.path == "/reload.js":
            self.answer(200, "text/javascript", RELOAD)
        elif self.path == "/changed":
            with self.change:
                self.change.wait()
            self.answer(200, "text/plain", b"")
        else:
            super().do_GET()

    def body(self, file: Path) -> bytes:
        """The file, with the question at the end of a page."""
        return super().body(file) + (b'<script src="/reload.js"></script>' if file.suffix == ".html" else b"")


def remake(changed: set[Path]) -> None:
    """Bring the site in line with what changed: one page where only one was saved."""
    pages = [path for path in changed if path.suffix == ".md" and path.is_relative_to(generator.DOCS)]
    # A fresh process each time, so that edited code is imported anew.
    if len(changed) == 1 and pages:
        page = str(pages[0])
        checked = subprocess.Popen([str(environment.PYTHON), "scripts/claims.py", page], cwd=environment.ROOT)
        _run(f"import generator as g; g.build_page(g.Path({page!r}), g.Path({str(SITE)!r}))")
        checked.wait()
    else:
        _run(f"import build as b; b.build(b.Path({str(SITE)!r}))")
    with _Reloading.change:
        _Reloading.change.notify_all()


def _run(call: str) -> None:
    code = f"import sys; sys.path.insert(0, 'scripts'); {call}"
    if subprocess.call([str(environment.PYTHON), "-c", code], cwd=environment.ROOT):
        environment.say("that failed: mend the error above and save again")


def _follow() -> None:
    generated = generator.DOCS / "generated"
    for changes in watch(*WATCHED):
        paths = (Path(path) for _, path in changes)
        # Editors save by way of files without an ending.
        changed = {path for path in paths if path.suffix and not path.is_relative_to(generated)}
        if changed:
            remake(changed)


if __name__ == "__main__":
    parser = environment.described(__doc__)
    parser.add_argument("address", nargs="?", default="127.0.0.1:8000", help="host and port")
    host, port = parser.parse_args().address.split(":")
    _run(f"import build as b; b.build(b.Path({str(SITE)!r}))")
    threading.Thread(target=_follow, daemon=True).start()
    environment.say(f"serving at http://{host}:{port}/ (Ctrl+C stops)")
    ThreadingHTTPServer((host, int(port)), lambda *arguments: _Reloading(SITE, "/", *arguments)).serve_forever()
