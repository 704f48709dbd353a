"""Results under their keys, one file each."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

STORE = Path(__file__).parent.parent.parent / ".cache" / "store"


def text(kind: str, key: tuple[str, ...], make: Callable[[], str]) -> str:
    """What make returns, computed the first time that this key is asked for."""
    file = path(kind, key)
    if file.exists():
        return file.read_text(encoding="utf-8")
    made = make()
    put(file, made.encode())
    return made


def path(kind: str, key: tuple[str, ...]) -> Path:
    """Where the result of this key is kept."""
    digest = hashlib.sha256(json.dumps(key).encode()).hexdigest()
    return STORE / kind / digest[:2] / digest


def put(file: Path, content: bytes) -> None:
    """Write a file as a whole or not at all, however the process ends."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as beside:
        beside.write(content)
    os.chmod(beside.name, 0o644)  # noqa: PTH101 (a temporary file is private until then)
    Path(beside.name).replace(file)


def put_if_new(file: Path, content: bytes) -> None:
    """Write a file only where it is missing or holds something else, so that what watches it is not woken."""
    if not file.exists() or file.read_bytes() != content:
        put(file, content)
