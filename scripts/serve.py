"""Serve the site on a local address and rebuild it whenever a source changes."""

import sys
import threading

import environment

environment.enter()

from watchfiles import watch

import build

ADDRESS = "127.0.0.1:8000" if len(sys.argv) < 2 else sys.argv[1]


def _regenerate_on_change() -> None:
    # A fresh process each time, so that edited modules are imported anew; MkDocs itself watches docs/.
    for _ in watch(environment.ROOT / "site_src"):
        environment.say("a source changed: drawing and compiling again")
        try:
            environment.run(environment.PYTHON, "-c", "import build; build.generate()")
        except SystemExit:
            environment.say("that failed: mend the error above and save again")


build.generate()
threading.Thread(target=_regenerate_on_change, daemon=True).start()
environment.say(f"serving at http://{ADDRESS}/ (Ctrl+C stops)")
environment.run(environment.PYTHON, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", ADDRESS, "--watch", "site_src")
