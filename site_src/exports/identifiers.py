"""Identifiers that XML takes, made from addresses."""

import hashlib
import re


def identifier(address: str) -> str:
    """A name of letters, digits and _, which begins with a letter: readable, and another one for each address."""
    digest = hashlib.sha256(address.encode()).hexdigest()[:8]
    words = re.sub(r"[^A-Za-z0-9]+", "_", address).strip("_")
    return f"q_{words}_{digest}"
