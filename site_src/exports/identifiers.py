"""Identifiers that XML takes, made from addresses."""

import hashlib
import re

LONGEST = 32  # letters that every reader of QTI takes


def identifier(address: str) -> str:
    """A name of letters, digits and _, which begins with a letter: readable, and another one for each address."""
    digest = hashlib.sha256(address.encode()).hexdigest()[:8]
    last = re.sub(r"[^A-Za-z0-9]+", "_", address.rstrip("/").rpartition("/")[2].removeprefix("#question-"))
    return f"q_{last.strip('_')[: LONGEST - 11]}_{digest}"
